"""Which blocks of a page are its reference list."""

from __future__ import annotations

import pytest

from ptlint.page import read_page
from ptlint.page.model import Page
from ptlint.source.source import from_text

ONE = "Lucado AM, Day JM. Lateral elbow pain. J Orthop Sports Phys Ther. 2022;52(12):1-111."
TWO = "Bisset LM, Vicenzino B. Physiotherapy of elbows. J Physiother. 2015;61(4):174-181."


def page(text: str, path: str = "a.md") -> Page:
    return read_page(from_text(text, path))


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (f"# Elbow\n\nText.\n\n1. {ONE}\n2. {TWO}\n", "a.md"),
        (f"# Elbow\n\nText.\n\n{ONE}\n\n{TWO}\n", "a.md"),
        (f"# Elbow\n\nText.\n\n## Sources\n\n- {ONE}\n- {TWO}\n", "a.md"),
        (f"# Elbow\n\nText.\n\n## Works cited\n\n{ONE}\n\n{TWO}\n", "a.md"),
        (f"<h1>Elbow</h1><p>Text.</p><ul><li>{ONE}</li><li>{TWO}</li></ul>", "a.html"),
        (f"<h1>Elbow</h1><p>Text.</p><p><b>References</b></p><p>{ONE}</p><p>{TWO}</p>", "a.html"),
        (f"Elbow\n\nText of the page that goes on.\n\n  1. {ONE}\n  2. {TWO}\n", "a.txt"),
    ],
)
def test_found(text: str, path: str) -> None:
    (listed,) = page(text, path).references
    assert [entry.text.text for entry in listed.entries] == [ONE, TWO]


@pytest.mark.parametrize(
    "text",
    [
        "# Elbow\n\n## What the research shows\n\n- Exercise eased the soreness of most people.\n"
        "- Rest alone did not help them at all.\n",
        "# Elbow\n\n1. Stand behind a chair.\n2. Rise onto your toes and count to 3.\n",
        f"# Elbow\n\nThe guideline is this: {ONE}\n\nText.\n",
    ],
)
def test_not_found(text: str) -> None:
    assert page(text).references == ()


def test_prose_below_a_subheading_of_the_references_is_article() -> None:
    text = (
        f"# Elbow\n\n# References\n\n{ONE}\n\n{TWO}\n\n## Overview\n\n"
        "- The tendons on the outside of the elbow become sore from gripping and lifting.\n"
        "- Most people get better within a year whatever they do about it.\n"
    )
    found = page(text)
    assert sum(len(listed.entries) for listed in found.references) == 2
    assert any(
        section.heading and section.heading.text.text == "Overview" for section in found.sections
    )


def test_numbers_are_taken_off_the_text() -> None:
    (listed,) = page(f"# Elbow\n\n## References\n\n[1] {ONE}\n\n[2] {TWO}\n").references
    assert [entry.number for entry in listed.entries] == [1, 2]
    assert listed.entries[0].text.text == ONE
