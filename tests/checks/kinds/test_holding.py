"""Texts of a page that hold words or signs."""

from __future__ import annotations

import re

import pytest

from ptlint.checks.kinds.holding import holding, texts_matching, texts_with
from ptlint.page import read_page
from ptlint.page.model import Page
from ptlint.source.source import from_text

MARKDOWN = "# Ankle sprain\n\nIt swells.\n\n- Rest it\n- Ice (15 minutes)\n\nIt heals (soon)."


@pytest.fixture
def page() -> Page:
    return read_page(from_text(MARKDOWN, "page.md"))


@pytest.mark.parametrize(
    ("sign", "found"),
    [
        ("(", ["Ice (15 minutes)", "It heals (soon)."]),
        ("s", ["Ankle sprain", "It swells.", "Rest it", "Ice (15 minutes)", "It heals (soon)."]),
        ("Ankle", ["Ankle sprain"]),
        (").", ["It heals (soon)."]),
        ("sprainIt", []),
        ("{", []),
    ],
)
def test_texts_with_a_sign_are_given_once_and_in_order(page, sign, found):
    assert [each.text.text for each in texts_with(page, sign)] == found
    assert [each.text.text for each in texts_matching(page, re.compile(re.escape(sign)))] == found


def test_texts_are_held_by_words_or_signs_of_a_kind(page):
    found = holding(page, ["rest", "ankle"], ["(s"], kinds=("item", "paragraph"))
    assert [each.text.text for each in found] == ["Rest it", "It heals (soon)."]


def test_a_page_without_texts_holds_nothing():
    empty = read_page(from_text("", "page.md"))
    assert not list(texts_with(empty, "a")) and not holding(empty, ["a"], ["b"])
