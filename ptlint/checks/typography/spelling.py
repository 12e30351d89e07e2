"""Words that are one letter away from a medical term of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Observation
from ptlint.page.model import Page, Part
from ptlint.page.passages import passages, places_of_words
from ptlint.vocabulary import load

_SHORTEST = 9
_ENDINGS = ("", "s", "es", "ed", "ing", "al", "ic", "ally", "d", "ly", "ion", "ions")


@cache
def _terms() -> frozenset[str]:
    return frozenset(
        word
        for term in load("jargon")["terms"]
        for word in term.replace("-", " ").split()
        if len(word) >= _SHORTEST
    )


def misspelt_terms(page: Page, options: Options) -> Iterator[Observation]:
    """Each unknown word of the page that differs from a term by one letter."""
    allowed = {word.casefold() for word in options.words("allow")}
    own = {id(each) for each in passages(page, parts=(Part.ARTICLE, Part.ASIDE))}
    for word, places in page.once(places_of_words).items():
        if len(word) < _SHORTEST - 1 or word in _terms() or word in allowed:
            continue
        meant = _meant(word)
        passage, at = places[0]
        if meant and id(passage) in own:
            unit = passage.units[at]
            yield Observation(
                passage.text.span(unit.start, unit.end),
                f"'{passage.text.text[unit.start : unit.end]}' is close to '{meant}'. Is that "
                "what is meant?",
            )


def _meant(word: str) -> str:
    """The term that one letter more, less, other or swapped makes of a word."""
    for term in _terms():
        if abs(len(term) - len(word)) > 1 or term[0] != word[0]:
            continue
        if any(term == word + ending or word == term + ending for ending in _ENDINGS):
            return ""
        if _one_apart(word, term):
            return term
    return ""


def _one_apart(word: str, term: str) -> bool:
    at = next((i for i, (a, b) in enumerate(zip(word, term, strict=False)) if a != b), len(term))
    one, other = word[at:], term[at:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[:2] == other[:2][::-1] and one[2:] == other[2:])
    )
