"""Pattern rules: places, fixes and hostile texts."""

from __future__ import annotations

import time

import pytest

from ptlint.catalogue.index import built_in_rules
from ptlint.checks.kinds.patterns import _expression, _forms, _in_a_row

HOSTILE = [
    unit * (100_000 // len(unit))
    for unit in ("a", "a ", "1-", "the cause of ", "(", "no ", "you will run ", "x/", "/", "!",
                 "is ", "half of ", "1.5 million ", "best ")
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("Gentle exercise, e.g. walking, helps.", "for example"),
        ("Gentle exercise (e.g., walking) helps.", "for example,"),
        ("E.g. walking helps.", "For example"),
        ("The sheath, i.e. the cover, swells.", "that is"),
    ],
)
def test_latin_abbreviations_are_replaced(judge, text, fixed):
    (found,) = judge("latin-abbreviation", text)
    assert found.fix is not None and found.fix.safe
    assert found.fix.edits[0].text == fixed


def test_ranges_are_reported_once_a_paragraph(judge):
    found = judge("range-dash", "It takes 6-8 weeks, at least 6-8 weeks.\n\nRest 2-3 days.")
    assert [each.excerpt for each in found] == ["6-8", "2-3"]
    assert [each.fix.edits[0].text for each in found] == ["6 to 8", "2 to 3"]


@pytest.mark.parametrize(
    ("units", "stands"),
    [
        (("have", "an", "mri", "scan"), True),
        (("an", "mri's", "magnet"), True),
        (("an", "open", "mri"), False),
        (("mri", "an"), False),
        (("mri",), False),
        ((), False),
    ],
)
def test_needed_words_in_a_row(units, stands):
    assert _in_a_row(units, [_forms("a an"), _forms("mri nsaid")]) is stands


def _expressions() -> list[str]:
    return sorted(
        {
            written
            for rule in built_in_rules().values()
            for pattern in rule.data.get("patterns", ())
            if isinstance(pattern, dict)
            for key in ("find", "unless")
            if (written := pattern.get(key))
        }
    )


@pytest.mark.parametrize("written", _expressions())
def test_no_expression_runs_away(written):
    expression = _expression(written, False)
    for text in HOSTILE:
        start = time.process_time()
        for count, _ in enumerate(expression.finditer(text)):
            if count > 1_000:
                break
        assert time.process_time() - start < 0.6, text[:20]
