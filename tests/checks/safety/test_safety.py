"""Rules about safe advice: what counts as advice, risk and caution."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("treatment-risks-missing", "Dry needling eases pain.", ["Dry needling"]),
        ("treatment-risks-missing", "Dry needling lessens risks of future pain.", ["Dry needling"]),
        ("treatment-risks-missing", "Dry needling can leave bruises.", []),
        ("treatment-risks-missing", "Dry needling has side effects.", []),
        ("absolute-cause", "The cause of gout is too much meat.", ["The cause of gout is"]),
        ("absolute-cause", "The cause of gout is often unknown.", []),
        ("delay-care", "Stop your pain medicine.", ["Stop your pain medicine"]),
        ("delay-care", "Do not stop your pain medicine.", []),
        ("delay-care", "Yoga doesn’t replace medical care.", []),
        ("medicine-dose", "Take .5 mg at night.", [".5 mg"]),
        ("medicine-dose", "Take 5.0 mg at night.", ["5.0 mg"]),
        ("medicine-dose", "Walk at .5 m/s with 2.0 kg.", []),
        ("timeline-promise", "You will run in 6 weeks.", ["You will run in 6 weeks"]),
        ("timeline-promise", "You may run in 6 to 8 weeks. Do this for 6 weeks.", []),
        ("superiority-claim", "We are the best clinic in town.", ["the best clinic"]),
        ("superiority-claim", "The best position for sleep is on your side.", []),
        ("absolute-safety-claim", "The laser is completely safe.", ["completely safe"]),
        ("absolute-safety-claim", "There is little or no downtime. No injection is risk-free.", []),
        ("urgent-advice-vague", "See a doctor if symptoms worsen.",
         ["See a doctor if symptoms worsen"]),
        ("urgent-advice-vague", "See a doctor if symptoms worsen or you get a fever.", []),
    ],
)  # fmt: skip
def test_rule(judge, rule, text, found):
    assert [each.excerpt for each in judge(rule, f"# Gout\n\n{text}\n")] == found


@pytest.mark.parametrize(
    ("advice", "speaks"),
    [
        ("Keep moving.", True),
        ("Call 911 if you lose control of your bladder.", False),
        ("If you have a fever, see a doctor today.", False),
        ("Seek emergency care for a numb groin.", False),
        ("Watch for these red flags: fever, weight loss.", False),
    ],
)
def test_red_flag_advice(judge, advice, speaks):
    page = f"# Sciatica\n\n## Symptoms\n\n- leg pain\n\n## Treatment\n\n{advice}\n"
    assert bool(judge("red-flag-advice-missing", page)) is speaks


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("- Manual therapy to ease pain", True),
        ("- Gentle manual therapy once the bone has healed", False),
        ("- Manual therapy. Your therapist avoids forceful techniques.", False),
    ],
)
def test_caution_for_weak_bone(judge, text, speaks):
    page = f"# Vertebral compression fracture\n\n## Treatment\n\n{text}\n"
    assert bool(judge("caution-missing", page)) is speaks
