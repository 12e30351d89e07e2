"""The reference entries of a page, read into fields once for all rules about them."""

from __future__ import annotations

from ptlint.page.model import Page, Reference, ReferenceList
from ptlint.record import lazy, record
from ptlint.references.doi import canonical, doi_of_href
from ptlint.references.entry import SURE, Entry, Field, parse_entry
from ptlint.source.span import Span


@record
class PageEntry:
    """A reference of the page with its fields; offsets of fields become places in the source."""

    reference: Reference
    fields: Entry
    listed: ReferenceList

    @property
    def sure(self) -> bool:
        """Is so much of the entry understood that an absent field may be called missing?"""
        return self.fields.confidence >= SURE

    @property
    def text(self) -> str:
        return self.reference.text.text

    @property
    def name(self) -> str:
        """What a message calls the entry: its number, or its first author and year."""
        if self.reference.number is not None:
            return f"Reference {self.reference.number}"
        who = self.fields.first_author
        year = self.fields.year.value if self.fields.year else ""
        return f"The reference '{' '.join((who, year)).strip()}'" if who else "This reference"

    @lazy
    def hrefs(self) -> tuple[str, ...]:
        return tuple(link.href for link in self.reference.links if link.href)

    @lazy
    def doi(self) -> str | None:
        """The DOI that the entry names or links to, in comparable form."""
        if self.fields.doi:
            return canonical(self.fields.doi.value)
        linked = (doi_of_href(href) for href in self.hrefs if "doi.org/" in href)
        return next((canonical(doi) for doi in linked if doi), None)

    def place(self, field: Field | None = None) -> Span:
        """Where a field stands in the source; the whole entry if none is named."""
        if field is None:
            return self.reference.span
        return self.reference.text.span(field.start, field.end)

    def span(self, start: int, end: int) -> Span:
        return self.reference.text.span(start, end)


def page_entries(page: Page) -> tuple[PageEntry, ...]:
    """Every entry of the page's reference lists; ask through ``page.once``."""
    return tuple(
        PageEntry(reference, parse_entry(reference.text.text), listed)
        for listed in page.references
        for reference in listed.entries
        if reference.text
    )
