"""Rules about respect: identity-first words, names and medical terms stay."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("person-first", "Diabetics heal slowly.", ["Diabetics"]),
        ("person-first", "A diabetic foot heals slowly. The Deaf community agrees.", []),
        ("victim-language", "She suffers from sciatica.", ["suffers from"]),
        ("victim-language", "She suffered a fall.", []),
        ("ethnicity-language", "It is more common in Caucasians.", ["Caucasians"]),
        ("ethnicity-language", "White blood cells fight it. Black tea is fine.", []),
        ("ableist-metaphor", "It can be a crippling pain.", ["crippling"]),
        ("ableist-metaphor", "In a blinded trial the leg was paralyzed.", []),
        ("patient-blame", "Surgery is for people who failed conservative treatment.",
         ["failed conservative treatment"]),
        ("patient-blame", "Heart failure is another matter. The implant failed.", []),
        ("normal-comparison", "Normal people bend it further.", ["Normal people"]),
        ("normal-comparison", "The normal range is wide and the X-ray is normal.", []),
        ("weight-language", "It is harder for the morbidly obese.", ["morbidly obese"]),
        ("weight-language", "Obesity raises the risk. The fat pad is thin.", []),
        ("substance-language", "Former addicts can ask for help.", ["addicts"]),
        ("mental-health-language", "Some commit suicide.", ["commit suicide"]),
        ("mental-health-language", "A psychotic episode is an emergency.", []),
        ("gendered-language", "Ask what he or she advises.", ["he or she"]),
        ("gendered-language", "Women get it more often than men.", []),
        ("skin-tone-only", "The skin turns red.", ["red"]),
        ("skin-tone-only", "The skin turns red and hot.", []),
        ("skin-tone-only", "Redness of the eye is another matter.", []),
        ("patients-vs-people", "It is common in patients with gout.", ["patients"]),
        ("patients-vs-people", "In one trial most patients walked.", []),
    ],
)  # fmt: skip
def test_rule(judge, rule, text, found):
    assert [each.excerpt for each in judge(rule, f"# Gout\n\n{text}\n")] == found
