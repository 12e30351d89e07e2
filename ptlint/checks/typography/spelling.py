"""Words that are one letter away from a medical term of the lexicon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part
from ptlint.page.model import Page
from ptlint.page.passages import passages_by_word
from ptlint.vocabulary import load

_SHORTEST = 9
#: Forms of a term that are as near to it as a slip would be.
_ENDINGS = ("s", "d")
#: As many letters at either end of a word are looked up.
_EDGE = 3
_PARTS = (Part.ARTICLE, Part.ASIDE)


@cache
def _terms() -> frozenset[str]:
    return frozenset(
        word
        for term in load("jargon")["terms"]
        for word in term.replace("-", " ").split()
        if len(word) >= _SHORTEST
    )


@cache
def _by_edge() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The terms by their first letters, and by their last ones.

    Words have eight letters and more, so where one letter differs the first ones are the same
    or the last ones are.
    """
    starts: defaultdict[str, list[str]] = defaultdict(list)
    ends: defaultdict[str, list[str]] = defaultdict(list)
    for term in sorted(_terms()):
        starts[term[:_EDGE]].append(term)
        ends[term[-_EDGE:]].append(term)
    return dict(starts), dict(ends)


def misspelt_terms(page: Page, options: Options) -> Iterator[Observation]:
    """Each unknown word of the page that differs from a term by one letter."""
    allowed = {word.casefold() for word in options.words("allow")}
    for word, texts in page.once(passages_by_word).items():
        if len(word) < _SHORTEST - 1 or texts[0].part not in _PARTS:
            continue
        if word in _terms() or word in allowed or not (meant := _meant(word)):
            continue
        passage = texts[0]
        unit = passage.units[passage.unit_texts.index(word)]
        yield Observation(
            passage.text.span(unit.start, unit.end),
            f"'{passage.text.text[unit.start : unit.end]}' is close to '{meant}'. Is that "
            "what is meant?",
        )


def _meant(word: str) -> str:
    """The term that one letter more, less, other or swapped makes of a word."""
    alike = _alike(word)
    if not alike or any(_is_form(word, term) or _is_form(term, word) for term in alike):
        return ""
    return next((term for term in alike if _one_apart(word, term)), "")


def _is_form(longer: str, shorter: str) -> bool:
    return longer[-1] in _ENDINGS and longer[:-1] == shorter


def _alike(word: str) -> list[str]:
    """The terms that can be one letter away from a word."""
    starts, ends = _by_edge()
    listed = *starts.get(word[:_EDGE], ()), *ends.get(word[-_EDGE:], ())
    return [each for each in listed if each[0] == word[0] and abs(len(each) - len(word)) <= 1]


def _one_apart(word: str, term: str) -> bool:
    at = next((i for i, (a, b) in enumerate(zip(word, term, strict=False)) if a != b), len(term))
    one, other = word[at:], term[at:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[:2] == other[:2][::-1] and one[2:] == other[2:])
    )
