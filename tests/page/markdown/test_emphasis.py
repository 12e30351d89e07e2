"""Text with emphasised words alone comes out as markdown-it's own rules read it."""

from __future__ import annotations

import time
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.page.markdown import inline_parser
from ptlint.page.markdown.emphasis import is_only_emphasised
from ptlint.page.markdown.read import read
from ptlint.source.source import from_text

PIECES = [
    "rest", "a b", "**", "*", "***", " ", "  ", "(", ")", ".", ":", "!", "é", "\u00a0", "\u2003",
    "\x1c", "1", "_", "—", "’", '"', "\u200b", "**a**", "*b*", " **Rest:** x", "&amp;", "[", "]",
    "\\", "\n", "![**a**](b)", "^[**n**]", "\ue000",
]  # fmt: skip
STARTS = ["", "> ", "- ", "1. ", "# ", "| a |\n|---|\n|"]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=10), st.sampled_from(STARTS))
def test_it_is_read_as_all_emphasis_is(pieces: list[str], start: str) -> None:
    page = from_text(f"{start}{''.join(pieces)}\n", "page.md")
    with patch.object(inline_parser, "is_only_emphasised", lambda _: False):
        expected = read(page)
    found = read(page)
    assert found.blocks == expected.blocks
    assert found.images == expected.images


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Rest:** for *two* days (**not** more).", True),
        ("no emphasis at all", False),
        ("5 * 3", False),
        ("un**believ**able", False),
        ("**one*", False),
        ("**a** and `b`", False),
    ],
)
def test_what_is_only_emphasised(text: str, expected: bool) -> None:
    assert is_only_emphasised(text) is expected


@pytest.mark.parametrize("piece", ["*", "**a ", " *a", "(**", "**a** ", "a", "* "])
def test_hostile_texts_are_looked_at_quickly(piece: str) -> None:
    start = time.perf_counter()
    is_only_emphasised(piece * (100_000 // len(piece)) + "*")
    assert time.perf_counter() - start < 0.2
