"""Lines of MDX that hold nothing but tags: components around Markdown text."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from ptlint.page.markdown.placing import line

#: Elements whose content is no Markdown even in MDX.
_TAG = re.compile(
    r"</?+(?!(?:script|style|pre|textarea)\b)(?:[A-Za-z][\w.:-]*+)?"
    r"""(?:[^<>"']|"[^"<>]{0,2000}+"|'[^'<>]{0,2000}+')*+>[ \t\ue001]*+"""
)


def component_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line of tags only; the Markdown between such lines is read as Markdown."""
    at, _ = line(state, start)
    limit = state.eMarks[end - 1]
    while tag := _TAG.match(state.src, at, limit):
        at = tag.end()
        if at >= limit or state.src[at] == "\n":
            return silent or _take(state, start, at)
    return False


def _take(state: StateBlock, start: int, at: int) -> bool:
    last = start
    while state.eMarks[last] < at:
        last += 1
    state.line = last + 1
    state.push("html_block", "", 0).map = [start, last + 1]
    return True
