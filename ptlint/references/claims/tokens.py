"""The words of a sentence with their places, for matching rows of words."""

from __future__ import annotations

from functools import lru_cache

from ptlint.pattern import later, one_of

_JOINER, _STOP = one_of("'’-"), one_of(".;:!?()–—")
_NUMBER = r"\d(?:[\d,.]*\d)?(?:-[A-Za-z]+)?"
_TOKEN = later(rf"[^\W\d_]++(?:{_JOINER}[^\W\d_]++)*+|{_NUMBER}|{_STOP}")
# The same where a text is ASCII, as most are: a set of plain signs is looked up sooner.
_ASCII_TOKEN = later(rf"[A-Za-z]++(?:['-][A-Za-z]++)*+|{_NUMBER}|[.;:!?()]")
NUMBER = "#"
"""What a number reads as among the words."""

FOLD = "FOLD"
"""What "5-fold" reads as."""

BREAK = "|"
"""What a stop or bracket reads as: no form crosses it."""


def words_of(sentence: str) -> tuple[str, ...]:
    """Words in lower case, numbers as `NUMBER`, stops as `BREAK`."""
    plain = sentence.replace("’", "'")
    token = _ASCII_TOKEN if plain.isascii() else _TOKEN
    tokens = token.findall(plain.lower())
    return tuple([each if each.isalpha() else _read(each) for each in tokens])


def places_of(sentence: str) -> list[tuple[int, int]]:
    """The offsets of the same words."""
    return [match.span() for match in _TOKEN.finditer(sentence)]


@lru_cache(maxsize=8192)
def _read(token: str) -> str:
    first = token[0]
    if first.isalpha():
        return token.lower()
    if not first.isdigit():
        return BREAK
    return FOLD if token.endswith("-fold") else NUMBER
