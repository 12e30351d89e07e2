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
from ptlint.page.html.nesting import OPEN, TEXT, Nesting
from ptlint.page.html.nesting import Element as Node

#: Attributes that nothing is looked up by.
_UNINDEXED = frozenset({"class", "content", "d", "height", "href", "rel", "src", "type", "width"})
_INERT = frozenset({"template", "noscript"})
_FOREIGN = frozenset({"svg", "math"})
_HTML_INSIDE_SVG = "foreignobject"


@dataclass(frozen=True, slots=True)
class Index:
    """The elements of a page, each list in document order.

    Attributes:
        elements: all of them; the first is the root.
        tags: elements by name; those inside SVG and MathML under ``svg:name``.
        attributes: elements by the name of an attribute they carry (``class``, ``src``,
            ``href`` and other much-used ones are not indexed).
        bearers: the elements with text of their own.
    """

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
    made = Index()
    current = root = Element("html", {}, None, -1, made.elements)
    root.name = "html"
    inert: Node | None = None
    text = nesting.text
    for kind, node, start, end, token in nesting.events:
        if inert is not None:
            if kind in (TEXT, OPEN) or node is not inert:
                continue
            inert = None
        if kind == TEXT:
            if token == t.BLANK:
                current.contents.append(" ")
            else:
                current.contents.append(_text(text[start:end], token, current.tag))
                made.bearers[current] = None
        elif node is None:
            continue
        elif kind == OPEN:
            if node.name == "html" and not root.contents and root.number < 0:
                root.number, root.attributes = node.number, node.attributes
                continue
            current = _opened(node, current, made)
            if node.name in _INERT:
                inert = node
        elif current.number == node.number and current.parent is not None:
            current.last = len(made.elements) - 1
            current = current.parent
    root.last = len(made.elements) - 1
    _sort_in(root, made)
    return made


def _opened(node: Node, parent: Element, made: Index) -> Element:
    attributes = node.attributes
    element = Element(node.name, attributes, parent, node.number, made.elements)
    parent.contents.append(element)
    tag = element.name = element.tag
    if tag in _FOREIGN:
        element.foreign = tag
    elif parent.foreign and parent.tag != _HTML_INSIDE_SVG:
        element.foreign = parent.foreign
        element.name = f"{parent.foreign}:{tag}"
    _sort_in(element, made)
    return element


def _sort_in(element: Element, made: Index) -> None:
    into = made.tags.get(element.name)
    if into is None:
        made.tags[element.name] = [element]
    else:
        into.append(element)
    for attribute in element.attributes:
        if attribute not in _UNINDEXED:
            made.attributes.setdefault(attribute, []).append(element)


def _text(text: str, token: int, tag: str) -> str:
    """The text as it is read: references decoded, nothing for code that prints nothing."""
    if token == t.CDATA or (token == t.RAW_TEXT and not RAW.get(tag)):
        return text
    return decode_text(text.replace("\ue001", " "))
