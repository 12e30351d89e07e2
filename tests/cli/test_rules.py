"""``ptlint rules`` and ``ptlint rule``: lists, explanations, WCAG coverage."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from ptlint.catalogue.index import built_in_rules
from ptlint.cli.rules import rule, rules, wcag_coverage


def test_every_rule_is_listed() -> None:
    listed = json.loads(CliRunner().invoke(rules, ["--format", "json"]).output)
    assert {each["name"] for each in listed} == set(built_in_rules())
    assert all(each["summary"] and each["severity"] for each in listed)


def test_a_rule_is_explained_with_examples() -> None:
    shown = CliRunner().invoke(rule, ["mislabelled-section"]).output
    assert "## Why" in shown and "## How to fix" in shown and "older age" in shown


def test_an_alias_explains_its_family() -> None:
    shown = CliRunner().invoke(rule, ["doi-malformed"]).output
    assert "doi-doubled-resolver (" in shown


@pytest.mark.parametrize(
    ("command", "arguments", "words"),
    [
        (rule, ["mislabeled-section"], "did you mean 'mislabelled-section'"),
        (rules, ["--category", "safty"], "did you mean 'safety'"),
    ],
)
def test_unknown_names(command: object, arguments: list[str], words: str) -> None:
    done = CliRunner().invoke(command, arguments)  # type: ignore[arg-type]
    assert done.exit_code == 2 and words in done.output


def test_wcag_coverage_names_the_rules_of_what_is_decided() -> None:
    for each in wcag_coverage():
        if each["coverage"] == "person":
            assert not each["rules"], each["criterion"]
        else:
            assert each["rules"], each["criterion"]
