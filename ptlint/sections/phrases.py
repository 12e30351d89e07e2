"""Phrases with gaps and word classes, found in a list of words without regular expressions.

A phrase is written as words with blanks between them:

====================  ===========================================================
``history of``        these words, one after the other
``raise|increase``    one of these words
``@body``             any word of this lexicon class
``#``                 a number
``_``                 any one word
``the?``              this word or nothing
``...``               up to four words, whatever they are
``^`` / ``$``         the first / last word stands here (articles and the like apart)
====================  ===========================================================
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from ptlint.record import record
from ptlint.sections.words import Words
from ptlint.sections.wordsets import word_set

T = TypeVar("T")

_GAP = 4


@record
class Step:
    """One place of a phrase: what may stand there; a gap is a step without options."""

    options: frozenset[str]
    optional: bool = False


@record
class Phrase:
    """A compiled phrase: its steps and whether it ends the words.

    A plain phrase has neither gaps nor choices; ``plain`` holds its options word by word, else
    it is empty. ``needed`` holds the options of every further step that must stand somewhere.
    The start anchor is the phrase book's affair.
    """

    steps: tuple[Step, ...]
    at_end: bool
    plain: tuple[frozenset[str], ...]
    needed: tuple[frozenset[str], ...]


@lru_cache(maxsize=4096)
def read_phrase(text: str) -> Phrase:
    """Compile one phrase of the notation above; its ``^`` is passed over."""
    parts = text.split()
    at_end = parts[-1] == "$"
    steps = tuple(map(_step, parts[parts[0] == "^" : len(parts) - at_end]))
    choices = any(step.optional or not step.options or "_" in step.options for step in steps)
    options = tuple(step.options for step in steps)
    needed = tuple(
        step.options
        for step in steps[1:]
        if step.options and not step.optional and "_" not in step.options
    )
    return Phrase(steps, at_end, () if choices else options, needed)


def _step(part: str) -> Step:
    if part == "...":
        return Step(frozenset())
    optional = len(part) > 1 and part.endswith("?")
    return Step(frozenset(part.removesuffix("?").split("|")), optional)


def _keys(text: str) -> list[str]:
    """The words and classes a phrase can begin with."""
    keys: list[str] = []
    for part in text.split():
        if part != "^":
            keys += part.removesuffix("?").split("|")
            if len(part) == 1 or not part.endswith("?"):
                break
    return keys


class Hit(NamedTuple, Generic[T]):  # a tuple: it is made for every match of every item
    """A phrase found: what it stands for and the runs of word numbers that matched.

    ``named`` counts the matched words that the phrase names (``_`` names none).
    """

    value: T
    runs: tuple[tuple[int, int], ...]
    named: int


_Shelves = Mapping[str, tuple[tuple[str, T], ...]]


@record
class PhraseBook(Generic[T]):
    """Phrases filed under the words they can begin with; anchored ones (``^``) apart.

    A phrase is compiled when a text first has a word it begins with.
    """

    anchored: _Shelves[T]
    floating: _Shelves[T]

    @classmethod
    def of(cls, phrases: Iterable[tuple[str, T]]) -> PhraseBook[T]:
        """File each (phrase, value) pair."""
        pairs = list(phrases)
        return cls(
            _shelved(pair for pair in pairs if pair[0].startswith("^")),
            _shelved(pair for pair in pairs if not pair[0].startswith("^")),
        )

    def find(self, words: Words) -> Iterator[Hit[T]]:
        """Yield the first place of every phrase that stands in ``words``."""
        opening = _opening(words.words) + 1 if self.anchored else 0
        present = {*words.words, *words.classes}
        floats = not self.floating.keys().isdisjoint(present)
        for keys in (words.words, words.classes):
            places = [n for n, key in enumerate(keys) if key in self.floating] if floats else ()
            if places:
                yield from _found(self.floating, keys, places, words, present)
            first = [n for n, key in enumerate(keys[:opening]) if key in self.anchored]
            if first:
                yield from _found(self.anchored, keys, first, words, present)


def _found(
    shelves: _Shelves[T],
    keys: tuple[str, ...],
    places: Iterable[int],
    words: Words,
    present: set[str],
) -> Iterator[Hit[T]]:
    for place in places:
        for text, value in shelves[keys[place]]:
            phrase = read_phrase(text)
            if any(map(present.isdisjoint, phrase.needed)):
                continue
            matched = _match(phrase, words, place)
            if matched:
                yield Hit(value, _runs(matched), _named(phrase, len(matched)))


def _shelved(pairs: Iterable[tuple[str, T]]) -> _Shelves[T]:
    shelves: dict[str, list[tuple[str, T]]] = {}
    for pair in pairs:
        for key in _keys(pair[0]):
            shelves.setdefault(key, []).append(pair)
    return {key: tuple(filed) for key, filed in shelves.items()}


def _opening(words: tuple[str, ...]) -> int:
    """The number of the first word that is no article or the like."""
    fillers = word_set("roles-lexicon", "fillers")
    for place, word in enumerate(words):
        if word not in fillers:
            return place
    return len(words)


def _match(phrase: Phrase, words: Words, place: int) -> tuple[int, ...] | None:
    """The numbers of the words that match ``phrase`` from ``place`` on, or None."""
    if phrase.plain:
        return _match_plain(phrase, words, place)
    steps, total = phrase.steps, len(words)
    todo: list[tuple[int, int, tuple[int, ...]]] = [(0, place, ())]
    while todo:
        number, at, matched = todo.pop()
        if number == len(steps):
            if not phrase.at_end or _is_end(words.words, at):
                return matched
            continue
        step = steps[number]
        if not step.options:
            todo.extend(_after_gap(steps, number + 1, words, at, matched))
            continue
        if step.optional:
            todo.append((number + 1, at, matched))
        if at < total and _fits(step.options, words, at):
            todo.append((number + 1, at + 1, (*matched, at)))
    return None


def _after_gap(
    steps: tuple[Step, ...], number: int, words: Words, at: int, matched: tuple[int, ...]
) -> list[tuple[int, int, tuple[int, ...]]]:
    """Where a phrase may go on after a gap; the nearest place last, to be tried first."""
    if number == len(steps) or steps[number].optional or not steps[number].options:
        return [(number, at + skip, matched) for skip in range(_GAP, -1, -1)]
    options, last = steps[number].options, min(at + _GAP, len(words) - 1)
    return [
        (number + 1, place + 1, (*matched, place))
        for place in range(last, at - 1, -1)
        if _fits(options, words, place)
    ]


def _match_plain(phrase: Phrase, words: Words, place: int) -> tuple[int, ...] | None:
    """The same for a phrase whose steps follow one another without gaps."""
    said, kinds = words.words, words.classes
    end = place + len(phrase.plain)
    if end > len(said):
        return None
    at = place
    for options in phrase.plain:
        if said[at] not in options and kinds[at] not in options:
            return None
        at += 1
    return None if phrase.at_end and not _is_end(said, end) else tuple(range(place, end))


def _named(phrase: Phrase, matched: int) -> int:
    return matched - sum("_" in step.options for step in phrase.steps)


def _fits(options: frozenset[str], words: Words, at: int) -> bool:
    return words.words[at] in options or words.classes[at] in options or "_" in options


def _is_end(words: tuple[str, ...], at: int) -> bool:
    return word_set("roles-lexicon", "final-marks").issuperset(words[at:])


def _runs(matched: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Join neighbouring word numbers: (2, 3, 7) becomes ((2, 4), (7, 8))."""
    runs: list[tuple[int, int]] = []
    for number in matched:
        if runs and runs[-1][1] == number:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return tuple(runs)
