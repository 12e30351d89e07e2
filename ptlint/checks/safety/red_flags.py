"""Conditions with known red flags need advice on when to get urgent help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ptlint.catalogue.options import Options
from ptlint.checks.advice import says_when_to_get_help
from ptlint.checks.place import missing
from ptlint.findings.finding import Observation
from ptlint.page.model import Page
from ptlint.vocabulary import load


def advice_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A page about such a condition that nowhere says when to get help."""
    row = red_flags_of(page)
    if row is None or not page.whole_document or page.once(says_when_to_get_help):
        return
    yield missing(
        page,
        f"This page is about {row['about']} and does not say when to get urgent help. Name the "
        f"warning signs ({row['signs']}) and what to do (call 911 or 999, see a doctor today).",
    )


def red_flags_of(page: Page) -> Mapping[str, Any] | None:
    """The row of rules/vocabulary/red-flags.toml that a page's title names, if any."""
    named = f" {_plain(page.condition or '')} | {_plain(page.title.text if page.title else '')} "
    for row in load("red-flags")["row"]:
        if any(f" {word} " in named for word in row.get("not-words", ())):
            continue
        if any(f" {word} " in named for word in row["words"]):
            found: Mapping[str, Any] = row
            return found
    return None


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() or c == "-" else " " for c in text.casefold()).split())
