"""The raw HTML of a Markdown page, read by the HTML reader at its own places.

Two texts of the source's length are made. One holds the HTML blocks alone: their headings,
paragraphs and lists are blocks of the page. The other holds all tags with the words of the
page between them: rules about markup see each element with what it holds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import groupby, pairwise

from ptlint.page.draft import Draft
from ptlint.page.html.flow import blocks_of
from ptlint.page.html.landmarks import parts_of
from ptlint.page.html.links import images_of, links_of
from ptlint.page.html.metadata import metadata_of
from ptlint.page.html.nesting import nest
from ptlint.page.html.parse import markup_of, readable
from ptlint.page.html.trails import trails_of
from ptlint.page.kinds import Part
from ptlint.page.mapped import MappedText, joined
from ptlint.page.markdown.raw import RawHtml, only
from ptlint.pattern import later
from ptlint.record import replace
from ptlint.source.span import Span

_ROOM = later(r"[^\r\n]{4}")


class RawReading:
    """What the HTML reader makes of a page's raw HTML.

    Args:
        text: the source text.
        words: where the words stand that Markdown shows.
    """

    def __init__(self, text: str, raw: RawHtml, words: Iterable[Span]) -> None:
        tags = (*raw.blocks, *raw.tags)
        self._all = nest(readable(only(text, tags, words)))
        self._parts = parts_of(self._all)
        self._starts = [event[2] for event in self._all.events]
        self._blocks = raw.blocks
        self._text = text

    def part(self, offset: int) -> Part:
        """The part of the page that raw elements around an offset make it."""
        return self._parts.at(bisect_right(self._starts, offset) - 1)

    def draft(self) -> Draft:
        """The blocks, links, images and trails of the HTML blocks, and the whole markup."""
        own = nest(readable(_with_rulers(only(self._text, self._blocks), self._text, self._blocks)))
        trails = trails_of(own)
        parts = parts_of(own, [element for element, _ in trails])
        return Draft(
            blocks=blocks_of(own, parts),
            links=tuple(
                replace(link, text=_without_signs(link.text, self._text))
                for link in links_of(self._all, self._parts)
                if self._is_in_block(link.span)
            ),
            images=images_of(own, parts),
            trails=tuple(trail for _, trail in trails),
            metadata=metadata_of(own),
            comments=tuple(Span(start, end) for start, end in own.comments),
            whole_document=any(each.name == "html" for each in own.starts[:20]),
            markup=markup_of(self._all) if self._all.starts else None,
        )

    def _is_in_block(self, span: Span) -> bool:
        at = bisect_right(self._blocks, Span(span.start, len(self._text) + 1)) - 1
        return at >= 0 and self._blocks[at].contains(span.start)


def _with_rulers(html: str, text: str, blocks: tuple[Span, ...]) -> str:
    """HTML blocks parted by rulers where Markdown stands between them.

    Without them, words behind and before the Markdown would be one paragraph.
    """
    pieces: list[str] = []
    at = 0
    for before, after in pairwise(blocks):
        room = _ROOM.search(text, before.end, after.start)
        if room and text[before.end : after.start].strip():
            pieces += (html[at : room.start()], "<hr>")
            at = room.end()
    return "".join((*pieces, html[at:]))


def _without_signs(text: MappedText, source: str) -> MappedText:
    """The words of a link with Markdown inside; blanked signs between them are no spaces."""
    pieces: list[tuple[str, int, int]] = []
    for run in text.runs:
        visible = text.text[run.at : run.at + run.length]
        if not run.verbatim or visible == source[run.start : run.end]:
            pieces.append((visible, run.start, run.end))
            continue
        signs = zip(visible, range(run.start, run.end), strict=True)
        for blanked, group in groupby(
            signs, lambda sign: sign[0] == " " and not source[sign[1]].isspace()
        ):
            stretch = list(group)
            words = "" if blanked else "".join(sign for sign, _ in stretch)
            pieces.append((words, stretch[0][1], stretch[-1][1] + 1))
    return joined(pieces).strip()
