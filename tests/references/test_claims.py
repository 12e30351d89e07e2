"""What makes a sentence a claim, and what only sounds like one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.pattern import small_letters
from ptlint.prose.units import unit_texts
from ptlint.references.claims import claim_in, may_claim, telling
from ptlint.references.claims.tokens import _ASCII_TOKEN, _TOKEN

CLAIMS = [
    ("stat", "About 40% of adults have neck pain at some time."),
    ("stat", "Up to two-thirds of patients still feel stiff a year later."),
    ("stat", "One in five runners gets a shin splint each season."),
    ("stat", "Roughly 1 in 10 people live with this condition."),
    ("stat", "Hip fractures send 300,000 people to hospital every year."),
    ("stat", "Nearly 2.5 million Americans fall ill with it."),
    ("stat", "Half of people recover within six weeks."),
    ("stat", "The vast majority of cases settle without surgery."),
    ("stat", "It affects 12 per 100,000 adults."),
    ("stat", "Pain eased more with exercise (n = 84, p < 0.01)."),
    ("prevalence", "The prevalence of gout is rising in most countries."),
    ("prevalence", "Surgery has a high success rate in young dancers."),
    ("study", "Studies show that walking eases back pain."),
    ("study", "Research from Leeds suggests that heat helps more than ice."),
    ("study", "A recent review found no benefit of ultrasound."),
    ("study", "According to a large survey, most nurses have back pain."),
    ("study", "There is little evidence that braces help."),
    ("study", "Balance training has been shown to prevent falls."),
    ("study", "This method is clinically proven."),
    ("standard", "An MRI is the gold standard for finding a tear."),
    ("standard", "Exercise is the first-line treatment for sore knees."),
    ("standard", "Steroid injections are very effective for bursitis."),
    ("superlative", "Ankle sprains are the most common injury in netball."),
    ("superlative", "Falls are the leading cause of broken wrists."),
    ("superlative", "Frozen shoulder is extremely common in people with diabetes."),
    ("comparison", "Women are twice as likely to tear this ligament."),
    ("comparison", "Tendon pain is more common in runners than swimmers."),
    ("comparison", "Smoking doubles the risk of a broken hip."),
    ("comparison", "Stretching works as well, but rest gives worse results than exercise."),
    ("association", "Poor sleep is linked to lasting pain."),
    ("association", "Sitting all day may increase the risk of back pain."),
    ("association", "Smokers are at higher risk of slow healing."),
    ("association", "Bone strength declines slowly with age."),
    ("uncertainty", "The exact cause is not fully understood."),
    ("uncertainty", "It is still unclear why some tendons tear."),
    ("uncertainty", "More research is needed before anyone can be sure."),
]

NO_CLAIMS = [
    "Hold the stretch for 30 seconds and repeat 10 times.",
    "Take 400 mg of ibuprofen three times a day with food.",
    "Call us on 555 0100 to book one of our 3 clinics.",
    "We are open 8 am to 6 pm, Monday to Friday.",
    "The spine has 33 vertebrae and 23 discs.",
    "The first visit costs $120 and lasts 60 minutes.",
    "Our team has more than 20 years of experience.",
    "We have treated over 10,000 patients since 1998.",
    "Bring your X-rays to the first visit.",
    "The knee is a hinge joint between the thigh and the shin.",
    "Plantar fasciitis is a common cause of heel pain.",
    "Avoid running on hard ground for two weeks.",
    "Nerve conduction studies show how fast a nerve works.",
    "Imaging studies may be ordered to rule out a fracture.",
    "Your doctor will review your history and examine you.",
    "Follow the plan according to your therapist's advice.",
    "What are the most common causes of back pain?",
    "The most common symptoms include:",
    "Walk more to reduce your risk of falls.",
    "Apply a 1% hydrocortisone cream twice a day.",
    "Do not raise your weekly mileage by more than 10%.",
    "Aim for 150 minutes of brisk walking a week.",
    "Save 20% off your first massage.",
    "Wear shoes with good support.",
    "Pain may spread from the neck to the arm.",
    "This page was last reviewed in March 2026.",
    "Surgery is an option when other care has not helped.",
    "If you are unsure, ask your physical therapist.",
    "Walk 10,000 steps a day if you can.",
    "You may feel sore for a day or two.",
    "There is no evidence of infection in the wound.",
    "He scored 3 goals in 2 games.",
]


@pytest.mark.parametrize(("kind", "sentence"), CLAIMS)
def test_claims_are_found_with_their_words(kind: str, sentence: str) -> None:
    claim = claim_in(sentence)
    assert claim is not None
    assert claim.kind == kind
    assert 0 <= claim.start < claim.end <= len(sentence)
    assert sentence[claim.start : claim.end] == sentence[claim.start : claim.end].strip()


@pytest.mark.parametrize(("kind", "sentence"), CLAIMS)
def test_every_claim_shows_by_a_figure_or_a_telling_word(kind: str, sentence: str) -> None:
    said = small_letters(sentence).replace("’", "'")
    assert may_claim(said, telling(unit_texts(sentence)))


def test_a_text_without_either_claims_nothing() -> None:
    text = "Rest for a day and then walk again."
    assert not may_claim(text.lower(), telling(unit_texts(text)))


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Rest often helps.", False),
        ("Studies show that heat helps.", True),
        ("Studies can be long.", False),
        ("Women are twice as likely to fall.", True),
    ],
)
def test_telling_words_need_the_others_of_their_form(text: str, tells: bool) -> None:
    assert bool(telling(unit_texts(text))) == tells


@pytest.mark.parametrize("sentence", NO_CLAIMS)
def test_what_needs_no_source_is_left_alone(sentence: str) -> None:
    assert claim_in(sentence) is None


def test_the_words_of_the_claim_are_named() -> None:
    sentence = "In short, falls are the leading cause of broken wrists."
    claim = claim_in(sentence)
    assert claim is not None
    assert sentence[claim.start : claim.end] == "leading cause of"


@given(st.text(alphabet="abc 0123456789%.,;:()studies show most common", max_size=200))
@settings(max_examples=150)
def test_any_text_is_read(text: str) -> None:
    claim = claim_in(text)
    assert claim is None or 0 <= claim.start < claim.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["studies ", "1", "1,", "% ", "a ", "more ", "half of ", "- ", "(", "1 in "]
)
def test_hostile_text_is_read_in_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    claim_in(text)
    assert time.process_time() - start < 0.5


@given(st.text(st.sampled_from("aB1.,'- _;:(!\n"), max_size=40))
def test_plain_sentences_have_the_same_words_as_all_others(text: str) -> None:
    assert _ASCII_TOKEN.findall(text) == _TOKEN.findall(text)
