"""Where elements begin and end: optional end tags, scopes, stray and overlapping tags."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ptlint.page.html import tokenizer as t
from ptlint.page.html.elements import (
    BLOCKS,
    BREAKS_OUT,
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

#: Start tags that end open elements of these names, up to the nearest element of the last.
_ENDS = {
    "li": (("li",), LISTS),
    "dd": (("dd", "dt"), ("dl",)),
    "dt": (("dd", "dt"), ("dl",)),
    "option": (("option",), ("select",)),
    "optgroup": (("optgroup", "option"), ("select",)),
    "td": (("td", "th", "caption"), ("table",)),
    "th": (("td", "th", "caption"), ("table",)),
    "tr": (("tr", "caption"), ("table",)),
    "tbody": (("tbody", "thead", "tfoot", "tr", "caption"), ("table",)),
    "thead": (("tbody", "thead", "tfoot", "tr", "caption"), ("table",)),
    "tfoot": (("tbody", "thead", "tfoot", "tr", "caption"), ("table",)),
    "rt": (("rt", "rp"), ("ruby",)),
    "rp": (("rt", "rp"), ("ruby",)),
    "button": (("button",), ("table",)),
}
_TABLE_PARTS = frozenset("table caption colgroup thead tbody tfoot tr td th".split())


class Builder:
    """Turns tokens into nested events; one use each."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._events: list[Event] = []
        self._elements: list[Element | None] = []
        self._starts: list[t.Token] = []
        self._stack: list[Element] = []
        self._depths: defaultdict[str, list[int]] = defaultdict(list)
        self._scopes: list[int] = []
        self._blocks: list[int] = []
        self._overdue: set[Element] = set()
        self._last_ends: dict[str, t.Token] = {}
        self._had_head = False

    def build(self, tokens: Iterable[t.Token]) -> Nesting:
        comments: list[tuple[int, int]] = []
        broken: list[tuple[int, int]] = []
        doctype: tuple[int, int] | None = None
        for token in tokens:
            kind, start, end = token[0], token[1], token[2]
            if kind == t.START:
                self._start(token)
            elif kind == t.END:
                self._end(token)
            elif kind <= t.CDATA:
                self._add_text(kind, start, end)
            elif kind == t.COMMENT:
                comments.append((start, end))
            elif kind == t.BROKEN:
                broken.append((start, end))
            else:
                doctype = doctype or (start, end)
        self._finish()
        return Nesting(
            self._text, self._events, self._elements, self._starts, comments, broken, doctype
        )

    def _add_text(self, kind: int, start: int, end: int) -> None:
        stack = self._stack
        current = stack[-1] if stack else None
        if current is not None and current.name == "head":
            if not self._text[start:end].isspace():
                self._close_to(len(stack) - 1, start)
                current = stack[-1] if stack else None
        self._events.append((TEXT, current, start, end, kind))

    def _start(self, token: t.Token) -> None:
        _, start, end, name, name_end = token
        number = len(self._starts)
        self._starts.append(token)
        if name in _DOCUMENT and not self._is_new(name):
            self._elements.append(None)
            return
        self._end_before(name, start)
        stack, events = self._stack, self._events
        if len(stack) >= DEEPEST:
            self._close_to(DEEPEST - 1, start)
        parent = stack[-1] if stack else None
        element = Element(
            self._text, name, number, parent, start, name_end, end, len(events)
        )
        self._elements.append(element)
        events.append((OPEN, element, start, end, 0))
        if name in VOID or (self._text[end - 2] == "/" and self._in_drawing(name)):
            element.end = end
            element.closed = len(events)
            events.append((CLOSE, element, end, end, 0))
        else:
            self._push(element)

    def _push(self, element: Element) -> None:
        depth, name = len(self._stack), element.name
        self._stack.append(element)
        self._depths[name].append(depth)
        if name in BLOCKS:
            self._blocks.append(depth)
        if name in SCOPE:
            self._scopes.append(depth)

    def _is_new(self, name: str) -> bool:
        """Whether an html, head or body tag makes an element here."""
        if name == "html":
            return not self._events
        if name == "head":
            new = not self._had_head and all(each.name == "html" for each in self._stack)
            self._had_head = True
            return new
        return all(each.name in ("html", "head") for each in self._stack)

    def _in_drawing(self, name: str) -> bool:
        depths = self._depths
        return bool(name in _FOREIGN or depths["svg"] or depths["math"])

    def _end_before(self, name: str, at: int) -> None:
        """Close what a start tag ends by standing here."""
        depths, stack = self._depths, self._stack
        if name not in HEAD and depths["head"]:
            self._close_to(depths["head"][-1], at)
        if name in BREAKS_OUT and (depths["svg"] or depths["math"]):
            self._leave_drawing(at)
        if name in ENDS_PARAGRAPH and depths["p"] and depths["p"][-1] > self._last_scope():
            self._close_to(depths["p"][-1], at)
        if name in _ENDS:
            ended, limits = _ENDS[name]
            self._close_names(ended, limits, at)
        elif name in HEADINGS:
            if stack and stack[-1].name in HEADINGS:
                self._close_to(len(stack) - 1, at)
        elif name == "a" and depths["a"] and depths["a"][-1] > self._last_scope():
            self._close_inline(depths["a"][-1], at, at)

    def _leave_drawing(self, at: int) -> None:
        depths = self._depths
        if not depths["foreignobject"]:
            self._close_to(min(depths[name][0] for name in _FOREIGN if depths[name]), at)

    def _last_scope(self) -> int:
        return self._scopes[-1] if self._scopes else -1

    def _close_names(self, names: Iterable[str], limits: Iterable[str], at: int) -> None:
        depths = self._depths
        limit = max((depths[each][-1] for each in limits if depths[each]), default=-1)
        if names[0] not in _TABLE_PARTS:
            limit = max(limit, self._last_scope() - (names[0] == "button"))
        reached = [depth for each in names for depth in depths[each][-1:] if depth > limit]
        if reached:
            self._close_to(min(reached), at)

    def _end(self, token: t.Token) -> None:
        _, start, end, name, _ = token
        if name in ("html", "body"):
            self._last_ends[name] = token
            return
        depth = self._matching(name)
        if depth is None:
            return
        if name not in BLOCKS and self._blocks and self._blocks[-1] > depth:
            self._overdue.add(self._stack[depth])
            return
        self._close_to(depth, start, end)

    def _close_inline(self, depth: int, start: int, end: int) -> None:
        if self._blocks and self._blocks[-1] > depth:
            self._overdue.add(self._stack[depth])
        else:
            self._close_to(depth, start, end)

    def _matching(self, name: str) -> int | None:
        """The depth of the open element that an end tag ends, if it may reach it."""
        depths = self._depths
        if name in HEADINGS:
            open_headings = [depths[each][-1] for each in HEADINGS if depths[each]]
            depth = max(open_headings, default=-1)
        else:
            depth = depths[name][-1] if depths[name] else -1
        if depth < 0:
            return None
        if name in _TABLE_PARTS:
            limit = depths["table"][-1] if depths["table"] else -1
        else:
            limit = self._last_scope()
            if name == "li":
                limit = max([limit, *(depths[each][-1] for each in LISTS if depths[each])])
        return depth if depth >= limit else None

    def _close_to(self, depth: int, start: int, end: int | None = None) -> None:
        """Close every element from the innermost to that at ``depth``.

        The last one ends with the tag at ``start`` to ``end`` when ``end`` is given.
        """
        stack = self._stack
        while len(stack) > depth + 1:
            self._close(start, start)
        self._close(start, start if end is None else end)
        if self._overdue:
            after = start if end is None else end
            while stack and stack[-1] in self._overdue:
                self._overdue.discard(stack[-1])
                self._close(after, after)

    def _close(self, start: int, end: int) -> None:
        element = self._stack.pop()
        name, depth = element.name, len(self._stack)
        self._depths[name].pop()
        if self._blocks and self._blocks[-1] == depth:
            self._blocks.pop()
        if self._scopes and self._scopes[-1] == depth:
            self._scopes.pop()
        element.end = end
        element.closed = len(self._events)
        self._events.append((CLOSE, element, start, end, 0))

    def _finish(self) -> None:
        size = len(self._text)
        while self._stack:
            last = self._last_ends.get(self._stack[-1].name)
            start, end = (last[1], last[2]) if last else (size, size)
            self._close(start, end)


_DOCUMENT = frozenset(("html", "head", "body"))
_FOREIGN = ("svg", "math")
