"""The visible words of a stretch of events, each character with its place in the source.

White space follows the page model: a run with a line break in it (or a ``<br>``, or the edge
of a block) is one space, other runs stay as they are, both ends are stripped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ptlint.page.html import tokenizer as t
from ptlint.page.html.elements import BLOCKS, NOT_TEXT
from ptlint.page.html.entities import REFERENCE, decode
from ptlint.page.html.nesting import CLOSE, OPEN, TEXT, Element, Event
from ptlint.page.mapped import MappedText, joined
from ptlint.page.model import Inline, Style
from ptlint.source.span import Span

_BLANKS = " \t\n\r\f"
_SPECIAL = re.compile(
    rf"(?<![{_BLANKS}])[ \t\f]*+[\n\r][{_BLANKS}]*+|{REFERENCE.pattern}|\ue000++|\ue001++"
)
_SPECIAL_RAW = re.compile(rf"(?<![{_BLANKS}])[ \t\f]*+[\n\r][{_BLANKS}]*+|\ue000++|\ue001++")

STYLES = {
    "strong": Style.STRONG,
    "b": Style.STRONG,
    "em": Style.EMPHASIS,
    "i": Style.EMPHASIS,
    "cite": Style.EMPHASIS,
    "dfn": Style.EMPHASIS,
    "u": Style.UNDERLINE,
    "ins": Style.UNDERLINE,
    "code": Style.CODE,
    "kbd": Style.CODE,
    "samp": Style.CODE,
    "tt": Style.CODE,
    "var": Style.CODE,
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
    "a": Style.LINK,
    "q": Style.QUOTE,
    "abbr": Style.ABBREVIATION,
    "acronym": Style.ABBREVIATION,
}
_VALUES = {Style.LINK: "href", Style.ABBREVIATION: "title"}
_ICON_FONT = re.compile(r"(?:^|\s)(?:material-(?:icons|symbols)|ligature)", re.IGNORECASE)


_UNSHOWN = NOT_TEXT | {"template", "noscript"}


def is_shown(element: Element) -> bool:
    """Whether an inline element shows its text at all."""
    if element.name in _UNSHOWN:
        return False
    if element.inside - element.name_end < 3:
        return True
    attributes = element.attributes
    if "hidden" in attributes or is_displayed_none(attributes.get("style", "")):
        return False
    return not _ICON_FONT.search(attributes.get("class", ""))


def is_displayed_none(style: str) -> bool:
    """Whether an inline style takes the element off the page."""
    plain = style.replace(" ", "").lower()
    return "display:none" in plain or "visibility:hidden" in plain


class Wording:
    """Collects visible text; ``add`` events in order, then ask for ``text`` and ``inlines``."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[tuple[str, int, int]] = []
        self._length = 0
        self._broken = False  # the last part is a folded line break
        self._open: list[tuple[Element, Style, str | None, int]] = []
        self._inlines: list[tuple[Style, int, int, Element, str | None]] = []

    def add_text(self, start: int, end: int, raw: bool = False) -> None:
        source, at = self._source, start
        for found in (_SPECIAL_RAW if raw else _SPECIAL).finditer(source, start, end):
            first, last = found.span()
            sign = source[first]
            if sign == "&":
                char, used = decode(found[0])
                if not used:
                    continue
                self._verbatim(at, first)
                at = first + used
                self._append(char, first, at)
                continue
            self._verbatim(at, first)
            at = last
            if sign == "\ue000":
                self._append(sign, first, last)
            elif sign != "\ue001":
                self.fold(first, last)
        self._verbatim(at, end)

    def _verbatim(self, start: int, end: int) -> None:
        source = self._source
        if self._broken or not self._parts:
            first = start
            while start < end and source[start] in _BLANKS:
                start += 1
            if self._broken and first < start:
                text, at, _ = self._parts[-1]
                self._parts[-1] = (text, at, start)
        if start < end:
            self._append(source[start:end], start, end)

    def _append(self, text: str, start: int, end: int) -> None:
        self._parts.append((text, start, end))
        self._length += len(text)
        self._broken = False

    def fold(self, start: int, end: int) -> None:
        """A line break or block edge from ``start`` to ``end``: one space, with what is beside."""
        parts = self._parts
        while parts:
            text, first, last = parts[-1]
            kept = text.rstrip(_BLANKS) if last - first == len(text) or self._broken else text
            if kept == text:
                break
            self._length -= len(text) - len(kept)
            start = first if not kept else first + len(kept)
            parts.pop()
            self._broken = False
            if kept:
                parts.append((kept, first, start))
                break
        if not parts:
            return
        for index in range(len(self._inlines) - 1, -1, -1):
            style, begin, stop, element, value = self._inlines[index]
            if stop <= self._length:
                break
            self._inlines[index] = (style, min(begin, self._length), self._length, element, value)
        parts.append((" ", start, end))
        self._length += 1
        self._broken = True
        if self._open and self._open[-1][3] > self._length:
            self._open = [
                (element, style, value, min(begin, self._length))
                for element, style, value, begin in self._open
            ]

    def open(self, element: Element) -> None:
        """An inline element begins here."""
        style = STYLES.get(element.name)
        if style is not None:
            name = _VALUES.get(style)
            value = element.get(name) if name else None
            if style is not Style.LINK or value is not None:
                self._open.append((element, style, value, self._length))
        if element.inside - element.name_end > 6:
            language = element.get("lang")
            if language:
                self._open.append((element, Style.LANGUAGE, language, self._length))

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
        while parts:
            text, first, last = parts[-1]
            verbatim = last - first == len(text)
            kept = text.rstrip(_BLANKS) if verbatim or text == " " else text
            if kept == text:
                break
            parts.pop()
            if kept:
                parts.append((kept, first, first + len(kept)))
                break
        mapped = joined(parts)
        return mapped, self._marks(len(mapped.text))

    def _marks(self, size: int) -> tuple[Inline, ...]:
        marks = [
            Inline(style, begin, min(end, size), Span(element.start, element.end), value)
            for style, begin, end, element, value in self._inlines
            if begin < min(end, size)
        ]
        marks.sort(key=lambda mark: (mark.start, -mark.end))
        return tuple(marks)


def wording(
    source: str, events: Sequence[Event], indices: Iterable[int], around: Sequence[Element] = ()
) -> tuple[MappedText, tuple[Inline, ...]]:
    """The visible text of events and its marked stretches.

    Args:
        indices: which events, in order.
        around: inline elements that were opened before the first of them.
    """
    words = Wording(source)
    for element in around:
        words.open(element)
    skip = -1
    for index in indices:
        if index < skip:
            continue
        kind, element, start, end, token = events[index]
        if kind == TEXT:
            words.add_text(start, end, token == t.CDATA)
            continue
        assert element is not None
        if kind == CLOSE:
            if element.name in BLOCKS:
                words.fold(start, end)
            else:
                words.close(element)
        elif not is_shown(element):
            skip = element.closed + 1
        elif element.name in BLOCKS or element.name == "br":
            words.fold(start, end)
        else:
            words.open(element)
    return words.finish()
