"""Does a reference entry name the work that is on record under its DOI or PubMed number?

Judged by words, so that translated titles, subtitles and spelling do not lead to a complaint: an
entry names another work only if its title and its first author both differ.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache

from ptlint.online.answers import Work
from ptlint.pattern import later
from ptlint.references.entry import Entry
from ptlint.vocabulary import load

_WORDS = later(r"[^\W_]+")
_ADDRESSES = later(r"(?:https?://|www\.|doi:|\b10\.\d{4})\S{0,500}", re.I)
#: Share of a title's own words that must be in the entry: below the first it is another work
#: (if the author differs too), from the second on it is surely this one.
_OTHER, _SAME = 0.34, 0.7
_FEWEST_WORDS = 3
_YEARS_APART = 1
_PLAIN_NUMBER = later(r"\d{1,6}\Z")
_LIGATURES = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d"})


def names_other_work(text: str, work: Work) -> bool:
    """Is another work on record than an entry's text names?

    False also where it cannot be told: no title on record, or an entry without words.
    """
    own = _own_words(work.title)
    written = _words(_ADDRESSES.sub(" ", text))
    if len(own) < _FEWEST_WORDS or len(written) < _FEWEST_WORDS + 1:
        return False
    if len(own & written) / len(own) > _OTHER:
        return False
    return not _has_author(written, work)


def differing_field(text: str, entry: Entry, work: Work) -> tuple[str, str, str] | None:
    """A field of the right work that the entry gives otherwise.

    Returns:
        what it is ("year", "volume"), what the entry says and what is on record; None where
        nothing differs or the titles are not surely the same.
    """
    own = _own_words(work.title)
    if len(own) < _FEWEST_WORDS or len(own & _words(text)) / len(own) < _SAME:
        return None
    year = entry.year.value[:4] if entry.year else ""
    if year.isdecimal() and work.years and not _near(int(year), work.years):
        return "year", year, str(max(work.years))
    volume = entry.volume.value if entry.volume else ""
    if _PLAIN_NUMBER.match(volume) and _PLAIN_NUMBER.match(work.volume):
        if int(volume) != int(work.volume):
            return "volume", volume, work.volume
        page = re.split(r"[-–—]", entry.pages.value, maxsplit=1)[0] if entry.pages else ""
        if _PLAIN_NUMBER.match(page) and _PLAIN_NUMBER.match(work.page) and page != work.page:
            return "first page", page, work.page
    return None


def _near(year: int, years: tuple[int, ...]) -> bool:
    return any(abs(year - each) <= _YEARS_APART for each in years)


def _has_author(written: set[str], work: Work) -> bool:
    """Is the first author in the entry? True where none is on record."""
    names = _words(work.authors[0]) if work.authors else set()
    names = {each for each in names if len(each) > 1} or names
    return not names or bool(names & written)


def _own_words(title: str) -> set[str]:
    return _words(title) - _common_words()


@cache
def _common_words() -> frozenset[str]:
    return frozenset(load("title-words")["words"])


def _words(text: str) -> set[str]:
    folded = unicodedata.normalize("NFKD", html.unescape(text).casefold()).translate(_LIGATURES)
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return set(_WORDS.findall(plain.replace("'", "").replace("’", "")))
