"""The words of a sentence with their places, for matching rows of words."""

from __future__ import annotations

import re

from ptlint.record import record

_TOKEN = re.compile(
    r"\d(?:[\d,.]*\d)?(?:-[a-z]+)?|[^\W\d_]+(?:['’-][^\W\d_]+)*|[.;:!?()–—]", re.IGNORECASE
)
NUMBER = "#"
"""What a number reads as in `Words.words`."""

BREAK = "|"
"""What a stop or bracket reads as: no form crosses it."""


@record
class Words:
    """Words in lower case (numbers as `NUMBER`, stops as `BREAK`) and their offsets."""

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


def words_of(sentence: str) -> Words:
    """Split a sentence into words."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(sentence):
        token = match.group()
        words.append(_read(token))
        places.append(match.span())
    return Words(tuple(words), tuple(places))


def _read(token: str) -> str:
    first = token[0]
    if first.isalpha():
        return token.lower().replace("’", "'")
    if not first.isdigit():
        return BREAK
    return "FOLD" if token.endswith("-fold") else NUMBER
