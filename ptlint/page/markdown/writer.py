"""Visible words put together piece by piece, with the places and marks of each piece.

White space follows the page model: a run with a line break in it is one space, both ends are
stripped. Template code that prints is one character U+E000; code that prints nothing is left
out.
"""

from __future__ import annotations

from collections.abc import Iterable

from ptlint.page.kinds import Style
from ptlint.page.mapped import MappedText, joined
from ptlint.page.model import Inline
from ptlint.pattern import later
from ptlint.record import record, replace
from ptlint.source.span import Span

_BLANKS = " \t\n\r\f"
_TEMPLATE = later("\ue000++|\ue001++")

Piece = tuple[str, int, int]


@record
class Mark:
    """A stretch of the visible text, both ends as the writer counts them."""

    style: Style
    start: int
    end: int
    span: Span
    value: str | None = None


class Writer:
    """Collects visible text.

    Attributes:
        position: the visible offset reached so far.
        breaks: the visible offsets of line breaks, True for those a reader sees.
    """

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._marks: list[Mark] = []
        self._folded = False
        self.position = 0
        self.breaks: dict[int, bool] = {}

    def verbatim(self, pieces: Iterable[Piece]) -> None:
        """Characters that are read as they stand."""
        for text, start, _ in pieces:
            if "\ue000" not in text and "\ue001" not in text:
                self._append(text, start)
                continue
            at = 0
            for found in _TEMPLATE.finditer(text):
                self._append(text[at : found.start()], start + at)
                if found[0][0] == "\ue000":
                    self.unit("\ue000", start + found.start(), start + found.end())
                at = found.end()
            self._append(text[at:], start + at)

    def unit(self, text: str, start: int, end: int) -> None:
        """Text that stands for the source from start to end as a whole (an entity)."""
        if text:
            self._pieces.append((text, start, end))
            self.position += len(text)
            self._folded = False

    def fold(self, start: int, end: int, seen: bool = False) -> None:
        """A line break: one space, together with the white space beside it.

        Args:
            seen: it breaks the line on the page, too.
        """
        start = self._strip_end(start)
        self.breaks[self.position] = seen or self.breaks.get(self.position, False)
        if self._pieces and not self._folded:
            self._pieces.append((" ", start, end))
            self.position += 1
            self._folded = True

    def mark(self, mark: Mark) -> None:
        self._marks.append(mark)

    def finish(self) -> tuple[MappedText, tuple[Inline, ...]]:
        """The text without white space at its ends, and the marks that hold some of it."""
        self._strip_end(0)
        text = joined(self._pieces)
        marks = (_trimmed(each, text.text) for each in self._marks)
        return text, tuple(sorted((each for each in marks if each.start < each.end), key=_outer))

    def _append(self, text: str, start: int) -> None:
        if self._folded or not self._pieces:
            stripped = text.lstrip(_BLANKS)
            start += len(text) - len(stripped)
            if self._folded and stripped != text:
                space, before, _ = self._pieces[-1]
                self._pieces[-1] = (space, before, start)
            text = stripped
        if text:
            self.unit(text, start, start + len(text))

    def _strip_end(self, start: int) -> int:
        """Takes white space off the end; where it began, or ``start`` if there was none."""
        while self._pieces:
            text, first, last = self._pieces[-1]
            if last - first != len(text) and not self._folded:
                break
            kept = text.rstrip(_BLANKS)
            if kept == text:
                break
            start = first + len(kept)
            self._pieces.pop()
            self.position -= len(text) - len(kept)
            self._folded = False
            if kept:
                self._pieces.append((kept, first, start))
                break
        self._cut_marks()
        return start

    def _cut_marks(self) -> None:
        """Marks end at the latest where the text does."""
        for number in range(len(self._marks) - 1, -1, -1):
            mark = self._marks[number]
            if mark.end <= self.position:
                break
            start = min(mark.start, self.position)
            self._marks[number] = replace(mark, start=start, end=self.position)


def _trimmed(mark: Mark, text: str) -> Inline:
    """The mark as it stands in the finished text, without white space at its ends."""
    held = text[mark.start : mark.end]
    start = mark.start + len(held) - len(held.lstrip(_BLANKS))
    end = start + len(held.strip(_BLANKS))
    return Inline(mark.style, start, end, mark.span, mark.value)


def _outer(inline: Inline) -> tuple[int, int]:
    return inline.start, -inline.end
