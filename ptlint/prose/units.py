"""Words as they are compared: in small letters, hyphenated ones taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ptlint.pattern import later
from ptlint.prose.tokens import Word, holds_address, words


# A unit of a folded text: a word without hyphens (see `ptlint.prose.tokens`).
def _unit(letters: str) -> re.Pattern[str]:
    return later(
        rf"""
        {letters}++
        (?: [.,']
            (?: (?<=')'{{0,3}}+{letters}++
              | (?<=\d\.)\d++{letters}*+
              | (?<=\d,)\d{{3}}(?!\d)
              | (?<=\b[^\W\d_]\.)(?!\d){letters}\b
            )
        )*+
        """,
        re.VERBOSE,
    )


_UNIT = _unit(r"[^\W_¹²³]")
# The same where a text is ASCII, as most are: a set of plain signs is looked up sooner.
_ASCII_UNIT = _unit("[0-9a-z]")
# Soft hyphens, word joiners and combining accents, which stand inside words, and superscripts.
_RARE = later(r"[\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff⁰⁴-⁹]")
# Any of them but soft hyphens lies beyond the usual letters and punctuation: a set of two runs.
_UNUSUAL = later(r"[^\x00-\xff\u2010-\u2044]")


def units(text: str, listed: Sequence[str] | None = None) -> list[Word]:
    """Give the words of a text as they are compared, with their places in it.

    Their case is folded, apostrophes are straight, and the parts of a hyphenated word are units
    of their own: "Weight-bearing" is "weight" and "bearing".

    Args:
        text: any text.
        listed: its ``unit_texts``, if they are known.
    """
    folded = _folded(text)
    if folded is None:
        return [unit for word in words(text) for unit in units_of(word)]
    return _placed(folded, listed if listed else _expression(folded).findall(folded))


def unit_texts(text: str) -> list[str]:
    """Give the texts of `units(text)` alone, in a third of the time."""
    folded = _folded(text)
    if folded is None:
        return [unit.text for word in words(text) for unit in units_of(word)]
    return _expression(folded).findall(folded)


def _placed(folded: str, listed: Sequence[str]) -> list[Word]:
    """Units with their places: between two of them stands no sign that a unit can begin with."""
    new = tuple.__new__  # what Word() comes down to, without a call in between
    placed, end = [], 0
    for unit in listed:
        start = folded.index(unit, end)
        end = start + len(unit)
        placed.append(new(Word, (start, end, unit)))
    return placed


def units_of(word: Word) -> Iterator[Word]:
    """Give one word as it is compared."""
    folded = _straight(word.text.casefold())
    if "-" not in folded or len(folded) != len(word.text):
        yield Word(word.start, word.end, folded)
        return
    start = word.start
    for piece in folded.split("-"):
        if piece:
            yield Word(start, start + len(piece), piece)
        start += len(piece) + 1


def _expression(folded: str) -> re.Pattern[str]:
    return _ASCII_UNIT if folded.isascii() else _UNIT


def _folded(text: str) -> str | None:
    """A text in which units can be read off, or None where its words have to be told first."""
    if holds_address(text):
        return None
    if text.isascii():
        folded = text.lower()
    else:
        folded = _straight(text.casefold())
        if len(folded) != len(text) or _holds_rare(text):
            return None
    return None if "-'" in folded or "'-" in folded else folded


def _holds_rare(text: str) -> bool:
    return "\u00ad" in text or (bool(_UNUSUAL.search(text)) and bool(_RARE.search(text)))


def _straight(text: str) -> str:
    return text.replace("’", "'").replace("‑", "-").replace("‐", "-")
