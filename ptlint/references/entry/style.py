"""Guess the citation style of an entry, and say from what."""

from __future__ import annotations

import re

from ptlint.pattern import later
from ptlint.record import record

from .dates import YEAR
from .model import AuthorList, Kind, Style

_MLA_WORDS = later(r"\bvol\.?\s\w+,\sno\.?\s", re.I)
_VANCOUVER = later(rf"{YEAR}[\w\s-]{{0,12}};\s?\d*(?:\s?\([^)]*\))?(?::|\.|$)")
_CHICAGO = later(rf"\b\d{{1,4}}(?:,\sno\.\s\d+)?\s\([^)]{{0,20}}{YEAR}\):")
_IEEE = later(r",[\"”]\s")
_VOL_WORD = later(r"\b([Vv])ol(\.|ume)?\s?\d")
_NO_WORD = later(r"(?<=,\s)([Nn])o\.\s?\d")
_PP_WORD = later(r"\b(pp?)\.\s?\d")


@record
class StyleGuess:
    """The most likely style, with the cues that speak for it."""

    style: Style
    cues: tuple[str, ...]


def _scores(
    text: str, authors: AuthorList | None, date_follows_authors: bool, quoted: bool
) -> dict[Style, list[str]]:
    cues: dict[Style, list[str]] = {"AMA": [], "MLA": [], "APA": [], "Chicago": [], "IEEE": []}
    form = authors.form if authors else ""
    if date_follows_authors:
        cues["APA"].append("year in brackets after the authors")
    if form == "inverted dotted":
        cues["APA"].append("initials with full stops")
    if form == "inverted initials":
        cues["AMA"].append("initials without full stops")
    if form == "inverted full":
        cues["MLA"].append("first names in full")
    if quoted:
        cues["MLA"].append("title in quotation marks")
    if "no." in text.lower() and _MLA_WORDS.search(text):
        cues["MLA"].append("vol. and no.")
    if ";" in text and _VANCOUVER.search(text):
        cues["AMA"] += ["year;volume:pages"] * 2
    if "):" in text and _CHICAGO.search(text):
        cues["Chicago"] += ["volume (year): pages"] * 3
    if quoted and _IEEE.search(text):
        cues["IEEE"].append("comma inside the quotation marks")
    return cues


def style_of(
    text: str, kind: Kind, authors: AuthorList | None, date_follows_authors: bool, quoted: bool
) -> StyleGuess:
    """The style of an entry. "web" when there is nothing but a title, a site and an address."""
    scores = _scores(text, authors, date_follows_authors, quoted)
    best = max(scores, key=lambda style: len(scores[style]))
    if not scores[best]:
        return StyleGuess("web" if kind in ("web page", "bare address") else "unknown", ())
    return StyleGuess(best, tuple(dict.fromkeys(scores[best])))


def spellings(text: str) -> dict[str, str]:
    """How the words of a locator are spelled: {"volume": "vol.", "issue": "No."}."""
    found: dict[str, str] = {}
    for name, pattern in (("volume", _VOL_WORD), ("issue", _NO_WORD), ("pages", _PP_WORD)):
        match = pattern.search(text)
        if match:
            found[name] = match.group().rstrip("0123456789 ")
    return found
