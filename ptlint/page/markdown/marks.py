"""Lines and endings that belong to the markup of a site generator, not to its text.

Admonition fences (``:::note``), MDX modules, attribute lines (``{: .lead}``), task boxes
(``[x]``) and alert names (``[!WARNING]``) print nothing of their own.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from ptlint.page.markdown.extras import ATTRIBUTES
from ptlint.page.markdown.lines import Content
from ptlint.page.markdown.placing import Stretch, line

_TASK = re.compile(r"\[[ xX]\][ \t]++")
_ALERT = re.compile(r"\[![A-Za-z-]{1,30}\][+-]?[ \t]*+\Z")
_MODULE = re.compile(r"(?:import|export)(?=[ \t{*\"'])")
_TAIL = re.compile(r"[ \t]*+(\{[^{}\n]{1,300}+\})[ \t]*+\Z")
_ID = re.compile(r"(?:#|\bid=[\"']?)([\w:.-]++)")


def container_mark(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line of three or more colons that opens or closes an admonition."""
    at, stop = line(state, start)
    if state.is_code_block(start) or not state.src.startswith(":::", at, stop):
        return False
    if not silent:
        state.line = start + 1
    return True


def module_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The import and export statements of MDX, up to the next blank line."""
    at, stop = line(state, start)
    if silent or state.level or at != state.bMarks[start]:
        return False
    if not _MODULE.match(state.src, at, stop):
        return False
    last = start + 1
    while last < end and not state.isEmpty(last):
        last += 1
    state.line = last
    state.push("code_block", "code", 0).map = [start, last]
    return True


def without_mark_lines(lines: list[Stretch], container: str) -> list[Stretch]:
    """A paragraph's lines without attribute lines and the sign its container begins with.

    Args:
        container: type of the token before the paragraph.
    """
    kept = [each for each in lines if not ATTRIBUTES.fullmatch(each[0].rstrip(" \t"))]
    if not kept:
        return kept
    text, place = kept[0]
    if container == "blockquote_open" and _ALERT.match(text):
        return kept[1:]
    task = _TASK.match(text) if container == "list_item_open" else None
    if task:
        kept[0] = (text[task.end() :], place + task.end())
    return kept


def split_anchor(words: Content) -> tuple[Content, str | None]:
    """A heading's text without the attributes at its end, and the id they give it."""
    tail = _TAIL.search(words.text, max(0, len(words.text) - 400))
    if not tail or not ATTRIBUTES.fullmatch(tail.group(1)):
        return words, None
    named = _ID.search(tail.group(1))
    return words.part(0, tail.start()), named.group(1) if named else None
