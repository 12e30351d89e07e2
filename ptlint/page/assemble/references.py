"""Reference lists: under their heading, or recognised by their entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from ptlint.page.kinds import Part
from ptlint.page.mapped import MappedText
from ptlint.page.model import (
    Block,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Reference,
    ReferenceList,
)
from ptlint.pattern import later
from ptlint.record import replace
from ptlint.references.entry import REFERENCE, is_reference, may_be_reference
from ptlint.source.span import Span

#: Likeness from which on the items of a list without a heading are taken for references, and
#: that of paragraphs, which have less about them that says so.
_SURE, _SURE_OF_PARAGRAPHS = 0.6, 0.75
_LONGEST_PARAGRAPH = 800
#: Words an item from which on items that are no references are taken for sentences.
_PROSE_WORDS = 8
#: Headings that can mean nothing but a list of sources, emoji and numbers aside.
_PLAIN_NAME = later(
    r"(?:[a-z]{2,12} ){0,2}"
    r"(?:references?|bibliography|works cited|sources|literature cited|citations)"
    r"(?: (?:and|&) (?:links|notes|resources|citations|further reading|references|sources))?"
)
_part = attrgetter("part")
_NUMBERED = later(r"\[?(\d{1,3})(?:[.)\]]|\](?=\s))\s++|(\d{1,3})\s++(?=[A-Z])")
_SIGN = later(r"[^\w\s&]|\d")


def with_unheaded_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with their reference lists marked as that part, whatever stands above them.

    Lists and runs of paragraphs whose entries read as references become that part. What stands
    under a heading that only sounds like one ("The research") and holds no reference goes back
    to the article.
    """
    marked = [
        replace(block, part=Part.REFERENCES)
        if isinstance(block, List) and block.part is Part.ARTICLE and _is_reference_list(block)
        else block
        for block in (_without_prose(blocks) if holds_sources(blocks) else blocks)
    ]
    for first, last in list(_reference_paragraphs(marked)):
        marked[first:last] = [replace(each, part=Part.REFERENCES) for each in marked[first:last]]
    return tuple(marked)


def holds_sources(blocks: Iterable[Block]) -> bool:
    """Whether any of the blocks belongs to a list of references."""
    return Part.REFERENCES in map(_part, blocks)


def _without_prose(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, those under a heading of references that holds none back in the article."""
    group: list[Block] = []
    for block in blocks:
        if group and not _goes_on(group, block):
            yield from _judged(group)
            group = []
        if block.part is Part.REFERENCES:
            group.append(block)
        else:
            yield block
    yield from _judged(group)


def _goes_on(group: list[Block], block: Block) -> bool:
    first = group[0]
    if block.part is not Part.REFERENCES:
        return False
    if isinstance(block, Heading) and isinstance(first, Heading):
        return first.marked_up and block.level > first.level
    return True


def _judged(group: list[Block]) -> list[Block]:
    """A group under one heading: as it is, or back in the article, subsections by themselves."""
    heading = group[0] if group else None
    if not isinstance(heading, Heading):
        return group
    if not _PLAIN_NAME.fullmatch(_bare(heading.text.text)) and not _holds_references(group):
        return [replace(block, part=Part.ARTICLE) for block in group]
    starts = [0, *(at for at, each in enumerate(group) if at and isinstance(each, Heading))]
    result: list[Block] = []
    for start, end in zip(starts, [*starts[1:], len(group)], strict=True):
        below = group[start:end]
        prose = start > 0 and _is_prose(below)
        result += [replace(block, part=Part.ARTICLE) for block in below] if prose else below
    return result


def _holds_references(group: list[Block]) -> bool:
    texts = [text for block in group for text in _texts(block)]
    likely = sum(is_reference(text) >= REFERENCE for text in texts)
    return likely > 0 and likely * 3 >= len(texts)


def _is_prose(group: list[Block]) -> bool:
    """Is a subsection full of sentences that are no references?"""
    texts = [text for block in group for text in _texts(block)]
    words = sum(len(text.split()) for text in texts)
    return words > _PROSE_WORDS * len(texts) > 0 and not _holds_references(group)


def _bare(heading: str) -> str:
    words = _SIGN.sub(" ", heading.casefold())
    return " ".join(words.split())


def _texts(block: Block) -> list[str]:
    if isinstance(block, List):
        return [item.text.text for item in block.all_items() if item.text]
    return [block.text.text] if isinstance(block, Paragraph) else []


def _reference_paragraphs(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The runs of two and more paragraphs of the article that read as references."""
    likely = [
        index
        for index, block in enumerate(blocks)
        if isinstance(block, Paragraph) and block.part is Part.ARTICLE and _may_read(block)
    ]
    for start, end in _runs(likely):
        yield from _runs([index for index in range(start, end) if _reads(blocks[index])])


def _runs(indices: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Where two and more indices follow one another: the first, and the one behind the last."""
    for _, run in groupby(enumerate(indices), lambda pair: pair[1] - pair[0]):
        (_, first), *more = run
        if more:
            yield first, first + len(more) + 1


def _may_read(paragraph: Paragraph) -> bool:
    """A look that costs little beside reading the paragraph as a reference."""
    words = paragraph.text.text
    return not paragraph.quoted and len(words) <= _LONGEST_PARAGRAPH and may_be_reference(words)


def _reads(block: Block) -> bool:
    text = block.text.text if isinstance(block, Paragraph) else ""
    written = _NUMBERED.match(text)
    return is_reference(text[written.end() if written else 0 :]) >= _SURE_OF_PARAGRAPHS


def reference_lists(blocks: Sequence[Block], links: Sequence[Link]) -> tuple[ReferenceList, ...]:
    """The page's reference lists with their entries and the links in them."""
    if not holds_sources(blocks):
        return ()
    return tuple(found for found in _lists(blocks, links) if found.entries)


def _is_reference_list(block: List) -> bool:
    entries = [item.text.text for item in block.items if item.text.text]
    if not entries or len(entries) < len(block.items):
        return False
    if not _are_most(sum(map(may_be_reference, entries)), entries):
        return False
    return _are_most(sum(is_reference(entry) >= _SURE for entry in entries), entries)


def _are_most(likely: int, entries: Sequence[str]) -> bool:
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
