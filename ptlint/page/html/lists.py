"""Lists and their items, nested lists and lists of definitions included."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from ptlint.page.html.elements import HEADINGS, ITEMS, LISTS
from ptlint.page.html.headings import heading_level
from ptlint.page.html.nesting import CLOSE, OPEN, TEXT, Element, Event, Nesting
from ptlint.page.html.tokenizer import BLANK
from ptlint.page.html.wording import styled, wording
from ptlint.page.kinds import Part, Style
from ptlint.page.mapped import MappedText
from ptlint.page.model import Item, List
from ptlint.source.span import Span

#: A list that holds one of these arranges parts of the page; it does not list words.
_LAYOUT = HEADINGS | frozenset(
    ("table", "form", "section", "article", "nav", "main", "aside", "header", "footer", "pre")
)
_ANY_LIST = LISTS | {"dl"}


def is_layout_list(nesting: Nesting, element: Element) -> bool:
    """Whether a list arranges cards, forms or sections instead of listing words."""
    elements, number = nesting.elements, element.number + 1
    while number < len(elements):
        each = elements[number]
        number += 1
        if each is None:
            continue
        if each.opened > element.closed:
            break
        if each.name in _LAYOUT or ("role" in each.attributes and heading_level(each)):
            return True
    return False


@dataclass(slots=True)
class _Entry:
    """An item being read; ``element`` is None for words between items."""

    element: Element | None
    indices: list[int] = field(default_factory=list)
    children: list[List] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A list being read."""

    element: Element
    definitions: bool
    items: list[Item] = field(default_factory=list)
    entry: _Entry | None = None
    term: MappedText | None = None
    unused_term: Item | None = None
    next_number: int = 1
    step: int = 1


class _Reader:
    def __init__(self, nesting: Nesting, around: Sequence[Element]) -> None:
        self._nesting = nesting
        self._text = nesting.text
        self._events = nesting.events
        self._around = around

    def read(self, frame: _Open, first: int, last: int) -> _Open:
        """Fill ``frame`` with the items of the events ``first`` to ``last``."""
        frames, events = [frame], self._events
        index = first
        while index < last:
            kind, element, _, _, token = events[index]
            top = frames[-1]
            if kind == TEXT:
                self._add(top, index, token != BLANK)
            elif element is None:
                pass
            elif kind == OPEN:
                if not element.tag.shown:
                    index = element.closed
                elif element.name in _ANY_LIST:
                    self._pause(top)
                    frames.append(self.frame(element))
                elif element.name in ITEMS:
                    self._end_item(top)
                    top.entry = _Entry(element)
                    if self._is_plain(element):
                        top.entry.indices.extend(range(index + 1, element.closed))
                        self._end_item(top)
                        index = element.closed
                else:
                    self._add(top, index, False)
            elif element is top.element and len(frames) > 1:
                self._end_item(top)
                frames.pop()
                self._attach(frames[-1], top)
                self._add(frames[-1], index, False)
            elif top.entry and element is top.entry.element:
                self._end_item(top)
            else:
                self._add(top, index, False)
            index += 1
        self._end_item(frame)
        return frame

    def _is_plain(self, item: Element) -> bool:
        """Whether an item holds no list and no other item, as most do."""
        parts = self._nesting.list_parts
        following = bisect_right(parts, item.opened)
        return following == len(parts) or parts[following] > item.closed

    def frame(self, element: Element) -> _Open:
        frame = _Open(element, element.name == "dl")
        start = (element.get("start") or "").strip()
        if start.lstrip("-").isdecimal():
            frame.next_number = int(start)
        if element.get("reversed") is not None:
            frame.step = -1
        return frame

    def _add(self, top: _Open, index: int, words: bool) -> None:
        if top.entry is None:
            if not words:
                return
            top.entry = _Entry(None)
        top.entry.indices.append(index)

    def _pause(self, top: _Open) -> None:
        if top.entry and top.entry.element is None:
            self._end_item(top)

    def _attach(self, outer: _Open, inner: _Open) -> None:
        """Hang a finished list into the item around it."""
        made = finished(inner, Part.ARTICLE)
        if made is None:
            return
        if outer.entry is not None:
            outer.entry.children.append(made)
        elif outer.items:
            last = outer.items[-1]
            children = (*last.children, made)
            outer.items[-1] = Item(
                last.text, last.span, last.inlines, "", last.number, last.term, children
            )
        else:
            outer.items.extend(made.items)

    def _end_item(self, top: _Open) -> None:
        entry, top.entry = top.entry, None
        if entry is None:
            return
        element = entry.element
        around = [*self._around, element] if element and styled(element) else self._around
        text, inlines = wording(self._text, self._events, entry.indices, around)
        if element is None:
            if text:
                top.items.append(Item(text, text.span(), inlines))
            return
        span = Span(element.start, element.end)
        if element.name == "dt":
            self._keep_term(top, Item(text, span, inlines))
            return
        number = self._number(top, element)
        if text or entry.children:
            term = top.term if element.name == "dd" else None
            top.unused_term = None
            top.items.append(Item(text, span, inlines, "", number, term, tuple(entry.children)))

    def _number(self, top: _Open, element: Element) -> int | None:
        if top.element.name != "ol":
            return None
        value = (element.get("value") or "").strip()
        number = int(value) if value.lstrip("-").isdecimal() else top.next_number
        top.next_number = number + top.step
        return number

    def _keep_term(self, top: _Open, term: Item) -> None:
        """A term waits for its definition; one without any is an item of its own."""
        release_term(top)
        top.term = term.text
        top.unused_term = term if term.text else None


def release_term(frame: _Open) -> None:
    if frame.unused_term is not None:
        frame.items.append(frame.unused_term)
        frame.unused_term = None


def finished(frame: _Open, part: Part, span: Span | None = None) -> List | None:
    """The list that was read, None when no item holds a word."""
    release_term(frame)
    if not frame.items:
        return None
    whole = span or Span(frame.element.start, frame.element.end)
    items = tuple(frame.items)
    part = Part.NAVIGATION if part is Part.ARTICLE and leads_down(items) else part
    return List(items, frame.element.name == "ol", whole, frame.definitions, None, part)


def leads_down(items: Sequence[Item]) -> bool:
    """Whether a list is a table of contents: links into the same page and nothing else."""
    return len(items) > 1 and all(
        len(item.inlines) > 0
        and any(
            mark.style is Style.LINK
            and mark.start == 0
            and mark.end == len(item.text)
            and (mark.value or "").startswith("#")
            and len(mark.value or "") > 1
            for mark in item.inlines
        )
        for item in items
    )


def read_list(
    nesting: Nesting, first: Element, last: Element, around: Sequence[Element], part: Part
) -> List | None:
    """The list of a list element, or of the items ``first`` to ``last`` without one.

    Args:
        around: elements open around the list that style the words in it.

    Returns:
        None if no item has words.
    """
    reader = _Reader(nesting, around)
    if first.name in ITEMS:
        frame = reader.read(_Open(first, first.name != "li"), first.opened, last.closed + 1)
        return finished(frame, part, Span(first.start, last.end))
    frame = reader.read(reader.frame(first), first.opened + 1, first.closed)
    return finished(frame, part)


def last_sibling(events: Sequence[Event], element: Element) -> Element:
    """The last of the items that follow each other from ``element`` on."""
    last, index = element, element.closed + 1
    while index < len(events):
        kind, each, _, _, _ = events[index]
        if kind == CLOSE:
            break
        if kind == OPEN and each is not None:
            if each.name not in ITEMS:
                break
            last, index = each, each.closed
        elif kind == TEXT and index > last.closed + 1:
            break
        index += 1
    return last
