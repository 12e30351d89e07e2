"""Addresses of references: words and target are mended together, and nothing else."""

from __future__ import annotations

import datetime

import pytest

from ptlint.catalogue.options import Options
from ptlint.checks.references.addresses import chatbot, detours, fragments
from ptlint.page import read_page
from ptlint.source.source import from_text

LIST = "<h2>References</h2>\n<ol>\n<li>Elbow care. Oak Street Hospital. 2024. {}</li>\n</ol>\n"
OPTIONS = Options({}, {}, datetime.date(2026, 3, 4))


@pytest.mark.parametrize(
    ("check", "written", "right"),
    [
        (
            fragments,
            '<a href="https://a.example/b#:~:text=x">Page</a>',
            '<a href="https://a.example/b">Page</a>',
        ),
        (
            fragments,
            '<a href="https://a.example/b#:~:text=x">https://a.example/b#:~:text=x</a>',
            '<a href="https://a.example/b">https://a.example/b</a>',
        ),
        (fragments, "https://a.example/b#c:~:text=x,y", "https://a.example/b#c"),
        (
            fragments,
            '<a href="https://a.example/b?utm_source=m&amp;id=4&amp;n=5">Page</a>',
            '<a href="https://a.example/b?id=4&amp;n=5">Page</a>',
        ),
        (chatbot, "https://a.example/b?utm_source=chatgpt.com", "https://a.example/b"),
        (detours, "https://www.google.com/url?q=https://a.example/b", "https://a.example/b"),
    ],
)
def test_mended(check: object, written: str, right: str) -> None:
    text = LIST.format(written)
    found = list(check(read_page(from_text(text, "a.html")), OPTIONS))  # type: ignore[operator]
    assert len(found) == 1
    for edit in sorted(found[0].fix.edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    assert text == LIST.format(right)


@pytest.mark.parametrize(
    "written",
    [
        "https://a.example/b#section",
        "https://a.example/b?id=4",
        "https://doi.org/10.2519/jospt.2022.0302?utm_source=m",
        '<a href="https://scholar.example/paper?q=elbow">Page</a>',
    ],
)
def test_plain_addresses_are_let_be(written: str) -> None:
    page = read_page(from_text(LIST.format(written), "a.html"))
    for check in (fragments, chatbot, detours):
        assert list(check(page, OPTIONS)) == []
