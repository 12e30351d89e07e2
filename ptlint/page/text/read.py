"""The plain-text reader: the text copy of a web page, or notes typed by hand.

Nothing marks a heading here, so layout decides: a short line without a full stop that stands
alone, or right above a paragraph, is a heading; a line that ends in a colon is a lead-in; in
hard-wrapped files the lines of a paragraph are joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from ptlint.page.draft import Draft
from ptlint.page.mapped import MappedText, joined
from ptlint.page.model import Block, Heading, Paragraph
from ptlint.page.text.headings import looks_like_heading
from ptlint.page.text.lines import Line, read_lines
from ptlint.page.text.links import links_in
from ptlint.page.text.lists import read_list
from ptlint.source.source import Source
from ptlint.source.span import Span

_WRAP_WIDTH = 100


def read(source: Source) -> Draft:
    """The draft of a plain-text page."""
    lines = list(read_lines(source))
    blocks = tuple(_blocks(lines, source, _is_wrapped(lines)))
    return Draft(
        blocks=blocks,
        links=tuple(links_in(blocks)),
        whole_document=any(isinstance(block, Heading) for block in blocks),
    )


def words_of(source: Source, spans: list[Span]) -> MappedText:
    """The words of one or more lines, joined by single spaces."""
    parts: list[tuple[str, int, int]] = []
    for index, span in enumerate(spans):
        if index:
            parts.append((" ", spans[index - 1].end, span.start))
        parts.append((source.clean[span.start : span.end], span.start, span.end))
    return joined(parts)


def _is_wrapped(lines: list[Line]) -> bool:
    """Are paragraphs broken into lines by hand, as in mail and old text files?"""
    plain = [line for line in lines if not line.blank and not line.marker and not line.ruled]
    if not plain or max(len(line.body) for line in plain) > _WRAP_WIDTH:
        return False
    followed = sum(
        1
        for line, after in pairwise(lines)
        if len(line.body) > _WRAP_WIDTH // 2 and not after.blank and not after.marker
    )
    return followed >= max(2, len(plain) // 4)


def _blocks(lines: list[Line], source: Source, wrapped: bool) -> Iterator[Block]:
    groups = [list(group) for blank, group in groupby(lines, lambda line: line.blank) if not blank]
    first = True
    pending: list[list[Line]] = []
    for index, group in enumerate(groups):
        if group[0].marker:
            pending.append(group)
            following = groups[index + 1] if index + 1 < len(groups) else None
            if following and _continues(group, following):
                continue
            yield from _marked(pending, source, wrapped)
            pending = []
            continue
        after = groups[index + 1] if index + 1 < len(groups) else None
        for block in _plain(group, after, source, wrapped, first):
            yield block
            first = False


def _continues(group: list[Line], following: list[Line]) -> bool:
    """Does the list go on after a blank line (loose lists)?"""
    last = [line for line in group if line.marker][-1]
    head = following[0]
    if not head.marker or (last.number is None) != (head.number is None):
        return False
    return head.number == last.number + 1 if last.number and head.number else True


def _marked(groups: list[list[Line]], source: Source, wrapped: bool) -> Iterator[Block]:
    lines = [line for group in groups for line in group]
    listed, after = read_list(lines, source, wrapped)
    yield listed
    yield from _paragraphs(after, source, wrapped)


def _plain(
    group: list[Line], after: list[Line] | None, source: Source, wrapped: bool, first: bool
) -> Iterator[Block]:
    """Blocks of a run of lines that starts without a bullet: heading, paragraphs, a list."""
    marked = next((at for at, line in enumerate(group) if line.marker), len(group))
    lines, listed = group[:marked], group[marked:]
    follower = listed or after
    if looks_like_heading(lines, follower, source, wrapped):
        yield _heading(lines.pop(0), source, 1 if first else 2)
        if lines and lines[0].ruled:
            lines.pop(0)
    yield from _paragraphs(lines, source, wrapped)
    if listed:
        yield from _marked([listed], source, wrapped)


def _heading(line: Line, source: Source, level: int) -> Heading:
    return Heading(words_of(source, [line.body]), level, line.body, marked_up=False)


def _paragraphs(lines: list[Line], source: Source, wrapped: bool) -> Iterator[Paragraph]:
    kept = [line.body for line in lines if not line.ruled]
    for spans in [kept] if wrapped and kept else [[span] for span in kept]:
        text = words_of(source, spans)
        yield Paragraph(text, Span(spans[0].start, spans[-1].end))
