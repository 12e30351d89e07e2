"""What a reference entry lacks (AMA Manual of Style 11, chapter 3; MLA 9; APA 7, chapter 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.references.entries import PageEntry, page_entries
from ptlint.findings.finding import Observation, Severity
from ptlint.page.model import Page
from ptlint.references.entry import Entry

_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_NO_YEAR_YET = re.compile(r"\bin press\b|\bforthcoming\b|\bn\.\s?d\.", re.I)
_NO_PAGES_YET = re.compile(
    r"\bin press\b|\bforthcoming\b|\bahead of\b|\be-?pub\b|\bonline\b|\babstract\b|\bsuppl"
    r"|\barticle\b|\bS\d|\bart\.|\bpages?\b",
    re.I,
)
#: What goes before the authors when a list was numbered by hand or the parser lost its way.
_LEAD = 4
_DEAD_SURE = 0.9


def incomplete(page: Page, options: Options) -> Iterator[Observation]:
    """Entries that lack what a reader needs to find the source."""
    for each in page.once(page_entries):
        gaps = tuple(missing_fields(each))
        if not gaps:
            continue
        grave = any(gap not in _MILD for gap in gaps)
        yield Observation(
            each.place(),
            f"{each.name} gives no {_listing(gaps)}. Add what is missing, so that readers can "
            "find and judge the source.",
            severity=None if grave else Severity.SUGGESTION,
        )


_PAGES, _DATE = "page numbers", "date, neither its own nor that of your visit"
_MILD = (_PAGES,)


def missing_fields(each: PageEntry) -> Iterator[str]:
    """The names of the fields that an entry surely lacks."""
    entry = each.fields
    if entry.kind == "web page":
        yield from _of_web_page(each)
    elif each.sure and entry.kind == "journal":
        yield from _of_article(each)
    elif each.sure and entry.kind in ("book", "chapter", "report") and not _has_year(each):
        yield "year"


def _of_web_page(each: PageEntry) -> Iterator[str]:
    """A page of the web needs a date: its own, or that of the visit (MLA 9, APA 7)."""
    entry = each.fields
    named = entry.title is not None and (entry.container or entry.publisher or entry.authors)
    if named and not (_has_year(each) or entry.accessed or entry.updated or entry.no_date):
        yield _DATE


def _of_article(each: PageEntry) -> Iterator[str]:
    entry = each.fields
    if entry.authors is None and _begins_with_title(entry):
        yield "author"
    if not _has_year(each) and not _NO_YEAR_YET.search(each.text):
        yield "year"
    if entry.title is None and entry.confidence >= _DEAD_SURE and entry.container:
        yield "title"
    if entry.volume and entry.container and entry.pages is None and _wants_pages(each):
        yield _PAGES


def _begins_with_title(entry: Entry) -> bool:
    return entry.title is not None and entry.title.start <= _LEAD and entry.title_quoted


def _has_year(each: PageEntry) -> bool:
    """Is there anything in the entry that may be a year, its web addresses aside?"""
    entry = each.fields
    if entry.year or entry.date:
        return True
    text = each.text
    for field in (entry.address, entry.doi):
        if field:
            text = text[: field.start] + " " * (field.end - field.start) + text[field.end :]
    return _YEAR.search(text) is not None


def _wants_pages(each: PageEntry) -> bool:
    """Electronic articles and those not yet in an issue have no pages."""
    entry = each.fields
    return entry.issue is not None and not _NO_PAGES_YET.search(each.text)


def _listing(gaps: tuple[str, ...]) -> str:
    return " and no ".join(gaps) if len(gaps) < 3 else ", no ".join(gaps)


def bare_address(page: Page, options: Options) -> Iterator[Observation]:
    """Entries that are a web address and nothing else."""
    for each in page.once(page_entries):
        if each.fields.kind == "bare address" and not re.search(r"\s", each.text.strip(" .,;<>()")):
            yield Observation(
                each.place(),
                f"{each.name} is only a web address. Give the title, who published it and when, "
                "so that readers know what it is and can find it when the address has changed.",
            )
