"""Every example of every rule page: what is marked is reported, what is accepted is not."""

from __future__ import annotations

import datetime

import pytest

from ptlint.catalogue.index import rule_paths, rules_folder
from ptlint.catalogue.page import Example, RulePage, read_page
from ptlint.catalogue.rule import Scope
from ptlint.config.settings import Selection, Settings
from ptlint.findings.finding import Finding
from ptlint.lint import lint
from ptlint.online.examples import assumed
from ptlint.source.source import from_text

PAGES = [read_page(path) for path in rule_paths(rules_folder())]
ENDINGS = {"html": "html", "markdown": "md", "text": "txt"}
CASES = [(page, example) for page in PAGES for example in page.examples]


def findings_of(page: RulePage, example: Example) -> list[Finding]:
    """What the rule alone says of an example.

    Rules about condition pages, or about all advice on health, are shown on pieces of such pages,
    so the kind of page is given unless the example sets it.
    """
    kind = example.settings.get("kind")
    if kind is None and page.rule.scope in (Scope.CONDITION, Scope.HEALTH):
        kind = page.rule.scope.value
    options = {
        option.name: _typed(example.settings[option.name], option.default)
        for option in page.rule.options
        if option.name in example.settings
    }
    settings = Settings(
        selection=Selection(
            select=(page.rule.name,), options={page.rule.name: options}, page_kind=kind
        ),
        today=datetime.date(2026, 3, 4),
        answers=assumed(page.rule),
    )
    path = example.settings.get("path", f"example.{ENDINGS[example.format]}")
    outcome = lint(from_text(example.text, path), settings, {page.rule.name: page.rule})
    assert not outcome.problems, outcome.problems
    return list(outcome.findings)


def _typed(written: str, default: object) -> object:
    if isinstance(default, bool):
        return written == "true"
    if isinstance(default, int):
        return int(written)
    if isinstance(default, (list, tuple)):
        return written.split(",")
    return written


@pytest.mark.parametrize(
    ("page", "example"),
    CASES,
    ids=[
        f"{page.rule.name}-{'reported' if example.reported else 'accepted'}-{number}"
        for number, (page, example) in enumerate(CASES)
    ],
)
def test_example(page: RulePage, example: Example) -> None:
    found = findings_of(page, example)
    if not example.reported:
        assert [each.message for each in found] == []
    elif example.marked:
        assert sorted((each.span.start, each.span.end) for each in found) == list(example.marked), [
            (each.excerpt, each.message) for each in found
        ]
    else:
        assert found


@pytest.mark.parametrize("page", PAGES, ids=[page.rule.name for page in PAGES])
def test_page_is_complete(page: RulePage) -> None:
    assert page.rule.summary and page.rule.advice
    assert "## Why" in page.body
    assert page.rule.fix in ("none", "safe", "unsafe")
    assert set(page.rule.formats) <= {"html", "markdown", "text"}
