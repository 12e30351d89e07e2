"""Which part of a page a class or id name stands for, by ``rules/vocabulary/landmarks.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from ptlint.page.kinds import Part
from ptlint.pattern import later
from ptlint.record import record
from ptlint.vocabulary import load

_WORD = later(r"[A-Za-z][a-z]*+|[0-9]++")
_MOST_WORDS = 4


@record
class _Names:
    sure: Mapping[str, Part]
    whole: Mapping[str, Part]
    first: Mapping[str, Part]
    last: Mapping[str, Part]
    pairs: Mapping[str, Part]
    negating: frozenset[str]
    page_words: frozenset[str]


@cache
def _names() -> _Names:
    given = load("landmarks")
    tables = {
        key: {word: Part(part) for word, part in given[key].items()}
        for key in ("sure", "whole", "first", "last", "pairs")
    }
    return _Names(
        **tables,
        negating=frozenset(given["negating"]),
        page_words=frozenset(given["page_words"]),
    )


@lru_cache(maxsize=4096)
def parts_of_names(names: str) -> tuple[Part | None, Part | None]:
    """The parts that an element's class or id names stand for.

    The first is meant whatever the size of the element, the second where it is small.
    """
    return _sure_part_of_names(names), part_of_names(names)


def _sure_part_of_names(names: str) -> Part | None:
    sure = _names().sure
    words = names.lower().split()
    if sure.keys().isdisjoint(words):
        return None
    return next(sure[name] for name in words if name in sure)


def part_of_names(names: str) -> Part | None:
    """The part that one of an element's class or id names stands for, if any says so plainly."""
    for name in names.split():
        part = _part_of_name(name)
        if part is not None:
            return part
    return None


@lru_cache(maxsize=4096)
def _part_of_name(name: str) -> Part | None:
    words = [word.lower() for word in _WORD.findall(name)]
    names = _names()
    if not words or words[0] in names.negating or len(words) > _MOST_WORDS:
        return None
    first, last = names.first.get(words[0]), names.last.get(words[-1])
    if len(words) == 1:
        return names.whole.get(words[0]) or last or first
    if last is Part.FOOTER and words[0] not in names.page_words:
        last = None
    return names.pairs.get(" ".join(words[:2])) or last or first
