"""The note taken behind each block rule: its span, and the content of its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from ptlint.page.markdown.lines import Content
from ptlint.page.markdown.marks import MARKS, split_anchor, without_mark_lines
from ptlint.page.markdown.placing import (
    content,
    fill,
    line,
    lines_span,
    stretch,
    stretches,
)
from ptlint.page.markdown.tables import note_table
from ptlint.page.markdown.targets import note_definition
from ptlint.source.span import Span

_SPACE = " \t"


def note_blocks(state: StateBlock, _start: int, tokens: list[Token]) -> None:
    """Containers and code: from their first sign to the end of their last line."""
    for token in tokens:
        if not token.map:
            continue
        first, last = token.map[0], max(token.map[1], token.map[0] + 1)
        token.meta["span"] = lines_span(state, first, last)
        if token.type == "inline":  # the term of a definition list
            fill(token, content(stretches(state, first, first + 1)))
        elif token.type == "html_block":
            token.meta["lines"] = stretches(state, first, last)


def note_paragraph(state: StateBlock, start: int, tokens: list[Token]) -> None:
    container = state.tokens[-2].type if len(state.tokens) > 1 else ""
    lines = stretches(state, start, state.line)
    if len(lines) > 1 or lines[0][0][0] in MARKS:
        lines = without_mark_lines(lines, container)
    words = content(lines)
    tokens[0].meta["span"] = words.span
    fill(tokens[0], words)


def note_heading(state: StateBlock, start: int, tokens: list[Token]) -> None:
    """``# Text #``: the signs and the spaces around them are no part of the text."""
    begin, end = line(state, start)
    level = int(tokens[0].tag[1])
    text = state.src[begin + level : end].rstrip(_SPACE)
    closed = text.rstrip("#")
    if closed != text and (not closed or closed[-1] in _SPACE):
        text = closed
    at = begin + level + len(text) - len(text.lstrip(_SPACE))
    words = content([stretch(state, at, max(at, begin + level + len(text)))])
    _note_heading(state, tokens[0], words, lines_span(state, start, start + 1))


def note_setext(state: StateBlock, start: int, tokens: list[Token]) -> None:
    opening, inline, _ = tokens
    inline.tag = opening.tag
    state.tokens[-3:] = [inline]
    words = content(stretches(state, start, state.line - 1))
    _note_heading(state, inline, words, lines_span(state, start, state.line))


def _note_heading(state: StateBlock, token: Token, words: Content, span: Span) -> None:
    words, anchor = split_anchor(words, state.env["written"])
    token.meta["span"], token.meta["anchor"] = span, anchor
    fill(token, words)


NOTES: Mapping[str, Callable[[StateBlock, int, list[Token]], None]] = {
    "paragraph": note_paragraph,
    "heading": note_heading,
    "lheading": note_setext,
    "table": note_table,
    "reference": note_definition,
}
