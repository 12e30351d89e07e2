"""Where elements begin and end: optional end tags, scopes, stray and overlapping tags."""

from __future__ import annotations

from collections import defaultdict

from ptlint.page.html import tokenizer as t
from ptlint.page.html.elements import BLOCKS, ENDS, HEADINGS, LISTS, SCOPE
from ptlint.page.html.nesting import CLOSE, OPEN, TEXT, Element, Event, Nesting
from ptlint.page.html.tag import Tag
from ptlint.page.html.traits import DRAWINGS

#: Browsers put an element that would be nested deeper beside its parent instead.
DEEPEST = 512

_TABLE_PARTS = frozenset(
    ("table", "caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th")
)
#: Elements whose end tag ends everything that is still open inside.
_CLOSES_ALL = BLOCKS | SCOPE | {"select", *DRAWINGS}
_WORDS, _BLANK = t.TEXT, t.BLANK
_NOTHING = " \t\n\r\f\ue001"


class Builder:
    """Turns the tags of a text into nested events; one use each."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._events: list[Event] = []
        self._words: list[int] = []
        self._raws: list[int] = []
        self._starts: list[Element] = []
        self._useless: set[Element] = set()  # start tags that made no element
        self._others: dict[int, list[tuple[int, int]]] = {
            t.COMMENT: [],
            t.BROKEN: [],
            t.DOCTYPE: [],
        }
        self._stack: list[Element] = []
        self._depths: defaultdict[str, list[int]] = defaultdict(list)
        # The depths of all open paragraphs, drawings and scopes.
        self._paragraphs = self._depths["p"]
        self._svgs, self._maths = (self._depths[name] for name in DRAWINGS)
        self._scopes: list[int] = [-1]
        self._overdue: set[Element] = set()
        self._last_ends: dict[str, tuple[int, int]] = {}
        self._head: Element | None = None
        self._in_body = False  # content of the body has begun, with or without its tag

    def build(self) -> Nesting:
        """The nesting of the whole text."""
        self._read()
        self._finish()
        starts, useless = self._starts, self._useless
        doctypes = self._others[t.DOCTYPE]
        return Nesting(
            self._text,
            self._events,
            [None if each in useless else each for each in starts] if useless else starts,
            starts,
            self._others[t.COMMENT],
            self._others[t.BROKEN],
            self._words,
            self._raws,
            doctypes[0] if doctypes else None,
        )

    def _read(self) -> None:  # noqa: PLR0912 - calls for what comes by the thousand cost too much
        """Go through the text from one "<" to the next."""
        text, events, stack = self._text, self._events, self._stack
        tags, overdue, drawings = t.Tags(), self._overdue, 0
        # Up to where all was read, and where the next "<" stands.
        at, following = 0, -1
        for piece in text.split("<"):
            start = following
            following += len(piece) + 1
            if start < at:
                continue  # in a comment, a script, a value
            inside, closed, _ = piece.partition(">")
            tag = tags[inside] if closed else None
            if tag is None:
                unusual = t.piece_at(text, start, drawings > 0)
                if unusual is None:
                    continue  # a sign of the text
                if at < start:
                    self._say(at, start)
                at = unusual.after
                tag = unusual.tag
                if tag is None:
                    self._tell(unusual)
                    continue
            else:
                if at < start:
                    if text[at:start].strip(_NOTHING):
                        self._say_words(at, start)
                    else:
                        events.append((TEXT, stack[-1] if stack else None, at, start, _BLANK))
                at = start + tag.size
            if tag.opens:
                self._open(tag, start, at)
                if tag.traits.is_special:
                    if tag.traits.is_drawing:
                        drawings += not tag.self_closing
                    elif not (drawings and tag.name == "title"):
                        at = self._raw(tag.name, at)
            else:
                if stack and stack[-1].name == tag.name and not tag.traits.is_document:
                    self._close(start, at)
                    if overdue:
                        self._close_overdue(at)
                else:
                    self._end(tag.name, start, at)
                if drawings and tag.traits.is_drawing:
                    drawings -= 1
        if at < len(text):
            self._say(at, len(text))

    def _say(self, start: int, end: int) -> None:
        """A stretch of text."""
        if self._text[start:end].strip(_NOTHING):
            self._say_words(start, end)
        else:
            around = self._stack[-1] if self._stack else None
            self._events.append((TEXT, around, start, end, _BLANK))

    def _say_words(self, start: int, end: int) -> None:
        events, stack = self._events, self._stack
        if not self._in_body and self._starts:
            self._leave_head(start)
        self._words.append(len(events))
        events.append((TEXT, stack[-1] if stack else None, start, end, _WORDS))

    def _tell(self, piece: t.Piece) -> None:
        """Markup that is no tag."""
        if piece.kind == t.CDATA:
            around = self._stack[-1] if self._stack else None
            self._raws.append(len(self._events))
            self._events.append((TEXT, around, piece.start, piece.end, t.CDATA))
        else:
            self._others[piece.kind].append((piece.start, piece.end))

    def _raw(self, name: str, start: int) -> int:
        """The text in an element that has no tags inside; returns where it ends."""
        end = t.raw_end(self._text, start, name)
        if start < end:
            self._raws.append(len(self._events))
            self._events.append((TEXT, self._stack[-1], start, end, t.RAW_TEXT))
        return end

    def _open(self, tag: Tag, start: int, end: int) -> None:
        """A start tag."""
        name, traits, stack, events = tag.name, tag.traits, self._stack, self._events
        if traits.is_document and not self._is_new(name):
            self._leave_out(tag, start, end)
            return
        if not self._in_body and not traits.is_early:
            self._leave_head(start)
        if traits.ends_drawing and (self._svgs or self._maths):
            self._leave_drawing(start)
        if traits.ends_paragraph and self._paragraphs and self._paragraphs[-1] > self._scopes[-1]:
            self._close_to(self._paragraphs[-1], start)
        if traits.ends_others and stack:
            self._end_before(name, stack[-1].name, start)
        depth = len(stack)
        if depth >= DEEPEST:
            self._close_to(DEEPEST - 1, start)
            depth = len(stack)
        starts, parent = self._starts, stack[-1] if depth else None
        element = Element(name, len(starts), parent, start, tag, end, len(events), tag.attributes)
        starts.append(element)
        events.append((OPEN, element, start, end, -1))
        if traits.is_void or (tag.self_closing and self._in_drawing(name)):
            element.closed, element.end = len(events), end
            events.append((CLOSE, element, end, end, -1))
            return
        stack.append(element)
        self._depths[name].append(depth)
        if traits.is_limit:
            self._mark(element, depth)

    def _leave_out(self, tag: Tag, start: int, end: int) -> None:
        """A start tag that makes no element."""
        made = Element(tag.name, len(self._starts), None, start, tag, end, 0, {})
        made.closed, made.end = 0, end
        self._starts.append(made)
        self._useless.add(made)

    def _mark(self, element: Element, depth: int) -> None:
        """What others ask of an element that was opened."""
        if element.name == "head":
            self._head = element
        else:
            self._scopes.append(depth)

    def _is_new(self, name: str) -> bool:
        """Whether an html, head or body tag makes an element here."""
        if name == "html":
            return not self._starts
        return not self._in_body and (name == "body" or self._head is None)

    def _leave_head(self, at: int) -> None:
        self._in_body = True
        if self._depths["head"]:
            self._close_to(self._depths["head"][-1], at)

    def _in_drawing(self, name: str) -> bool:
        return bool(self._svgs or self._maths) or name in DRAWINGS

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
            self._close_to(min(depths[name][0] for name in DRAWINGS if depths[name]), at)

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

    def _end(self, name: str, start: int, end: int) -> None:
        """The end tag of an element other than the innermost, or of none."""
        if name in ("html", "body"):
            # What follows the end tag still belongs to the body, as in browsers.
            self._last_ends[name] = start, end
            return
        depth = self._matching(name)
        if depth is None:
            return
        if name in _CLOSES_ALL:
            self._close_to(depth, start, end)
        else:
            self._close_inline(depth, start, end)

    def _close_inline(self, depth: int, start: int, end: int) -> None:
        """End an inline element; one that a block has opened in ends with that block."""
        element = self._stack[depth]
        if element in self._overdue or any(each.name in BLOCKS for each in self._stack[depth:]):
            self._overdue.add(element)
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
            if last and last[0] >= element.inside:
                self._close(*last)
            else:
                self._close(size, size)
