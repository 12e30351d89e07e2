"""Which heading is a page's title."""

from __future__ import annotations

import pytest

from ptlint.page import read_page
from ptlint.source.format import Format
from ptlint.source.source import from_text


@pytest.mark.parametrize(
    ("head", "headings", "title"),
    [
        ("Knee pain | Oak Clinic", ["Knee pain"], "Knee pain"),
        ("Oak Clinic", ["Knee pain", "Treatment"], "Knee pain"),
        ("", ["Knee pain", "Treatment"], "Knee pain"),
        ("Knee pain | Oak Clinic", ["Find us on the map", "Knee pain"], "Knee pain"),
        ("KNEE  pain", ["Find us on the map", "Knee pain", "Rest"], "Knee pain"),
        ("Knee pain | Oak Clinic", ["Oak Clinic", "Knee pain"], "Knee pain"),
        ("Pain in the knee | Oak", ["Oak", "Pain in the knee"], "Pain in the knee"),
    ],
)
def test_the_head_title_chooses_between_main_headings(
    head: str, headings: list[str], title: str
) -> None:
    body = "".join(f"<h1>{each}</h1><p>Some words.</p>" for each in headings)
    text = f"<!doctype html><title>{head}</title><body>{body}"
    page = read_page(from_text(text, "page.html", Format.HTML))
    assert page.title is not None
    assert page.title.text == title
