"""What a reference entry lacks (AMA Manual of Style 11, chapter 3; MLA 9; APA 7, chapter 9)."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.references.entries import PageEntry, page_entries
from ptlint.findings.finding import Observation, Severity
from ptlint.page.model import Page
from ptlint.pattern import later, small_letters
from ptlint.references.entry.judgements import missing_fields, no_date

_NO_PAGES_YET = later(
    r"\bin press\b|\bforthcoming\b|\bahead of\b|\be-?pub\b|\bonline\b|\babstract\b|\bsuppl"
    r"|\barticle\b|\bs\d|\bart\.|\bpages?\b"
)
_SPACE = later(r"\s")
_PAGES = "page numbers"
_DATE = "date, neither its own nor that of your visit"
_NAMES = {
    "author": "author",
    "year": "year",
    "title": "title",
    "place": "volume and pages",
    "publisher": "publisher",
}


def incomplete(page: Page, options: Options) -> Iterator[Observation]:
    """Entries that lack what a reader needs to find the source."""
    for each in page.once(page_entries):
        gaps = tuple(gaps_of(each))
        if gaps:
            yield Observation(
                each.place(),
                f"{each.name} gives no {_listing(gaps)}. Add what is missing, so that readers can "
                "find and judge the source.",
                severity=Severity.SUGGESTION if gaps == (_PAGES,) else None,
            )


def gaps_of(each: PageEntry) -> Iterator[str]:
    """The names of the fields that an entry surely lacks."""
    entry = each.fields
    for name in missing_fields(entry):
        # What the words of the entry do not give, its link may.
        if not (name == "place" and each.hrefs):
            yield _NAMES[name]
    if entry.title and next(no_date(entry), None):
        yield _DATE
    if entry.kind == "journal" and each.sure and entry.pages is None and _wants_pages(each):
        yield _PAGES


def _wants_pages(each: PageEntry) -> bool:
    """Electronic articles and those not yet in an issue have no pages."""
    entry = each.fields
    in_issue = entry.container and entry.volume and entry.issue
    return bool(in_issue) and not _NO_PAGES_YET.search(small_letters(each.text))


def _listing(gaps: tuple[str, ...]) -> str:
    return " and no ".join(gaps) if len(gaps) < 3 else ", no ".join(gaps)


def bare_address(page: Page, options: Options) -> Iterator[Observation]:
    """Entries that are a web address and nothing else."""
    for each in page.once(page_entries):
        if each.fields.kind == "bare address" and not _SPACE.search(each.text.strip(" .,;<>()")):
            yield Observation(
                each.place(),
                f"{each.name} is only a web address. Give the title, who published it and when, "
                "so that readers know what it is and can find it when the address has changed.",
            )
