"""Definitions, and examination findings among symptoms."""

from __future__ import annotations

import pytest

from ptlint.sections import defines, sign_jargon

DEFINING = [
    ("Bursitis is swelling of a small pad that cushions a joint.", "bursitis"),
    (
        "Carpal tunnel syndrome (CTS) is a condition in which a nerve is squeezed.",
        "carpal tunnel syndrome",
    ),
    ("A broken spine bone happens when the bone is squeezed.", "vertebral compression fracture"),
    ("It is a tear of the ligament.", "ACL tear"),
    (
        "Frozen shoulder, also called adhesive capsulitis, is a stiff, painful shoulder.",
        "frozen shoulder",
    ),
    ("This is called frozen shoulder.", "frozen-shoulder"),
    ("Sciatica means pain along the sciatic nerve.", "sciatica"),
    ("Tendinopathy refers to a tendon that hurts.", "tendinopathy"),
    ("Ankle sprains are injuries to the ligaments of the ankle.", "ankle sprain"),
    ("Arthritis is inflammation of a joint.", None),
]

EMPTY = [
    ("Bursitis is common in runners.", "bursitis"),
    ("Compression fractures are extremely common in weak bone.", "compression fracture"),
    ("Plantar fasciitis is one of the most common foot problems.", "plantar fasciitis"),
    ("Plantar fasciitis is a common cause of heel pain.", "plantar fasciitis"),
    ("Stroke is the fifth leading cause of death.", "stroke"),
    ("Sciatica occurs in older adults.", "sciatica"),
    ("Tennis elbow is treated with exercise.", "tennis elbow"),
    ("Sprains are painful.", "sprain"),
    ("The rotator cuff is a group of four muscles.", "shoulder impingement"),
    ("", "stroke"),
]


@pytest.mark.parametrize(("sentence", "condition"), DEFINING)
def test_a_definition_is_seen(sentence: str, condition: str | None) -> None:
    assert defines(sentence, condition)


@pytest.mark.parametrize(("sentence", "condition"), EMPTY)
def test_a_fact_is_no_definition(sentence: str, condition: str | None) -> None:
    assert not defines(sentence, condition)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("Point tenderness over the bone", "Point tenderness"),
        ("Decreased ROM", "Decreased ROM"),
        ("Positive straight-leg raise", "Positive straight-leg raise"),
        ("Mild joint effusion", "joint effusion"),
        ("Limited shoulder abduction", "Limited shoulder abduction"),
    ],
)
def test_a_finding_is_seen(item: str, words: str) -> None:
    finding = sign_jargon(item)
    assert finding is not None
    assert item[finding.start : finding.end] == words
    assert finding.plain


@pytest.mark.parametrize(
    "item",
    [
        "Pain when you press on the bone",
        "Tenderness",
        "Loss of movement",
        "Crepitus (a grinding feeling in the joint)",
        "A grinding feeling (crepitus)",
        "Paresthesia: tingling or numbness in the hand",
    ],
)
def test_what_a_reader_feels_or_is_told_is_let_stand(item: str) -> None:
    assert sign_jargon(item) is None
