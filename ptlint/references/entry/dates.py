"""Dates as they stand in reference entries."""

from __future__ import annotations

import re
from functools import lru_cache

from ptlint.pattern import later, one_of

YEAR = r"(?:1[6-9]\d\d|20\d\d)"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
#: The words that name a part of the year, as they are written.
MONTHS_AND_SEASONS = frozenset(
    (
        "January February March April May June July August September October November December "
        "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Spring Summer Autumn Fall Winter"
    ).split()
)
_NAME = later(r"[A-Z][a-z]{2,8}\b")

# Patterns know a month by this letter, for which `with_months` takes its first one: two dozen names
# in each of ten patterns would take longer to compile than all else that is done with an entry.
_MARK = "Ɱ"
MONTH = rf"{_MARK}[a-z]{{2,8}}\b"


@lru_cache(maxsize=128)
def with_months(text: str) -> str:
    """`text` as `MONTH`, `DATE` and `FULL_DATE` read it, each month marked; as long as before."""
    return _NAME.sub(_marked, text)


def _marked(match: re.Match[str]) -> str:
    name = match.group()
    return _MARK + name[1:] if name in MONTHS_AND_SEASONS else name


def _months(month: str) -> str:
    """A month or a range of them."""
    return rf"{month}\.?(?:\s?{one_of('/–—-')}\s?[A-Z{_MARK}][a-z]{{2,8}}\.?)?"


def _full_date(months: str) -> str:
    return (
        rf"(?:(?:{_DAY}\s)?{months}(?:\s{_DAY})?,?\s{YEAR}"  # 15 Feb. 2023, November 27, 2024
        rf"|{YEAR},?\s{months}(?:\s{_DAY}(?:\s?[–-]\s?\d\d?)?)?\b"  # 2020 Oct 26
        rf"|{YEAR}-[01]\d-[0-3]\d"
        r"|[0-3]?\d[/.][0-3]?\d[/.](?:20|19)?\d\d\b)"
    )


MONTHS = _months(MONTH)
FULL_DATE = _full_date(MONTHS)
"""A date with at least a month; capturing groups are left to the user of the pattern."""

DATE = rf"(?:{FULL_DATE}|{YEAR}[a-z]?\b)"
_ANY_NAME = "|".join(sorted(MONTHS_AND_SEASONS))
_PLAIN = _full_date(_months(rf"(?:{_ANY_NAME})\b"))
PLAIN_DATE = rf"(?:{_PLAIN}|{YEAR}[a-z]?\b)"
"""The same for texts whose months are not marked, and where they may be in small letters."""

DATE_IN = later(rf"(?<![\d/-]){DATE}(?![\d/])")
"""A date in a text with its months marked."""

_SIGN = later(r"\d|\bn\.", re.ASCII)


def may_hold_date(text: str) -> bool:
    """Whether there is a figure or an "n." in a text: without, no expression here fits it."""
    return _SIGN.search(text) is not None


_YEAR_IN = later(rf"(?<!\d){YEAR}(?!\d)")


def year_in(text: str, offset: int = 0) -> tuple[int, int] | None:
    """Offsets of the first four-digit year of `text`, moved by `offset`."""
    match = _YEAR_IN.search(text)
    return (match.start() + offset, match.end() + offset) if match else None
