"""Words and their places."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.prose.tokens import _ASCII_WORD, _PLAIN_WORD, word_texts, words

CASES = [
    ("Don't stop", ["Don't", "stop"]),
    ("the patient’s knees’ pain", ["the", "patient’s", "knees", "pain"]),
    ("'quoted' “words”", ["quoted", "words"]),
    ("weight-bearing X-rays", ["weight-bearing", "X-rays"]),
    ("non\u2011surgical self\u2010care", ["non\u2011surgical", "self\u2010care"]),
    ("pain—and stiffness – both", ["pain", "and", "stiffness", "both"]),
    ("flexibility/mobility", ["flexibility", "mobility"]),
    ("about 1.5 million, 1,200 or 20%", ["about", "1.5", "million", "1,200", "or", "20"]),
    ("10\u00a0000 people\u00a0now", ["10\u00a0000", "people", "now"]),
    ("5\u00a0people", ["5", "people"]),
    ("1.5mg in 2 to 3,4", ["1.5mg", "in", "2", "to", "3", "4"]),
    ("ages 18–64", ["ages", "18", "64"]),
    ("e.g. the U.S. and i.e.", ["e.g", "the", "U.S", "and", "i.e"]),
    ("the bone.This", ["the", "bone", "This"]),
    ("osteo\u00adporosis", ["osteo\u00adporosis"]),
    ("cafe\u0301 naïve", ["cafe\u0301", "naïve"]),
    ("healed¹ and healed²,³", ["healed", "and", "healed"]),
    ("CO₂ and T12", ["CO₂", "and", "T12"]),
    ("snake_case", ["snake", "case"]),
    ("see https://example.org/a-b?c=d now", ["see", "now"]),
    ("see www.example.org now", ["see", "now"]),
    ("doi:10.1000/abc.12 now", ["doi", "now"]),
    ("mail first.last@example.org or info@example.org.", ["mail", "or"]),
    ("", []),
    ("… — !", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(text)] == expected
    assert word_texts(text) == expected


@settings(max_examples=300)
@given(st.text(alphabet="aB1 .,'’-\u00a0\u00ad@/:¹_é\u0301", max_size=60))
def test_places_are_exact(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end] == word.text != "" for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_hostile_texts(hostile: str, in_time: Callable[[Callable[[], object]], None]) -> None:
    in_time(lambda: words(hostile))


@given(st.text(st.sampled_from("aB1.,'- _/@\n("), max_size=40))
def test_plain_texts_have_the_same_words_as_all_others(text: str) -> None:
    assert _ASCII_WORD.findall(text) == _PLAIN_WORD.findall(text)
