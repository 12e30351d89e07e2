"""The blocks of a page: headings, paragraphs, lists, tables and code, in reading order."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator

from ptlint.page.html.elements import BLOCKS, HEADINGS, LISTS
from ptlint.page.html.landmarks import Parts
from ptlint.page.html.lists import is_layout_list, last_sibling, read_items, read_list
from ptlint.page.html.nesting import CLOSE, OPEN, TEXT, Element, Event, Nesting
from ptlint.page.html.tables import is_layout_table, read_table
from ptlint.page.html.wording import STYLES, is_shown, wording
from ptlint.page.model import Block, Code, Heading, Paragraph, Part
from ptlint.source.span import Span

_CODE = frozenset(("pre", "listing", "xmp", "plaintext"))
#: Content of a heading that is no part of its words: the heading was never closed.
_NOT_IN_HEADING = frozenset(("p", "ul", "ol", "dl", "table", "section", "article", *HEADINGS))
#: A line after ``<br>`` that begins like this is an entry of a list typed by hand.
_ENTRY = re.compile(r"[ \t\n\r\f]*+(?:[•‣▪●·*–—-][ \t\n\r\u00a0]|\[?\d{1,3}[.)\]][ \t\n\r\u00a0])")


def blocks_of(nesting: Nesting, parts: Parts) -> tuple[Block, ...]:
    """Every block of the page with its part."""
    return tuple(_Flow(nesting, parts).blocks())


class _Flow:
    def __init__(self, nesting: Nesting, parts: Parts) -> None:
        self._text = nesting.text
        self._events = nesting.events
        self._parts = parts
        self._group: list[int] = []
        self._around: list[Element] = []  # styled inline elements open at the group's start
        self._open: list[Element] = []  # styled inline elements open now
        self._boundary = -1  # the event of the last block edge
        self._words_at = -1  # the event of the group's first word
        self._after_break = False
        self._quotes = 0

    def blocks(self) -> Iterator[Block]:
        index, size = 0, len(self._events)
        while index < size:
            event = self._events[index]
            kind, element = event[0], event[1]
            if kind == TEXT:
                yield from self._text_event(index, event)
            elif element is None:
                pass
            elif kind == CLOSE:
                yield from self._close(index, element)
            elif element.name in BLOCKS or element.name in _CODE:
                yield from self._flush()
                index = yield from self._block(index, element)
                self._restart(index)
            elif element.name == "br":
                yield from self._line_break(index, event)
            elif not is_shown(element):
                index = element.closed
            else:
                self._group.append(index)
                if element.name in STYLES:
                    self._open.append(element)
            index += 1
        yield from self._flush()

    def _text_event(self, index: int, event: Event) -> Iterator[Block]:
        start, end = event[2], event[3]
        if self._text[start:end].isspace():
            self._group.append(index)
            return
        if self._after_break and self._words_at >= 0 and _ENTRY.match(self._text, start, end):
            yield from self._flush()
            self._restart(self._boundary)
        if self._words_at < 0:
            self._words_at = index
        self._after_break = False
        self._group.append(index)

    def _line_break(self, index: int, event: Event) -> Iterator[Block]:
        if self._after_break:
            yield from self._flush()
            self._restart(index)
        self._after_break = True
        self._group.append(index)

    def _close(self, index: int, element: Element) -> Iterator[Block]:
        if element.name not in BLOCKS:
            self._group.append(index)
        else:
            whole = self._boundary == element.opened
            yield from self._flush(Span(element.start, element.end) if whole else None)
            if element.name == "blockquote":
                self._quotes -= 1
        if self._open and element in self._open:
            self._open.remove(element)
        if element.name in BLOCKS:
            self._restart(index)

    def _restart(self, boundary: int) -> None:
        self._group = []
        self._around = list(self._open)
        self._boundary = boundary
        self._words_at = -1
        self._after_break = False

    def _flush(self, whole: Span | None = None) -> Iterator[Block]:
        """The paragraph that the collected events make, if they hold words."""
        if self._words_at < 0:
            return
        text, inlines = wording(self._text, self._events, self._group, self._around)
        if text:
            part = self._parts.at(self._words_at)
            yield Paragraph(text, whole or text.span(), inlines, self._quotes > 0, part)

    def _block(self, index: int, element: Element) -> Generator[Block, None, int]:
        """What a block element makes; returns the last event that was used up."""
        name = element.name
        part = self._parts.at(index)
        level = heading_level(element)
        if level:
            return (yield from self._heading(element, level, part))
        if name in _CODE:
            yield Code(Span(element.start, element.end), part)
            return element.closed
        if name in LISTS or name == "dl":
            if not is_layout_list(self._events, element):
                yield from read_list(self._text, self._events, element, self._open, part)
                return element.closed
        elif name == "table":
            if not is_layout_table(self._events, element):
                yield from read_table(self._text, self._events, element, self._open, part)
                return element.closed
        elif name in ("li", "dt", "dd") and not self._in_layout_list(element):
            last = last_sibling(self._events, element)
            yield from read_items(self._text, self._events, element, last, self._open, part)
            return last.closed
        elif name == "blockquote":
            self._quotes += 1
        if element.get("lang") and name not in ("html", "body"):
            self._open.append(element)
        return index

    def _in_layout_list(self, element: Element) -> bool:
        node = element.parent
        while node is not None and node.name not in LISTS and node.name != "dl":
            node = node.parent
        return node is not None

    def _heading(
        self, element: Element, level: int, part: Part
    ) -> Generator[Block, None, int]:
        last = self._heading_end(element)
        indices = range(element.opened + 1, last)
        text, inlines = wording(self._text, self._events, indices, [*self._open, element])
        if text:
            end = element.end if last == element.closed else self._events[last][2]
            anchor = element.get("id")
            yield Heading(text, level, Span(element.start, end), True, inlines, anchor, part)
        return element.closed if last == element.closed else last - 1

    def _heading_end(self, element: Element) -> int:
        """The event where a heading's words end: a block after them means it was not closed."""
        words = False
        for index in range(element.opened + 1, element.closed):
            kind, each, start, end, _ = self._events[index]
            if kind == TEXT:
                words = words or not self._text[start:end].isspace()
            elif kind == OPEN and words and each is not None and each.name in _NOT_IN_HEADING:
                return index
        return element.closed


def heading_level(element: Element) -> int:
    """The level of a heading element, 0 for other elements."""
    role = element.get("role")
    if role is None:
        return int(element.name[1]) if element.name in HEADINGS else 0
    role = role.strip().lower()
    if role == "heading":
        level = (element.get("aria-level") or "").strip()
        if level.isdecimal() and int(level) > 0:
            return min(int(level), 6)
        return int(element.name[1]) if element.name in HEADINGS else 2
    if role in ("presentation", "none") or element.name not in HEADINGS:
        return 0
    return int(element.name[1])
