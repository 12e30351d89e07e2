"""Which sections a page is said to miss, and how sure that is said."""

from __future__ import annotations

import pytest

from ptlint.catalogue.options import Options
from ptlint.checks.structure.sections import section_missing
from ptlint.findings.finding import Severity
from ptlint.page import read_page
from ptlint.source.format import Format
from ptlint.source.source import from_text


def _missed(title: str, *lines: str) -> list[tuple[Severity | None, str]]:
    text = "\n\n".join([f"# {title}", "## Causes", "Lifting.", "## Treatment", "Rest.", *lines])
    page = read_page(from_text(text, "page.md", Format.MARKDOWN))
    found = section_missing(page, Options({"recommended": False}))
    return [(each.severity, each.message.partition(". ")[0]) for each in found]


@pytest.mark.parametrize(
    ("title", "severity", "told"),
    [
        ("Gout", None, "what the condition is, what the symptoms are and when to get medical help"),
        ("Elbow pain", None, "when to get medical help"),
        ("Elbow pain relief in Springfield", Severity.SUGGESTION, "when to get medical help"),
    ],
)
def test_a_title_decides_what_a_page_must_answer(
    title: str, severity: Severity | None, told: str
) -> None:
    assert _missed(title) == [(severity, f"The page nowhere tells readers {told}")]


@pytest.mark.parametrize(
    "line",
    [
        "**When should I see a podiatrist?**",
        "When should I see a doctor for elbow pain?",
        "See a podiatrist if the pain lasts.",
        "## When to see a doctor:",
    ],
)
def test_a_question_asked_in_the_text_is_answered(line: str) -> None:
    assert _missed("Elbow pain", line, "After a week.") == []


@pytest.mark.parametrize(
    "line",
    [
        "Symptoms usually begin at night.",
        "You may notice a warm toe.",
        "It causes sudden pain in the toe.",
        "It shows up most often on the big toe.",
    ],
)
def test_symptoms_may_be_told_without_a_heading(line: str) -> None:
    told = _missed("Gout", "Gout is a disease of the joints.", line)
    assert told == [(None, "The page nowhere tells readers when to get medical help")]
