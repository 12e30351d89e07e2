"""What the line table of markdown-it's block state says of places in the source."""

from __future__ import annotations

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from ptlint.page.markdown.lines import Content, Normalised
from ptlint.source.span import Span

Stretch = tuple[str, int]


def normalised(state: StateBlock) -> Normalised:
    text = state.env["normalised"]
    assert isinstance(text, Normalised)
    return text


def line(state: StateBlock, number: int) -> tuple[int, int]:
    """Where the text of a line begins inside its containers, and where it ends."""
    return state.bMarks[number] + state.tShift[number], state.eMarks[number]


def stretch(state: StateBlock, start: int, end: int) -> Stretch:
    """The characters between two offsets of one line, with their source offset."""
    return state.src[start:end], normalised(state).source(start)


def stretches(state: StateBlock, first: int, last: int) -> list[Stretch]:
    """The lines ``first`` to ``last`` (exclusive) without indentation and quote signs."""
    source, text = normalised(state).source, state.src
    if last - first == 1:
        start, end = line(state, first)
        return [(text[start:end], source(start))]
    begins = [state.bMarks[number] + state.tShift[number] for number in range(first, last)]
    ends = state.eMarks[first:last]
    return [(text[start:end], source(start)) for start, end in zip(begins, ends, strict=True)]


def content(lines: list[Stretch]) -> Content:
    """The text of lines, joined by line ends, without spaces and tabs at either end."""
    if not lines:
        return Content("")
    text, place = lines[-1]
    trimmed = text.rstrip(" \t")
    if len(lines) == 1:
        return Content(trimmed, (0,), (place,))
    return Content.of([*((each + "\n", at) for each, at in lines[:-1]), (trimmed, place)])


def fill(token: Token, words: Content) -> None:
    """Makes ``words`` the content of an inline token."""
    token.content = words.text
    token.meta["content"] = words


def lines_span(state: StateBlock, first: int, last: int) -> Span:
    """From the first line's beginning to the end of the last line that is not blank.

    Args:
        last: the line behind the last.
    """
    source, begins, shifts = normalised(state).source, state.bMarks, state.tShift
    start = source(begins[first] + shifts[first])
    for number in range(last - 1, first - 1, -1):
        begin = begins[number] + shifts[number]
        written = state.src[begin : state.eMarks[number]].rstrip(" \t")
        if written:
            return Span(start, source(begin) + len(written))
    return Span(start, start)
