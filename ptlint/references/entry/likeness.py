"""How much a text looks like a reference entry, and how sure its reading is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.pattern import later, one_of

from .dates import YEAR
from .model import Entry
from .vocabulary import is_journal, names_organisation, names_publisher, sounds_like_journal

_VANCOUVER = later(rf"(?<!\d){YEAR}[\w\s.–-]{{0,14}};\s?(?:\d|\()")
_PROSE = frozenset(
    (
        *("found", "showed", "shows", "suggests", "demonstrated", "reported", "concluded"),
        *("recommends", "you", "your", "we", "our", "is", "are", "was", "were", "can", "may"),
        *("will", "should", "has", "have", "i", "my"),
    )
)
_PERSONAL = frozenset(("you", "your", "we", "our", "my", "i"))
_INSTRUCTION = later(
    r"\s*(?:call|contact|visit|see|read|click|book|download|hold|repeat|lie|sit|stand|place|keep"
    r"|bend|press|push|pull|raise|lift|open|monday|mon\b|tel|phone|fax|address|copyright|©)",
    re.I,
)
_CONTACT = later(
    rf"\b\d{{1,2}}(?::\d\d)?\s?[ap]\.?m\b|\(?\d{{3}}\)?[\s.-]\d{{3}}[\s.-]\d{{4}}\b|{one_of('$£€')}\s?\d|@\w+\.\w",
    re.I,
)
_CLOCK = later(r"\b\d{1,2}[:.]\d\d\s?[ap]\.?m\b", re.I)
_SMALL_START = later(r"[a-z]{2,}\s")
_ASIDES = later(r"\([^()]*\)|\[[^\[\]]*\]|https?:\S*")
_BYLINE = later(
    r"\s*(?:by|written\s(?:and\s.{0,30})?by|(?:medically\s)?reviewed\s.{0,20}by|posted|updated|published|author)\b[\s:]",
    re.I,
)
_LEFT_OVER = later(rf"\(\s?{YEAR}|{YEAR};")


def _identifiers(entry: Entry) -> Iterator[float]:
    if entry.doi:
        yield 0.3
    if entry.pmid or entry.pmcid:
        yield 0.25
    if entry.accessed:
        yield 0.25
    if entry.address:
        yield 0.2


def _locators(entry: Entry) -> Iterator[float]:
    if _VANCOUVER.search(entry.text):
        yield 0.4
    elif entry.volume and entry.pages:
        yield 0.35
    elif entry.volume or (entry.pages and entry.year):
        yield 0.15
    if entry.year:
        yield 0.15
    if entry.no_date:
        yield 0.2


def _names(entry: Entry) -> Iterator[float]:
    if entry.authors:
        form = entry.authors.form
        several = len(entry.authors.authors) > 1 or entry.authors.et_al
        yield (
            0.2
            if form == "organisation"
            else 0.3
            if several or form.startswith("inverted i")
            else 0.2
        )
    if entry.title_quoted:
        yield 0.2
    elif entry.title:
        yield 0.1
    if entry.container:
        name = entry.container.value
        yield (
            0.25
            if is_journal(name)
            else 0.2
            if sounds_like_journal(name) or names_organisation(name)
            else 0.05
        )
    if entry.publisher:
        yield 0.2 if names_publisher(entry.publisher.value) else 0.1
    if entry.style == "APA" and entry.authors and entry.title:
        yield 0.15


def _title_doubts(entry: Entry) -> Iterator[float]:
    title = entry.title.value if entry.title else ""
    words = title.lower().split()
    if len(words) > 45:
        yield 0.3
    if "et al" in title or "http" in title or "doi:" in title or _LEFT_OVER.search(title):
        yield 0.5
    if not (entry.authors or entry.title_quoted) and not _PROSE.isdisjoint(words):
        yield 0.3 if _PERSONAL.isdisjoint(words) else 0.6
    if not entry.title_quoted and _SMALL_START.match(title):
        yield 0.4
    if "%" in title and not (entry.volume or entry.doi or entry.pmid):
        yield 0.3


def _doubts(entry: Entry) -> Iterator[float]:
    yield from _title_doubts(entry)
    if entry.text.count(";") > 1 and len(_VANCOUVER.findall(entry.text)) > 1:
        yield 0.5  # two entries run together
    if entry.container:
        name = entry.container.value
        yield 0.5 if name.startswith("(") else 0.3 if name.count(" ") > 13 else 0.0
    if not entry.volume and (
        _CONTACT.search(entry.text) or (not entry.authors and _INSTRUCTION.match(entry.text))
    ):
        yield 0.4
    if _BYLINE.match(entry.text) or _CLOCK.search(entry.text):
        yield 0.5
    if _tail(entry) > 60:
        yield 0.6


def _tail(entry: Entry) -> int:
    """Letters behind the last field that was read: prose goes on, an entry does not."""
    fields = (
        entry.title, entry.container, entry.volume, entry.issue, entry.pages, entry.publisher,
        entry.doi, entry.pmid, entry.pmcid, entry.address, entry.accessed, entry.updated,
        entry.date, entry.no_date,
    )  # fmt: skip
    end = max((field.end for field in fields if field), default=0)
    if len(entry.text) - end < 60:
        return 0
    rest = _ASIDES.sub(" ", entry.text[end:])
    return sum(char.isalpha() for char in rest)


def sureness(entry: Entry) -> float:
    """How much of an entry its fields explain, from 0 to 1."""
    total = (
        sum(_identifiers(entry)) + sum(_locators(entry)) + sum(_names(entry)) - sum(_doubts(entry))
    )
    return max(0.0, min(1.0, total))


def likeness(entry: Entry) -> float:
    """How much an entry that was read looks like a reference (0 to 1, see `REFERENCE`)."""
    if entry.kind == "bare address":
        return 0.4
    named = entry.title or (entry.container and (entry.authors or entry.volume or entry.issue))
    anchored = (
        entry.year
        or entry.no_date
        or entry.volume
        or entry.doi
        or entry.pmid
        or entry.address
        or entry.accessed
    )
    return entry.confidence if named and anchored else min(entry.confidence, 0.3)
