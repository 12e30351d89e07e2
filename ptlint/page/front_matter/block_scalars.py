"""Texts written over indented lines: block scalars (``|``, ``>``) and long plain values."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.page.front_matter.scalars import Piece, Scalar, plain, readable
from ptlint.page.front_matter.yaml_lines import Line, LineCursor
from ptlint.pattern import later
from ptlint.source.span import Span

BLOCK_HEADER = later(r"[|>](?:([1-9])[-+]?|[-+]([1-9])?)?[ \t]*+(?=#|[\r\n]|\Z)")
_COLON = later(r":(?=[ \t]|\Z)")
_COMMENT = later(r"(?:\A|(?<=[ \t]))#")


def block_scalar(text: str, at: int, column: int, lines: LineCursor) -> Scalar:
    """The text below the ``|`` or ``>`` at ``at``, on behalf of a key or dash in ``column``."""
    header = BLOCK_HEADER.match(text, at, lines.limit)
    assert header is not None
    lines.advance()
    given = header[1] or header[2]
    indent = max(column, 0) + int(given) if given else 0
    held: list[Line] = []
    while (line := lines.peek()) and (line.start == line.end or line.column > column):
        if line.start < line.end:
            indent = indent or line.column
            if line.column < indent:
                break
        held.append(line)
        lines.advance()
    while held and held[-1].start == held[-1].end:
        held.pop()
    return _scalar(text, at, header[0], held, indent)


def _scalar(text: str, at: int, header: str, held: list[Line], indent: int) -> Scalar:
    pieces: list[Piece] = []
    value: list[str] = []
    for line in held:
        start = min(line.start - line.column + indent, line.end)
        if line.start < line.end and pieces:
            pieces.append((" ", pieces[-1][2], start))
        if line.start < line.end:
            pieces.append((text[start : line.end], start, line.end))
        value.append(text[start : line.end] if line.start < line.end else "")
    words = "\n".join(value) if header[0] == "|" else _folded(value)
    words += "\n" if words and "-" not in header else ""
    span = Span(pieces[0][1], pieces[-1][2]) if pieces else Span(at, at + 1)
    return Scalar(words, readable(pieces), span)


def _folded(lines: list[str]) -> str:
    """Lines of a ``>`` text: single line ends are spaces, blank lines are line ends."""
    words = ""
    for number, line in enumerate(lines):
        if number and line:
            words += "" if words.endswith("\n") else " "
        words += line or "\n"
    return words


def long_plain(text: str, at: int, column: int, lines: LineCursor) -> tuple[Scalar, Span | None]:
    """The unquoted value at ``at``, with the deeper indented lines that go on with it.

    Returns:
        The value, and the place of a colon with a space behind it, which YAML forbids there.
    """
    pieces: list[Piece] = []
    forbidden: Span | None = None
    for start, end in _stretches(text, at, column, lines):
        if pieces:
            pieces.append((" ", pieces[-1][2], start))
        pieces.append((text[start:end], start, end))
        colon = _COLON.search(text, start, end)
        forbidden = forbidden or (Span(*colon.span()) if colon else None)
    span = Span(pieces[0][1], pieces[-1][2]) if pieces else Span(at, at)
    return plain("".join(piece for piece, _, _ in pieces), pieces, span), forbidden


def _stretches(text: str, at: int, column: int, lines: LineCursor) -> Iterator[tuple[int, int]]:
    line: Line | None = lines.current()
    start = at
    while line:
        end = line.end
        comment = _COMMENT.search(text[start:end])
        if comment:
            end = start + len(text[start : start + comment.start()].rstrip(" \t"))
        lines.advance()
        if start < end:
            yield start, end
        if comment:
            return
        while (line := lines.peek()) and line.start == line.end:
            lines.advance()
        if line is None or line.column <= column:
            return
        start = line.start
