"""The words of a sentence with their places, for matching rows of words."""

from __future__ import annotations

from functools import lru_cache

from ptlint.pattern import later, one_of

_JOINER, _STOP = one_of("'’-"), one_of(".;:!?()–—")
_TOKEN = later(rf"\d(?:[\d,.]*\d)?(?:-[A-Za-z]+)?|[^\W\d_]+(?:{_JOINER}[^\W\d_]+)*|{_STOP}")
NUMBER = "#"
"""What a number reads as among the words."""

FOLD = "FOLD"
"""What "5-fold" reads as."""

BREAK = "|"
"""What a stop or bracket reads as: no form crosses it."""


def words_of(sentence: str) -> tuple[str, ...]:
    """Words in lower case, numbers as `NUMBER`, stops as `BREAK`."""
    return tuple(map(_read, _TOKEN.findall(sentence)))


def places_of(sentence: str) -> list[tuple[int, int]]:
    """The offsets of the same words."""
    return [match.span() for match in _TOKEN.finditer(sentence)]


@lru_cache(maxsize=8192)
def _read(token: str) -> str:
    first = token[0]
    if first.isalpha():
        return token.lower().replace("’", "'")
    if not first.isdigit():
        return BREAK
    return FOLD if token.endswith("-fold") else NUMBER
