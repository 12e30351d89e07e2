"""Headings in two numbers and lists without a lead-in: cases and hostile texts."""

from __future__ import annotations

import time

import pytest

from ptlint.catalogue.index import built_in_rules
from ptlint.checks.structure.bare_lists import _EXPLAINED, _LEADS_IN
from ptlint.checks.structure.number import _MANY, _number
from ptlint.config.settings import Selection, Settings
from ptlint.lint import lint
from ptlint.source.source import from_text

PAGE = "# {title}\n\n{words}\n\n{headings}\n"


def found(rule: str, text: str) -> list[str]:
    chosen = Selection(select=(rule,), page_kind="condition")
    outcome = lint(from_text(text, "page.md"), Settings(selection=chosen), built_in_rules())
    return [each.excerpt for each in outcome.findings]


@pytest.mark.parametrize(
    ("title", "headings", "expected"),
    [
        ("Ankle fractures", ["What are ankle fractures?", "Symptoms of an ankle fracture"], True),
        (
            "Ankle fracture",
            ["What is an ankle fracture?", "How are ankle fractures treated?"],
            True,
        ),
        ("Ankle fractures", ["What is an ankle fracture?", "Types of ankle fractures"], False),
        ("Ankle fractures", ["What is an ankle fracture?", "Preventing ankle fractures"], False),
        ("Ankle fractures", ["What is an ankle fracture?", "Are ankle fractures common?"], False),
        ("Ankle fractures", ["What is an ankle fracture?", "Ankle fracture treatment"], False),
        ("Ankle fractures", ["What are ankle fractures?", "Getting an ankle fracture scan"], False),
        ("Arthritis", ["What is arthritis?", "Symptoms of an arthritis"], False),
    ],
)
def test_numbers_of_headings(title: str, headings: list[str], expected: bool) -> None:
    body = "\n\n".join(f"## {each}\n\nRest helps most people." for each in headings)
    text = PAGE.format(title=title, words=f"{title} heal in time.", headings=body)
    assert bool(found("heading-number-mixed", text)) is expected


@pytest.mark.parametrize(
    ("heading", "items", "expected"),
    [
        ("Symptoms", ["pain", "a weak grip", "stiffness"], True),
        ("Common causes", ["falls", "lifting", "typing"], True),
        ("Symptoms", ["pain", "a weak grip"], False),
        ("What makes it worse", ["gripping", "lifting", "typing"], False),
        ("3) What you may notice", ["pain", "a weak grip", "stiffness"], False),
        ("See a doctor if", ["the pain is bad", "you are numb", "it swells"], False),
        ("Symptoms", ["Pain: worse at night", "Numbness: in the thumb", "Swelling: rare"], False),
        ("Symptoms", ["It hurts.", "It swells.", "It is warm."], False),
        ("Symptoms", ["[ ] pain", "[ ] a weak grip", "[ ] stiffness"], False),
        ("Follow-up plan", ["look at results", "plan the next visit", "stretch"], False),
    ],
)
def test_lists_below_headings(heading: str, items: list[str], expected: bool) -> None:
    listed = "\n".join(f"- {each}" for each in items)
    text = PAGE.format(
        title="Tennis elbow", words="It hurts.", headings=f"## {heading}\n\n{listed}"
    )
    assert found("list-lead-in-missing", text) == ([items[0]] if expected else [])


@pytest.mark.parametrize(
    "piece", ["a ", "an ankle ", "?", " ", ") ", "1) ", "the the ", "x: ", "-"]
)
def test_hostile_texts_are_read_in_time(piece: str) -> None:
    number = _number(("ankle",), "fracture")
    text = piece * (100_000 // len(piece))
    for pattern in (number.one, number.many, _MANY, _LEADS_IN, _EXPLAINED):
        begin = time.process_time()
        pattern.search(text)
        assert time.process_time() - begin < 0.2, pattern
