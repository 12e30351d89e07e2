"""Rules about plain words: the traps of each."""

from __future__ import annotations

import time

import pytest

CASES = [
    ("acronym-undefined", "Ask about your BMD.", ["BMD"]),
    ("acronym-undefined", "Bone mineral density (BMD) matters. A low BMD can be treated.", []),
    ("acronym-undefined", "A low BMD hurts nobody. Your bone mineral density can be measured.", []),
    ("acronym-undefined", "The SPORT trial had 500 people. The L5 nerve is pinched.", []),
    ("acronym-undefined", "You must NOT lift. Read TIPS OF THE DAY now.", []),
    ("acronym-undefined", "By Ana Ruiz, PT, OCS, and Ben Cole, DPT.", []),
    ("jargon-unexplained", "You may have osteopenia.", ["osteopenia"]),
    ("jargon-unexplained", "It comes with osteoporosis or osteopenia.", ["osteopenia"]),
    ("jargon-unexplained", "You may have weak bones (osteopenia).", []),
    ("jargon-unexplained", "Swelling, which doctors call edema, goes down.", []),
    ("statistic-no-context", "About 2 million people get it each year.", ["2 million"]),
    ("statistic-no-context", "About 2 million people in the US get it each year.", []),
    ("statistic-no-context", "In 2019 about 2 million people got it.", []),
    ("statistic-no-context", "About 90% of people recover within six weeks.", []),
    ("statistic-no-context", "About 1 in 10 people will get it.", ["1 in 10"]),
    ("statistic-no-context", "Take 2,000 steps. It costs $1,500 for two people.", []),
    ("slash-construction", "Stretch for flexibility/mobility.", ["flexibility/mobility"]),
    ("slash-construction", "Do it three times/week, 24/7, at 5 km/h.", []),
    ("slash-construction", "See https://example.org/back/pain and IDSA/ATS rules.", []),
    ("symbol-for-word", "Rest & ice help.", ["&"]),
    ("symbol-for-word", "Johnson & Johnson make it.", []),
    ("calculation-needed", "It breaks 1.5 million bones, half of these in the spine.",
     ["half of these"]),
    ("calculation-needed", "Half of these exercises can be done sitting.", []),
    ("number-formats-mixed", "It affects 20% of men and 1 in 3 women.", ["1 in 3"]),
    ("number-formats-mixed", "Take 50% of the dose in 1 of 3 meals.", []),
    ("person-shift", "People stoop. It grows as we age.", ["as we age"]),
    ("person-shift", "You can call us. We see you within a week.", []),
    ("redundant-phrase", "The cause of the pain is due to overuse.",
     ["The cause of the pain is due to"]),
    ("redundant-phrase", "If it comes back, return back pain patients to us.", []),
    ("noun-string", "Osteoporosis management strategies help.",
     ["Osteoporosis management strategies"]),
    ("noun-string", "Treatment options for pain management.", []),
    ("passive-voice", "Ice is applied. The knee is rested. It heals. You walk. " * 2, None),
    ("passive-voice", "The knee is torn. It is called a tear. You rest. It heals.", []),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "found"), CASES)
def test_rule(judge, rule, text, found):
    spoken = [each.excerpt for each in judge(rule, f"# Knee\n\n{text}\n")]
    assert spoken == found if found is not None else spoken


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Too much kneeling causes it.", True),
        ("Ask your doctor about the swelling.", False),
        ("Call us today.", False),
        ("- Rest the joint\n- Put ice on it", False),
    ],
)
def test_page_without_a_next_step(judge, text, speaks):
    page = f"# Bursitis\n\n## Causes\n\n{text}\n"
    assert bool(judge("call-to-action-missing", page)) is speaks


@pytest.mark.parametrize(
    "rule",
    ["acronym-undefined", "acronym-unused", "jargon-unexplained", "statistic-no-context",
     "number-formats-mixed", "passive-voice", "person-shift", "call-to-action-missing"],
)  # fmt: skip
@pytest.mark.parametrize("unit", ["A", "AB ", "1,", "(a", "is ed ", "1 in ", "we are "])
def test_hostile_texts_are_read_in_time(judge, rule, unit):
    text = "# Knee\n\n" + unit * (20_000 // len(unit)) + "\n"
    start = time.process_time()
    judge(rule, text)
    assert time.process_time() - start < 3
