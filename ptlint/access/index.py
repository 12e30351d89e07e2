"""One walk over a page that makes its elements and sorts them by tag and by attribute.

Rules look only at the elements they are about. The contents of ``template`` and ``noscript``
are left out: browsers keep the first out of the document and show the second to nobody who
runs scripts. A page without an ``html`` tag gets one, as in browsers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ptlint.access.element import Element
from ptlint.page.html import tokenizer as t
from ptlint.page.html.elements import RAW
from ptlint.page.html.entities import decode_text
from ptlint.page.html.nesting import CLOSE, OPEN, TEXT, Nesting
from ptlint.page.html.nesting import Element as Node

#: Attributes that nothing is looked up by.
_UNINDEXED = frozenset({"class", "content", "d", "height", "href", "rel", "src", "type", "width"})
_INERT = frozenset({"template", "noscript"})


@dataclass(frozen=True, slots=True)
class Index:
    """The elements of a page, each list in document order.

    Attributes:
        source: the page as it was read.
        elements: all of them; the first is the root.
        tags: elements by name; those inside SVG and MathML under ``svg:name``.
        attributes: elements by the name of an attribute they carry (``class``, ``src``,
            ``href`` and other much-used ones are not indexed).
        bearers: the elements with text of their own.
    """

    source: str = field(repr=False)
    elements: list[Element] = field(default_factory=list)
    tags: dict[str, list[Element]] = field(default_factory=dict)
    attributes: dict[str, list[Element]] = field(default_factory=dict)
    bearers: dict[Element, None] = field(default_factory=dict)

    @property
    def root(self) -> Element:
        return self.elements[0]

    def tagged(self, *names: str) -> list[Element]:
        """The elements of these names, in document order."""
        if len(names) == 1:
            return self.tags.get(names[0], [])
        found = [element for name in names for element in self.tags.get(name, ())]
        found.sort(key=_order)
        return found

    def having(self, attribute: str) -> list[Element]:
        """The elements that carry an attribute."""
        return self.attributes.get(attribute, [])

    def in_order(self, *groups: Iterable[Element]) -> list[Element]:
        """The elements of several lists without repetition, in document order."""
        return sorted({each for group in groups for each in group}, key=_order)


def _order(element: Element) -> int:
    return element.order


def index(nesting: Nesting) -> Index:
    """The elements of a page."""
    made = Index(nesting.text)
    root = Element("html", {}, None, -1, made.elements)
    text, bearers, inert = nesting.text, made.bearers, None
    of_node: dict[Node | None, Element] = {None: root}
    for kind, node, start, end, token in nesting.events:
        if inert is not None:
            if kind == CLOSE and node is inert:
                inert = None
        elif kind == TEXT:
            holder = of_node[node]
            if token == t.BLANK:
                holder.contents.append(" ")
            else:
                piece = _text(text[start:end], token, holder.tag)
                holder.contents.append(piece)
                if piece.strip():
                    bearers[holder] = None
        elif kind == OPEN and node is not None:
            if node.name == "html" and root.number < 0 and len(made.elements) == 1:
                root.number, root.attributes = node.number, node.attributes
                of_node[node] = root
                continue
            parent = of_node[node.parent]
            of_node[node] = Element(node.name, node.attributes, parent, node.number, made.elements)
            inert = node if node.name in _INERT else None
    _close(made.elements)
    _sort(made)
    return made


def _close(elements: list[Element]) -> None:
    """Tells each element where its last descendant is."""
    for element in reversed(elements):
        around = element.parent
        if around is not None and around.last < element.last:
            around.last = element.last


def _sort(made: Index) -> None:
    tags, attributes = made.tags, made.attributes
    for element in made.elements:
        name = element.name if element.foreign else element.tag
        same = tags.get(name)
        if same is None:
            tags[name] = [element]
        else:
            same.append(element)
        for attribute in element.attributes:
            if attribute not in _UNINDEXED:
                attributes.setdefault(attribute, []).append(element)


def _text(text: str, token: int, tag: str) -> str:
    """The text as it is read: references decoded, nothing for code that prints nothing."""
    if token == t.TEXT or (token == t.RAW_TEXT and RAW.get(tag)):
        text = decode_text(text)
        return text.replace("\ue001", " ") if "\ue001" in text else text
    return text
