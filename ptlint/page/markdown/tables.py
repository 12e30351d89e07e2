"""The cells of a table row with their places; the signs are read as markdown-it reads them."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from ptlint.page.markdown.lines import Content
from ptlint.page.markdown.placing import fill, line, lines_span, normalised
from ptlint.pattern import later

_SPACE = " \t"
_BAR = later(r"(?<!\\)\|")


def note_table(state: StateBlock, _start: int, tokens: list[Token]) -> None:
    """Gives every row its span and every cell its content."""
    cells: Iterator[Content] = iter(())
    for token in tokens:
        if token.type == "table_open" and token.map:
            token.meta["span"] = lines_span(state, *token.map)
        elif token.type == "tr_open" and token.map:
            cells = row_cells(state, token.map[0])
        elif token.type == "inline":
            words = next(cells, None) or _missing(state, token)
            fill(token, words)
            token.meta["span"] = words.span


def _missing(state: StateBlock, token: Token) -> Content:
    """A cell that the row does not have: an empty place at its end."""
    assert token.map
    end = normalised(state).source(line(state, token.map[0])[1])
    return Content("", (0,), (end,))


def row_cells(state: StateBlock, number: int) -> Iterator[Content]:
    """The cells of one row, outer bars and the spaces around the text left out."""
    bounds = _bounds(state, number)
    if bounds and bounds[0][0] == bounds[0][1]:
        bounds = bounds[1:]
    if bounds and bounds[-1][0] == bounds[-1][1]:
        bounds = bounds[:-1]
    for start, end in bounds:
        yield _cell(state, start, end)


def _bounds(state: StateBlock, number: int) -> list[tuple[int, int]]:
    """Start and end of what stands between the bars of a row."""
    start, end = line(state, number)
    row = state.src[start:end].rstrip(_SPACE)
    bars = [start + bar.start() for bar in _BAR.finditer(row)]
    return list(zip([start, *(bar + 1 for bar in bars)], [*bars, start + len(row)], strict=True))


def _cell(state: StateBlock, start: int, end: int) -> Content:
    written = state.src[start:end]
    start += len(written) - len(written.lstrip(_SPACE))
    written = written.strip(_SPACE)
    place = normalised(state).source(start)
    parts, at = [], 0
    while (bar := written.find("\\|", at)) >= 0:
        parts.append((written[at:bar], place + at))
        at = bar + 1  # the bar itself begins the next part
    # An empty part would hide the place of the one behind it.
    return Content.of(
        [each for each in (*parts, (written[at:], place + at)) if each[0]] or [("", place)]
    )
