"""What each rule applies to and what it expects, condition by condition.

The conditions in ``conditions.tsv`` are those of W3C's ACT rules, of WCAG's techniques and of the
specifications they rest on; the rule pages show the plain cases.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ptlint.catalogue.index import built_in_rules
from ptlint.config.settings import Selection, Settings
from ptlint.lint import lint
from ptlint.source.source import from_text

TABLE = Path(__file__).parent / "conditions.tsv"
CASES = [
    tuple(line.split("\t"))
    for line in TABLE.read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def messages(rule: str, html: str) -> list[str]:
    """What one rule says of a piece of HTML, with or without template code."""
    path = "x.php" if "<?php" in html else "x.njk" if "{{" in html or "{%" in html else "x.html"
    settings = Settings(selection=Selection(select=(rule,)))
    outcome = lint(from_text(html, path), settings, built_in_rules())
    assert not outcome.problems, outcome.problems
    return [each.message for each in outcome.findings]


@pytest.mark.parametrize(("rule", "expected", "html"), CASES)
def test_condition(rule: str, expected: str, html: str) -> None:
    found = messages(rule, html)
    assert bool(found) is (expected == "reported"), found
