"""What list items and sentences say, and the cues that decide."""

from __future__ import annotations

import time
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.sections import item_roles
from ptlint.sections.items import telling_words
from ptlint.sections.model import ROLES, role_model

ITEMS = [
    ("Older age", "risk_factor"),
    ("Being over 60", "risk_factor"),
    ("Family history of gout", "risk_factor"),
    ("Smoking", "risk_factor"),
    ("Long-term use of steroids", "risk_factor"),
    ("A fall onto an outstretched hand", "cause"),
    ("It is caused by pressure on the nerve.", "cause"),
    ("Pain when you climb stairs", "symptom"),
    ("Numbness and tingling in the fingers", "symptom"),
    ("Swelling around the ankle", "symptom"),
    ("You may notice that your grip is weak.", "symptom"),
    ("Point tenderness over the bone", "symptom"),
    ("Shin splints", "cause"),
    ("Hands-on therapy to loosen stiff joints", "treatment"),
    ("Steroid injection", "treatment"),
    ("Treatment starts with rest and ice.", "treatment"),
    ("X-rays to rule out a fracture", "diagnosis"),
    ("Your therapist will check how your shoulder moves.", "diagnosis"),
    ("Wear shoes that fit well", "prevention"),
    ("Warm up before you run", "prevention"),
    ("Permanent nerve damage", "complication"),
    ("Call 911 if you cannot move your legs.", "other"),
    ("The knee is the largest joint in the body.", "other"),
]


@pytest.mark.parametrize(("text", "role"), ITEMS)
def test_role(text: str, role: str) -> None:
    twins = {"cause": {"cause", "risk_factor"}, "risk_factor": {"cause", "risk_factor"}}
    assert item_roles(text).role in twins.get(role, {role})


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("History of knee trauma", "history", ["History of", "trauma"]),
        ("Older age", "age", ["Older age"]),
        ("Prolonged use of painkillers", "long use of a medicine or drug", ["Prolonged use of"]),
        ("It is due to a fall.", "caused by", ["is due to"]),
        ("The cause of a bunion is unknown.", "caused by", ["cause of", "is"]),
    ],
)
def test_a_cue_is_named_with_its_words(text: str, name: str, words: list[str]) -> None:
    cues = {cue.rule.name: cue.spans(text) for cue in item_roles(text).cues}
    assert [text[start:end] for start, end in cues[name]] == words


@pytest.mark.parametrize(
    "text",
    [
        "The therapist takes a detailed history of the injury.",
        "Age spots on the skin ache",
        "Avoid heavy lifting to reduce your risk",
    ],
)
def test_a_cue_is_silent_where_its_words_mean_something_else(text: str) -> None:
    assert all(cue.rule.role != "risk_factor" for cue in item_roles(text).cues)


def test_the_condition_can_make_a_symptom_of_a_risk_factor() -> None:
    text = "History of dislocations"
    assert item_roles(text).role == "risk_factor"
    assert item_roles(text, "shoulder instability").role == "symptom"


def test_telling_words_speak_for_the_role() -> None:
    text = "Pain and swelling in the knee"
    item = item_roles(text)
    assert {text[a:b] for a, b in telling_words(item, "symptom")} & {"Pain", "swelling"}


def test_the_model_is_small_in_the_wheel_and_in_order() -> None:
    from ptlint.sections import model

    assert len(zlib.compress(model._FILE.read_bytes(), 6)) <= 200_000
    assert list(role_model().names) == sorted(role_model().names)
    assert len(role_model().lanes) == len(ROLES) == 8


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_chances_sum_to_one_and_spans_lie_in_the_text(text: str) -> None:
    item = item_roles(text)
    assert abs(sum(item.chances) - 1) < 1e-6
    assert item.role in ROLES
    for cue in item.cues:
        for start, end in cue.spans(text):
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("piece", ["a-", "a'", "1.", "pain ", "history of ", "é", "- ", "\u0130"])
def test_hostile_items_are_read_quickly(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    item_roles(text)
    assert time.process_time() - start < 0.2
