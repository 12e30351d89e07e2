"""Dates as they stand in reference entries."""

from __future__ import annotations

import re

from ptlint.pattern import one_of

MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|August"
    r"|September|October|November|December|Spring|Summer|Autumn|Fall|Winter)\b"
)
YEAR = r"(?:1[6-9]\d\d|20\d\d)"
MONTHS = rf"{MONTH}\.?(?:\s?{one_of('/–—-')}\s?[A-Z][a-z]{{2,8}}\.?)?"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"

FULL_DATE = (
    rf"(?:(?:{_DAY}\s)?{MONTHS}(?:\s{_DAY})?,?\s{YEAR}"  # 15 Feb. 2023, November 27, 2024
    rf"|{YEAR},?\s{MONTHS}(?:\s{_DAY}(?:\s?[–-]\s?\d\d?)?)?\b"  # 2020 Oct 26
    rf"|{YEAR}-[01]\d-[0-3]\d"
    r"|[0-3]?\d[/.][0-3]?\d[/.](?:20|19)?\d\d\b)"
)
"""A date with at least a month; capturing groups are left to the user of the pattern."""

DATE = rf"(?:{FULL_DATE}|{YEAR}[a-z]?\b)"

_YEAR_IN = re.compile(rf"(?<!\d){YEAR}(?!\d)")


def year_in(text: str, offset: int = 0) -> tuple[int, int] | None:
    """Offsets of the first four-digit year of `text`, moved by `offset`."""
    match = _YEAR_IN.search(text)
    return (match.start() + offset, match.end() + offset) if match else None
