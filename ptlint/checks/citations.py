"""Citation markers of a page and the entries they point to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.page.kinds import Part, Style
from ptlint.page.model import Page, Reference
from ptlint.page.passages import Passage, passages
from ptlint.pattern import later
from ptlint.record import record
from ptlint.references.citations import Marker, markers, may_cite
from ptlint.source.span import Span

#: The parts of a page whose statements are cited.
CITED_PARTS = (Part.ARTICLE, Part.ASIDE)
_ELSEWHERE = later(r"https?://|//|#(?:ref|fn|cite|note|r\d|bib|source|footnote|_ftn|endnote)", re.I)
_NO_SOURCE = later(r"https?://(?:www\.)?(?:facebook|instagram|twitter|x|youtube|google)\.com", re.I)


@record
class Citations:
    """What the page cites.

    Attributes:
        entries: every entry of its reference lists.
        markers: every citation marker of the text, with its place.
    """

    entries: tuple[Reference, ...]
    markers: tuple[tuple[Marker, Span], ...]

    @property
    def numbered(self) -> bool:
        """Do the markers cite by number?"""
        return any(marker.numbers for marker, _ in self.markers)

    @property
    def cited_numbers(self) -> frozenset[int]:
        return frozenset(number for marker, _ in self.markers for number in marker.numbers)


def page_citations(page: Page) -> Citations:
    """The citations of a page; ask through ``page.once``."""
    entries = tuple(entry for listed in page.references for entry in listed.entries)
    found = [
        (marker, passage.text.span(marker.start, marker.end))
        for passage in passages(page, parts=CITED_PARTS)
        if passage.inlines or may_cite(passage.text.text)
        for marker in markers_of(passage, len(entries))
    ]
    return Citations(entries, tuple(found))


def markers_of(passage: Passage, entries: int) -> Iterator[Marker]:
    """The citation markers of one text.

    Args:
        entries: how many references the page lists; numbers in round brackets count only when
            they name one of them.
    """
    raised = [
        (inline.start, inline.end)
        for inline in passage.inlines
        if inline.style is Style.SUPERSCRIPT
    ]
    return markers(passage.text.text, superscripts=raised, entries=entries)


def cited_offsets(page: Page, passage: Passage) -> list[int]:
    """Where a text cites: its markers, and links to other sites or to the page's references."""
    count = len(page.once(page_citations).entries)
    found = [marker.start for marker in markers_of(passage, count)]
    found += [
        inline.start
        for inline in passage.inlines
        if inline.style is Style.LINK and leads_to_source(inline.value or "")
    ]
    return found


def link_targets(page: Page) -> str:
    """Every link target of the page, one a line; ask through ``page.once``."""
    return "\n".join(link.href for link in page.links if link.href)


def leads_to_source(href: str) -> bool:
    """Can a link be a citation: does it lead to another site or to an entry of the page?"""
    return _ELSEWHERE.match(href) is not None and _NO_SOURCE.match(href) is None
