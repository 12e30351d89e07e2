"""Hand-written cues: pairs of words that say what an item is ("history of" + an injury)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ptlint.sections.phrases import PhraseBook
from ptlint.sections.words import Words
from ptlint.vocabulary import load

_SURE_WEIGHT = 4.0


@dataclass(frozen=True, slots=True)
class Rule:
    """One cue of rules/vocabulary/roles.toml.

    ``weight`` is its evidence in natural-log odds; ``sure`` cues may decide alone;
    ``aside`` cues are often said in passing under other headings.
    """

    role: str
    name: str
    weight: float
    sure: bool
    aside: bool
    number: int


@dataclass(frozen=True, slots=True)
class Cue:
    """A rule that fired, with the (start, end) offsets of the words that made it fire."""

    rule: Rule
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Rulebook:
    speaking: PhraseBook[Rule]
    forbidding: PhraseBook[int]


def find_cues(words: Words) -> Iterator[Cue]:
    """Yield each rule that fires on ``words``, once, at its first place."""
    book = _rulebook()
    hits = {hit.value: hit for hit in reversed(list(book.speaking.find(words)))}
    if not hits:
        return
    forbidden = {hit.value for hit in book.forbidding.find(words)}
    for rule, hit in hits.items():
        if rule.number not in forbidden:
            spans = words.spans
            yield Cue(rule, tuple((spans[a][0], spans[b - 1][1]) for a, b in hit.runs))


@cache
def _rulebook() -> _Rulebook:
    tables = load("roles")["cue"]
    rules = [
        Rule(t["role"], t["name"], t.get("weight", _SURE_WEIGHT), t.get("sure", False),
             t.get("aside", False), number)
        for number, t in enumerate(tables)
    ]
    return _Rulebook(
        PhraseBook.of((p, r) for t, r in zip(tables, rules) for p in _lines(t["phrases"])),
        PhraseBook.of(
            (p, r.number) for t, r in zip(tables, rules) for p in _lines(t.get("unless", ""))
        ),
    )


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
