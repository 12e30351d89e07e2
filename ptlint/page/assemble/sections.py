"""Headings and the blocks under them, and the lines that lead into lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ptlint.page.kinds import Part, Style
from ptlint.page.model import Block, Heading, List, Paragraph, Section
from ptlint.record import replace
from ptlint.source.span import Span

_LONGEST_BOLD_HEADING = 12
#: Signs that a reader takes for the end of a lead-in.
_LEADS = (":", "：", ":-", ":–", ": –")


def with_lead_ins(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Every list with the heading or paragraph right before it that ends in a colon."""
    result: list[Block] = []
    for block in blocks:
        before = result[-1] if result else None
        result.append(_led(block, before) if isinstance(block, List) else block)
    return tuple(result)


def _led(listed: List, before: Block | None) -> List:
    if not isinstance(before, (Heading, Paragraph)):
        return listed
    leads = before.text.text.rstrip().endswith(_LEADS)
    return replace(listed, lead_in=before) if leads else listed


def with_bold_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Short paragraphs that are bold from end to end, read as the headings they stand for.

    WCAG 2.2 technique failure F2: text that looks like a heading without being one.
    """
    level = 1
    result: list[Block] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            level = block.level
        follower = blocks[index + 1] if index + 1 < len(blocks) else None
        if isinstance(block, Paragraph) and block.inlines and _acts_as_heading(block, follower):
            result.append(_read_as_heading(block, min(level + 1, 6)))
        else:
            result.append(block)
    return tuple(result)


def _read_as_heading(block: Paragraph, level: int) -> Heading:
    return Heading(block.text, level, block.span, False, block.inlines, None, block.part)


def _acts_as_heading(block: Paragraph, follower: Block | None) -> bool:
    text = block.text.text.strip()
    if not text or len(text.split()) > _LONGEST_BOLD_HEADING or text[-1] in ".:,;!":
        return False
    bold = any(
        inline.style is Style.STRONG and inline.start == 0 and inline.end >= len(block.text.text)
        for inline in block.inlines
    )
    return (
        bold
        and not block.quoted
        and block.part is Part.ARTICLE
        and isinstance(follower, (Paragraph, List))
        and follower.part is Part.ARTICLE
    )


def sections_of(blocks: Iterable[Block], end: int) -> tuple[Section, ...]:
    """The article's sections in order; what stands before the first heading is one too."""
    runs = list(_runs(block for block in blocks if block.part is Part.ARTICLE))
    starts = [_start(heading, below) for heading, below in runs]
    found: list[Section] = []
    for index, (heading, below) in enumerate(runs):
        last = below[-1].span.end if below else (heading.span.end if heading else starts[index])
        span = Span(starts[index], min(last, end))
        found.append(Section(heading, tuple(below), span, _parent(heading, found)))
    return tuple(found)


def _runs(blocks: Iterable[Block]) -> Iterator[tuple[Heading | None, list[Block]]]:
    heading: Heading | None = None
    below: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            if heading is not None or below:
                yield heading, below
            heading, below = block, []
        else:
            below.append(block)
    if heading is not None or below:
        yield heading, below


def _start(heading: Heading | None, below: list[Block]) -> int:
    return heading.span.start if heading else below[0].span.start


def _parent(heading: Heading | None, before: list[Section]) -> int | None:
    if heading is None:
        return None
    for index in range(len(before) - 1, -1, -1):
        above = before[index].heading
        if above is not None and above.level < heading.level:
            return index
    return None
