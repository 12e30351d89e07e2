"""One walk over a document that sorts its elements by tag and by attribute.

Rules look only at the elements they are about. The contents of ``template`` and ``noscript``
are left out: browsers keep the first out of the document and show the second to nobody who
runs scripts. Elements of SVG and MathML are kept apart from HTML elements of the same name by
a prefix (``svg:a``), because the HTML parser gives them no namespace.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

#: Attributes that nothing is looked up by.
_UNINDEXED = frozenset({"data-ptlint-n", "class", "src", "href", "d", "width", "height"})
_INERT = ("template", "noscript")
_FOREIGN = ("svg", "math")
_HTML_INSIDE_SVG = "foreignobject"


@dataclass(frozen=True, slots=True)
class Index:
    """The elements of a document, each list in document order.

    Attributes:
        root: the element the walk started from.
        tags: elements by tag name; those inside SVG and MathML under ``svg:name``.
        attributes: elements by the name of an attribute they carry (``class``, ``src``,
            ``href`` and other much-used ones are not indexed).
        foreign: the elements of SVG and MathML.
        inert: what stands inside ``template`` and ``noscript``.
        order: each indexed element's place in the document.
    """

    root: Element
    tags: dict[str, list[Element]] = field(default_factory=dict)
    attributes: dict[str, list[Element]] = field(default_factory=dict)
    foreign: dict[Element, str] = field(default_factory=dict)
    inert: set[Element] = field(default_factory=set)
    order: dict[Element, int] = field(default_factory=dict)

    def tagged(self, *names: str) -> list[Element]:
        """The elements of these tags, in document order."""
        found = [element for name in names for element in self.tags.get(name, ())]
        if len(names) > 1:
            found.sort(key=self.order.__getitem__)
        return found

    def having(self, attribute: str) -> list[Element]:
        """The elements that carry an attribute."""
        return self.attributes.get(attribute, [])

    def in_order(self, elements: Iterable[Element]) -> list[Element]:
        """The elements without repetition, in document order."""
        return sorted(set(elements), key=self.order.__getitem__)

    def name(self, element: Element) -> str:
        """The tag name, prefixed where it is not HTML."""
        tag = str(element.tag)
        if element not in self.foreign or tag in _FOREIGN:
            return tag
        return f"{self.foreign[element]}:{tag}"


def index(root: Element) -> Index:
    """Sorts every element below (and with) ``root``."""
    made = Index(root)
    tags, attributes, order = made.tags, made.attributes, made.order
    foreign, inert = made.foreign, made.inert
    for element in root.iter(etree.Element):
        if element in inert:
            continue
        tag = str(element.tag)
        order[element] = len(order)
        if tag in _FOREIGN:
            _mark_foreign(element, foreign)
        elif tag in _INERT:
            inert.update(element.iterdescendants(etree.Element))
        if element in foreign and tag not in _FOREIGN:
            tag = f"{foreign[element]}:{tag}"
        tags.setdefault(tag, []).append(element)
        for name in element.keys():  # noqa: SIM118 (an element iterates over its children)
            if name not in _UNINDEXED:
                attributes.setdefault(str(name), []).append(element)
    return made


def _mark_foreign(element: Element, foreign: dict[Element, str]) -> None:
    kind = str(element.tag)
    for each in element.iter(etree.Element):
        foreign[each] = kind
    for host in element.iter(_HTML_INSIDE_SVG):
        for each in host.iterdescendants(etree.Element):
            foreign.pop(each, None)
