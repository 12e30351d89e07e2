from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.findings.edits import apply_edits, together
from ptlint.findings.finding import Edit, Finding, Fix, Place, Severity
from ptlint.source.span import Span


def finding(*edits: Edit, safe: bool = True, rule: str = "rule") -> Finding:
    first = min((edit.start for edit in edits), default=0)
    return Finding(
        rule, "category", Severity.ERROR, "a.md", Place(1, 1, 1, 1), "", "", "",
        Span(first, first), "", fix=Fix("Mend it", edits, safe),
    )  # fmt: skip


def fixed(
    text: str, *findings: Finding, unsafe: bool = False, masked: tuple[Span, ...] = ()
) -> str:
    chosen = together(findings, text, masked, unsafe)
    return apply_edits(text, [edit for each in chosen if each.fix for edit in each.fix.edits])


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([Edit(0, 1, "A")], "Abcdef"),
        ([Edit(6, 6, "g")], "abcdefg"),
        ([Edit(0, 6, "")], ""),
        ([Edit(0, 2, "x"), Edit(2, 4, "y")], "xyef"),  # neighbours do not overlap
        ([Edit(0, 3, "x"), Edit(2, 4, "y")], "xdef"),  # the first in the text wins
        ([Edit(2, 2, "1"), Edit(2, 2, "2")], "ab1cdef"),  # two insertions have no order
        ([Edit(2, 4, "x"), Edit(2, 2, "1")], "abxef"),
        ([Edit(1, 5, "x"), Edit(3, 3, "y")], "axf"),
        ([Edit(4, 9, "x")], "abcdef"),  # outside the text
        ([Edit(3, 2, "x")], "abcdef"),  # ends before it starts
        ([Edit(0, 1, "a")], "abcdef"),  # nothing new
    ],
)
def test_which_edits_are_made(edits: list[Edit], expected: str) -> None:
    assert fixed("abcdef", *(finding(edit) for edit in edits)) == expected


def test_a_fix_is_made_wholly_or_not_at_all() -> None:
    first, second = finding(Edit(2, 3, "X")), finding(Edit(1, 2, "Y"), Edit(2, 4, "Z"))
    assert fixed("abcdef", first, second) == "aYZef"
    assert fixed("abcdef", finding(Edit(0, 3, "X")), second) == "Xdef"


def test_a_fix_whose_own_edits_overlap_is_never_made() -> None:
    assert fixed("abcdef", finding(Edit(0, 3, "X"), Edit(2, 4, "Y"))) == "abcdef"


def test_unsafe_fixes_wait_for_a_request() -> None:
    unsafe = finding(Edit(0, 1, "X"), safe=False)
    assert fixed("abc", unsafe) == "abc"
    assert fixed("abc", unsafe, unsafe=True) == "Xbc"


@pytest.mark.parametrize(
    ("edit", "made"),
    [
        (Edit(1, 3, "X"), False),
        (Edit(0, 2, "X"), True),  # up to the template
        (Edit(5, 6, "X"), True),
        (Edit(2, 2, "X"), True),
        (Edit(3, 3, "X"), False),
        (Edit(5, 5, "X"), True),
        (Edit(0, 6, "X"), False),
        (Edit(3, 4, "X"), False),
    ],
)
def test_templates_are_never_written_into(edit: Edit, made: bool) -> None:
    result = fixed("ab{{}cde"[:8], finding(edit), masked=(Span(2, 5),))
    assert (result != "ab{{}cde"[:8]) is made


_EDITS = st.lists(
    st.lists(
        st.builds(
            lambda start, length, text: Edit(start, start + length, text),
            st.integers(0, 12), st.integers(0, 4), st.text("xyz", max_size=3),
        ),
        min_size=1, max_size=3,
    ),
    max_size=6,
)  # fmt: skip


@given(_EDITS)
@settings(max_examples=200)
def test_chosen_edits_never_overlap(groups: list[list[Edit]]) -> None:
    text = "abcdefghijkl"
    chosen = together([finding(*edits) for edits in groups], text, (), False)
    edits = sorted(edit for each in chosen if each.fix for edit in each.fix.edits)
    assert all(first.end <= second.start for first, second in pairwise(edits))
    length = sum(len(edit.text) - (edit.end - edit.start) for edit in edits)
    assert len(apply_edits(text, edits)) == len(text) + length
