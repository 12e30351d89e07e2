"""The visible words of a stretch of events, each character with its place in the source.

White space follows the page model: a run with a line break in it (or a ``<br>``, or the edge
of a block) is one space, other runs stay as they are, both ends are stripped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ptlint.page.html.elements import BLOCKS
from ptlint.page.html.entities import REFERENCE, decode
from ptlint.page.html.nesting import CLOSE, OPEN, TEXT, Element, Event
from ptlint.page.html.tokenizer import BLANK, CDATA
from ptlint.page.kinds import Style
from ptlint.page.mapped import MappedText, joined, run_of
from ptlint.page.model import Inline
from ptlint.pattern import later
from ptlint.source.span import Span

_BLANKS = " \t\n\r\f"
# Each alternative begins with a sign of its own, so that the search skips to them.
# Template code over several lines keeps its line ends.
_LINE_BREAK = (
    rf"\n[{_BLANKS}]*+|\r[{_BLANKS}]*+"
    r"|\ue000(?:[\r\n]*+\ue000)*+|\ue001(?:[\r\n]*+\ue001)*+"
)
_SPECIAL = later(rf"{_LINE_BREAK}|{REFERENCE.pattern}")
_SPECIAL_RAW = later(_LINE_BREAK)

_FOLDED = BLOCKS | {"br"}


def is_visible(text: MappedText) -> bool:
    """Whether there is more than no-break spaces to see."""
    return bool(text.text) and not text.text.isspace()


class Wording:
    """Collects visible text: ``add`` events in order, then ``finish``."""

    __slots__ = ("_folded", "_inlines", "_length", "_open", "_parts", "_source")

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[tuple[str, int, int]] = []
        self._length = 0
        self._folded = False  # the last part is a folded line break
        self._open: list[tuple[Element, Style, str | None, int]] = []
        self._inlines: list[tuple[Style, int, int, Element, str | None]] = []

    def add(self, events: Sequence[Event], indices: Iterable[int]) -> None:
        """Events in order; what stands in elements that are not shown is passed over."""
        shown_from = -1
        for index in indices:
            if index < shown_from:
                continue
            kind, element, start, end, token = events[index]
            if kind == TEXT:
                if token != BLANK or (self._parts and not self._folded):
                    self.add_text(start, end, token == CDATA)
            elif element is None:
                continue
            elif kind == CLOSE:
                if element.name in BLOCKS:
                    self.fold(start, end)
                elif self._open and self._open[-1][0] is element:
                    self.close(element)
            elif not element.tag.shown:
                shown_from = element.closed + 1
            elif element.name in _FOLDED:
                self.fold(start, end)
            elif element.tag.marks:
                self.open(element)

    def add_text(self, start: int, end: int, raw: bool = False) -> None:
        special = _SPECIAL_RAW if raw else _SPECIAL
        found = special.search(self._source, start, end)
        if found:
            self._add_special(special.finditer(self._source, found.start(), end), start, end)
        else:
            self._verbatim(start, end)

    def _add_special(self, special: Iterator[re.Match[str]], start: int, end: int) -> None:
        source, at = self._source, start
        for found in special:
            first, last = found.span()
            sign = source[first]
            if sign == "&":
                char, used = decode(found[0])
                if used:
                    self._verbatim(at, first)
                    at = first + used
                    self._reference(char, first, at)
                continue
            if at < first:
                self._verbatim(at, first)
            at = last
            if sign == "\ue000":
                self._append(sign, first, last)
            elif sign != "\ue001":
                self.fold(first, last)
        if at < end:
            self._verbatim(at, end)

    def _reference(self, char: str, start: int, end: int) -> None:
        """A decoded character reference; one for white space is white space."""
        if char in ("\n", "\r"):
            self.fold(start, end)
        elif char not in (" ", "\t", "\f") or (self._parts and not self._folded):
            self._append(char, start, end)

    def _verbatim(self, start: int, end: int) -> None:
        source, parts = self._source, self._parts
        if (self._folded or not parts) and source[start : start + 1] in _BLANKS:
            first = start
            while start < end and source[start] in _BLANKS:
                start += 1
            if self._folded:
                text, at, _ = parts[-1]
                parts[-1] = (text, at, max(first, start))
        if start < end:
            parts.append((source[start:end], start, end))
            self._length += end - start
            self._folded = False

    def _append(self, text: str, start: int, end: int) -> None:
        self._parts.append((text, start, end))
        self._length += len(text)
        self._folded = False

    def fold(self, start: int, end: int) -> None:
        """A line break or block edge from ``start`` to ``end``: one space, with what is beside."""
        parts = self._parts
        if not parts:
            return
        if self._folded:
            text, first, _ = parts[-1]
            parts[-1] = (text, first, end)
            return
        start = self._trim(start)
        if not parts:
            return
        parts.append((" ", start, end))
        self._length += 1
        self._folded = True

    def _trim(self, end: int) -> int:
        """Take white space off the end; returns where it began in the source."""
        parts = self._parts
        while parts:
            text, first, _ = parts[-1]
            kept = text.rstrip(_BLANKS)
            if kept == text:
                return end
            self._length -= len(text) - len(kept)
            self._folded = False
            end = first + len(kept)
            if kept:
                parts[-1] = (kept, first, end)
                break
            parts.pop()
        self._clamp()
        return end

    def _clamp(self) -> None:
        """Marks end at the text's end after white space was taken off."""
        size = self._length
        marks = self._inlines
        for index in range(len(marks) - 1, -1, -1):
            style, begin, stop, element, value = marks[index]
            if stop <= size:
                break
            marks[index] = (style, min(begin, size), size, element, value)
        if self._open and self._open[-1][3] > size:
            self._open = [(*mark[:3], min(mark[3], size + 1)) for mark in self._open]

    def open(self, element: Element) -> None:
        """An inline element begins here."""
        for style, value in element.tag.marks:
            self._open.append((element, style, value, self._length))

    def close(self, element: Element) -> None:
        """An inline element ends here."""
        opened = self._open
        while opened and opened[-1][0] is element:
            _, style, value, begin = opened.pop()
            self._inlines.append((style, begin, self._length, element, value))

    def finish(self) -> tuple[MappedText, tuple[Inline, ...]]:
        """The text without white space at its ends, and what is marked in it."""
        for element, style, value, begin in self._open:
            self._inlines.append((style, begin, self._length, element, value))
        parts = self._parts
        if parts and parts[-1][0][-1] in _BLANKS:
            self._trim(0)
        if len(parts) == 1:
            text, start, end = parts[0]
            mapped = MappedText(text, (run_of((0, len(text), start, end)),))
        else:
            mapped = joined(parts) if parts else NOTHING
        return mapped, self._marks() if self._inlines else ()

    def _marks(self) -> tuple[Inline, ...]:
        size = self._length
        marks = [
            Inline(style, begin, last, Span(element.start, element.end), value)
            for style, begin, end, element, value in self._inlines
            if begin < (last := end if end < size else size)
        ]
        if len(marks) > 1:
            marks.sort(key=_outer)
        return tuple(marks)


def _outer(mark: Inline) -> tuple[int, int]:
    return mark.start, -mark.end


NOTHING = MappedText("", ())


def _plain(source: str, event: Event) -> MappedText | None:
    """The text of an event that shows its source just as it stands, as most do."""
    kind, _, start, end, _ = event
    if kind != TEXT or _SPECIAL.search(source, start, end):
        return None
    written = source[start:end]
    text = written.strip(_BLANKS)
    if not text:
        return NOTHING
    size = len(text)
    start += 0 if size == end - start else written.find(text)
    return MappedText(text, (run_of((0, size, start, start + size)),))


def styled(element: Element) -> bool:
    """Whether a block element marks all words in it, as a language does."""
    return bool(element.attributes.get("lang"))


def wording(
    source: str, events: Sequence[Event], indices: Sequence[int], around: Sequence[Element] = ()
) -> tuple[MappedText, tuple[Inline, ...]]:
    """The visible text of events and its marked stretches.

    Args:
        indices: which events, in order.
        around: elements that were opened before the first of them.
    """
    if indices and not around:
        found = (_one_text if len(indices) == 1 else _one_element)(source, events, indices)
        if found is not None:
            return found
    words = Wording(source)
    for element in around:
        words.open(element)
    words.add(events, indices)
    return words.finish()


def _one_text(
    source: str, events: Sequence[Event], indices: Sequence[int]
) -> tuple[MappedText, tuple[Inline, ...]] | None:
    plain = _plain(source, events[indices[0]])
    return None if plain is None else (plain, ())


def _one_element(
    source: str, events: Sequence[Event], indices: Sequence[int]
) -> tuple[MappedText, tuple[Inline, ...]] | None:
    """The wording of one text in one inline element, as links stand in lists."""
    first, last = 0, len(indices) - 1
    if events[indices[first]][4] == BLANK:
        first += 1
    if events[indices[last]][4] == BLANK:
        last -= 1
    if last - first != 2:
        return None
    kind, element, _, _, _ = events[indices[first]]
    # A text belongs to its element too: two in a row stand where a stray end tag parts them.
    closing, closed, _, _, _ = events[indices[last]]
    if kind != OPEN or closing != CLOSE or element is None or closed is not element:
        return None
    if element.name in _FOLDED or not element.tag.shown:
        return None
    plain = _plain(source, events[indices[first + 1]])
    if not plain:
        return None
    size, span = len(plain.text), Span(element.start, element.end)
    marks = reversed(element.tag.marks)  # as they close
    return plain, tuple(Inline(style, 0, size, span, value) for style, value in marks)
