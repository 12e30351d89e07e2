"""Paragraphs parted and put together: entries typed line by line, items of several paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from ptlint.page.mapped import MappedText, joined
from ptlint.page.model import Inline, Paragraph
from ptlint.pattern import later
from ptlint.record import replace
from ptlint.source.span import Span

#: What begins an entry on a line the reader sees as a line, and on one that only the file shows.
_SEEN = later(r" (?:[•‣▪●·*–—-][ \u00a0]|\[?\d{1,3}[.)\]][ \u00a0])")
_UNSEEN = later(r" \[\d{1,3}\][ \u00a0]")


def entries(whole: Paragraph, breaks: Mapping[int, bool]) -> Iterator[Paragraph]:
    """The paragraph parted where a line begins like an entry of a list.

    Args:
        breaks: the offsets of line breaks in its text, True for those a reader sees.
    """
    text = whole.text.text
    seen = [at for at, is_seen in breaks.items() if is_seen and _SEEN.match(text, at)]
    unseen = [at for at, is_seen in breaks.items() if not is_seen and _UNSEEN.match(text, at)]
    # One line that happens to begin with a citation is no list.
    if len(unseen) == 1 and not _UNSEEN.match(f" {text[:9]}"):
        unseen = []
    cuts = sorted((*seen, *unseen))
    edges = [0, *cuts, len(text)]
    for start, end in pairwise(edges):
        yield _part(whole, start, end) if cuts else whole


def _part(whole: Paragraph, start: int, end: int) -> Paragraph:
    """The characters start to end; both are line breaks or the paragraph's ends."""
    length = len(whole.text)
    begin = whole.text.span(start, start + 1).end if start else whole.span.start
    stop = whole.text.span(end, end + 1).start if end < length else whole.span.end
    first = start + 1 if start else 0
    inlines = (_moved(each, first, end) for each in whole.inlines)
    return Paragraph(
        whole.text.slice(first, end),
        Span(begin, stop),
        tuple(each for each in inlines if each.start < each.end),
        whole.quoted,
        whole.part,
    )


def _moved(inline: Inline, start: int, end: int) -> Inline:
    first, last = max(inline.start, start) - start, min(inline.end, end) - start
    return Inline(inline.style, first, last, inline.span, inline.value)


def together(paragraphs: list[Paragraph]) -> tuple[MappedText, tuple[Inline, ...]]:
    """Paragraphs of one item as one text, parted by single spaces."""
    if len(paragraphs) == 1:
        return paragraphs[0].text, paragraphs[0].inlines
    pieces: list[tuple[str, int, int]] = []
    inlines: list[Inline] = []
    at = 0
    for each in paragraphs:
        if pieces:
            pieces.append((" ", pieces[-1][2], each.text.runs[0].start))
            at += 1
        inlines += [
            replace(mark, start=mark.start + at, end=mark.end + at) for mark in each.inlines
        ]
        pieces += [(each.text.text[r.at : r.at + r.length], r.start, r.end) for r in each.text.runs]
        at += len(each.text)
    return joined(pieces), tuple(inlines)
