"""Rows of words that make a claim, read from `rules/vocabulary/claims.toml`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from ptlint.pattern import later
from ptlint.record import record, replace
from ptlint.vocabulary import load

from .tokens import BREAK, FOLD, NUMBER

_ELEMENT = later(r"\(([^()]*)\)(\??)|(\S+)")
_GAP_WORDS = 4


@record
class Part:
    """One place of a form: words that may stand there, or a gap.

    Attributes:
        choices: the alternatives by their first word.
        signs: the most telling word of each alternative.
        common: how many of these are small words, which stand anywhere.
    """

    choices: Mapping[str, tuple[tuple[str, ...], ...]]
    optional: bool = False
    gap: bool = False
    signs: tuple[str, ...] = ()
    common: int = 0


Form = tuple[Part, ...]


@record
class Grammar:
    """Every form of a claim; `kinds` in the order of their weight.

    Attributes:
        forms: each with the rank of its kind, the words it can begin with, and the first words
            of every part that it cannot do without.
        signs: the numbers of forms by the words of their most telling part, one of which must
            stand in a sentence of that form: "estimated" tells more than "is".
        first_signs: the same by the first word of those that hyphens join.
    """

    kinds: tuple[str, ...]
    forms: tuple[tuple[int, Form, frozenset[str], tuple[frozenset[str], ...]], ...]
    signs: Mapping[str, tuple[int, ...]]
    first_signs: Mapping[str, tuple[int, ...]]
    measures: Mapping[str, int]
    not_before: Mapping[int, frozenset[str]]


@lru_cache(maxsize=1)
def _lists() -> Mapping[str, list[str]]:
    """The lists of words that forms name in capitals."""
    data: dict[str, Any] = load("claims")
    return {"PEOPLE": data["people"], "POPULATION": [*data["people"], *data["cases"]]}


@lru_cache(maxsize=1)
def _small() -> frozenset[str]:
    return frozenset(load("function-words")["en"]["words"].split())


# Many forms have the same groups.
@lru_cache(maxsize=512)
def _group(written: str) -> Part:
    """One of several alternatives, each of one word or more."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    signs: list[str] = []
    for alternative in written.split("|"):
        for phrase in _lists().get(alternative, (alternative,)):
            row = tuple(phrase.split()) if " " in phrase else (phrase,)
            if "N" in row:
                row = tuple([NUMBER if word == "N" else word for word in row])
            signs.append(_most_telling(row))
            found[row[0]] = (*found[row[0]], row) if row[0] in found else (row,)
    for first, rows in found.items():
        if len(rows) > 1:
            found[first] = tuple(sorted(rows, key=len, reverse=True))
    return Part(found, signs=tuple(signs), common=len(list(filter(_small().__contains__, signs))))


def _most_telling(row: tuple[str, ...]) -> str:
    if len(row) > 1:
        for word in row:
            if word not in _small():
                return word
    return row[0]


def _form(written: str) -> Form:
    parts: list[Part] = []
    for group, optional, word in _ELEMENT.findall(written):
        if word == "…":
            parts.append(Part({}, gap=True))
        else:
            part = _group(group or word.rstrip("?"))
            may_lack = bool(optional) or word.endswith("?")
            parts.append(replace(part, optional=True) if may_lack else part)
    return tuple(parts)


def _starts(form: Form) -> Iterator[str]:
    for part in form:
        yield from part.choices
        if not part.optional:
            return


def _signs(form: Form) -> tuple[str, ...]:
    """The words of the part that must stand there and is least often anywhere else."""
    return _most_telling_part(_required(form)).signs


def _most_telling_part(parts: list[Part]) -> Part:
    return min(parts, key=lambda part: part.common)


def _needed(form: Form) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(part.choices) for part in _required(form))


def _required(form: Form) -> list[Part]:
    return [part for part in form if not (part.optional or part.gap)]


def _by_sign(forms: list[Form]) -> dict[str, tuple[int, ...]]:
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        for word in set(_signs(form)):
            numbers[word].append(number)
    return {word: tuple(listed) for word, listed in numbers.items()}


def _by_first_word(signs: Mapping[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for sign, numbers in signs.items():
        first = sign.partition("-")[0]
        found[first] = (*found.get(first, ()), *numbers)
    return found


@cache
def needed_beside_sign(number: int) -> tuple[frozenset[str], ...]:
    """What a text with a sign of a form must hold besides: one word of each set, as first signs."""
    parts = _required(grammar().forms[number][1])
    parts.remove(_most_telling_part(parts))
    return tuple(
        frozenset(word.partition("-")[0] for word in part.choices)
        for part in parts
        if not (NUMBER in part.choices or FOLD in part.choices)
    )


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The forms of every kind of claim."""
    data: dict[str, Any] = load("claims")
    forms = [
        (rank, _form(written))
        for rank, kind in enumerate(data["kind"])
        for written in kind["forms"]
    ]
    signs = _by_sign([form for _, form in forms])
    return Grammar(
        tuple(kind["name"] for kind in data["kind"]),
        tuple((rank, form, frozenset(_starts(form)), _needed(form)) for rank, form in forms),
        signs,
        _by_first_word(signs),
        {name: rank for rank, kind in enumerate(data["kind"]) for name in kind.get("measures", ())},
        {rank: frozenset(kind.get("not_before", ())) for rank, kind in enumerate(data["kind"])},
    )


def end_of(form: Form, words: tuple[str, ...], at: int, part: int = 0) -> int | None:
    """Index behind the last word when `form` (from `part` on) matches at word `at`."""
    if part == len(form):
        return at
    place = form[part]
    if place.gap:
        return _after_gap(form, words, at, part)
    if at < len(words):
        for row in place.choices.get(words[at], ()):
            if words[at : at + len(row)] == row:
                end = end_of(form, words, at + len(row), part + 1)
                if end is not None:
                    return end
    return end_of(form, words, at, part + 1) if place.optional else None


def _after_gap(form: Form, words: tuple[str, ...], at: int, part: int) -> int | None:
    for skipped in range(_GAP_WORDS + 1):
        end = end_of(form, words, at + skipped, part + 1)
        if end is not None:
            return end
        if at + skipped >= len(words) or words[at + skipped] == BREAK:
            return None
    return None
