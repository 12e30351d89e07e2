"""One walk over a page that makes its elements and sorts them by tag and by attribute.

Rules look only at the elements they are about. The contents of ``template`` and ``noscript``
are left out: browsers keep the first out of the document and show the second to nobody who
runs scripts. A page without an ``html`` tag gets one, as in browsers.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from ptlint.access.element import Element, Page
from ptlint.page.html import tokenizer as t
from ptlint.page.html.nesting import TEXT, Nesting
from ptlint.record import field, record

#: Attributes that nothing is looked up by.
_UNINDEXED = frozenset({"class", "content", "d", "height", "href", "rel", "src", "type", "width"})
_INERT = frozenset({"template", "noscript"})


@record
class Index:
    """The elements of a page, each list in document order.

    Attributes:
        page: where the elements come from.
        tags: elements by name; those inside SVG and MathML under ``svg:name``.
        attributes: elements by the name of an attribute they carry (``class``, ``src``,
            ``href`` and other much-used ones are not indexed).
    """

    page: Page
    tags: dict[str, list[Element]] = field(default_factory=dict)
    attributes: dict[str, list[Element]] = field(default_factory=dict)

    @property
    def elements(self) -> list[Element]:
        """All of them; the first is the root."""
        return self.page.elements

    @property
    def root(self) -> Element:
        return self.page.elements[0]

    @property
    def source(self) -> str:
        return self.page.nesting.text

    @cached_property
    def bearers(self) -> dict[Element, None]:
        """The elements with text of their own that is more than white space."""
        made: dict[Element, None] = {}
        by_number, text, root = self.page.by_number, self.source, self.root
        for kind, node, start, end, token in self.page.nesting.events:
            if kind != TEXT or token == t.BLANK:
                continue
            holder = by_number[node.number] if node is not None else root
            if holder is not None and (
                text.find("&", start, end) < 0 or holder.direct_text.strip()
            ):
                made[holder] = None
        return made

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
    page = Page(nesting)
    by_number, elements = page.by_number, page.elements
    root = Element("html", {}, None, -1, page)
    inert_until = -1
    for node in nesting.elements:
        if node is None or node.start < inert_until:
            by_number.append(None)
            continue
        if node.name == "html" and root.number < 0 and len(elements) == 1:
            root.number, root.attributes = node.number, node.attributes
            by_number.append(root)
            continue
        around = node.parent
        parent = by_number[around.number] if around is not None else root
        made = Element(node.name, node.attributes, parent or root, node.number, page)
        by_number.append(made)
        if made.tag in _INERT:
            inert_until = node.end
    _close(elements)
    return _sorted(page)


def _close(elements: list[Element]) -> None:
    """Tells each element where its last descendant is."""
    for element in reversed(elements):
        around = element.parent
        if around is not None and around.last < element.last:
            around.last = element.last


def _sorted(page: Page) -> Index:
    made = Index(page)
    tags, attributes = made.tags, made.attributes
    for element in page.elements:
        name = element.name if element.foreign else element.tag
        same = tags.get(name)
        if same is None:
            tags[name] = [element]
        else:
            same.append(element)
        for attribute in element.attributes:
            if attribute not in _UNINDEXED:
                attributes.setdefault(attribute, []).append(element)
    return made
