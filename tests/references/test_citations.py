"""In-text citation markers: what is one, what only looks like one, and where it stands."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.references.citations import markers, numbers_in


def read(text: str, **options: object) -> list[tuple[str, object]]:
    return [
        (
            text[found.start : found.end],
            found.numbers or (found.authors, found.year) if found.year else found.numbers,
        )
        for found in markers(text, **options)  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bones mend in weeks [3].", [("[3]", (3,))]),
        ("Two trials [1,3-5] agree.", [("[1,3-5]", (1, 3, 4, 5))]),
        ("See [12–14]; it helps.", [("[12–14]", (12, 13, 14))]),
        ("It helps [1][2].", [("[1]", (1,)), ("[2]", (2,))]),
        ("Most heal¹² and stay well.³˒⁴", [("¹²", (12,)), ("³˒⁴", (3, 4))]),
        ("As others found.[^7]", [("[^7]", (7,))]),
    ],
)
def test_numbered_markers_are_read_with_their_place(text: str, expected: list[object]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The year was wet [2012].",
        "He said it “hurted” [sic].",
        "Do this: (1) lie down, (2) breathe, (3) rest.",
        "Two steps. (1) Warm up. (2) Stretch.",
        "Rest for two (2) weeks.",
        "Rate your pain (0-10) each day.",
        "The interval was wide (95% CI [1, 3]).",
        "A body mass index of 30 kg/m² or 25 cm² of skin.",
        "About 10⁶ cells, R² of 0.8 and x².",
        "Labelled with ¹⁸F and Ca²⁺.",
        "[4] Smith A. Heel pain. Pain. 2012;3(1):2-5.",
        "It was printed in 2011;34(12):e870.",
        "Opened in March (2012) and again (May 2014).",
        "The Games in London (2012) were loud.",
        "An array a[0] starts at nought [0].",
        "See [the page](1) or [Figure 1][34].",
    ],
)
def test_figures_that_cite_nothing_are_left_alone(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rest harms (Okafor, 2012).", [("Okafor, 2012", (("Okafor",), "2012"))]),
        ("Rest harms (Okafor et al., 2012a).", [("Okafor et al., 2012a", (("Okafor",), "2012a"))]),
        (
            "Rest harms (Lund & Roy, 2001; WHO, n.d.).",
            [("Lund & Roy, 2001", (("Lund", "Roy"), "2001")), ("WHO, n.d.", (("WHO",), "n.d."))],
        ),
        ("Lund and Roy (2012) agree.", [("Lund and Roy (2012)", (("Lund", "Roy"), "2012"))]),
        (
            "van der Berg et al. (2012) agree.",
            [("van der Berg et al. (2012)", (("van der Berg",), "2012"))],
        ),
        ("Later Lund (2012) found more.", [("Lund (2012)", (("Lund",), "2012"))]),
        (
            "One review (Ortiz et al., 2020, BMJ) agrees.",
            [("Ortiz et al., 2020", (("Ortiz",), "2020"))],
        ),
    ],
)
def test_author_and_year_are_read(text: str, expected: list[object]) -> None:
    assert read(text) == expected


def test_round_brackets_need_a_list_or_company() -> None:
    alone = "Half of people get better (2)."
    assert read(alone) == []
    assert read(alone, entries=4) == [("(2)", (2,))]
    assert read(alone, entries=1) == []
    assert read("Half get better (1), most walk again (2).") == [("(1)", (1,)), ("(2)", (2,))]


def test_superscript_ranges_come_from_the_page() -> None:
    text = "Bones mend.1,2 A field of 5 m2 and 106 grains in 20123."
    ranges = [(11, 14), (29, 30), (37, 38), (53, 54)]
    assert read(text, superscripts=ranges) == [("1,2", (1, 2)), ("3", (3,))]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("1", (1,)), ("2, 4", (2, 4)), ("3–5", (3, 4, 5)), ("0", ()), ("5-3", ()), ("1-900", ())],
)
def test_numbers(text: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(text) == numbers


@given(st.text(alphabet="[](){}1234567890,;-–^¹²³ .ABab&etal", max_size=120))
@settings(max_examples=150)
def test_markers_stand_where_they_say(text: str) -> None:
    found = list(markers(text))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)


@pytest.mark.parametrize(
    "piece",
    ["(", "[", "[1,", "Aa ", "(Aa ", "¹,", "A and ", "(1), ", "[1] ", "Smith et al ", "(a 1;"],
)
def test_hostile_text_is_read_in_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    list(markers(text, superscripts=[(0, len(text))]))
    assert time.process_time() - start < 1.0
