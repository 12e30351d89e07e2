"""The lines of a YAML text with their indentation, and a cursor over them."""

from __future__ import annotations

from bisect import bisect_right

from ptlint.page.front_matter.model import FrontMatterError
from ptlint.pattern import later
from ptlint.record import record
from ptlint.source.span import Span

_LINE = later(r"([ \t]*+)([^\r\n]*+)(?:\r\n?|\n|\Z)")
_BLANK = " \t\ue001"


@record
class Line:
    """A line: where its text begins and ends, and the white space before it."""

    start: int
    end: int
    indent: str

    @property
    def column(self) -> int:
        return len(self.indent)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class LineCursor:
    """Stands on a line; values move it on behind their last line."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self.limit = text, end
        self._lines: list[Line] = []
        while start < end:
            found = _LINE.match(text, start, end)
            assert found is not None
            written = found[2].rstrip(_BLANK)
            self._lines.append(Line(found.start(2), found.start(2) + len(written), found[1]))
            start = found.end()
        self._starts = [line.start for line in self._lines]
        self._at = 0

    def current(self) -> Line:
        return self._lines[self._at]

    def advance(self) -> None:
        self._at += 1

    def advance_behind(self, offset: int) -> None:
        """To the line after the one that holds the character before ``offset``."""
        self._at = bisect_right(self._starts, max(offset - 1, 0))

    def last_end(self) -> int:
        """Where the last line above the cursor that is not blank ends."""
        at = self._at - 1
        while at > 0 and self._lines[at].start == self._lines[at].end:
            at -= 1
        return self._lines[at].end

    def peek(self) -> Line | None:
        """The line the cursor stands on, blank or not."""
        return self._lines[self._at] if self._at < len(self._lines) else None

    def next(self) -> Line | None:
        """The next line that says something; blank lines and comments are passed over.

        Raises:
            FrontMatterError: it is indented with a tab.
        """
        while line := self.peek():
            if line.start < line.end and not self._text.startswith("#", line.start):
                if "\t" in line.indent:
                    message = "This line is indented with a tab. Use spaces instead."
                    raise FrontMatterError(message, Span(line.start - line.column, line.start))
                return line
            self._at += 1
        return None
