"""Where elements begin and end: optional end tags, scopes, stray and overlapping tags."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ptlint.page.html import tokenizer as t
from ptlint.page.html.attributes import mapping
from ptlint.page.html.elements import (
    BLOCKS,
    BREAKS_OUT,
    ENDS,
    ENDS_PARAGRAPH,
    HEAD,
    HEADINGS,
    LISTS,
    SCOPE,
    VOID,
)
from ptlint.page.html.nesting import CLOSE, OPEN, TEXT, Element, Event, Nesting

#: Browsers put an element that would be nested deeper beside its parent instead.
DEEPEST = 512

_TABLE_PARTS = frozenset(
    ("table", "caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th")
)
_DRAWINGS = ("svg", "math")
_NO_ATTRIBUTES: Mapping[str, str] = {}
#: Start tags after which something open beside paragraphs may have to end.
_ENDS_OTHERS = HEADINGS | frozenset(ENDS) | {"a"}
#: Elements whose end tag ends everything that is still open inside.
_CLOSES_ALL = BLOCKS | SCOPE | {"select", *_DRAWINGS}
_BEFORE_BODY = HEAD | {"html"}
_DOCUMENT = frozenset(("html", "head", "body"))
#: What matters of a start tag's name, in one look.
_IS_DOCUMENT, _IN_HEAD, _IS_VOID, _IS_BLOCK, _IS_SCOPE = 1, 2, 4, 8, 16
_BREAKS, _ENDS_P, _ENDS_MORE = 32, 64, 128
#: Kinds of tokens that come by the thousand, and the last kind of text.
_WORDS, _START, _END, _LAST_TEXT = t.TEXT, t.START, t.END, t.CDATA


def _traits() -> dict[str, int]:
    found: defaultdict[str, int] = defaultdict(int)
    for names, trait in (
        (_DOCUMENT, _IS_DOCUMENT),
        (_BEFORE_BODY, _IN_HEAD),
        (VOID, _IS_VOID),
        (BLOCKS, _IS_BLOCK),
        (SCOPE, _IS_SCOPE),
        (BREAKS_OUT, _BREAKS),
        (ENDS_PARAGRAPH, _ENDS_P),
        (_ENDS_OTHERS, _ENDS_MORE),
    ):
        for name in names:
            found[name] |= trait
    return dict(found)


_TRAITS = _traits()


class Builder:
    """Turns tokens into nested events; one use each."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._events: list[Event] = []
        self._elements: list[Element | None] = []
        self._starts: list[t.Token] = []
        self._stack: list[Element] = []
        self._depths: defaultdict[str, list[int]] = defaultdict(list)
        # The depths of all open paragraphs, drawings, scopes and blocks.
        self._paragraphs = self._depths["p"]
        self._svgs, self._maths = (self._depths[name] for name in _DRAWINGS)
        self._scopes: list[int] = [-1]
        self._blocks: list[int] = [-1]
        self._overdue: set[Element] = set()
        self._last_ends: dict[str, t.Token] = {}
        self._head: Element | None = None
        self._in_body = False  # content of the body has begun, with or without its tag

    def build(self, tokens: Iterable[t.Token]) -> Nesting:
        """The nesting of a whole text."""
        others: dict[int, list[tuple[int, int]]] = {t.COMMENT: [], t.BROKEN: [], t.DOCTYPE: []}
        events, stack, overdue, words = self._events, self._stack, self._overdue, list[int]()
        start_tag, close = self._start, self._close
        for token in tokens:
            kind, start, end, name, _ = token
            if kind <= _LAST_TEXT:
                if kind == _WORDS:
                    if not self._in_body and self._elements:
                        self._leave_head(start)
                    words.append(len(events))
                events.append((TEXT, stack[-1] if stack else None, start, end, kind))
            elif kind == _START:
                start_tag(token)
            elif kind == _END:
                if stack and stack[-1].name == name and name not in _DOCUMENT:
                    close(start, end)
                    if overdue:
                        self._close_overdue(end)
                else:
                    self._end(token)
            else:
                others[kind].append((start, end))
        self._finish()
        return Nesting(
            self._text,
            self._events,
            self._elements,
            self._starts,
            others[t.COMMENT],
            others[t.BROKEN],
            words,
            others[t.DOCTYPE][0] if others[t.DOCTYPE] else None,
        )

    def _start(self, token: t.Token) -> None:
        _, start, end, name, name_end = token
        stack, events, elements, text = self._stack, self._events, self._elements, self._text
        self._starts.append(token)
        traits = _TRAITS.get(name, 0)
        if traits & _IS_DOCUMENT and not self._is_new(name):
            elements.append(None)
            return
        if not self._in_body and not traits & _IN_HEAD:
            self._leave_head(start)
        if traits & _BREAKS and (self._svgs or self._maths):
            self._leave_drawing(start)
        if traits & _ENDS_P and self._paragraphs and self._paragraphs[-1] > self._scopes[-1]:
            self._close_to(self._paragraphs[-1], start)
        if traits & _ENDS_MORE and stack:
            self._end_before(name, stack[-1].name, start)
        depth = len(stack)
        if depth >= DEEPEST:
            self._close_to(DEEPEST - 1, start)
            depth = len(stack)
        attributes = mapping(text, name_end, end) if end - name_end > 2 else _NO_ATTRIBUTES
        parent, opened = stack[-1] if depth else None, len(events)
        element = Element(
            text, name, len(elements), parent, start, name_end, end, opened, attributes
        )
        elements.append(element)
        events.append((OPEN, element, start, end, -1))
        if traits & _IS_VOID or (text[end - 2] == "/" and self._in_drawing(name)):
            element.end = end
            element.closed = opened + 1
            events.append((CLOSE, element, end, end, -1))
            return
        stack.append(element)
        self._depths[name].append(depth)
        if traits & _IS_BLOCK:
            self._blocks.append(depth)
        if traits & _IS_SCOPE:
            self._scopes.append(depth)
        elif name == "head":
            self._head = element

    def _is_new(self, name: str) -> bool:
        """Whether an html, head or body tag makes an element here."""
        if name == "html":
            return not self._elements
        return not self._in_body and (name == "body" or self._head is None)

    def _leave_head(self, at: int) -> None:
        self._in_body = True
        if self._depths["head"]:
            self._close_to(self._depths["head"][-1], at)

    def _in_drawing(self, name: str) -> bool:
        return bool(self._svgs or self._maths) or name in _DRAWINGS

    def _end_before(self, name: str, around: str, at: int) -> None:
        """Close what a start tag in an element named ``around`` ends, beside paragraphs."""
        if name == "a":
            if self._depths["a"] and self._depths["a"][-1] > self._scopes[-1]:
                self._close_inline(self._depths["a"][-1], at, at)
        elif name in HEADINGS:
            if around in HEADINGS:
                self._close_to(len(self._stack) - 1, at)
        else:
            ended, limits = ENDS[name]
            # Right inside of a list an item ends nothing, and so with rows, cells and options.
            if around not in limits:
                self._close_names(ended, limits, at)

    def _leave_drawing(self, at: int) -> None:
        depths = self._depths
        if not depths["foreignobject"]:
            self._close_to(min(depths[name][0] for name in _DRAWINGS if depths[name]), at)

    def _close_names(self, names: tuple[str, ...], limits: tuple[str, ...], at: int) -> None:
        depths = self._depths
        reached = [depths[each][-1] for each in names if depths[each]]
        if not reached:
            return
        limit = max((depths[each][-1] for each in limits if depths[each]), default=-1)
        if names[0] not in _TABLE_PARTS and len(self._scopes) > 1:
            limit = max(limit, self._scopes[-1] - (names[0] == "button"))
        inner = [depth for depth in reached if depth > limit]
        if inner:
            self._close_to(min(inner), at)

    def _end(self, token: t.Token) -> None:
        _, start, end, name, _ = token
        if name in ("html", "body"):
            # What follows the end tag still belongs to the body, as in browsers.
            self._last_ends[name] = token
        else:
            depth = self._matching(name)
            if depth is None:
                return
            if name in _CLOSES_ALL:
                self._close_to(depth, start, end)
            else:
                self._close_inline(depth, start, end)

    def _close_inline(self, depth: int, start: int, end: int) -> None:
        """End an inline element; one that a block has opened in ends with that block."""
        if self._blocks[-1] > depth:
            self._overdue.add(self._stack[depth])
        else:
            self._close_to(depth, start, end)

    def _matching(self, name: str) -> int | None:
        """The depth of the open element that an end tag ends, if it may reach it."""
        depths = self._depths
        names = HEADINGS if name in HEADINGS else (name,)
        depth = max((depths[each][-1] for each in names if depths[each]), default=-1)
        if name in _TABLE_PARTS:
            limit = depths["table"][-1] if depths["table"] else -1
        else:
            limit = self._scopes[-1]
            if name == "li":
                limit = max([limit, *(depths[each][-1] for each in LISTS if depths[each])])
        return depth if depth >= max(limit, 0) else None

    def _close_to(self, depth: int, start: int, end: int | None = None) -> None:
        """Close every element from the innermost to that at ``depth``.

        The last one ends with the tag at ``start`` to ``end`` when ``end`` is given.
        """
        stack = self._stack
        while len(stack) > depth + 1:
            self._close(start, start)
        after = start if end is None else end
        self._close(start, after)
        if self._overdue:
            self._close_overdue(after)

    def _close_overdue(self, at: int) -> None:
        """End inline elements whose end tag came before that of a block inside them."""
        stack = self._stack
        while stack and stack[-1] in self._overdue:
            self._overdue.discard(stack[-1])
            self._close(at, at)

    def _close(self, start: int, end: int) -> None:
        stack, events = self._stack, self._events
        element = stack.pop()
        depth = len(stack)
        self._depths[element.name].pop()
        if self._blocks[-1] == depth:
            self._blocks.pop()
        if self._scopes[-1] == depth:
            self._scopes.pop()
        element.end = end
        element.closed = len(events)
        events.append((CLOSE, element, start, end, -1))

    def _finish(self) -> None:
        size = len(self._text)
        while self._stack:
            element = self._stack[-1]
            last = self._last_ends.get(element.name)
            if last and last[1] >= element.inside:
                self._close(last[1], last[2])
            else:
                self._close(size, size)
