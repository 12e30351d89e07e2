"""The dates of the page itself: published, updated, reviewed, due for review."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Any

from ptlint.page.mapped import MappedText
from ptlint.page.model import Metadata, PageDate
from ptlint.pattern import folded_letters, later

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_FORMS = tuple(
    later(form, re.I)
    for form in (
        r"(?P<year>(?:19|20)\d\d)-(?P<number>\d{1,2})-(?P<day>\d{1,2})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH},? (?P<year>(?:19|20)\d\d)",
        rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)",
        rf"{_MONTH},? (?P<year>(?:19|20)\d\d)",
        r"(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>(?:19|20)\d\d)",
        r"(?P<year>(?:19|20)\d\d)(?!\d)",
    )
)
_LABELS = (
    ("next-review", r"next (?:review|reviewed)(?: (?:is )?due)?(?: date)?|review due(?: date)?"),
    ("reviewed", r"(?:page )?(?:last |medically |clinically |date )?(?:last )?review(?:ed|s?)"
                 r"(?: (?:on|by [^\d\n]{1,80}?(?:,| on)))?|date of (?:last )?review|fact[- ]checked"
                 r"(?: on)?|review date"),
    ("updated", r"(?:last |page |date |content )?(?:last )?(?:updated?|modified|revised|edited)"
                r"(?: on)?|revision date|date of (?:last )?(?:update|revision)"),
    ("published", r"(?:first |date |originally )?(?:published|posted|created|written)(?: on)?"
                  r"|publication date|date:|publish(?:ed)? date"),
)  # fmt: skip
_LABEL = later("|".join(rf"(?P<e{i}>\b(?:{form}))" for i, (_, form) in enumerate(_LABELS)), re.I)
#: Every label holds one of these.
_SIGNS = (
    "review", "updat", "revis", "publi", "modified", "edited", "checked", "posted", "created",
    "written", "date:",
)  # fmt: skip
_KEYS = {
    "date": "published", "published": "published", "publishdate": "published",
    "datepublished": "published", "pubdate": "published", "created": "published",
    "article:published_time": "published", "lastmod": "updated", "updated": "updated",
    "modified": "updated", "last_modified": "updated", "datemodified": "updated",
    "last_updated": "updated", "lastupdated": "updated", "article:modified_time": "updated",
    "last-modified": "updated", "lastreviewed": "reviewed", "last_reviewed": "reviewed",
    "reviewed": "reviewed", "review_date": "reviewed", "reviewdate": "reviewed",
    "next_review": "next-review", "nextreview": "next-review", "datereviewed": "reviewed",
}  # fmt: skip
_BETWEEN = later(
    r"[\s:–—-]{0,4}(?:on |date )?[\s:]{0,2}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?", re.I
)
_YEAR = later(r"(?:19|20)\d\d")
#: Properties of schema.org that date a page.
JSON_DATES = {
    "datePublished": "published", "dateModified": "updated", "lastReviewed": "reviewed",
}  # fmt: skip
#: Lines so short say little else than when the page was made.
_SHORT_LINE = 60
_REACH = 90
#: Only of the page itself do people say so.
_OF_THE_PAGE = ("last", "next", "page", "date", "first", "content", "medically", "clinically")
_BEFORE_LABEL = later(
    r"(?:^|[.|•·()–—:;\d]\s*|\b(?:page|article|content|information|leaflet|post|was|is|last|first)\s+"
    r"|\bby [^.]{1,60},?\s+)$",
    re.I,
)
#: A longer text tells a story; its dates are not those of the page.
_LONGEST = 400


def dates_of(texts: Iterable[MappedText], metadata: Metadata) -> tuple[PageDate, ...]:
    """Every date that the page gives of itself: visible ones first.

    Args:
        texts: those in which the page speaks of itself.
    """
    visible = [
        found
        for text in texts
        if ("20" in text.text or "19" in text.text) and _may_be_dated(text.text)
        for found in _in_text(text)
    ]
    return (*visible, *_from_data(metadata))


def _may_be_dated(words: str) -> bool:
    return len(words) <= _LONGEST and _YEAR.search(words) is not None


def _in_text(text: MappedText) -> Iterator[PageDate]:
    words = text.text
    folded = folded_letters(words)
    if not any(sign in folded for sign in _SIGNS):
        return
    for label in _LABEL.finditer(words):
        if not _is_label(label):
            continue
        gap = _BETWEEN.match(words, label.end())
        at = gap.end() if gap else label.end()
        found = _date_at(words, at)
        if found:
            day, end = found
            event = _LABELS[int((label.lastgroup or "e0")[1:])][0]
            yield PageDate(event, day, words[at:end], text.span(label.start(), end))


def _is_label(label: re.Match[str]) -> bool:
    """Does the word label the page's date, or tell of something else that was published?"""
    words, start = label.string, label.start()
    if len(words) <= _SHORT_LINE or words[label.end() : label.end() + 2].lstrip().startswith(":"):
        return True
    if label.group().lower().startswith(_OF_THE_PAGE):
        return True
    return _BEFORE_LABEL.search(words[max(0, start - _REACH) : start]) is not None


def _date_at(words: str, at: int) -> tuple[datetime.date | None, int] | None:
    for form in _FORMS:
        match = form.match(words, at)
        if match:
            return _day(match.groupdict()), match.end()
    return None


def read_day(words: str) -> datetime.date | None:
    """The date at the start of a text such as "4 March 2026"; None if unreadable or ambiguous."""
    found = _date_at(words.strip(), 0)
    return found[0] if found else None


def _day(parts: dict[str, str | None]) -> datetime.date | None:
    year = int(parts["year"] or 0)
    month, day = 1, int(parts.get("day") or 1)
    if parts.get("month"):
        month = _MONTHS[str(parts["month"]).lower().rstrip(".")]
    elif parts.get("number"):
        month = int(parts["number"] or 1)
    elif parts.get("first"):
        first, second = int(parts["first"] or 0), int(parts["second"] or 0)
        if first <= 12 and second <= 12 and first != second:
            return None
        month, day = (second, first) if first > 12 else (first, second)
    elif not parts.get("day"):
        month, day = 12, 31
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _from_data(metadata: Metadata) -> Iterator[PageDate]:
    for key, value in metadata.front_matter.items():
        event = _KEYS.get(key.lower())
        if event and value:
            span = metadata.front_matter_spans.get(key)
            yield PageDate(event, _plain(value), str(value), span, "front-matter")
    for key, value in metadata.meta.items():
        event = _KEYS.get(key.lower())
        if event and value:
            yield PageDate(event, _plain(value), value, None, "meta")
    for script in metadata.json_ld:
        for node in script.nodes:
            for key, event in JSON_DATES.items():
                if isinstance(node.get(key), str):
                    yield PageDate(event, _plain(node[key]), node[key], script.span, "json-ld")


def _plain(value: Any) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    return value if isinstance(value, datetime.date) else read_day(str(value))
