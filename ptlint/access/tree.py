"""The accessibility tree of a document: the one value that rules about markup ask."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from ptlint.access import visibility
from ptlint.access.index import Element, Index, index
from ptlint.access.style import Styles, read_styles


@dataclass(frozen=True)
class AccessTree:
    """A document as assistive technology meets it.

    Built once a document; what is asked several times (roles, names) is remembered in it.

    Attributes:
        index: its elements by tag and attribute.
        styles: the declarations its own style sheets and attributes make.
        whole: False for fragments and partials, which another file surrounds.
        undisplayed: elements that are not rendered at all.
        invisible: elements with ``visibility: hidden``.
        muted: elements within ``aria-hidden="true"`` or ``inert``.
    """

    index: Index
    styles: Styles
    whole: bool
    undisplayed: set[Element]
    invisible: set[Element]
    muted: set[Element]
    roles: dict[Element, str] = field(default_factory=dict, repr=False)
    names: dict[Element, str] = field(default_factory=dict, repr=False)

    @cached_property
    def unseen(self) -> set[Element]:
        """Elements that are rendered where no one can see them."""
        return visibility.unseen(self.index, self.styles)

    @cached_property
    def ids(self) -> dict[str, Element]:
        """The first element of each id, as browsers resolve references."""
        found: dict[str, Element] = {}
        for element in self.index.having("id"):
            found.setdefault(element.get("id") or "", element)
        found.pop("", None)
        return found

    @cached_property
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
        return next((each for each in label.iterdescendants() if is_labelable(each)), None)

    def hidden(self, element: Element) -> bool:
        """Not rendered, or not visible by ``visibility``."""
        return element in self.undisplayed or element in self.invisible

    def exposed(self, element: Element) -> bool:
        """Included in the accessibility tree, as far as its visibility decides that."""
        return not (
            element in self.muted or element in self.undisplayed or element in self.invisible
        )

    def visible(self, element: Element) -> bool:
        """To be seen on the screen."""
        return not (self.hidden(element) or element in self.unseen)

    def referenced(self, element: Element, attribute: str) -> list[Element]:
        """The elements that an attribute names by id, those that exist."""
        tokens = (element.get(attribute) or "").split()
        return [self.ids[token] for token in tokens if token in self.ids]


def is_labelable(element: Element) -> bool:
    """Whether a ``label`` can belong to the element (HTML, 4.10.2)."""
    tag = element.tag
    if tag == "input":
        return (element.get("type") or "").lower() != "hidden"
    return tag in ("button", "meter", "output", "progress", "select", "textarea")


def access_tree(root: Element, *, whole: bool = True) -> AccessTree:
    """The accessibility tree below an element that lxml parsed.

    Args:
        root: the ``html`` element.
        whole: False for fragments, whose page may bring styles and surroundings of its own.
    """
    sorted_ = index(root)
    styles = read_styles(sorted_, whole=whole)
    return AccessTree(
        sorted_,
        styles,
        whole,
        visibility.undisplayed(sorted_, styles),
        visibility.invisible(sorted_, styles),
        visibility.hidden_from_assistive_technology(sorted_),
    )
