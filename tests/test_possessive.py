"""Possessive repeats match as they should in every interpreter, and as atomic groups in all."""

from __future__ import annotations

import re

import pytest

from ptlint import expressions, possessive
from ptlint.expressions import Expressions

CASES = [
    # CPython issue 106052: the first two answers of Python 3.11.2 were None and (0, 1).
    (r"(?:ab?c)++", "aca", (0, 2)),
    (r"(?:ab?)++", "abab", (0, 4)),
    (r"(?:a|ab)++c", "abac", None),
    (r"(?:ab|a)++c", "abac", (0, 4)),
    (r"(?:x(?:ab?)*+y){1,2}+", "xaabyxy", (0, 7)),
    (r"(?:ab?){1,3}+b", "ab", None),
    (r"(?:ab?)?+b", "b", (0, 1)),
    (r"(?=(?:ab?c)++$)a", "acabc", (0, 1)),
    (r"(?<!z)(?:(\w)\1?)*+", "aabb", (0, 4)),
    (r"a++b", "aab", (0, 3)),
    (r"a++ab", "aab", None),
    (r"(?P<word>(?:\w-?)++)!", "a-b-c!", (0, 6)),
]


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize(("source", "text", "span"), CASES)
def test_they_match(
    source: str,
    text: str,
    span: tuple[int, int] | None,
    right: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in (possessive, expressions):
        monkeypatch.setattr(module, "RIGHT", right and possessive.RIGHT)
    made = Expressions({})
    found = made.compiled(source).match(text)
    assert (found and found.span()) == span
    kept = Expressions(made.to_keep())
    found = kept.compiled(source).match(text)
    assert (found and found.span()) == span
    assert not kept.compiled_anew()


def test_names_and_groups_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(possessive, "RIGHT", False)
    monkeypatch.setattr(expressions, "RIGHT", False)
    source = r"(?:(?P<sign>[a-z])-?)++(\d)"
    made, plain = Expressions({}).compiled(source, re.IGNORECASE), re.compile(source, re.IGNORECASE)
    assert (made.groups, made.groupindex, made.flags) == (2, plain.groupindex, plain.flags)
    found = made.match("a-B7")
    assert found is not None
    assert (found["sign"], found[2]) == ("B", "7")
