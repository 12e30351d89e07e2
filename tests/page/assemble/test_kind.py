"""Which pages are about a condition."""

from __future__ import annotations

import pytest

from ptlint.page import read_page
from ptlint.page.kinds import PageKind
from ptlint.source.format import Format
from ptlint.source.source import from_text

_ALL = ("Symptoms", "Causes", "Treatment", "When to see a doctor")


def _kind(title: str, *headings: str, head: str = "") -> PageKind:
    sections = "".join(f"<h2>{each}</h2><p>Some words.</p>" for each in headings)
    text = f"<!doctype html><title>{head or title}</title><body><h1>{title}</h1>{sections}"
    return read_page(from_text(text, "page.html", Format.HTML)).kind


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        ("Knee pain", _ALL),
        ("Physical therapy for gout", ("What is gout?", "Causes")),
        ("Rough skin patches", _ALL),
        ("Keratosis pilaris", ("What it is", "Types", "Treatment")),
        ("Back pain treatment in Springfield", ("What causes back pain?", "How we treat it")),
    ],
)
def test_a_page_about_a_condition(title: str, headings: tuple[str, ...]) -> None:
    assert _kind(title, *headings) is PageKind.CONDITION


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        ("Breath test in children", _ALL),
        ("Laser therapy for foot pain", _ALL),
        ("Ferritin", ("Normal ferritin levels", "Symptoms of low ferritin", "Causes", "Treatment")),
    ],
)
def test_other_advice_on_health(title: str, headings: tuple[str, ...]) -> None:
    assert _kind(title, *headings) is PageKind.HEALTH


@pytest.mark.parametrize(
    ("title", "headings"),
    [
        ("Knee pain", ("Our team", "Opening hours")),
        ("Privacy policy", ("How we use your data", "Diagnosis data", "Symptoms you tell us")),
        ("Your first visit", ("Diagnosis", "Treatment")),
        ("Laser therapy for foot pain", ("Treatment", "Prices")),
    ],
)
def test_a_page_about_something_else(title: str, headings: tuple[str, ...]) -> None:
    assert _kind(title, *headings) is PageKind.OTHER


def test_a_site_may_write_its_own_name_as_the_main_heading() -> None:
    assert _kind("Oak Therapy", *_ALL, head="Knee pain - Oak Therapy") is PageKind.CONDITION
    assert _kind("Oak Therapy", *_ALL, head="Oak Therapy | Knee pain") is PageKind.CONDITION
