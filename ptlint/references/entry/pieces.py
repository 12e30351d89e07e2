"""The pieces between stops and commas, from which titles and containers are chosen."""

from __future__ import annotations

import re

from ptlint.pattern import later
from ptlint.record import record

from .dates import DATE_IN, YEAR, may_hold_date, with_months
from .titles import Segment

_ABOUT_DATE = " \t\n\r\v\f\u00a0,.;:()"
_NEARLY_DATE = later(rf"n\.\s?d|c\.\s?{YEAR}|{YEAR}[-–]")
_EDITION = later(
    r",?\s(?:\d{1,2}(?:st|nd|rd|th)|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth"
    r"|[Rr]ev(?:ised|\.)?)\s[Ee]d(?:ition\b|n\b|\.|\b),?"
)
_ASIDE = later(
    r"\(\s?(?:pp?\.|[Vv]ols?\.|\d{1,2}(?:st|nd|rd|th)\s[Ee]d|[Rr]ev\.?\s[Ee]d|[Rr]eport\s[Nn]o|[Pp]ublication\s[Nn]o|[Oo]riginal\swork)[^()]{0,60}\)"
)
_COMMAS = later("[,;]")
_AND = later(r"(?:and|&)\s")

Span = tuple[int, int]


@record
class Split:
    """Offsets of title, container and publisher, and how sure the split is."""

    title: Span | None
    container: Span | None
    publisher: Span | None
    sure: float
    chapter: bool = False


def blank(match: re.Match[str]) -> str:
    """As many spaces as the match is long, so that offsets stay true."""
    return " " * len(match.group())


def without_asides(core: str) -> str:
    """Blank editions and brackets such as "(pp. 77-94)", "(2nd ed.)": no part of a title."""
    if "(" in core:
        core = _ASIDE.sub(blank, core)
    return _EDITION.sub(blank, core) if " ed" in core or " Ed" in core else core


def span_of(*pieces: Segment) -> Span | None:
    return (pieces[0].start, pieces[-1].end) if pieces else None


def is_date(piece: Segment) -> bool:
    if not may_hold_date(piece.text):
        return False
    text = with_months(piece.text.strip(_ABOUT_DATE))
    return bool(DATE_IN.fullmatch(text) or _NEARLY_DATE.fullmatch(text))


def comma_parts(core: str, start: int, end: int) -> list[Segment]:
    """Parts between commas, a series such as "Trauma, Violence, & Abuse" kept together."""
    parts: list[Segment] = []
    at = start
    for piece in _COMMAS.split(core[start:end]):
        parts += trimmed(core, at, at + len(piece))
        at += len(piece) + 1
    for index in range(len(parts) - 1, 0, -1):
        if _AND.match(parts[index].text):
            first = 0 if index < 4 else index - 1
            joined = Segment(
                core[parts[first].start : parts[index].end],
                parts[first].start,
                parts[index].end,
                "",
            )
            return [*parts[:first], joined, *parts[index + 1 :]]
    return parts


def trimmed(core: str, start: int, end: int) -> list[Segment]:
    while start < end and core[start] in " .,;:()\t\n":
        start += 1
    while end > start and core[end - 1] in " .,;:(\t\n":
        end -= 1
    return [Segment(core[start:end], start, end, "")] if end > start else []
