"""Word lists: which uses of a phrase count."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Falls are common in the elderly.", ["the elderly"]),
        ("Ask the Elderly Care Foundation about it.", []),
        ("Some say “the elderly” and mean everybody over 60.", []),
        ('Some say "the elderly" and mean everybody over 60.', []),
        ("Use `the elderly` as a key.", []),
        ("> The elderly fall more often.", []),
        ("The elderly care ward is on floor 2.", []),
        ("Falls among the\nelderly are common.", ["the elderly"]),
        ("# Falls in the elderly\n\nText.", ["the elderly"]),
    ],
)
def test_use_of_a_phrase(judge, text, found):
    assert [each.excerpt for each in judge("age-language", text)] == found


def test_longest_phrase_wins_and_neighbours_stay(judge):
    found = judge("overclaim", "It brings permanent relief, guaranteed.")
    assert [each.excerpt for each in found] == ["permanent relief", "guaranteed"]


def test_severity_of_a_single_phrase(judge):
    found = judge("age-language", "It is common in middle-aged adults and in the elderly.")
    assert {each.excerpt: each.severity.value for each in found} == {
        "middle-aged": "suggestion",
        "the elderly": "warning",
    }


def test_allowed_phrases_are_left_alone(judge):
    assert not judge("age-language", "It is common in the elderly.", allow=["the elderly"])


def test_fix_keeps_the_capital(judge):
    (found,) = judge("wheelchair-language", "Wheelchair-bound people can do it as well.")
    assert found.fix is not None
    assert found.fix.edits[0].text == "Using a wheelchair"
    assert not found.fix.safe
