"""What W3C's ACT rules apply to and expect, judged by every rule that lists their id.

The cases in ``applicability.tsv`` follow the rules' applicability, expectations and background
(accessible names, hidden content, presentational conflicts, value types); a case counts as
reported when any of the rules says something of it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ptlint.catalogue.index import built_in_rules
from ptlint.config.settings import Selection, Settings
from ptlint.lint import lint
from ptlint.source.source import from_text

TABLE = Path(__file__).parent / "applicability.tsv"
CASES = [
    tuple(line.split("\t"))
    for line in TABLE.read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def messages(act: str, html: str) -> list[str]:
    """What the rules that list an ACT id say of a piece of HTML."""
    rules = built_in_rules()
    names = tuple(name for name, rule in rules.items() if act in rule.act)
    assert names, f"no rule lists {act}"
    outcome = lint(from_text(html, "x.html"), Settings(selection=Selection(select=names)), rules)
    assert not outcome.problems, outcome.problems
    return [f"{each.rule}: {each.message}" for each in outcome.findings]


@pytest.mark.parametrize(("act", "expected", "html"), CASES)
def test_applicability(act: str, expected: str, html: str) -> None:
    found = messages(act, html)
    assert bool(found) is (expected == "reported"), found
