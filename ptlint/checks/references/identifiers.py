"""Identifiers of reference entries: PMIDs that lead nowhere, DOIs that contradict the entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.references.entries import PageEntry, page_entries
from ptlint.findings.finding import Edit, Fix, Note, Observation
from ptlint.page.model import Page
from ptlint.references.doi import DoiFields, fields_in_suffix
from ptlint.references.entry import Field
from ptlint.source.source import Format
from ptlint.source.span import Span

_PMID = re.compile(r"\bPMID:?\s?(?P<pmid>\d{5,8})\b|\b(?P<pmc>PMC\d{5,8})\b", re.I)
_FIRST_PAGE = re.compile(r"[a-z]{0,4}\d+", re.I)
#: Years by which an issue may follow the year that its DOI encodes (measured: never more).
_EARLY_YEARS = 2


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
                found.append((place, _address(match)))
    if found:
        yield _unlinked(found, page)


def _address(match: re.Match[str]) -> str:
    if match["pmid"]:
        return f"https://pubmed.ncbi.nlm.nih.gov/{match['pmid']}/"
    return f"https://pmc.ncbi.nlm.nih.gov/articles/{match['pmc'].upper()}/"


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


def contradicting_dois(page: Page, options: Options) -> Iterator[Observation]:
    """DOIs in which the publisher writes another year, volume, issue or page than the entry."""
    for each in page.once(page_entries):
        if not each.doi or not each.sure:
            continue
        encoded = fields_in_suffix(each.doi)
        clash = _year_clash(each, encoded) or next(_clashes(each, encoded), None)
        if clash:
            what, written, field = clash
            yield Observation(
                each.place(field),
                f"{each.name} gives {what} {field.value}, but its DOI ({each.doi}) is made for "
                f"{what} {written}. One of them belongs to another article: look it up.",
            )


def _year_clash(each: PageEntry, encoded: DoiFields) -> tuple[str, str, Field] | None:
    year = each.fields.year
    if encoded.year is None or year is None or not year.value[:4].isdigit():
        return None
    cited = int(year.value[:4])
    if encoded.year <= cited <= encoded.year + _EARLY_YEARS:
        return None
    return "the year", str(encoded.year), year


def _clashes(each: PageEntry, encoded: DoiFields) -> Iterator[tuple[str, str, Field]]:
    entry = each.fields
    for what, field, written in (
        ("volume", entry.volume, encoded.volume),
        ("issue", entry.issue, encoded.issue),
        ("page", entry.pages, encoded.page),
    ):
        if field is not None and written and not _agree(field.value, written, what):
            yield what, written, field


def _agree(value: str, written: str, what: str) -> bool:
    """Equal, case and leading zeros aside; what is no plain number is not compared."""
    shown = _FIRST_PAGE.match(value.strip())
    if shown is None or (what != "page" and shown.end() < len(value.strip())):
        return True
    return _plain(shown.group()) == _plain(written)


def _plain(number: str) -> str:
    return re.sub(r"^([a-z]*)0+(?=\d)", r"\1", number.casefold())
