"""Where the text of a page stands, and how much of it can be seen."""

from __future__ import annotations

from operator import attrgetter

from ptlint.access.element import INLINE, Element
from ptlint.access.tree import AccessTree

#: What drawings say of themselves, which is seen only when pointed at.
_TOOLTIPS = frozenset({"desc", "title"})
_NO_TEXT = frozenset({"script", "style", "textarea"})
_place = attrgetter("order")


def bearers(tree: AccessTree) -> list[Element]:
    """The shown elements that hold text of their own, in document order."""
    if not tree.texts:
        found = [each for each in tree.index.bearers if each.shown and each.tag not in _NO_TEXT]
        found.sort(key=_place)
        tree.texts.extend(found)
    return tree.texts


def visible_text(tree: AccessTree, element: Element) -> str:
    """The text inside an element that is seen on the screen, white space folded."""
    if element.order == element.last:
        return element.own_text if tree.visible(element) else ""
    return " ".join("".join(_visible(tree, element)).split())


def _visible(tree: AccessTree, element: Element) -> list[str]:
    if element.foreign and element.tag in _TOOLTIPS:
        return []
    visible = tree.visible(element)
    parts: list[str] = []
    for piece in element.contents:
        if isinstance(piece, str):
            parts.append(piece if visible else "")
        elif piece.tag in INLINE:
            parts.extend(_visible(tree, piece))
        else:
            parts.extend((" ", *_visible(tree, piece), " "))
    return parts
