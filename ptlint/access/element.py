"""An element of the accessibility tree: what is in it, around it and written on it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from weakref import ref

from ptlint.page.html.elements import RAW
from ptlint.page.html.nesting import OPEN, TEXT, Nesting
from ptlint.page.html.nesting import Element as Node
from ptlint.page.html.tokenizer import BLANK, CDATA, RAW_TEXT
from ptlint.source.escapes import unescaped

FOREIGN = frozenset({"svg", "math"})
#: Elements that run on within a line; all others part the words before and after them.
INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "img", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "svg",
    "time", "tt", "u", "var", "wbr",
})  # fmt: skip
HTML_INSIDE_SVG = "foreignobject"
_INERT = frozenset({"template", "noscript"})


class Page:
    """What the elements of a page share: the reader's nesting and each other.

    Attributes:
        elements: all elements in document order.
        by_number: the elements by the number of their start tag; None for tags that made none.
    """

    def __init__(self, nesting: Nesting) -> None:
        self.nesting = nesting
        self.elements: list[Element] = []
        self.by_number: list[Element | None] = []
        # Elements reach the page weakly, so that a page is freed without the garbage collector.
        self.itself = ref(self)
        self._contents: dict[Element, list[str | Element]] = {}

    def of_node(self, node: Node | None) -> Element | None:
        """The element that a node of the nesting became."""
        return self.by_number[node.number] if node is not None else self.elements[0]

    def contents(self, element: Element) -> list[str | Element]:
        """The text and the child elements of an element, in order."""
        known = self._contents.get(element)
        if known is None:
            known = self._contents[element] = self._contents_of(element)
        return known

    def _contents_of(self, element: Element) -> list[str | Element]:
        events = self.nesting.events
        node = self.nesting.elements[element.number] if element.number >= 0 else None
        at, end = self._events_of(element)
        found: list[str | Element] = []
        while at < end:
            kind, other, start, stop, token = events[at]
            if kind == TEXT:
                found.append(self.piece(start, stop, token, element.tag))
            elif kind == OPEN and other is not None and other is not node:
                child = self.by_number[other.number]
                if child is not None:
                    found.append(child)
                at = max(at, other.closed)
            at += 1
        return found

    def _events_of(self, element: Element) -> tuple[int, int]:
        """Where the events inside an element begin and end."""
        node = self.nesting.elements[element.number] if element.parent is not None else None
        return (node.opened + 1, node.closed) if node is not None else (0, len(self.nesting.events))

    def text(self, element: Element) -> str:
        """All text inside an element, as it is written."""
        node = self.nesting.elements[element.number] if element.parent is not None else None
        if node is not None and node.closed - node.opened == 2:  # a text: elements make two events
            _, _, start, stop, token = self.nesting.events[node.opened + 1]
            return self.piece(start, stop, token, element.tag)
        at, end = self._events_of(element)
        by_number, parts = self.by_number, []
        for kind, node, start, stop, token in self.nesting.events[at:end]:
            if kind == TEXT:
                holder = by_number[node.number] if node is not None else self.elements[0]
                if holder is not None:
                    parts.append(self.piece(start, stop, token, holder.tag))
        return "".join(parts)

    def spaced_text(self, element: Element) -> str:
        """The same with a space where elements other than ``INLINE`` ones begin and end."""
        if element.order == element.last:
            return self.text(element)
        at, end = self._events_of(element)
        parts = []
        for kind, node, start, stop, token in self.nesting.events[at:end]:
            if kind != TEXT:
                parts.append("" if node is None or node.name in INLINE else " ")
            elif node is not None:
                parts.append(self.piece(start, stop, token, node.name))
        return "".join(parts)

    def direct_text(self, element: Element) -> str:
        """The text directly in an element, as it is written."""
        if element.order == element.last:
            return self.text(element)
        return "".join([each if isinstance(each, str) else " " for each in self.contents(element)])

    def piece(self, start: int, stop: int, token: int, tag: str) -> str:
        """Text as it is read: references decoded, nothing for code that prints nothing."""
        if token == BLANK or tag in _INERT:
            return " "
        text = self.nesting.text[start:stop]
        if token == CDATA or (token == RAW_TEXT and not RAW.get(tag)):
            return text
        if "\ue001" in text:
            text = text.replace("\ue001", " ")
        return unescaped(text)


class Element:
    """An element of the document; the index makes it and puts it into its parent.

    Nothing changes it afterwards but the marks of what is shown and exposed.

    Attributes:
        tag: the name in lower case.
        foreign: "svg" or "math" inside such drawings and formulas, else empty.
        attributes: attribute values by name; "" for an attribute without a value.
        get: the value of an attribute, None where it is missing.
        parent: the element around it; None for the root.
        number: the number of its start tag in the page, -1 where it was not written.
        order: its place in the document; ``last`` is that of its last descendant.
        shown: False where it is not displayed, or invisible.
        exposed: False where assistive technology is not told of it.
        inert: True inside what ``inert`` takes from everyone's reach.
    """

    __slots__ = (
        "_page", "attributes", "exposed", "foreign", "get", "inert", "last", "number", "order",
        "parent", "shown", "tag",
    )  # fmt: skip

    def __init__(
        self,
        tag: str,
        attributes: Mapping[str, str],
        parent: Element | None,
        number: int,
        order: int,
        page: ref[Page],
        foreign: str,
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.get: Callable[[str], str | None] = attributes.get
        self.parent = parent
        self.number = number
        self.order = self.last = order
        self._page = page
        self.foreign = foreign
        self.shown = self.exposed = True
        self.inert = False

    @property
    def page(self) -> Page:
        """What it shares with the other elements; there as long as the tree is."""
        found = self._page()
        assert found is not None
        return found

    @property
    def contents(self) -> list[str | Element]:
        """The text and the child elements, in order."""
        return self.page.contents(self)

    def __repr__(self) -> str:
        return f"<{self.tag} {dict(self.attributes)}>"

    @property
    def name(self) -> str:
        """The tag, prefixed inside SVG and MathML, where names mean other things: ``svg:a``."""
        if not self.foreign or self.tag in FOREIGN:
            return self.tag
        return f"{self.foreign}:{self.tag}"

    @property
    def children(self) -> list[Element]:
        elements, at, found = self.page.elements, self.order + 1, []
        while at <= self.last:
            child = elements[at]
            found.append(child)
            at = child.last + 1
        return found

    def children_of(self, *tags: str) -> list[Element]:
        """The child elements of some tags."""
        return [each for each in self.children if each.tag in tags]

    def ancestors(self) -> Iterator[Element]:
        """The elements around it, nearest first."""
        around = self.parent
        while around is not None:
            yield around
            around = around.parent

    def lineage(self) -> Iterator[Element]:
        """The element itself, then those around it."""
        yield self
        yield from self.ancestors()

    def unknown_lineage(self, known: Container[Element]) -> list[Element]:
        """The element and those around it up to the first known one, outermost first.

        What is inherited is worked out in this order: pages are nested deeper than Python calls.
        """
        found: list[Element] = []
        each: Element | None = self
        while each is not None and each not in known:
            found.append(each)
            each = each.parent
        return found[::-1]

    def closest(self, *tags: str) -> Element | None:
        """The nearest element around it of one of these tags."""
        around = self.parent
        while around is not None and around.tag not in tags:
            around = around.parent
        return around

    def previous(self) -> Element | None:
        """The sibling element before it."""
        before: Element | None = (
            self.page.elements[self.order - 1] if self.parent is not None else None
        )
        while before is not None and before.parent is not self.parent:
            if before is self.parent:
                return None
            before = before.parent
        return before

    def descendants(self) -> Sequence[Element]:
        """The elements inside it, in document order."""
        return self.page.elements[self.order + 1 : self.last + 1]

    def inclusive(self) -> Sequence[Element]:
        """The element itself and those inside it, in document order."""
        return self.page.elements[self.order : self.last + 1]

    def inside(self, *tags: str) -> Iterator[Element]:
        """The descendants of some tags."""
        return (each for each in self.descendants() if each.tag in tags)

    def contains(self, other: Element) -> bool:
        """Whether ``other`` is the element itself or inside it."""
        return self.order <= other.order <= self.last

    @property
    def direct_text(self) -> str:
        """The text directly in it, as it is written."""
        return self.page.direct_text(self)

    @property
    def own_text(self) -> str:
        """The text directly in it, white space folded."""
        return " ".join(self.direct_text.split())

    @property
    def text(self) -> str:
        """All text inside it, hidden or not, as it is written."""
        return self.page.text(self)
