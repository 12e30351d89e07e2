"""Dates as they stand in reference entries."""

from __future__ import annotations

import re

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
    r"|Spring|Summer|Autumn|Fall|Winter)"
)
YEAR = r"(?:1[6-9]\d\d|20\d\d)"
MONTHS = rf"{MONTH}\.?(?:\s?[/–—-]\s?{MONTH}\.?)?"
_DAY = r"(?:[0-2]?\d|3[01])(?:st|nd|rd|th)?"

FULL_DATE = (
    rf"(?:{_DAY}\s{MONTHS},?\s{YEAR}"  # 15 Feb. 2023
    rf"|{MONTHS}\s{_DAY},?\s{YEAR}"  # November 27, 2024
    rf"|{MONTHS},?\s{YEAR}"  # September 2004
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
