"""Edits of one text: which of them can be made together, and the text they make."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from ptlint.findings.finding import Edit, Finding, Fix
from ptlint.source.span import Span


def together(
    findings: Iterable[Finding], text: str, masked: tuple[Span, ...], unsafe: bool
) -> tuple[Finding, ...]:
    """The findings whose fixes can be made in one step, the first in the text winning.

    A fix is made wholly or not at all. One that touches another's characters waits for the
    next step; one that would write into template code, outside the text, or nothing new is
    never made.

    Args:
        unsafe: take fixes that need a look afterwards as well.
    """
    taken: list[tuple[int, int]] = []
    chosen = []
    for finding in sorted(findings, key=lambda each: each.span):
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe) or not _sound(fix, text, masked):
            continue
        if not any(_in_the_way(edit, taken) for edit in fix.edits):
            for edit in fix.edits:
                taken.insert(bisect_left(taken, (edit.start, edit.end)), (edit.start, edit.end))
            chosen.append(finding)
    return tuple(chosen)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits, none of which may overlap another."""
    pieces, at = [], 0
    for edit in sorted(edits):
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def _sound(fix: Fix, text: str, masked: tuple[Span, ...]) -> bool:
    """Edits inside the text, apart from each other and from templates, that change something."""
    edits = sorted(fix.edits)
    at = 0
    for edit in edits:
        if not at <= edit.start <= edit.end <= len(text):
            return False
        at = max(edit.end, edit.start)
    if any(_touches_template(edit, masked) for edit in edits):
        return False
    return any(text[edit.start : edit.end] != edit.text for edit in edits)


def _touches_template(edit: Edit, masked: tuple[Span, ...]) -> bool:
    index = max(0, bisect_left(masked, Span(edit.start, edit.start)) - 1)
    for region in masked[index:]:
        if region.start >= max(edit.end, edit.start + 1):
            return False
        if region.start < edit.end and edit.start < region.end:
            return True
        if edit.start == edit.end and region.start < edit.start < region.end:
            return True
    return False


def _in_the_way(edit: Edit, taken: list[tuple[int, int]]) -> bool:
    """Is a character, or the very place of an insertion, already spoken for?"""
    at = bisect_left(taken, (edit.start, edit.start))
    for start, end in taken[max(0, at - 1) : at + 2]:
        if start < edit.end and edit.start < end:
            return True
        if edit.start == start and (edit.start == edit.end or start == end):
            return True
    return False
