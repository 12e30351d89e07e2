"""Reference lists: under their heading, or recognised by their entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ptlint.page.mapped import MappedText
from ptlint.page.model import (
    Block,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Part,
    Reference,
    ReferenceList,
)
from ptlint.references.entry import is_reference
from ptlint.source.span import Span

_SURE = 0.6
_NUMBERED = re.compile(r"\[?(\d{1,3})(?:[.)\]]|\](?=\s))\s++|(\d{1,3})\s++(?=[A-Z])")


def with_unheaded_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Lists of the article whose entries read as references, marked as that part."""
    return tuple(
        replace(block, part=Part.REFERENCES)
        if isinstance(block, List) and block.part is Part.ARTICLE and _is_reference_list(block)
        else block
        for block in blocks
    )


def reference_lists(blocks: Sequence[Block], links: Sequence[Link]) -> tuple[ReferenceList, ...]:
    """The page's reference lists with their entries and the links in them."""
    return tuple(found for found in _lists(blocks, links) if found.entries)


def _is_reference_list(block: List) -> bool:
    entries = [item.text.text for item in block.items if item.text]
    if not entries or len(entries) < len(block.items):
        return False
    likely = sum(is_reference(entry) >= _SURE for entry in entries)
    return likely >= 2 and likely * 3 >= len(entries) * 2


def _lists(blocks: Sequence[Block], links: Sequence[Link]) -> Iterator[ReferenceList]:
    heading: Heading | None = None
    run: list[Block] = []
    for block in blocks:
        inside = block.part is Part.REFERENCES
        starts = isinstance(block, Heading) and inside
        if run and (starts or not inside):
            yield _list(heading, run, links)
            heading, run = None, []
        if isinstance(block, Heading):
            heading = block if inside else None
        elif inside:
            run.append(block)
        else:
            heading = None
    if run:
        yield _list(heading, run, links)


def _list(heading: Heading | None, run: list[Block], links: Sequence[Link]) -> ReferenceList:
    entries = tuple(entry for block in run for entry in _entries(block, links))
    ordered = any(isinstance(block, List) and block.ordered for block in run)
    return ReferenceList(entries, Span(run[0].span.start, run[-1].span.end), heading, ordered)


def _entries(block: Block, links: Sequence[Link]) -> Iterator[Reference]:
    if isinstance(block, List):
        for place, item in enumerate(block.all_items(), start=1):
            number = item.number or (place if block.ordered else None)
            yield from _entry(item.text, item.span, item.inlines, number, links)
    elif isinstance(block, Paragraph):
        written = _NUMBERED.match(block.text.text)
        if written is None and is_reference(block.text.text) < _SURE:
            return
        number = int(written.group(1) or written.group(2)) if written else None
        yield from _entry(block.text, block.span, block.inlines, number, links)


def _entry(
    text: MappedText,
    span: Span,
    inlines: tuple[Inline, ...],
    number: int | None,
    links: Sequence[Link],
) -> Iterator[Reference]:
    if not text:
        return
    written = _NUMBERED.match(text.text)
    cut = written.end() if written else 0
    inside = tuple(link for link in links if span.contains(link.span))
    shifted = tuple(
        replace(inline, start=max(0, inline.start - cut), end=inline.end - cut)
        for inline in inlines
        if inline.end > cut
    )
    yield Reference(text.slice(cut, len(text)), span, number, inside, shifted)


