"""Words as they are compared."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.prose.tokens import words
from ptlint.prose.units import _ASCII_UNIT, _UNIT, unit_texts, units, units_of

CASES = [
    ("Weight-bearing X-rays", ["weight", "bearing", "x", "rays"]),
    ("Don’t over\u2011stretch", ["don't", "over", "stretch"]),
    ("non\u2010surgical care", ["non", "surgical", "care"]),
    ("about 1.5 million, 1,200 or 20%", ["about", "1.5", "million", "1,200", "or", "20"]),
    ("e.g. the U.S.-based", ["e.g", "the", "u.s", "based"]),
    ("'quoted' rock-'n'-roll", ["quoted", "rock", "'n'", "roll"]),
    ("Straße and Große-Bein", ["strasse", "and", "grosse-bein"]),
    ("osteo\u00adporosis cafe\u0301", ["osteo\u00adporosis", "cafe\u0301"]),
    ("mail Info@example.org or see https://example.org/A-b now", ["mail", "or", "see", "now"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_units(text: str, expected: list[str]) -> None:
    assert unit_texts(text) == expected
    assert [unit.text for unit in units(text)] == expected


@settings(max_examples=500)
@given(st.text(alphabet="aBé1023 .,'’-\u2011\u00a0\u00ad@/:¹_\u0301ßİ", max_size=40))
def test_units_are_those_of_the_words(text: str) -> None:
    expected = [unit for word in words(text) for unit in units_of(word)]
    assert units(text) == expected
    assert unit_texts(text) == [unit.text for unit in expected]


def test_hostile_texts(hostile: str, in_time: Callable[[Callable[[], object]], None]) -> None:
    in_time(lambda: unit_texts(hostile))


@given(st.text(st.sampled_from("ab.,'1 -_(\n"), max_size=40))
def test_plain_texts_have_the_same_units_as_all_others(text: str) -> None:
    assert _ASCII_UNIT.findall(text) == _UNIT.findall(text)
    assert [unit.text for unit in units(text)] == unit_texts(text)
    assert all(text[unit.start : unit.end] == unit.text for unit in units(text))
