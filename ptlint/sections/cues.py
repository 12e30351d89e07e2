"""Hand-written cues: pairs of words that say what an item is ("history of" + an injury)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ptlint.record import record
from ptlint.sections.phrases import PhraseBook
from ptlint.sections.words import Words, read_words
from ptlint.vocabulary import load

_SURE_WEIGHT = 4.0


@record
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


class Cue(NamedTuple):
    """A rule that fired, and the runs of word numbers that made it fire."""

    rule: Rule
    runs: tuple[tuple[int, int], ...]

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """The (start, end) offsets in ``text`` of the words that made the rule fire."""
        spans = read_words(text).spans
        return tuple((spans[start][0], spans[stop - 1][1]) for start, stop in self.runs)


@record
class _Ban:
    """What forbids a rule: single words, and longer phrases."""

    words: frozenset[str]
    phrases: PhraseBook[bool]

    def holds(self, words: Words) -> bool:
        if not self.words.isdisjoint(words.words):
            return True
        return any(True for _ in self.phrases.find(words))


@record
class _Rulebook:
    speaking: PhraseBook[Rule]
    bans: tuple[_Ban, ...]


def find_cues(words: Words) -> Iterator[Cue]:
    """Yield each rule that fires on ``words``, once, at its first place."""
    book = _rulebook()
    fired: set[int] = set()
    for hit in book.speaking.find(words):
        rule = hit.value
        if rule.number not in fired and not book.bans[rule.number].holds(words):
            yield Cue(rule, hit.runs)
        fired.add(rule.number)


@cache
def _rulebook() -> _Rulebook:
    tables = load("roles")["cue"]
    rules = [
        Rule(
            t["role"],
            t["name"],
            t.get("weight", _SURE_WEIGHT),
            t.get("sure", False),
            t.get("aside", False),
            number,
        )
        for number, t in enumerate(tables)
    ]
    return _Rulebook(
        PhraseBook.of((p, r) for r in rules for p in _lines(tables[r.number]["phrases"])),
        tuple(_ban(_lines(table.get("unless", ""))) for table in tables),
    )


def _ban(lines: list[str]) -> _Ban:
    """Lines of plain alternatives become one set of words."""
    plain = [line for line in lines if " " not in line and "@" not in line]
    return _Ban(
        frozenset(word for line in plain for word in line.split("|")),
        PhraseBook.of((line, True) for line in lines if line not in plain),
    )


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]
