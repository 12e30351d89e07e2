"""Suppression comments in every kind of comment, and those that suppress nothing."""

from __future__ import annotations

import pytest

from ptlint.api import check_text
from ptlint.config.settings import Selection, Settings

BAD = "Diabetics heal slowly."


def rules_of(text: str, path: str, *select: str) -> list[str]:
    chosen = select or ("person-first", "unused-suppression")
    settings = Settings(selection=Selection(select=chosen))
    return [each.rule for each in check_text(text, path, settings)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.md", f"<!-- ptlint-disable-next person-first -- quoted -->\n{BAD}\n"),
        ("a.md", f"<!-- ptlint-disable-next person-first -->\n\n{BAD}\n"),
        ("a.md", f"<!-- ptlint-disable person-first -->\n\nOK.\n\n{BAD}\n"),
        ("a.md", f"<!-- ptlint-disable inclusive -->\n{BAD}\n"),
        ("a.md", f"<!-- ptlint-disable -->\n\n{BAD}\n"),
        ("a.html", f"<!-- ptlint-disable-next person-first --><p>{BAD}</p>"),
        ("a.njk", f"{{# ptlint-disable-next person-first #}}\n<p>{BAD}</p>"),
        ("a.blade.php", f"{{{{-- ptlint-disable-next person-first --}}}}\n<p>{BAD}</p>"),
        ("a.mdx", f"{{/* ptlint-disable-next person-first */}}\n{BAD}\n"),
    ],
)
def test_suppressed(path: str, text: str) -> None:
    assert rules_of(text, path) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"<!-- ptlint-disable-next person-first -->\nOK.\n\n{BAD}\n",
         ["unused-suppression", "person-first"]),
        ("<!-- ptlint-disable person-first -->\nOK.\n"
         f"<!-- ptlint-enable person-first -->\n\n{BAD}\n",
         ["unused-suppression", "person-first"]),
        (f"<!-- ptlint-disable-next victim-language -->\n{BAD}\n", ["person-first"]),
        ("<!-- ptlint-disable-next persn-first -->\nOK.\n", ["unused-suppression"]),
        (f"```html\n<!-- ptlint-disable-next person-first -->\n```\n\n{BAD}\n", ["person-first"]),
        (f"Write ptlint-disable person-first in a comment.\n\n{BAD}\n", ["person-first"]),
    ],
)  # fmt: skip
def test_not_suppressed(text: str, expected: list[str]) -> None:
    assert rules_of(text, "a.md") == expected


def test_a_rule_that_did_not_run_is_not_judged() -> None:
    text = "<!-- ptlint-disable-next person-first -->\nOK.\n"
    assert rules_of(text, "a.md", "unused-suppression") == []


def test_a_named_region_covers_findings_about_the_page() -> None:
    text = "# Stiff neck\n\nIt hurts.\n\n<!-- ptlint-disable author-missing -->\n"
    settings = Settings(selection=Selection(select=("author-missing",), page_kind="condition"))
    assert check_text(text, "a.md", settings) == ()


def test_hostile_directive() -> None:
    text = "<!-- ptlint-disable " + "a-" * 50_000 + " -->\n" + "ptlint-disable " * 5_000
    assert rules_of(text, "a.md", "person-first") == []
