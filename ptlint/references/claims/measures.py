"""Figures that state something of many people: percentages, large counts, statistics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ptlint.pattern import later, one_of
from ptlint.vocabulary import load

_PERCENT = later(
    r"(?<![\d.])(?!100\s?(?:%|per))(?:\d{1,3}(?:\.\d+)?\s?%?\s?(?:[-–]|to)\s?)?"
    r"\d{1,3}(?:\.\d+)?\s?(?:%|percent\b|per cent\b)"
)
_COUNT = later(
    rf"(?<!{one_of('$£€,.#')})(?<!\d)(?:\d{{1,3}}(?:,\d{{3}})++|\d++(?:\.\d+)?\s(?:million|billion)|(?:a|one|two|three|four"
    r"|five|six|seven|eight|nine|ten|several|many|half\sa|of)\s(?:million|billion)s?)\b"
)
_STATISTIC = later(
    r"\bn\s?=\s?\d|\b(?:OR|RR|HR|SMD|NNT|NNH|ARR|RRR)\s?[=:]?\s?[-−]?\d|\d\d\s?% CI\b"
    r"|\bp\s?[<=]\s?0?\.\d"
)
#: What a statistic holds beside its figure, and a percentage.
_OF_STATISTICS = ("=", "<", "CI", "OR", "RR", "HR", "SMD", "NN")
_OF_PERCENTAGES = ("%", "percent", "per cent")
_YEARLY = later(r"\b(?:annually|yearly|(?:per|each|every|a)\s(?:year|day|month|week)|worldwide)\b")
_JOINER = one_of("'’-")
_NEXT_WORDS = later(rf"[^\W\d_]+(?:{_JOINER}[^\W\d_]+)*")
_OWN_COUNT = later(r"\b(?:experience|treated|served|helped|performed|satisfied|happy|trust)", re.I)
_OWN_MEASURE = later(
    r"\b(?:(?:by|at)\s(?:no\s)?more\sthan|maximum|maximal|one-rep|1rm|body\s?weight|per\sweek|each\sweek"
    r"|hba1c|a1c|saturation|oxygen|spo2|pace|mileage|humidity|sunscreen|daily\svalue|of\syour)\b",
    re.IGNORECASE,
)
_DIGIT = later(r"\d")
_THOUSANDS = later(r"\d,\d")
_Found = tuple[str, int, int]


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    data: dict[str, Any] = load("claims")
    names = ("not_after_percent", "not_counts")
    lists = {name: frozenset(data[name]) for name in names}
    return lists | {"population": frozenset([*data["people"], *data["cases"]])}


def holds_figures(text: str) -> bool:
    """Whether a text holds a digit or a number such as "a million"."""
    return "illion" in text or _DIGIT.search(text) is not None


def measures_in(sentence: str) -> Iterator[_Found]:
    """Name ("percent", "count", "statistic") and offsets of the figures that claim something."""
    figures = _DIGIT.search(sentence) is not None
    if figures and _holds_any(sentence, _OF_PERCENTAGES):
        yield from _percentages(sentence)
    if "illion" in sentence or (figures and _THOUSANDS.search(sentence)):
        yield from _counts(sentence)
    if figures and _holds_any(sentence, _OF_STATISTICS) and (match := _STATISTIC.search(sentence)):
        yield "statistic", *match.span()


def _holds_any(sentence: str, signs: tuple[str, ...]) -> bool:
    return any(map(sentence.__contains__, signs))


def _next_words(sentence: str, at: int, count: int) -> list[str]:
    return [word.lower() for word in _NEXT_WORDS.findall(sentence[at : at + 90])[:count]]


def _percentages(sentence: str) -> Iterator[_Found]:
    for match in _PERCENT.finditer(sentence):
        following = _next_words(sentence, match.end(), 1)
        if following and following[0] in _lists()["not_after_percent"]:
            continue
        if not _OWN_MEASURE.search(sentence, max(0, match.start() - 40), match.end() + 25):
            yield "percent", *match.span()


def _counts(sentence: str) -> Iterator[_Found]:
    lists = _lists()
    for match in _COUNT.finditer(sentence):
        following = _next_words(sentence, match.end(), 6)
        measured = bool(following) and following[0] in lists["not_counts"]
        if measured or _OWN_COUNT.search(sentence):
            continue
        if not lists["population"].isdisjoint(following) or _YEARLY.search(sentence):
            yield "count", *match.span()
