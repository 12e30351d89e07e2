from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptlint.access.css import declarations, style_rules
from ptlint.access.lengths import Fonts, pixels
from ptlint.access.paint import gradient_stops
from ptlint.access.selectors import matches, read_selector
from ptlint.access.tree import AccessTree

Build = Callable[..., AccessTree]


@pytest.mark.parametrize(
    ("text", "name", "expected", "important"),
    [
        ("color: red", "color", "red", False),
        ("COLOR: Red ! important", "color", "Red", True),
        ("color: red !important; color: blue", "color", "red", True),
        ("color: red; color: blue", "color", "blue", False),
        ("background: url(a;b.png) no-repeat; color: red", "color", "red", False),
        ('content: "a;b:c"; color: red', "color", "red", False),
        ("/* color: blue; */ color: red", "color", "red", False),
        ("--own: 1; color: var(--own, rgb(1, 2, 3))", "color", "var(--own, rgb(1, 2, 3))", False),
    ],
)
def test_declarations(text: str, name: str, expected: str, important: bool) -> None:
    value = declarations(text)[name]
    assert (value.text, value.important) == (expected, important)


def test_rules_of_a_sheet() -> None:
    sheet = """@import "a.css"; p, a:is(.b, .c) { color: red } @media print { p { color: blue } }
    @media (min-width: 9em) { p { color: green } } @font-face { font-family: x }
    @media screen { q { color: tan } } @keyframes k { from { color: red } }"""
    found = [(rule.selectors, rule.conditional) for rule in style_rules(sheet)]
    assert found == [(("p", "a:is(.b, .c)"), False), (("p",), True), (("q",), False)]


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("p", True),
        ("div p", True),
        ("div > p", False),
        ("section > p.note", True),
        (".note.big", True),
        ("#first", True),
        ("p[lang|=en]", True),
        ("[lang^='e']", True),
        ("b + p", True),
        ("b ~ p", True),
        ("p + b", False),
        ("p:first-child", False),
        ("p:last-child", True),
        ("p:nth-child(2n)", True),
        ("p:nth-of-type(1)", True),
        ("p:not(.small)", True),
        ("p:not(.note)", False),
        (":is(h1, p).note", True),
        (":root p", True),
        ("p:hover", False),
        ("p::first-line", False),
        ("p&", False),
    ],
)
def test_selectors(tree: Build, selector: str, expected: bool) -> None:
    made = tree(
        '<div><section><b></b><p id="first" class="note big" lang="en-GB">x</p></section></div>'
    )
    read = read_selector(selector)
    paragraph = made.index.tagged("p")[0]
    assert (read is not None and matches(paragraph, read)) is expected


def test_specificity_and_order_decide(tree: Build) -> None:
    made = tree(
        "<style>#a { color: red } p { color: blue } .b { color: green }"
        ".c { color: tan !important }</style>"
        '<p id="a">1</p><p class="b">2</p><p class="b c" style="color: black">3</p>'
    )
    assert [made.styles.text(p, "color") for p in made.index.tagged("p")] == ["red", "green", "tan"]


@pytest.mark.parametrize(
    ("html", "size"),
    [
        ("<p>x</p>", 16),
        ('<p style="font-size: 14pt">x</p>', 18.67),
        ('<div style="font-size: 20px"><p style="font-size: 1.5em">x</p></div>', 30),
        ('<div style="font-size: 20px"><p style="font-size: 80%">x</p></div>', 16),
        ('<p style="font: italic 2rem/1.2 serif">x</p>', 32),
        ('<p style="font-size: larger">x</p>', 19.2),
    ],
)
def test_font_sizes(tree: Build, html: str, size: float) -> None:
    made = tree(html)
    assert Fonts(made).size(made.index.tagged("p")[0]) == pytest.approx(size, abs=0.01)


def test_lengths() -> None:
    assert pixels("0.12em", 10) == pytest.approx(1.2)
    assert pixels("1in", None) == 96
    assert pixels("0", None) == 0
    assert pixels("calc(1px)", 10) is None


def test_gradient_stops() -> None:
    stops = gradient_stops("linear-gradient(90deg, transparent, #fff 3em, rgb(0, 0, 0) 3em)")
    assert stops is not None
    assert [str(stop) for stop in stops] == ["#000000", "#ffffff", "#000000"]
    assert gradient_stops("url(a.png)") is None


@given(st.text(max_size=60))
def test_anything_can_be_read(text: str) -> None:
    declarations(text)
    style_rules(text)
    read_selector(text)


@pytest.mark.parametrize(
    "text",
    ["a:" * 50_000, "a:(" * 33_000, "/*" * 50_000, '"\\' * 50_000, "{" * 100_000, "a:'" * 33_000,
     ".a " * 33_000, "(" * 100_000, "[a" * 50_000],
)  # fmt: skip
def test_hostile_text_is_read_in_time(text: str) -> None:
    start = time.process_time()
    declarations(text)
    list(style_rules(text))
    read_selector(text)
    assert time.process_time() - start < 2.0


def test_a_deep_tree_is_matched_in_time(tree: Build) -> None:
    made = tree("<a>" + "<b>" * 400 + "x")
    read = read_selector(" ".join(["b"] * 9) + " i")
    assert read is not None
    start = time.process_time()
    assert not any(matches(each, read) for each in made.index.elements)
    read = read_selector("i > " + " ".join(["b"] * 9))
    assert read is not None
    assert not any(matches(each, read) for each in made.index.elements[-3:])
    assert time.process_time() - start < 2.0
