"""When the page was written and last checked (JAMA benchmarks: currency; PIF TICK)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.place import missing, page_place
from ptlint.findings.finding import Observation
from ptlint.page.model import Page, PageDate

_CHECKED = ("reviewed", "updated", "published")
_SAME_DAY = datetime.timedelta(days=1)


def date_missing(page: Page, options: Options) -> Iterator[Observation]:
    """No date that a reader can see, nor one in the page's data if that is allowed."""
    shown = [each for each in page.dates if each.origin == "visible"]
    data = [each for each in page.dates if each.origin != "visible"]
    if shown or (data and options.flag("accept-data")):
        return
    yield missing(
        page,
        "The page has no date: a reader cannot tell how current it is. Add a line such as "
        "'Last reviewed: 4 March 2026'.",
    )


def review_stale(page: Page, options: Options) -> Iterator[Observation]:
    """The newest date of review is older than the limit, or the next review is overdue."""
    for due in (each for each in page.dates if each.event == "next-review" and each.day):
        if due.day and due.day < options.today:
            yield _at(
                page,
                due,
                f"The next review was due {due.words}, which has passed. Review the page and "
                "give the new date.",
            )
    newest = _newest(page)
    if newest is None or newest.day is None:
        return
    years = options.number("years")
    if (options.today - newest.day).days > years * 365.25:
        yield _at(
            page,
            newest,
            f"The page was {'' if newest.event == 'published' else 'last '}{newest.event} "
            f"{newest.words}: more than {years:g} years ago. "
            "Review it against current guidance and give the new date.",
        )


def dates_disagree(page: Page, options: Options) -> Iterator[Observation]:
    """Dates of one event differ between text and data, or lie in the future."""
    known = [each for each in page.dates if each.day]
    for date in known:
        if date.day and date.day > options.today + _SAME_DAY and date.event != "next-review":
            yield _at(
                page,
                date,
                f"The page says it was {date.event} {date.words}, which lies in the future. "
                "Correct the date.",
            )
    shown = {each.event: each for each in known if each.origin == "visible"}
    for date in known:
        seen = shown.get(date.event)
        # What JSON-LD says otherwise has a rule of its own, jsonld-date-mismatch.
        apart = date.origin in ("meta", "front-matter")
        if seen and apart and date.day and days_differ(seen, date.day):
            yield _at(
                page,
                date if date.span else seen,
                f"The page shows '{seen.words}' as the day it was {date.event}, but its "
                f"{date.origin} says '{date.words}'. Make them agree.",
            )


def days_differ(shown: PageDate, data: datetime.date) -> bool:
    """Do a date as readers see it and one in the page's data differ, as far as both are exact?

    A day is forgiven: servers and readers live in different time zones.
    """
    assert shown.day
    if not any(sign.isdigit() and len(sign) < 3 for sign in shown.words.split()):
        # "March 2026" names no day: only month and year can disagree.
        return (shown.day.year, shown.day.month) != (data.year, data.month)
    return abs(shown.day - data) > _SAME_DAY


def _newest(page: Page) -> PageDate | None:
    for event in _CHECKED:
        found = [each for each in page.dates if each.event == event and each.day]
        if found:
            newest = max(found, key=lambda each: each.day or datetime.date.min)
            rest = [each for each in page.dates if each.event in _CHECKED and each.day]
            latest = max(rest, key=lambda each: each.day or datetime.date.min)
            return newest if event == "reviewed" else latest
    return None


def _at(page: Page, date: PageDate, message: str) -> Observation:
    return Observation(date.span or page_place(page), message)
