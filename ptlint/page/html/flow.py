"""The blocks of a page: headings, paragraphs, lists, tables and code, in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from ptlint.page.html.elements import BLOCKS, HEADINGS, ITEMS, LISTS
from ptlint.page.html.headings import heading_level
from ptlint.page.html.landmarks import Parts
from ptlint.page.html.lists import is_layout_list, last_sibling, read_list
from ptlint.page.html.nesting import CLOSE, OPEN, TEXT, Element, Nesting
from ptlint.page.html.showing import STYLES
from ptlint.page.html.tables import is_layout_table, read_table
from ptlint.page.html.tokenizer import BLANK
from ptlint.page.html.wording import is_visible, styled, wording
from ptlint.page.kinds import Part, Style
from ptlint.page.model import Block, Code, Heading, Inline, Paragraph
from ptlint.pattern import later
from ptlint.source.span import Span

_CODE = frozenset(("pre", "listing", "xmp", "plaintext"))
#: Content of a heading that is no part of its words: the heading was never closed.
_NOT_IN_HEADING = frozenset(("p", "ul", "ol", "dl", "table", "section", "article", *HEADINGS))
#: Blocks that are not just the edges of what they hold.
_READ_WHOLE = _CODE | LISTS | ITEMS | {"dl", "table", "blockquote"}
#: A line after ``<br>`` that begins like this is an entry of a list typed by hand.
_ENTRY = later(r"[ \t\n\r\f]*+(?:[•‣▪●·*–—-][ \t\n\r\u00a0]|\[?\d{1,3}[.)\]][ \t\n\r\u00a0])")


def blocks_of(nesting: Nesting, parts: Parts) -> tuple[Block, ...]:
    """Every block of the page with its part."""
    return tuple(_Flow(nesting, parts).blocks())


class _Flow:
    """Walks the events once; what stands between two block edges becomes a paragraph."""

    def __init__(self, nesting: Nesting, parts: Parts) -> None:
        self._nesting = nesting
        self._text = nesting.text
        self._events = nesting.events
        self._parts = parts
        self._made: list[Block] = []
        self._open: list[Element] = []  # elements open now that style the words in them
        self._quotes = 0
        self._had_heading = False
        self._restart(-1)

    def _restart(self, boundary: int) -> None:
        """Begin a new group of inline events after the block edge ``boundary``."""
        self._first = boundary + 1
        self._around = list(self._open)
        self._boundary = boundary
        self._words_at = -1  # the event of the group's first word
        self._after_break = False

    def blocks(self) -> list[Block]:  # noqa: PLR0912 - a call for each event costs too much
        events, index, size = self._events, 0, len(self._events)
        while index < size:
            kind, element, start, end, token = events[index]
            if kind == TEXT:
                if token != BLANK and (self._words_at < 0 or self._after_break):
                    self._add_words(index, start, end)
            elif element is None:
                pass
            elif kind == CLOSE:
                if element.name in BLOCKS:
                    self._close_block(index, element)
                elif self._open and element in self._open:
                    self._open.remove(element)
            elif element.name in BLOCKS:
                if self._words_at >= 0:
                    self._flush(index)
                index = self._block(index, element)
                self._restart(index)
            elif element.name == "br":
                self._break(index)
            elif not element.tag.shown:
                index = element.closed
            elif element.name in STYLES:
                self._open.append(element)
            index += 1
        if self._words_at >= 0:
            self._flush(size)
        return self._made

    def _add_words(self, index: int, start: int, end: int) -> None:
        if self._after_break:
            if self._words_at >= 0 and _ENTRY.match(self._text, start, end):
                self._flush(index)
                self._restart(self._boundary)
                self._first = index
            self._after_break = False
        if self._words_at < 0:
            self._words_at = index

    def _break(self, index: int) -> None:
        """A ``<br>``: two in a row end a paragraph."""
        if self._after_break:
            if self._words_at >= 0:
                self._flush(index)
            self._restart(index)
            self._first = index
        self._after_break = True

    def _close_block(self, index: int, element: Element) -> None:
        if self._words_at >= 0:
            self._flush(index, element if self._boundary == element.opened else None)
        if element.name == "blockquote":
            self._quotes -= 1
        if self._open and element in self._open:
            self._open.remove(element)
        self._restart(index)

    def _flush(self, end: int, whole: Element | None = None) -> None:
        """Make a paragraph of the group, which holds words.

        Args:
            end: the event after the last of the group.
            whole: the element that holds the group and nothing else.
        """
        group = range(self._first, end)
        text, inlines = wording(self._text, self._events, group, self._around)
        if is_visible(text):
            span = Span(whole.start, whole.end) if whole else text.span()
            part = self._parts.at(self._words_at)
            if part is Part.ARTICLE and not self._had_heading and _skips(text.text, inlines):
                part = Part.NAVIGATION
            self._made.append(Paragraph(text, span, inlines, self._quotes > 0, part))

    def _block(self, index: int, element: Element) -> int:
        """Read a block element; returns the last event that was used up."""
        name = element.name
        if name in HEADINGS or "role" in element.attributes:
            level = heading_level(element)
            if level:
                return self._heading(element, level)
        if name not in _READ_WHOLE:
            pass
        elif name in _CODE:
            self._made.append(Code(Span(element.start, element.end), self._parts.at(index)))
            return element.closed
        elif name in LISTS or name == "dl":
            if not is_layout_list(self._nesting, element):
                return self._list(element, element)
        elif name in ITEMS:
            if not _in_list(element):
                return self._list(element, last_sibling(self._events, element))
        elif name == "table":
            if not is_layout_table(self._events, element):
                return self._table(element)
        elif name == "blockquote":
            self._quotes += 1
        if element.attributes and name not in ("html", "body") and styled(element):
            self._open.append(element)
        return index

    def _list(self, first: Element, last: Element) -> int:
        part = self._parts.at(first.opened)
        made = read_list(self._nesting, first, last, self._open, part)
        if made is not None:
            self._made.append(made)
        return last.closed

    def _table(self, element: Element) -> int:
        part = self._parts.at(element.opened)
        made = read_table(self._nesting, element, self._open, part)
        if made is not None:
            self._made.append(made)
        return element.closed

    def _heading(self, element: Element, level: int) -> int:
        last = self._heading_end(element)
        indices = range(element.opened + 1, last)
        around = [*self._open, element] if styled(element) else self._open
        text, inlines = wording(self._text, self._events, indices, around)
        self._had_heading = True
        if is_visible(text):
            end = element.end if last == element.closed else self._events[last][2]
            span = Span(element.start, end)
            part = self._parts.at(element.opened)
            self._made.append(Heading(text, level, span, True, inlines, element.get("id"), part))
        return element.closed if last == element.closed else last - 1

    def _heading_end(self, element: Element) -> int:
        """The event where a heading's words end.

        A block after them means that the heading was not closed; a trail is not part of it.
        """
        words = False
        inside_trail = self._parts.at(element.opened) is Part.BREADCRUMB
        for index in range(element.opened + 1, element.closed):
            kind, each, _, _, token = self._events[index]
            if kind == TEXT:
                words = words or token != BLANK
            elif kind == OPEN and words and each is not None:
                if each.name in _NOT_IN_HEADING:
                    return index
                if not inside_trail and self._parts.at(index) is Part.BREADCRUMB:
                    return index
        return element.closed


def _skips(text: str, inlines: Sequence[Inline]) -> bool:
    """Whether a paragraph above all headings is links into the page and nothing else."""
    rest = len("".join(text.split()))
    for mark in inlines:
        if mark.style is Style.LINK and (mark.value or "").startswith("#"):
            rest -= len("".join(text[mark.start : mark.end].split()))
    return rest <= 0


def _in_list(element: Element) -> bool:
    """Whether an item stands in a list element (one that only arranges the page)."""
    node = element.parent
    while node is not None and node.name not in LISTS and node.name != "dl":
        node = node.parent
    return node is not None
