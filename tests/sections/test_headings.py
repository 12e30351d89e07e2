"""What headings and lead-in lines promise."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.sections import heading_roles, lead_in_roles, section_roles

HEADINGS = [
    ("Symptoms", "symptoms"),
    ("Common Symptoms", "symptoms"),
    ("Signs and symptoms", "symptoms"),
    ("Early symptoms of a stroke", "symptoms"),
    ("What are the symptoms of a stress fracture?", "symptoms"),
    ("What does a torn meniscus feel like?", "symptoms"),
    ("How do I know if I have sciatica?", "symptoms"),
    ("2) 👀 What parents might notice (symptoms)", "symptoms"),
    ("Causes", "causes"),
    ("Back Pain Causes", "causes"),
    ("What makes it worse", "causes"),
    ("Why does it happen?", "causes"),
    ("How does a bunion happen?", "causes"),
    ("Who gets it?", "risk-factors"),
    ("Who is at risk?", "risk-factors"),
    ("You may be at higher risk if you", "risk-factors"),
    ("Contributing factors", "risk-factors"),
    ("How is it diagnosed?", "diagnosis"),
    ("Exams and tests", "diagnosis"),
    ("Range of motion tests", "diagnosis"),
    ("🔍 Assessment", "diagnosis"),
    ("How we can help", "pt-help"),
    ("How can physical therapy help?", "pt-help"),
    ("How Dr. Example Helps", "pt-help"),
    ("Physiotherapy management of neck pain", "pt-help"),
    ("How is tennis elbow treated?", "treatment"),
    ("Treatment options for knee arthritis", "treatment"),
    ("Medical and surgical treatment", "treatment"),
    ("What you can do at home", "self-care"),
    ("Strengthening exercises", "self-care"),
    ("Outlook", "outlook"),
    ("How long does it take to heal?", "outlook"),
    ("Possible complications", "complications"),
    ("Can it be prevented?", "prevention"),
    ("How to prevent ankle sprains", "prevention"),
    ("When to see a doctor", "when-to-get-help"),
    ("Red flags", "when-to-get-help"),
    ("What is a bunion?", "definition"),
    ("Types of arthritis", "types"),
    ("Frequently asked questions {#faq}", "faq"),
    ("References", "references"),
    ("Conditions we treat", "related"),
    ("Book an appointment", "call-to-action"),
    ("Last reviewed", "currency"),
    ("Medically reviewed by", "authorship"),
]

COMBINED = [
    ("Signs, causes and risk factors", {"symptoms", "causes", "risk-factors"}),
    ("Causes & Symptoms", {"causes", "symptoms"}),
    ("What causes heel pain, and who is at risk?", {"causes", "risk-factors"}),
    ("What causes it and how is it treated?", {"causes", "treatment"}),
    ("Home care and what helps", {"self-care", "treatment"}),
    ("Treatment and prevention", {"treatment", "prevention"}),
    ("Sciatica: symptoms", {"symptoms"}),
]

UNKNOWN = [
    "Trigger points",
    "Imaging is appropriate for",
    "Why exercise is important",
    "Poor posture",
    "The role of footwear",
    "Why does strength matter?",
    "Our story",
    "Previous surgery",
    "What is the difference between a sprain and a strain?",
    "Common reasons",
    "Living with pain is exhausting",
    "Easing your symptoms",
    "What not to do",
]

LEAD_INS = [
    ("Symptoms include:", {"symptoms"}),
    ("The most common symptoms are:", {"symptoms"}),
    ("If you have a torn ligament, you may experience:", {"symptoms"}),
    ("A flare typically causes:", {"symptoms"}),
    ("You are more likely to get it if you:", {"risk-factors"}),
    ("You may have a higher risk if you:", {"risk-factors"}),
    ("There are many causes of heel pain, such as:", {"causes"}),
    ("They can happen because of:", {"causes"}),
    ("Tests may include:", {"diagnosis"}),
    ("Your therapist may use:", {"pt-help"}),
    ("Physical therapy treatments include:", {"pt-help"}),
    ("Treatment depends on the cause. Options include:", {"treatment"}),
    ("You can lower your risk by:", {"prevention"}),
    ("To help ease the symptoms:", {"self-care"}),
    ("See a doctor if you have these symptoms:", {"when-to-get-help"}),
    ("Causes:", {"causes"}),
    ("**Causes:**", {"causes"}),
    ("It hurts on one side. Symptoms include:", {"symptoms"}),
    ("Several tests may help. These include:", {"diagnosis"}),
    ("It is a busy clinic. These include:", set()),
    ("Poor posture causes:", set()),
    ("Imaging is appropriate for:", set()),
    ("Therapy can help with many conditions, including:", set()),
    ("The joint is often treated without surgery, but a brace is considered in:", set()),
    ("To keep swelling down, try to avoid:", set()),
    ("We treat the full range:", set()),
    ("Benefits:", set()),
    ("Signs you are ready:", set()),
]


@pytest.mark.parametrize(("text", "role"), HEADINGS)
def test_a_heading_names_one_role(text: str, role: str) -> None:
    assert heading_roles(text).roles == {role}


@pytest.mark.parametrize(("text", "roles"), COMBINED)
def test_a_combined_heading_names_all_its_roles(text: str, roles: set[str]) -> None:
    assert heading_roles(text).roles == roles


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_is_not_understood_has_no_role(text: str) -> None:
    assert not heading_roles(text).roles


@pytest.mark.parametrize(("text", "roles"), LEAD_INS)
def test_a_lead_in_names_what_its_list_holds(text: str, roles: set[str]) -> None:
    assert lead_in_roles(text).roles == roles


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Who gets it?", "question"),
        ("What causes it", "question"),
        ("How we can help", "statement"),
        ("You may be at higher risk if you", "statement"),
        ("Symptoms include:", "lead-in"),
        ("Treatments include", "lead-in"),
        ("Signs, causes and risk factors", "topic"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert heading_roles(text).kind == kind


def test_the_condition_is_not_read_as_a_word_of_the_heading() -> None:
    assert heading_roles("Heel spurs", "heel spurs").roles == set()
    assert lead_in_roles("A slipped disc can cause:", "slipped disc").roles == {"symptoms"}
    assert lead_in_roles("A slipped disc can cause:").roles == set()
    assert heading_roles("About knee bursitis", title="Knee bursitis").roles == {"definition"}


def test_a_neutral_line_lets_the_section_go_on() -> None:
    assert lead_in_roles("These include:").neutral
    assert lead_in_roles("For example:").neutral
    assert not lead_in_roles("Benefits:").neutral
    assert heading_roles("Comments").neutral


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("How can therapy help after hip surgery?", "surgery"),
        ("What the doctor will ask", "questions"),
        ("Differential diagnosis", "differential"),
    ],
)
def test_topics(text: str, topic: str) -> None:
    assert topic in heading_roles(text).topics


def test_there_are_22_roles_in_page_order() -> None:
    roles = section_roles()
    assert len(roles) == 22
    assert [role.order for role in roles.values()] == list(range(1, 23))
    assert roles["risk-factors"].item == "risk_factor"


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_a_heading(text: str) -> None:
    known = set(section_roles())
    assert heading_roles(text, text, text).roles <= known
    assert lead_in_roles(text).roles <= known


@given(st.sampled_from([text for text, _ in HEADINGS]))
def test_case_and_marks_do_not_matter(text: str) -> None:
    assert heading_roles(text.upper()).roles == heading_roles(text).roles
    assert heading_roles(f"  3. {text} ").roles == heading_roles(text).roles


@pytest.mark.parametrize(
    "piece", ["a ", "(", "{#", "symptoms and ", ": ", "?" * 5, "what is ", "\u200b", "{#a}  "]
)
def test_hostile_headings_are_read_quickly(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    heading_roles(text)
    lead_in_roles(text)
    assert time.process_time() - start < 0.5
