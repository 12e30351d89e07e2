"""The words of English that sentence ends, function words and the guess of a language rest on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from ptlint.record import record
from ptlint.vocabulary import load

DATA = Path(__file__).parent / "data"


@record
class Vocabulary:
    """Words of `rules/vocabulary/english.toml`, all lower case and without a final stop.

    Args:
        abbreviations: what a stop after an abbreviation means: `title` and `inner` ones never end
            a sentence, `numbered` ones not before a number, `open` and `time` ones may.
        after_time: words that go on with a time of day.
        named_by_letter: words that a single capital follows as a name ("vitamin D").
        openers: words that usually open a sentence when they have a capital.
        function: the function words of English.
        native: those of them that hardly another language has.
        foreign: function words of other languages that are no English words.
    """

    abbreviations: Mapping[str, str]
    after_time: frozenset[str]
    named_by_letter: frozenset[str]
    openers: frozenset[str]
    function: frozenset[str]
    native: frozenset[str]
    foreign: frozenset[str]


@cache
def english() -> Vocabulary:
    """Read the word lists, once."""
    lists = load("english")
    kinds = lists["abbreviations"]
    words = {name: frozenset(listed.split()) for name, listed in lists["words"].items()}
    function = words["native"] | words["shared"]
    return Vocabulary(
        abbreviations={word: kind for kind, listed in kinds.items() for word in listed.split()},
        after_time=words["after_time"],
        named_by_letter=words["named_by_letter"],
        openers=words["openers"] | function,
        function=function,
        native=words["native"],
        foreign=words["foreign"],
    )
