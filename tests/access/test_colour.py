from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptlint.access.colour import BLACK, WHITE, Colour, contrast, luminance, read_colour

PARTS = st.integers(0, 255)
COLOURS = st.tuples(PARTS, PARTS, PARTS).map(lambda parts: Colour(*parts))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#fff", "#ffffff"),
        ("#0000EE", "#0000ee"),
        ("rebeccapurple", "#663399"),
        ("RGB(90, 90, 90)", "#5a5a5a"),
        ("rgb(50% 0% 0%)", "#800000"),
        ("hsl(120, 100%, 25%)", "#008000"),
        ("hsl(0.5turn 100% 50%)", "#00ffff"),
        ("hwb(0 40% 80%)", "#555555"),
        ("rgb(none 0 0)", "#000000"),
    ],
)
def test_reads_colours(text: str, expected: str) -> None:
    assert str(read_colour(text)) == expected


@pytest.mark.parametrize(
    ("text", "opacity"),
    [
        ("rgba(0,0,0,.3)", 0.3),
        ("#00000080", 0.5),
        ("transparent", 0.0),
        ("hsl(0 0% 0% / 25%)", 0.25),
    ],
)
def test_reads_opacity(text: str, opacity: float) -> None:
    colour = read_colour(text)
    assert colour is not None
    assert colour.opacity == pytest.approx(opacity, abs=0.01)


@pytest.mark.parametrize(
    "text", ["", "?", "#ff", "#ggg", "rgb(1,2)", "color(srgb 1 0 0)", "inherit"]
)
def test_leaves_other_values_unread(text: str) -> None:
    assert read_colour(text) is None


# Ratios published with WCAG's own examples and by its calculators.
@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("#000", "#fff", 21.0), ("#777", "#fff", 4.48), ("#aaa", "#fff", 2.32), ("#00e", "#fff", 9.4)],
)
def test_contrast(first: str, second: str, expected: float) -> None:
    one, two = read_colour(first), read_colour(second)
    assert one and two
    assert contrast(one, two) == pytest.approx(expected, abs=0.01)


@given(COLOURS, COLOURS)
def test_contrast_is_symmetric_and_bounded(first: Colour, second: Colour) -> None:
    assert contrast(first, second) == contrast(second, first)
    assert 1.0 <= contrast(first, second) <= 21.0


@given(COLOURS, COLOURS, st.floats(0, 1))
def test_a_fading_colour_lies_between(top: Colour, ground: Colour, opacity: float) -> None:
    seen = top.faded(opacity).over(ground)
    assert seen.opacity == 1.0
    for part, one, two in zip(seen[:3], top, ground, strict=False):
        assert min(one, two) - 1e-9 <= part <= max(one, two) + 1e-9


def test_luminance_runs_from_black_to_white() -> None:
    assert luminance(BLACK) == 0.0
    assert luminance(WHITE) == pytest.approx(1.0)
