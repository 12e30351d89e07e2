"""How old the sources of a page are (JAMA benchmarks: currency; DISCERN question 5)."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.references.entries import PageEntry, page_entries
from ptlint.findings.finding import Note, Observation
from ptlint.page.model import Page
from ptlint.references.entry.judgements.age import is_guideline

#: More old entries than this are one finding, so that the page is not buried in them.
_SINGLY = 3


def old(page: Page, options: Options) -> Iterator[Observation]:
    """Entries older than the limit for studies, or for guidelines."""
    entries = page.once(page_entries)
    found = [(each, limit) for each in entries if (limit := _exceeded(each, options)) is not None]
    if len(found) > _SINGLY:
        yield _together(found, len(entries), options)
        return
    for each, limit in found:
        year = each.fields.year
        assert year is not None
        what = "a guideline" if limit != options.whole("years") else "a source"
        yield Observation(
            each.place(year),
            f"{each.name} is from {year.value}: {what} older than {limit} years. Look for a newer "
            "one, or say in the text why this one still counts.",
        )


def _together(found: list[tuple[PageEntry, int]], count: int, options: Options) -> Observation:
    years = sorted(int(each.fields.year.value[:4]) for each, _ in found if each.fields.year)
    return Observation(
        found[0][0].place(found[0][0].fields.year),
        f"{len(found)} of the {count} references are older than {options.whole('years')} years "
        f"({options.whole('guideline-years')} for guidelines); the oldest is from {years[0]}. Look "
        "for newer ones, or say in the text why these still count.",
        related=tuple(Note(each.place(each.fields.year), "an old source") for each, _ in found),
    )


def _exceeded(each: PageEntry, options: Options) -> int | None:
    """The limit in years that an entry exceeds, if it does."""
    year = _year(each)
    if year is None:
        return None
    age = options.today.year - year
    limit = options.whole("guideline-years" if is_guideline(each.fields) else "years")
    return limit if age > limit else None


def _year(each: PageEntry) -> int | None:
    year = each.fields.year
    digits = year.value[:4] if year else ""
    return int(digits) if digits.isdigit() and len(digits) == 4 else None
