"""What titles name."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.sections.naming import Naming, is_a_symptom, naming

_NAMES = [
    "Back pain",
    "🦴 Bursitis",
    "Physical therapy for vertebral compression fractures",
    "Physical Therapist's Guide to Ankle Sprain",
    "Chiropractic for migraines",
    "Coeliac disease in children: a guide for parents",
    "What is sciatica?",
    "What are stress fractures? Types and treatment",
    "Understanding tennis elbow",
    "Golfer's elbow (medial epicondylitis)",
    "Hand, foot and mouth disease",
    "Sprains and strains",
    "Toe & heel fractures",
    "Legg–Calvé–Perthes disease",
    "Lower back pain FAQ",
    "Gout: causes, symptoms and care",
    "Gout, well treated",
    "Herniated disc",
    "Keratosis pilaris",
    "Hair loss",
    "Difficulty swallowing",
    "PFAPA (periodic fever syndrome)",
    "Knee pain during pregnancy",
    "Alpha-1 antitrypsin deficiency",
]
_SIDES = [
    "Knee pain treatment",
    "Neck pain relief in Springfield",
    "What causes gout?",
    "How to treat tendonitis yourself",
    "Symptoms of gout",
    "Preventing shin splints",
    "Arthritis and your confidence online",
    "Physical therapy after a knee replacement",
    "Physical Therapy Guide to ACL reconstruction",
]
_OTHERS = [
    "Privacy policy",
    "Your first visit",
    "Allergy blood test",
    "Hydrogen breath test in children",
    "Colonoscopy in children: a guide",
    "Laser therapy for foot pain",
    "Shoulder exercises",
    "Back pain exercises",
    "Foods for joint pain",
    "Tips for managing neck pain",
    "The 3 most asked questions",
    "Five myths",
    "The role of shoes in foot health",
    "Weight-loss medicines and kidney disease",
    "Does massage help with back pain?",
    "Can yoga cure sciatica?",
    "Breastfeeding: a guide",
    "Walking for health",
    "Our therapists",
    "Knee replacement",
]
_UNKNOWN = [
    "",
    "?!",
    "Ferritin",
    "Symptoms",
    "Treatments",
    "Foot and ankle conditions",
    "Why does my knee click?",
    "膝の痛み",
]


@pytest.mark.parametrize(
    ("title", "named"),
    [
        *((title, Naming.CONDITION) for title in _NAMES),
        *((title, Naming.ASPECT) for title in _SIDES),
        *((title, Naming.ANOTHER) for title in _OTHERS),
        *((title, Naming.UNKNOWN) for title in _UNKNOWN),
    ],
)
def test_a_title_names_a_condition_or_something_else(title: str, named: Naming) -> None:
    assert naming(title) is named


@pytest.mark.parametrize(
    ("name", "symptom"),
    [
        ("elbow pain", True),
        ("knee pain in children", True),
        ("hair loss", True),
        ("warts", True),
        ("tennis elbow", False),
        ("gout", False),
        ("", False),
        ("?", False),
    ],
)
def test_some_conditions_are_what_readers_feel_or_see(name: str, symptom: bool) -> None:
    assert is_a_symptom(name) is symptom


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab c:?!,()&-–—'/1ÄПain of for treatment", max_size=60))
def test_any_title_is_answered(title: str) -> None:
    assert isinstance(naming(title), Naming)
    assert is_a_symptom(title) in (True, False)


@pytest.mark.parametrize("title", ["a " * 50_000, "(" * 100_000, "– " * 50_000, "x–" * 50_000])
def test_hostile_titles_take_no_time(title: str) -> None:
    start = time.perf_counter()
    naming(title)
    assert time.perf_counter() - start < 0.2
