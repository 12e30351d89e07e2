"""Entries that are old, or dated in the future."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from ptlint.pattern import later

from ..model import Entry
from .model import Judgement

_GUIDELINE = later(
    r"\b(?:guidelines?|recommendations?|consensus|position statement|practice parameter)\b", re.I
)


def _year(entry: Entry) -> int | None:
    return int(entry.year.value) if entry.year and entry.year.value.isdigit() else None


def is_guideline(entry: Entry) -> bool:
    """Whether an entry is a guideline or recommendation, by its title."""
    return bool(entry.title and _GUIDELINE.search(entry.title.value))


def old(
    entry: Entry, today: datetime.date, *, years: int = 10, guideline_years: int = 5
) -> Iterator[Judgement]:
    """An entry is older than `years` (a guideline: than `guideline_years`)."""
    year = _year(entry)
    limit = guideline_years if is_guideline(entry) else years
    if year is None or entry.year is None or today.year - year <= limit:
        return
    what = "guideline" if is_guideline(entry) else "source"
    yield Judgement(
        "reference-old", entry.year.start, entry.year.end,
        f"This {what} is from {year}, more than {limit} years ago. Check whether there is newer "
        "evidence, or keep it if it is the original work.",
    )  # fmt: skip


def future(entry: Entry, today: datetime.date) -> Iterator[Judgement]:
    """An entry is dated after `today`. Issues of January appear in November and December."""
    year = _year(entry)
    ahead = today.year + (1 if today.month >= 11 else 0)
    if year is not None and entry.year and year > ahead:
        yield Judgement(
            "ref-future-year", entry.year.start, entry.year.end,
            f"The year {year} lies in the future. Correct the year of this reference.",
        )  # fmt: skip
