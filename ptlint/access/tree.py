"""The accessibility tree of a page: the one value that rules about markup ask."""

from __future__ import annotations

from ptlint.access import visibility
from ptlint.access.element import Element
from ptlint.access.index import Index, index
from ptlint.access.style import Styles, read_styles
from ptlint.page.html.nesting import Nesting
from ptlint.record import field, lazy, record


@record
class AccessTree:
    """A page as assistive technology meets it.

    Built once a page; what is asked several times (roles, names, texts) is remembered in it.

    Attributes:
        index: its elements by tag and attribute.
        styles: the declarations its own style sheets and attributes make.
        whole: False for fragments and partials, which another file surrounds.
    """

    index: Index
    styles: Styles
    whole: bool
    roles: dict[Element, str] = field(default_factory=dict, repr=False)
    by_role: dict[str, list[Element]] = field(default_factory=dict, repr=False)
    names: dict[Element, str] = field(default_factory=dict, repr=False)
    texts: list[Element] = field(default_factory=list, repr=False)

    @lazy
    def unseen(self) -> frozenset[Element]:
        """Elements that are shown where no one can see them."""
        return frozenset(visibility.unseen(self.index, self.styles))

    @lazy
    def ids(self) -> dict[str, Element]:
        """The first element of each id, as browsers resolve references."""
        found: dict[str, Element] = {}
        for element in self.index.having("id"):
            found.setdefault(element.attributes["id"], element)
        found.pop("", None)
        return found

    @lazy
    def labels(self) -> dict[Element, list[Element]]:
        """The ``label`` elements of each labelable element."""
        found: dict[Element, list[Element]] = {}
        for label in self.index.tagged("label"):
            field_ = self._labelled(label)
            if field_ is not None:
                found.setdefault(field_, []).append(label)
        return found

    def _labelled(self, label: Element) -> Element | None:
        target = label.get("for")
        if target is not None:
            element = self.ids.get(target)
            return element if element is not None and is_labelable(element) else None
        return next((each for each in label.descendants() if is_labelable(each)), None)

    def visible(self, element: Element) -> bool:
        """To be seen on the screen."""
        return element.shown and element not in self.unseen

    def referenced(self, element: Element, attribute: str) -> list[Element]:
        """The elements that an attribute names by id, those that exist."""
        value = element.attributes.get(attribute)
        return [self.ids[each] for each in value.split() if each in self.ids] if value else []


def is_labelable(element: Element) -> bool:
    """Whether a ``label`` can belong to the element (HTML, 4.10.2)."""
    tag = element.tag
    if tag == "input":
        return (element.get("type") or "").lower() != "hidden"
    return tag in ("button", "meter", "output", "progress", "select", "textarea")


def access_tree(nesting: Nesting, *, whole: bool = True) -> AccessTree:
    """The accessibility tree of a page.

    Args:
        nesting: its tags as the HTML reader nested them.
        whole: False for fragments, whose page may bring styles and surroundings of its own.
    """
    sorted_ = index(nesting)
    styles = read_styles(sorted_, whole=whole)
    visibility.mark(sorted_, styles)
    return AccessTree(sorted_, styles, whole)
