from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.access.names import name
from ptlint.access.tree import AccessTree, access_tree
from ptlint.page.html.nesting import nest

Build = Callable[..., AccessTree]
CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "names.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("html", "expected"), CASES)
def test_names(tree: Build, html: str, expected: str) -> None:
    made = tree(html)
    assert name(made, made.ids["x"]) == expected


def test_circles_end(tree: Build) -> None:
    made = tree('<a id="a" href="/" aria-owns="b">A</a><a id="b" href="/" aria-owns="a">B</a>')
    assert name(made, made.ids["a"]) == "A B"


def test_deep_trees_end(tree: Build) -> None:
    made = tree("<button>" + "<i>" * 400 + "x")
    assert name(made, made.index.tagged("button")[0]) == ""


@settings(max_examples=50)
@given(
    st.lists(
        st.sampled_from(
            ["<a href=x>", "</a>", "<label>", "</label>", '<input id="a">', "<svg>", "</svg>", "x",
             '<b aria-labelledby="a b">', "</b>", '<p id="b" aria-owns="a">', "<button>", "<title>"]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_every_element_can_be_named(pieces: list[str]) -> None:
    made = access_tree(nest("".join(pieces)))
    for element in made.index.elements:
        assert name(made, element) == " ".join(name(made, element).split())
