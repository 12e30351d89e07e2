r"""Offsets to lines and columns and back.

Lines end at ``\r\n``, ``\n`` or a lone ``\r`` and nowhere else: ``str.splitlines``
would also split at form feeds, vertical tabs and U+2028, which editors do not.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from operator import add

from ptlint.pattern import later
from ptlint.record import lazy
from ptlint.source.span import Position, Span

_LINE_END = later(r"\r\n?|\n")


class LineIndex:
    """The lines of one text; nothing is computed before the first question."""

    def __init__(self, text: str) -> None:
        self._text = text

    @lazy
    def _starts(self) -> list[int]:
        text = self._text
        if "\r" in text and text.count("\r") != text.count("\r\n"):  # a lone one ends a line
            return [0, *(end.end() for end in _LINE_END.finditer(text))]
        *ended, _ = text.split("\n")
        return list(map(add, accumulate(map(len, ended), initial=0), range(len(ended) + 1)))

    @property
    def count(self) -> int:
        """How many lines there are; an empty text has one, as has a final newline's rest."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Line and column of ``offset`` (0 to the length of the text; values beyond are cut)."""
        return Position(*self.line_and_column(offset))

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The numbers of ``position(offset)``, for who asks for very many."""
        starts = self._starts
        offset = min(max(offset, 0), len(self._text))
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Offset of a 1-based line and column, cut to the line and the text."""
        if line < 1:
            return 0
        if line > self.count:
            return len(self._text)
        span = self.line_span(line)
        limit = self._starts[line] - 1 if line < self.count else span.end
        return min(span.start + max(column, 1) - 1, limit)

    def line_span(self, line: int) -> Span:
        """The span of a 1-based line without its line end.

        Raises:
            IndexError: there is no such line.
        """
        if not 1 <= line <= self.count:
            raise IndexError(f"no line {line} in a text of {self.count} lines")
        start = self._starts[line - 1]
        end = self._starts[line] if line < self.count else len(self._text)
        if line < self.count:
            end -= 2 if self._text.startswith("\r\n", end - 2) and end - 2 >= start else 1
        return Span(start, end)
