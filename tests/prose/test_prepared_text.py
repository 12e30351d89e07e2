"""What is left of a block for the formulas to count."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.prose.preparation import prepare

CASES = [
    ("Rest the knee well. Then bend it.", ["Rest the knee well", "Then bend it"]),
    ("Pain under the heel", ["Pain under the heel"]),
    ("Older age", []),
    ("No. Then bend it gently.", ["Then bend it gently"]),
    ("About 1.5 million people, e.g. in the U.S.", ["About 15 million people eg in the US"]),
    ("Ask Dr. Lee about it.", ["Ask Dr Lee about it"]),
    ("It heals well [1, 2–4]. It lasts long (3).", ["It heals well", "It lasts long"]),
    ("It heals well.1,2 It lasts long.³", ["It heals well", "It lasts long"]),
    ("It heals well (Lee et al., 2019; Roe, 2020).", ["It heals well"]),
    ("It heals well (most of the time).", ["It heals well most of the time"]),
    ("See https://example.org/a.b now, or doi 10.1000/a.b here.", ["See now or doi here"]),
    ("Mail a.b@example.org if it hurts.", ["Mail if it hurts"]),
    ("Don’t use weight\u2011bearing braces.", ["Don't use weight-bearing braces"]),
    ("Some rounding/kyphosis — and pain.", ["Some rounding kyphosis and pain"]),
    ("Osteo\u00adporosis weakens bones\u00a0now.", ["Osteoporosis weakens bones now"]),
    (
        "About 10\u00a0000 people (12\u202f345\u202f678 once) have it.",
        ["About 10000 people 12345678 once have it"],
    ),
    ("Take 5\u00a0mg at 10\u00a0o’clock.", ["Take 5 mg at 10 o'clock"]),
    (f"Two words {'x' * 500} are left.", ["Two words are left"]),
    ("", []),
]


@pytest.mark.parametrize(("block", "expected"), CASES)
def test_prepared(block: str, expected: list[str]) -> None:
    assert [one.text for one in prepare(block)] == expected


def test_places_are_those_of_the_block() -> None:
    block = "It heals well [1]. Then it lasts long.2 See https://example.org/x for more."
    places = [block[one.place.start : one.place.end] for one in prepare(block)]
    assert places == [
        "It heals well [1].",
        "Then it lasts long.",
        "See https://example.org/x for more.",
    ]


@settings(max_examples=200)
@given(st.text(alphabet="aB1 .?!…()[],/’-@:", max_size=80))
def test_no_stop_is_left(block: str) -> None:
    for one in prepare(block):
        assert not set(".,?!…()[]/@:’") & set(one.text)
        assert len(one.text.split()) >= 3
        assert block[one.place.start : one.place.end].strip()


def test_hostile_texts(hostile: str, in_time: Callable[[Callable[[], object]], None]) -> None:
    in_time(lambda: list(prepare(hostile)))
