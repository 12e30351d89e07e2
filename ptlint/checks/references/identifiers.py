"""PubMed numbers of reference entries that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.references.entries import page_entries
from ptlint.findings.finding import Edit, Fix, Note, Observation
from ptlint.page.model import Page
from ptlint.pattern import later
from ptlint.references.entry.judgements.addresses import pubmed_address
from ptlint.source.source import Format
from ptlint.source.span import Span

_PMID = later(r"\bPMID:?\s?(?P<pmid>\d{5,8})\b|\b(?P<pmc>PMC\d{5,8})\b", re.I)


def unlinked_pmids(page: Page, options: Options) -> Iterator[Observation]:
    """PMIDs and PMCIDs that readers cannot follow; one finding a page."""
    if page.source.format is Format.TEXT:
        return
    linked = [link.span for link in page.links]
    found: list[tuple[Span, str]] = []
    for each in page.once(page_entries):
        for match in _PMID.finditer(each.text):
            place = each.span(*match.span())
            if page.source.slice(place) != match.group():
                continue
            if not any(span.overlaps(place) for span in linked):
                found.append((place, pubmed_address(match["pmid"] or match["pmc"])))
    if found:
        yield _unlinked(found, page)


def _unlinked(found: list[tuple[Span, str]], page: Page) -> Observation:
    opening, closing = ("[", "]({})") if page.source.format is Format.MARKDOWN else ("", "</a>")
    edits: list[Edit] = []
    for place, address in found:
        before = opening or f'<a href="{address}">'
        edits += [
            Edit(place.start, place.start, before),
            Edit(place.end, place.end, closing.format(address)),
        ]
    first, address = found[0]
    what = f"'{page.source.slice(first)}' is not a link"
    if len(found) > 1:
        what = f"{len(found)} PubMed numbers are not links ('{page.source.slice(first)}' …)"
    return Observation(
        first,
        f"{what}. Link each to its page, here {address}, so that readers can follow it.",
        related=tuple(Note(place, "not linked") for place, _ in found) if len(found) > 1 else (),
        fix=Fix("Link the PubMed numbers", tuple(edits), safe=True),
    )
