"""Places in a source text: half-open ranges of code points, and line:column positions."""

from __future__ import annotations

from ptlint.record import record


@record(order=True)
class Span:
    """A range of code points of ``Source.text``; ``end`` is exclusive.

    An empty span (``start == end``) is a place between two characters, as an
    insertion needs it.
    """

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """A span is a place even when it is empty, so ``if span`` asks for ``None`` only."""
        return True

    def contains(self, other: Span | int) -> bool:
        """Whether ``other`` (a span or an offset) lies wholly inside this span."""
        if isinstance(other, int):
            return self.start <= other < self.end
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def shift(self, by: int) -> Span:
        """The span moved by ``by`` code points (negative: towards the start)."""
        return Span(self.start + by, self.end + by)


@record(order=True)
class Position:
    """A place as people name it: line and column, both from 1, columns in code points."""

    line: int
    column: int
