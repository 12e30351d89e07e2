"""pyphen's hyphenation patterns, each read when a word first meets it.

textstat takes a word that its dictionary lacks for as many syllables as pyphen finds parts. pyphen
reads all 11,000 patterns of a language before its first answer, which takes 50 ms; a page needs
some hundreds of them. Here they stay as they are written until a word has their letters: the same
answers after 5 ms. The patterns are pyphen's own file; the algorithm is F. M. Liang's (1983).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from ptlint.record import record

# No part of a word is shorter: pyphen's own choice.
_SHORTEST_PART = 2
_DIGITS = "0123456789"
# Patterns of so many letters and fewer are looked up wherever a word may hold them.
_SHORT = 4
_SHORT_LENGTHS = range(1, _SHORT + 1)
# The patterns of one letter are those of ligatures.
_SHORT_LENGTHS_IN_ASCII = range(2, _SHORT + 1)


@record
class Hyphenation:
    """Where words of a language can be parted.

    Args:
        written: each pattern ("a2ch4") by its letters alone ("ach").
        openings: the first letters of the patterns that have more than four of them.
    """

    written: Mapping[str, str]
    openings: frozenset[str]

    def positions(self, word: str) -> list[int]:
        """Give the places in a lower-case word where it can be parted, as pyphen does."""
        if len(word) < 2 * _SHORTEST_PART:
            return []
        weights = self._weights(f".{word}.")
        # Places are counted without the full stop before the word.
        between = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        return [place for place in between if weights[place + 1] % 2]

    def _weights(self, dotted: str) -> list[int]:
        weights = [0] * (len(dotted) + 1)
        for start, pattern in self._patterns_in(dotted):
            for shift, weight in _pattern_weights(pattern):
                if weight > weights[start + shift]:  # noqa: PLR1730 -- the inmost loop
                    weights[start + shift] = weight
        return weights

    def _patterns_in(self, dotted: str) -> list[tuple[int, str]]:
        """The patterns that a word holds, each with its start; long ones have few openings."""
        size, written, openings = len(dotted), self.written.get, self.openings
        lengths = _SHORT_LENGTHS_IN_ASCII if dotted.isascii() else _SHORT_LENGTHS
        short = [
            (start, pattern)
            for start in range(size - 1)
            for length in lengths
            if (pattern := written(dotted[start : start + length]))
        ]
        long = [
            (start, pattern)
            for start in range(size - _SHORT)
            if dotted[start : start + _SHORT] in openings
            for end in range(start + _SHORT + 1, size + 1)
            if (pattern := written(dotted[start:end]))
        ]
        return short + long


@cache
def _pattern_weights(pattern: str) -> tuple[tuple[int, int], ...]:
    """Read "a2ch4" as weight 2 after its first letter and 4 after its third."""
    weights = []
    letters = 0
    for sign in pattern:
        if sign in _DIGITS:
            weights.append((letters, int(sign)))
        else:
            letters += 1
    return tuple(weights)


def read_patterns(text: str) -> Hyphenation:
    """Read the text of a `hyph_*.dic` file, whose first line names its encoding.

    Raises:
        ValueError: the file has patterns that change letters or name them by number.
    """
    if "^^" in text or "/" in text:
        raise ValueError("hyphenation patterns of a kind that only pyphen reads")
    # What is no pattern (a comment, a setting) has a capital or a sign, so no word ever meets it.
    letters = text.encode().translate(None, _DIGITS.encode()).decode().split("\n")
    openings = {each[:_SHORT] for each in letters if len(each) > _SHORT}
    return Hyphenation(dict(zip(letters, text.split("\n"), strict=True)), frozenset(openings))


@cache
def hyphenation(language: str) -> Hyphenation:
    """Read pyphen's patterns of a language ("en_US").

    Raises:
        ValueError: only pyphen itself can read them.
        KeyError: pyphen has no such language.
    """
    return read_patterns(_file_of(language).read_text("utf-8"))


def _file_of(language: str) -> Path:
    """Where pyphen keeps a language: most often found without importing it, which takes 10 ms."""
    found = find_spec("pyphen")
    for folder in (found and found.submodule_search_locations) or ():
        file = Path(folder, "dictionaries", f"hyph_{language}.dic")
        if file.is_file():
            return file
    named: Path = import_module("pyphen").LANGUAGES[language]
    return named
