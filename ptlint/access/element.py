"""An element of the accessibility tree: what is in it, around it and written on it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

_FOREIGN = frozenset({"svg", "math"})
_HTML_INSIDE_SVG = "foreignobject"


class Element:
    """An element of the document; the index makes it and puts it into its parent.

    Nothing changes it afterwards but the marks of what is shown and exposed.

    Attributes:
        tag: the name in lower case.
        foreign: "svg" or "math" inside such drawings and formulas, else empty.
        attributes: attribute values by name; "" for an attribute without a value.
        parent: the element around it; None for the root.
        contents: its text and its child elements in order.
        number: the number of its start tag in the page, -1 where it was not written.
        order: its place in the document; ``last`` is that of its last descendant.
        shown: False where it is not displayed, or invisible.
        exposed: False where assistive technology is not told of it.
    """

    foreign = ""
    shown = True
    exposed = True

    def __init__(
        self,
        tag: str,
        attributes: Mapping[str, str],
        parent: Element | None,
        number: int,
        every: list[Element],
    ) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.number = number
        self.contents: list[str | Element] = []
        self.order = self.last = len(every)
        self._all = every
        every.append(self)
        if parent is not None:
            parent.contents.append(self)
            if tag in _FOREIGN:
                self.foreign = tag
            elif parent.foreign and parent.tag != _HTML_INSIDE_SVG:
                self.foreign = parent.foreign

    def __repr__(self) -> str:
        return f"<{self.tag} {dict(self.attributes)}>"

    @property
    def name(self) -> str:
        """The tag, prefixed inside SVG and MathML, where names mean other things: ``svg:a``."""
        if not self.foreign or self.tag in _FOREIGN:
            return self.tag
        return f"{self.foreign}:{self.tag}"

    def get(self, name: str) -> str | None:
        """The value of an attribute; "" for one without a value, None where it is missing."""
        return self.attributes.get(name)

    @property
    def children(self) -> list[Element]:
        return [each for each in self.contents if not isinstance(each, str)]

    def children_of(self, *tags: str) -> list[Element]:
        """The child elements of some tags."""
        return [each for each in self.contents if not isinstance(each, str) and each.tag in tags]

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
        before: Element | None = self._all[self.order - 1] if self.parent is not None else None
        while before is not None and before.parent is not self.parent:
            if before is self.parent:
                return None
            before = before.parent
        return before

    def descendants(self) -> Sequence[Element]:
        """The elements inside it, in document order."""
        return self._all[self.order + 1 : self.last + 1]

    def inclusive(self) -> Sequence[Element]:
        """The element itself and those inside it, in document order."""
        return self._all[self.order : self.last + 1]

    def inside(self, *tags: str) -> Iterator[Element]:
        """The descendants of some tags."""
        return (each for each in self.descendants() if each.tag in tags)

    def contains(self, other: Element) -> bool:
        """Whether ``other`` is the element itself or inside it."""
        return self.order <= other.order <= self.last

    @property
    def direct_text(self) -> str:
        """The text directly in it, as it is written."""
        if self.order == self.last:
            return "".join(self.contents)  # type: ignore[arg-type]
        return "".join([each if isinstance(each, str) else " " for each in self.contents])

    @property
    def own_text(self) -> str:
        """The text directly in it, white space folded."""
        return " ".join(self.direct_text.split())

    @property
    def text(self) -> str:
        """All text inside it, hidden or not, as it is written."""
        if self.order == self.last:
            return self.direct_text
        parts: list[str] = []
        pending: list[str | Element] = list(reversed(self.contents))
        while pending:
            piece = pending.pop()
            if isinstance(piece, str):
                parts.append(piece)
            else:
                pending.extend(reversed(piece.contents))
        return "".join(parts)
