"""Where the text of a document stands, and how much of it can be seen."""

from __future__ import annotations

from functools import cache

from lxml import etree

from ptlint.access.index import Element
from ptlint.access.tree import AccessTree


@cache
def _bearers() -> etree.XPath:
    return etree.XPath("//text()[normalize-space()]/..")


def bearers(tree: AccessTree) -> list[Element]:
    """The elements that hold text of their own, in document order, hidden ones left out."""
    found = _bearers()(tree.index.root)
    assert isinstance(found, list)
    elements = (each for each in found if isinstance(each, etree._Element))
    return [each for each in elements if each in tree.index.order and not tree.hidden(each)]


def own_text(element: Element) -> str:
    """The text directly in an element, white space folded."""
    parts = [str(element.text or "")]
    parts.extend(str(child.tail or "") for child in element)
    return " ".join(" ".join(parts).split())


def visible_text(tree: AccessTree, element: Element) -> str:
    """The text inside an element that is seen on the screen, white space folded."""
    return " ".join("".join(_visible(tree, element)).split())


def _visible(tree: AccessTree, element: Element) -> list[str]:
    if not tree.visible(element):
        return []
    parts = [str(element.text or "")]
    for child in element:
        if isinstance(child.tag, str):
            parts.extend(_visible(tree, child))
        parts.append(str(child.tail or ""))
    return parts


def text_of(element: Element, skip: tuple[str, ...] = ()) -> str:
    """All text inside an element, hidden or not, that of some tags left out."""
    if not skip:
        return "".join(map(str, element.itertext()))
    parts = [str(element.text or "")]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in skip:
            parts.append(text_of(child, skip))
        parts.append(str(child.tail or ""))
    return "".join(parts)
