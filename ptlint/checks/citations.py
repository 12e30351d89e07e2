"""Citation markers of a page and the entries they point to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ptlint.page.model import Page, Part, Reference, Style
from ptlint.page.passages import Passage, passages
from ptlint.references.citations import Marker, markers
from ptlint.source.span import Span

_PARTS = (Part.ARTICLE, Part.ASIDE)


@dataclass(frozen=True, slots=True)
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
        for passage in passages(page, parts=_PARTS)
        for marker in _markers(passage)
    ]
    return Citations(entries, tuple(found))


def _markers(passage: Passage) -> Iterator[Marker]:
    raised = [
        (inline.start, inline.end)
        for inline in passage.inlines
        if inline.style is Style.SUPERSCRIPT
    ]
    yield from markers(passage.text.text, superscripts=raised)
