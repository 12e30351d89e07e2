"""Which items contradict their heading, and which mixtures are fair."""

from __future__ import annotations

import time

import pytest

from ptlint.sections import (
    GroupVerdict,
    flagged_items,
    heading_roles,
    judge_group,
    judge_paragraph,
    judge_surgery,
)

FELT = ["Pain when you bend", "Stiffness in the morning", "Swelling around the joint"]
RISKS = ["A history of knee trauma", "Older age", "Long-term use of steroids"]


def judged(heading: str, items: list[str], condition: str | None = None) -> list[GroupVerdict]:
    return judge_group(heading_roles(heading), items, condition)


def test_risk_factors_among_symptoms_are_an_error() -> None:
    items = [*RISKS, *FELT]
    (verdict,) = judged("Symptoms of a spinal fracture include:", items, "spinal fracture")
    assert verdict.role == "risk_factor"
    assert verdict.items == (0, 1, 2)
    assert verdict.level == "error"
    assert verdict.cues[0].quoted(items[0]) == "'history of' + 'trauma'"


@pytest.mark.parametrize(
    ("heading", "own", "foreign", "role"),
    [
        ("Symptoms", FELT, ["Being over 60 years old"], "risk_factor"),
        ("Symptoms", FELT, ["Car accidents", "A direct blow to the knee"], "cause"),
        ("Symptoms", FELT, ["Exercise therapy to restore movement", "Ice packs"], "treatment"),
        ("Causes", RISKS, ["Pain and swelling in the knee"], "symptom"),
        (
            "How is it treated?",
            ["Rest", "Ice packs", "Bracing"],
            ["Numbness in the toes", "Pain at night"],
            "symptom",
        ),
        (
            "How is it diagnosed?",
            ["X-rays", "Physical examination"],
            ["Stretching exercises", "Anti-inflammatory medication"],
            "treatment",
        ),
    ],
)
def test_foreign_items_are_found(
    heading: str, own: list[str], foreign: list[str], role: str
) -> None:
    (verdict,) = judged(heading, own + foreign)
    assert verdict.role == role
    assert list(verdict.items) == list(range(len(own), len(own) + len(foreign)))


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        ("Symptoms", FELT),
        ("Causes", RISKS),
        ("Risk factors", ["Falls", "Sports injuries", "Weak hip muscles", "Obesity"]),
        ("Causes", ["Core weakness", "Hip stiffness", "Poor posture", "Previous surgery"]),
        ("Causes", ["Certain medicines", "Infections", "Surgery"]),
        ("Treatment", ["Physical therapy", "Avoid heavy lifting", "X-ray guided injection"]),
        ("Prevention", ["Strengthening exercises", "Stretch every day", "Good shoes"]),
        ("Diagnosis", ["Physical examination", "Swelling and tenderness", "X-rays"]),
        ("What the doctor will ask", ["Family history", "Previous injuries", "Lifestyle"]),
        ("Differential diagnosis", ["Gout", "Stress fracture", "Infection of the joint"]),
        ("Complications", ["Arthritis", "Chronic pain", "Infection", "Falls"]),
        ("Signs, causes and risk factors", [*RISKS, *FELT]),
        ("Symptoms", ["Leg pain", "Shin splints", "Back pain", "Achilles tendonitis"]),
        ("Overview", RISKS),
        ("Trigger points", RISKS),
        ("Outlook", [*RISKS, *FELT]),
    ],
)
def test_fair_lists_are_left_alone(heading: str, items: list[str]) -> None:
    assert not list(flagged_items(judged(heading, items)))


def test_a_history_of_dislocations_is_a_symptom_of_instability() -> None:
    items = [*FELT, "History of dislocations"]
    assert not judged("Symptoms", items, "shoulder instability")


SURGERY = [
    "Some patients may be advised to have surgery by their doctor.",
    "The two most common operations put cement into the bone.",
]


def test_an_operation_is_not_how_physical_therapy_helps() -> None:
    heading = heading_roles("How can physical therapy help?")
    (verdict,) = judge_paragraph(heading, SURGERY)
    assert (verdict.topic, verdict.level, verdict.items) == ("surgery", "warning", (0, 1))


@pytest.mark.parametrize(
    ("heading", "sentences"),
    [
        ("Treatment", SURGERY),
        ("How can physical therapy help after surgery?", SURGERY),
        ("How can physical therapy help?", ["Therapy can help you avoid surgery."]),
        ("How can physical therapy help?", [*SURGERY, "Your physical therapist will guide you."]),
        ("How can physical therapy help?", ["Exercises after surgery restore your strength."]),
    ],
)
def test_fair_words_on_surgery(heading: str, sentences: list[str]) -> None:
    assert judge_surgery(heading_roles(heading), sentences) is None


def test_a_page_on_life_after_an_operation_may_speak_of_it() -> None:
    heading = heading_roles("How can physical therapy help?")
    assert judge_surgery(heading, SURGERY, title="Physical therapy after knee replacement") is None


def test_running_text_is_judged_more_mildly_than_a_list() -> None:
    heading = heading_roles("Treatment")
    said = ["Neck pain often comes from poor posture.", "Exercise and massage can help."]
    assert not judge_paragraph(heading, said)


def test_a_long_list_is_judged_quickly() -> None:
    start = time.process_time()
    judged("Symptoms", RISKS * 500)
    assert time.process_time() - start < 3
