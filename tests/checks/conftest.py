"""What one rule says of a text, for the tests of the rules about language."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from ptlint.catalogue.index import built_in_rules
from ptlint.config.settings import Selection, Settings
from ptlint.findings.finding import Finding
from ptlint.lint import lint
from ptlint.source.source import from_text

Judge = Callable[..., list[Finding]]


@pytest.fixture(scope="session")
def judge() -> Judge:
    """``judge(rule, text, path)``: the findings of one rule on a page about a condition."""

    def findings(rule: str, text: str, path: str = "page.md", **options: object) -> list[Finding]:
        selection = Selection(select=(rule,), options={rule: options}, page_kind="condition")
        settings = Settings(selection=selection, today=datetime.date(2026, 3, 4))
        outcome = lint(from_text(text, path), settings, built_in_rules())
        assert not outcome.problems, outcome.problems
        return list(outcome.findings)

    return findings
