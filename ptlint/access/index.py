"""One walk over a page that makes its elements and sorts them by tag and by attribute.

Rules look only at the elements they are about. The contents of ``template`` and ``noscript``
are left out: browsers keep the first out of the document and show the second to nobody who
runs scripts. A page without an ``html`` tag gets one, as in browsers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from operator import attrgetter

from ptlint.access.element import FOREIGN, HTML_INSIDE_SVG, Element, Page
from ptlint.page.html.nesting import Nesting
from ptlint.record import lazy, record

#: Elements whose contents are left out.
_INERT = frozenset({"template", "noscript"})
_order = attrgetter("order")


@record
class Index:
    """The elements of a page, each list in document order.

    Attributes:
        page: where the elements come from.
        tags: elements by name; those inside SVG and MathML under ``svg:name``.
        attributes: elements by the name of an attribute they carry (``src``, ``href``
            and other much-used ones are not indexed).
    """

    page: Page
    tags: Mapping[str, list[Element]]
    attributes: Mapping[str, list[Element]]

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

    @lazy
    def bearers(self) -> dict[Element, None]:
        """The elements with text of their own that is more than white space."""
        page, source, made = self.page, self.source, dict[Element, None]()
        by_number, nesting = page.by_number, page.nesting
        for at in (*nesting.words, *nesting.raw):
            _, node, start, end, token = nesting.events[at]
            holder = by_number[node.number] if node is not None else self.root
            if holder is None or holder in made:
                continue
            # White space can be written as a reference.
            if (
                source[start].isalnum()
                or source.find("&", start, end) < 0
                or page.piece(start, end, token, holder.tag).strip()
            ):
                made[holder] = None
        return made

    @lazy
    def aria(self) -> list[tuple[str, list[Element]]]:
        """The ARIA attributes of the page, each with the elements that carry it."""
        return [each for each in self.attributes.items() if each[0].startswith("aria-")]

    def tagged(self, *names: str) -> list[Element]:
        """The elements of these names, in document order."""
        if len(names) == 1:
            return self.tags.get(names[0], [])
        groups = [self.tags[name] for name in names if name in self.tags]
        if len(groups) < 2:
            return groups[0] if groups else []
        return sorted(chain.from_iterable(groups), key=_order)

    def having(self, attribute: str) -> list[Element]:
        """The elements that carry an attribute."""
        return self.attributes.get(attribute, [])

    def in_order(self, *groups: Sequence[Element]) -> list[Element]:
        """The elements of several lists, each in document order, without repetition."""
        filled = [group for group in groups if group]
        if len(filled) < 2:
            return list(filled[0]) if filled else []
        return sorted({each for group in filled for each in group}, key=_order)


def index(nesting: Nesting) -> Index:
    """The elements of a page."""
    page = Page(nesting)
    by_number, elements, itself = page.by_number, page.elements, page.itself
    tags: defaultdict[str, list[Element]] = defaultdict(list)
    attributes: defaultdict[str, list[Element]] = defaultdict(list)
    root = Element("html", {}, None, -1, 0, itself, "")
    elements.append(root)
    tags["html"].append(root)
    inert_until = -1
    for node in nesting.elements:
        if node is None or node.start < inert_until:
            by_number.append(None)
            continue
        name, around, made = node.name, node.parent, root
        if name == "html" and root.number < 0 and len(elements) == 1:
            root.number, root.attributes = node.number, node.attributes
            root.get = root.attributes.get
        else:
            parent = (by_number[around.number] if around is not None else None) or root
            foreign = name if name in FOREIGN else parent.foreign
            if foreign and parent.tag == HTML_INSIDE_SVG and name not in FOREIGN:
                foreign = ""
            made = Element(
                name, node.attributes, parent, node.number, len(elements), itself, foreign
            )
            elements.append(made)
            tags[made.name if foreign else name].append(made)
            if name in _INERT:
                inert_until = node.end
        by_number.append(made)
        for attribute in node.tag.indexed:
            attributes[attribute].append(made)
    _close(elements)
    return Index(page, tags, attributes)


def _close(elements: list[Element]) -> None:
    """Tells each element where its last descendant is."""
    for element in reversed(elements):
        around = element.parent
        if around is not None and around.last < element.last:
            around.last = element.last
