"""Entries that lack what a reader needs to find the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.pattern import later, one_of

from ..model import SURE, Entry
from ..vocabulary import is_journal, names_organisation
from .model import Judgement

_ANY_YEAR = later(r"(?<![\d/.-])(?:1[6-9]|20)\d\d(?![\d/])")
_TO_COME = later(r"\b(?:in press|forthcoming|ahead of print|epub|accepted|submitted)\b", re.I)
_NAMES = later(r"\bet\s?al\b|^\W*[^\W\d_]+,?\s(?-i:[A-Za-z]{1,3})\b[.,]|\beds?\b", re.I)
_SITE_IN_TITLE = later(rf"\s{one_of('|–—-')}\s\S")
_WANTED = {
    "author": "the author or the organisation",
    "year": "the year",
    "title": "the title",
    "place": "the volume and pages, or a DOI",
    "publisher": "the site or organisation that published it",
}


def _has_year(entry: Entry) -> bool:
    if entry.year or entry.date or entry.no_date or _TO_COME.search(entry.text):
        return True
    hidden = [field for field in (entry.address, entry.doi) if field]
    return any(
        not any(field.start <= match.start() < field.end for field in hidden)
        for match in _ANY_YEAR.finditer(entry.text)
    )


def _has_author(entry: Entry) -> bool:
    if entry.authors or not entry.title:
        return True
    before = entry.text[: entry.title.start]
    doubtful = _NAMES.search(entry.title.value[:80]) or any(char.isalpha() for char in before)
    return bool(doubtful) or names_organisation(entry.title.value)


def _missing_in_article(entry: Entry) -> Iterator[str]:
    if not _has_author(entry) and (entry.title_quoted or (entry.title and entry.volume)):
        yield "author"
    if not _has_year(entry):
        yield "year"
    if not entry.title and entry.authors and entry.container and entry.volume:
        yield "title"
    located = entry.volume or entry.issue or entry.pages or entry.doi or entry.pmid or entry.pmcid
    listed = entry.container and is_journal(entry.container.value)
    if listed and not (located or entry.address or _TO_COME.search(entry.text)):
        yield "place"


def _missing_in_page(entry: Entry) -> Iterator[str]:
    named = entry.authors or entry.container or entry.publisher
    if named or not entry.title or not entry.title_quoted:
        return
    if not (_SITE_IN_TITLE.search(entry.title.value) or names_organisation(entry.title.value)):
        yield "publisher"


def missing_fields(entry: Entry) -> tuple[str, ...]:
    """What an entry surely lacks: "author", "year", "title", "place", "publisher".

    Empty when the reading is not sure enough to say so.
    """
    if entry.kind == "web page":
        return tuple(_missing_in_page(entry)) if entry.confidence >= 0.5 else ()
    if entry.confidence < SURE:
        return ()
    if entry.kind == "journal":
        return tuple(_missing_in_article(entry))
    return () if _has_year(entry) or entry.kind not in ("book", "chapter") else ("year",)


def incomplete(entry: Entry) -> Iterator[Judgement]:
    """An entry lacks its author, year, title, or where to find it (JAMA benchmark: attribution)."""
    lacking = [_WANTED[name] for name in missing_fields(entry)]
    if lacking:
        what = " and ".join(lacking)
        message = (
            f"This reference does not give {what}. Add it so that readers can find the source."
        )
        yield Judgement("reference-incomplete", *_whole(entry), message)


def no_date(entry: Entry) -> Iterator[Judgement]:
    """A web page cited without any date: neither its own nor the day it was read."""
    if entry.kind != "web page" or entry.accessed or entry.updated or entry.confidence < 0.5:
        return
    if entry.no_date or not _has_year(entry):
        yield Judgement(
            "ref-no-date",
            *_whole(entry),
            "This web page is cited without a date. Add when it was published or updated, or the "
            "day you read it (“Accessed 3 May 2026”).",
        )


def _whole(entry: Entry) -> tuple[int, int]:
    field = entry.title or entry.container or entry.address
    return (field.start, field.end) if field else (0, len(entry.text))
