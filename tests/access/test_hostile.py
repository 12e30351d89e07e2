"""Texts of 100,000 characters that are meant to make a pattern run away."""

from __future__ import annotations

import time

import pytest

from ptlint.catalogue.index import built_in_rules
from ptlint.config.settings import Selection, Settings
from ptlint.lint import lint
from ptlint.source.source import from_text

RULES = {
    name: rule for name, rule in built_in_rules().items() if rule.check.startswith("accessibility.")
}
LENGTH = 100_000
PIECES = [
    "A B ", "AA'", "click the box on the ", "items in red ", ".", " a", "https://", "10.1234/",
    "• ", "1. ", "(", "press ", "a-", "&", "1.", "a:(", "/*", '"\\', " in the ", "-- 1",
    "a:hover::before{content:'", "scale(0", "opacity:",
]  # fmt: skip
PLACES = [
    "<html><p>{}</p></html>",
    '<html><a href="/x" aria-label="x">{}</a></html>',
    '<html><a href="{0}" title="{0}">x</a><p lang="{0}" class="{0}" style="{0}">x</p></html>',
    '<html><meta http-equiv=refresh content="{0}"><meta name=viewport content="{0}"></html>',
    '<html><img src="{0}" alt="{0}"><img src="x-logo.png" alt="{0} logo"></html>',
    "<html><style>{0}</style><style>{0}{{color:red}} p{{background:{0}}}</style><p>x</p></html>",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("piece", PIECES)
def test_no_rule_runs_away(piece: str, place: str) -> None:
    text = (piece * (LENGTH // len(piece))).replace('"', "&quot;" if '="' in place else '"')
    settings = Settings(selection=Selection(select=tuple(RULES)))
    start = time.process_time()
    outcome = lint(from_text(place.format(text), "x.html"), settings, RULES)
    assert not outcome.problems
    assert time.process_time() - start < 1.5
