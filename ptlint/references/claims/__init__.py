"""Which words make a sentence a claim that needs a source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, Literal, cast

from ptlint.record import record
from ptlint.vocabulary import load

from .forms import Grammar, end_of, grammar, needed_beside_sign
from .measures import holds_figures, measures_in
from .tokens import BREAK, places_of, words_of

ClaimKind = Literal[
    "stat",
    "prevalence",
    "study",
    "standard",
    "superlative",
    "comparison",
    "association",
    "uncertainty",
]

LONGEST = 1500
"""Characters of a sentence that are read; what is longer is no sentence."""

_SHORTEST = 4
_NEVER_CONDITIONAL = frozenset(("uncertainty", "association", "study"))
_IN_SENTENCES = frozenset(("superlative", "standard", "prevalence"))
_OF_MANY = frozenset(("stat", "prevalence", "study", "uncertainty"))


@record
class Claim:
    """A claim, and the words `start`..`end` (exclusive) of the sentence that make it one."""

    kind: ClaimKind
    start: int
    end: int


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    data: dict[str, Any] = load("claims")
    names = ("instructions", "first_person", "mankind", "before_purpose", "finite_verbs")
    return {name: frozenset(data[name]) for name in names}


def claim_in(sentence: str) -> Claim | None:
    """The claim a sentence makes, or None.

    Questions, lead-ins, instructions and what a clinic says of itself are no claims; nor are
    doses, hold times, prices, opening hours, telephone numbers and counts of body parts. Of
    several claims the weightiest kind is given.
    """
    sentence = sentence[:LONGEST]
    if sentence.rstrip(" \"”’')*_").endswith(("?", ":")):
        return None
    words = words_of(sentence)
    if len(words) < _SHORTEST:
        return None
    rules = grammar()
    found = [*_figures(sentence, rules), *_phrases(sentence, words, rules)]
    found = [hit for hit in found if _stands(hit, words, rules)]
    if not found:
        return None
    rank, start, end = min(found)
    return Claim(cast(ClaimKind, rules.kinds[rank]), start, end)


def telling(words: Iterable[str]) -> frozenset[str]:
    """Those of a text's words of which every claim in it without a figure holds one.

    Args:
        words: in small letters with straight apostrophes, those that hyphens join apart.
    """
    present, signs = frozenset(words), grammar().first_signs
    return frozenset(
        sign for sign in signs.keys() & present if _may_tell(signs[sign], present.isdisjoint)
    )


def _may_tell(forms: Iterable[int], lacks: Callable[[frozenset[str]], bool]) -> bool:
    """Whether a text may hold one of some forms, as it lacks no word that this form needs."""
    return any(not any(map(lacks, needed)) for needed in map(needed_beside_sign, forms))


def may_claim(said: str, signs: Iterable[str]) -> bool:
    """Whether a text, or a sentence of it, can be a claim: it takes a figure or a telling word.

    Args:
        said: in small letters with straight apostrophes.
        signs: the telling words of the text.
    """
    return any(map(said.__contains__, signs)) or holds_figures(said)


def _figures(sentence: str, rules: Grammar) -> Iterator[tuple[int, int, int]]:
    for name, start, end in measures_in(sentence):
        yield rules.measures[name], start, end


def _phrases(
    sentence: str, words: tuple[str, ...], rules: Grammar
) -> Iterator[tuple[int, int, int]]:
    present = frozenset(words)
    possible = {number for word in rules.signs.keys() & present for number in rules.signs[word]}
    for rank, form, starts, needed in map(rules.forms.__getitem__, possible):
        if any(map(present.isdisjoint, needed)):
            continue
        for at in [number for number, word in enumerate(words) if word in starts]:
            end = end_of(form, words, at)
            if end is not None and _fits(words, at, rank, rules):
                places = places_of(sentence)
                yield rank, places[at][0], places[end - 1][1]


def _fits(words: tuple[str, ...], at: int, rank: int, rules: Grammar) -> bool:
    """Whether the word before lets the form stand as a claim."""
    before = words[at - 1] if at else BREAK
    if before in rules.not_before[rank]:
        return False
    if before == "to" and rules.kinds[rank] == "association":
        return at > 1 and words[at - 2] in _lists()["before_purpose"]
    return True


def _stands(hit: tuple[int, int, int], words: tuple[str, ...], rules: Grammar) -> bool:
    """Whether the sentence as a whole claims: no instruction, no clinic speaking of itself."""
    kind, lists = rules.kinds[hit[0]], _lists()
    first = words[0]
    if kind in _NEVER_CONDITIONAL and first in ("if", "when", "whether", "unless", "until"):
        return False
    if kind in _IN_SENTENCES and lists["finite_verbs"].isdisjoint(words):
        return False  # a heading or a list item
    commands = first in lists["instructions"] and words[1] not in lists["finite_verbs"]
    if commands and kind not in ("study", "prevalence"):
        return False
    speaks = not lists["first_person"].isdisjoint(words)
    if speaks and lists["mankind"].isdisjoint(words):
        return kind in _OF_MANY
    return True
