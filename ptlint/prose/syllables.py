"""Syllables of English words: what the CMU Pronouncing Dictionary knows and pyphen gets wrong.

textstat counts a word's syllables in the CMU dictionary and, where the word is not in it, by
pyphen's hyphenation. Most words of the dictionary come out of pyphen with the same count, so a
table of the others gives the same figures as the whole dictionary in a tenth of its room. Words
that health pages use are in it with the count they have anyway, which saves hyphenating them. The
table is made by `training/syllables.py`; `data/NOTICE` names the dictionary's licence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ptlint.prose.vocabulary import DATA
from ptlint.record import record

# Words are grouped by as many first letters: the shortest file, and some ten words to compare.
GROUP = 3
# Phones of one syllable each: what textstat reads off a pronunciation is the digits' number.
_PRONUNCIATIONS = tuple([["0"] * count] for count in range(32))


@record
class SyllableTable(Mapping[str, list[list[str]]]):
    """Words and their syllables, grouped by the words' first three letters.

    It stands in for the CMU dictionary where textstat asks for it: `table[word]` is a list with
    one pronunciation whose phones are as many vowels as the word has syllables; a word that is not
    in the table raises `KeyError`, upon which textstat asks pyphen.

    Args:
        groups: a text for each group of words: their first letters, a space, and the rest of each
            word with one character for its count (`0` + count) at its end; sorted, with spaces
            between. They are sorted too, so they need no table, which would take 1 ms to make.
    """

    groups: Sequence[str]

    def count(self, word: str) -> int | None:
        """Give the syllables of a lower-case word, or None for a word that is not in the table."""
        opening = f"{word[:GROUP]} "
        number = bisect_left(self.groups, opening)
        group = self.groups[number] if number < len(self.groups) else ""
        if not group.startswith(opening):
            return None
        rest = f" {word[GROUP:]}"
        place = group.find(rest, len(opening) - 1)
        if place < 0:
            return None
        # Endings are sorted, so a word stands before all that begin with it: one look decides.
        count = ord(group[place + len(rest)]) - ord("0")
        return count if 0 <= count < len(_PRONUNCIATIONS) else None

    def __getitem__(self, word: str) -> list[list[str]]:
        count = self.count(word)
        if count is None:
            raise KeyError(word)
        return _PRONUNCIATIONS[count]

    def __iter__(self) -> Iterator[str]:
        for group in self.groups:
            opening, *endings = group.split(" ")
            yield from (opening + ending[:-1] for ending in endings)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def read_table(text: str) -> SyllableTable:
    """Read a table: a line a group, its letters, a space, and its words' endings."""
    return SyllableTable(text.splitlines())


def write_table(counts: Mapping[str, int]) -> str:
    """Write the table of words and syllables that `read_table` reads."""
    groups: dict[str, list[str]] = {}
    for word, count in sorted(counts.items()):
        groups.setdefault(word[:GROUP], []).append(f"{word[GROUP:]}{chr(ord('0') + count)}")
    return "".join(f"{group} {' '.join(endings)}\n" for group, endings in groups.items())


@cache
def syllable_table() -> SyllableTable:
    """Read the table of `data/syllables.txt`, once."""
    return read_table((DATA / "syllables.txt").read_text("utf-8"))
