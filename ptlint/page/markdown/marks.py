"""Lines and endings that belong to the markup of a site generator, not to its text.

Admonition fences (``:::note``), attribute lines (``{: .lead}``), task boxes
(``[x]``) and alert names (``[!WARNING]``) print nothing of their own.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from ptlint.page.markdown.dispatch import BlockRule
from ptlint.page.markdown.extras import ATTRIBUTES
from ptlint.page.markdown.lines import Content
from ptlint.page.markdown.placing import Stretch, line
from ptlint.pattern import later

_CONTENTS = later(r"\[\[?_?toc_?\]?\]", re.IGNORECASE)
#: What a line begins with that may hold such a mark.
MARKS = "{["

_HEADING = later(r"#{1,6}(?=[ \t]|\Z)")
_OF_RULES = frozenset("-*_ \t")
_OF_UNDERLINES = frozenset("-=")
_TASK = later(r"\[[ xX]\][ \t]++")
_ALERT = later(r"\[![A-Za-z-]{1,30}\][+-]?[ \t]*+\Z")
_TAIL = later(r"[ \t]*+(\{[^{}\n]{1,300}+\}|\ue001{3,300}+)[ \t]*+\Z")
_ID = later(r"(?:#|\bid=[\"']?)([\w:.-]++)")


def container_mark(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """A line of three or more colons that opens or closes an admonition."""
    at, stop = line(state, start)
    if state.is_code_block(start) or not state.src.startswith(":::", at, stop):
        return False
    if not silent:
        state.line = start + 1
    return True


def heading(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    """The rule of headings; of what it says markdown-it's own leaves nothing but the level."""
    signs = None if state.is_code_block(start) else _HEADING.match(state.src, *line(state, start))
    if signs and not silent:
        state.line = start + 1
        state.push("inline", f"h{signs.end() - signs.start()}", 0)
    return signs is not None


def ruled(rule: BlockRule) -> BlockRule:
    """The rule of lines between paragraphs, for lines that end in one of their signs."""

    def asked(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return state.src[state.eMarks[start] - 1] in _OF_RULES and rule(state, start, end, silent)

    return asked


def underlined(rule: BlockRule) -> BlockRule:
    """The rule of underlined headings, for blocks with a line that begins with such a sign."""

    def asked(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        for number in range(start + 1, end):
            place = state.bMarks[number] + state.tShift[number]
            if place >= state.eMarks[number]:
                return False
            if state.src[place] in _OF_UNDERLINES:
                return rule(state, start, end, silent)
        return False

    return asked


def barred(tables: BlockRule) -> BlockRule:
    """The rule of tables, for lines that hold the bar of a table's head."""

    def asked(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        bar = state.src.find("|", state.bMarks[start], state.eMarks[start])
        return bar >= 0 and tables(state, start, end, silent)

    return asked


def with_colons(definitions: BlockRule) -> BlockRule:
    """The rule of definition lists for ``:`` only; lines with ``~`` are text on most sites."""

    def rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        number = start if silent else start + 1
        if not silent and number < end and state.isEmpty(number):
            number += 1
        if number >= end or not state.src.startswith(":", line(state, number)[0]):
            return False
        return definitions(state, start, end, silent)

    return rule


def without_mark_lines(lines: list[Stretch], container: str) -> list[Stretch]:
    """A paragraph's lines without attribute lines and the sign its container begins with.

    Args:
        container: type of the token before the paragraph.
    """
    kept = [each for each in lines if not _is_mark(each[0])]
    if not kept:
        return kept
    text, place = kept[0]
    if container == "blockquote_open" and _ALERT.match(text):
        return kept[1:]
    task = _TASK.match(text) if container == "list_item_open" else None
    if task:
        kept[0] = (text[task.end() :], place + task.end())
    return kept


def _is_mark(text: str) -> bool:
    """Attributes of the block, or the place where the site puts its table of contents."""
    sign = {"{": ATTRIBUTES, "[": _CONTENTS}.get(text[:1])
    return sign is not None and sign.fullmatch(text.rstrip(" \t")) is not None


def split_anchor(words: Content, written: str) -> tuple[Content, str | None]:
    """A heading's text without the attributes at its end, and the id they give it.

    Args:
        written: the source before template code was masked; MDX masks ``{#id}`` as code.
    """
    tail = _TAIL.search(words.text, max(0, len(words.text) - 400))
    if not tail:
        return words, None
    attributes = tail.group(1)
    if attributes[0] == "\ue001":
        attributes = written[words.place(tail.start(1)) : words.end(tail.end(1))]
    if not ATTRIBUTES.fullmatch(attributes):
        return words, None
    named = _ID.search(attributes)
    return words.part(0, tail.start()), named.group(1) if named else None
