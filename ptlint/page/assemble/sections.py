"""Headings and the blocks under them, and the lines that lead into lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ptlint.page.kinds import Part, Style
from ptlint.page.model import Block, Heading, List, Paragraph, Section
from ptlint.record import replace
from ptlint.source.span import Span

_LONGEST_BOLD_HEADING = 12
#: Signs that a reader takes for the end of a lead-in.
_LEADS = (":", "：", ":-", ":–", ": –")


def with_lead_ins(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Every list with the heading or paragraph right before it that ends in a colon."""
    return tuple(
        [
            _led(block, before) if isinstance(block, List) else block
            for before, block in zip((None, *blocks), blocks, strict=False)
        ]
    )


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
    result = list(blocks)
    for index, (block, follower) in enumerate(pairwise(blocks)):
        if isinstance(block, Heading):
            level = block.level
        elif isinstance(block, Paragraph) and block.inlines and _acts_as_heading(block, follower):
            result[index] = _read_as_heading(block, min(level + 1, 6))
    return tuple(result)


def _read_as_heading(block: Paragraph, level: int) -> Heading:
    return Heading(block.text, level, block.span, False, block.inlines, None, block.part)


def _acts_as_heading(block: Paragraph, follower: Block) -> bool:
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
    above: list[tuple[int, int]] = []  # levels and indices of the headings a section is under
    found: list[Section] = []
    for heading, below in _runs([block for block in blocks if block.part is Part.ARTICLE]):
        first, last = heading or below[0], below[-1] if below else heading or below[0]
        parent = None
        if heading:
            while above and above[-1][0] >= heading.level:
                above.pop()
            parent = above[-1][1] if above else None
            above.append((heading.level, len(found)))
        span = Span(first.span.start, min(last.span.end, end))
        found.append(Section(heading, tuple(below), span, parent))
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
