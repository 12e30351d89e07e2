"""Lines that hold nothing but tags and have Markdown below them.

In MDX these are components; in kramdown, Python-Markdown and PHP Markdown Extra elements with
the attribute ``markdown="1"``.
"""

from __future__ import annotations

from markdown_it.rules_block import StateBlock

from ptlint.page.markdown.placing import line
from ptlint.pattern import later

#: Elements whose content is no Markdown even in MDX.
_TAG = later(
    r"</?+(?:(?!(?:script|style|pre|textarea)\b)[A-Za-z][\w.-]*+(?=[\s/>\ue000\ue001])"
    r"""(?:[^<>"']|"[^"<]{0,2000}+"|'[^'<]{0,2000}+')*+)?+>[ \t\ue001]*+"""
)
_FRAGMENTS = ("<>", "</>")
_HOLDS_MARKDOWN = later(
    r"<[a-z][^<>\n]{0,300}?\smarkdown(?:=[\"']?(?:1|block|span)\b[^<>\n]{0,300}+)?>[ \t]*+"
)


def markdown_element(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """A start tag that says that Markdown follows."""
    at, stop = line(state, start)
    if not _HOLDS_MARKDOWN.fullmatch(state.src, at, stop):
        return False
    return silent or _take(state, start, stop)


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
    if state.src[line(state, start)[0] : at].strip() not in _FRAGMENTS:
        state.push("html_block", "", 0).map = [start, last + 1]
    return True
