"""Words of a text, with their exact places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from ptlint.pattern import later, one_of


class Word(NamedTuple):
    """A word and its place: `text[start:end]`, code points, end exclusive.

    A named tuple, for a page has thousands: it is made in half the time of a frozen dataclass.
    """

    start: int
    end: int
    text: str


# A superscript is a reference mark or a unit's exponent, never a part of the word before it.
_LETTERS = r"[^\W_¹²³]"
# The others are read as the second one: beside the first three they would make a set that costs
# as much to compile as all the rest of a word.
_RAISED = later("[⁰⁴-⁹]")
# What may stand inside a word: apostrophes, hyphens, soft hyphens, word joiners.
_INSIDE = one_of("'’‐‑-\u00ad\u200b\u200c\u200d\u2060\ufeff")
_NARROW_SPACE = one_of("\u00a0\u2009\u202f")

# What goes on with letters, after any sign: nearly every word is followed by a space.
_GOES_ON = rf"""
    [^ \w]
    (?: (?!\s)
        (?: (?<=\d\.)\d++{_LETTERS}*+                       # 1.5, 1.5mg
          | (?<=\d,)\d{{3}}(?!\d)                           # 1,000
          | (?<=\b[^\W\d_]\.)[^\W\d_¹²³]\b                # e.g, U.S
          | (?<={_INSIDE}){_INSIDE}{{0,3}}+{_LETTERS}++
        )
      | (?<=[\u0300-\u036f])[\u0300-\u036f]{{0,3}}+{_LETTERS}*+   # combining accents
    )
"""
_PLAIN_WORD = later(rf"{_LETTERS}++(?:{_GOES_ON})*+", re.VERBOSE)
# The same where a text is ASCII, as most are: a set of plain signs is looked up sooner.
_ASCII_WORD = later(
    r"""
    [0-9A-Za-z]++
    (?: [.,'-]
        (?: (?<=\d\.)\d++[0-9A-Za-z]*+
          | (?<=\d,)\d{3}(?!\d)
          | (?<=\b[A-Za-z]\.)[A-Za-z]\b
          | (?<=['-])['-]{0,3}+[0-9A-Za-z]++
        )
    )*+
    """,
    re.VERBOSE,
)
_WORD = later(
    rf"""
      (?:https?://|www\.)[^\s<>"]++                           # web addresses are not words
    | 10\.\d{{4,9}}/[^\s<>"]++                                # nor are DOIs
    | (?P<word>
          \d{{1,3}}(?:{_NARROW_SPACE}\d{{3}})++(?!\d)          # 10 000 with no-break spaces
        | {_LETTERS}++
          (?: {_GOES_ON}
            | [.+%](?=[\w.+%-]{{1,64}}@[\w.-])[\w.+%-]++        # first.last of an e-mail address
          )*+
      )
      (?P<address>@[\w.-]++)?+                                # e-mail addresses are not words
    """,
    re.VERBOSE,
)


def holds_address(text: str) -> bool:
    """May a text hold what only looks like words: an address, a DOI, a number with spaces?"""
    return (
        "@" in text
        or "://" in text
        or "www." in text
        or "10." in text
        or (not text.isascii() and ("\u00a0" in text or "\u2009" in text or "\u202f" in text))
    )


def words(text: str, most: int | None = None) -> list[Word]:
    """Give the words of a text in order.

    Contractions, possessives and hyphenated compounds are one word, as Flesch counted them; so are
    numbers with decimals or grouped digits and abbreviations with inner stops (without the last
    stop). Web addresses, DOIs and e-mail addresses are not words. A no-break space parts words
    unless it groups the digits of a number.

    Args:
        text: any text.
        most: only so many of the first words, if not all.

    Returns:
        The words; each word's `text` is the slice of `text` between its `start` and `end`.
    """
    text = _without_raised(text)
    every: Iterator[re.Match[str]]
    if not holds_address(text):
        every = _plain_word(text).finditer(text)
    else:
        every = (found for found in _WORD.finditer(text) if found.lastgroup == "word")
    return [_new(Word, (*found.span(), found[0])) for found in islice(every, most)]


def word_texts(text: str) -> list[str]:
    """Give the texts of `words(text)` alone, in less than half the time."""
    text = _without_raised(text)
    if not holds_address(text):
        return _plain_word(text).findall(text)
    return [found[0] for found in _WORD.finditer(text) if found.lastgroup == "word"]


def _plain_word(text: str) -> re.Pattern[str]:
    return _ASCII_WORD if text.isascii() else _PLAIN_WORD


def _without_raised(text: str) -> str:
    return text if text.isascii() else _RAISED.sub("²", text)


# What Word() comes down to, without a call in between.
_new = tuple.__new__
