"""Which start tags may be those of landmarks at all."""

from __future__ import annotations

from collections.abc import Mapping

from ptlint.page.html.class_names import parts_of_names
from ptlint.page.html.elements import EMPTY
from ptlint.page.kinds import Part

#: What an element is by its name, wherever that means the page.
LANDMARKS = {
    "nav": Part.NAVIGATION,
    "header": Part.HEADER,
    "footer": Part.FOOTER,
    "aside": Part.ASIDE,
    "form": Part.FORM,
    "search": Part.FORM,
    "dialog": Part.HIDDEN,
    "fieldset": Part.FORM,
    "button": Part.FORM,
    "label": Part.FORM,
    "template": Part.HIDDEN,
    "noscript": Part.HIDDEN,
}
#: Attributes that may hide an element.
HIDING = frozenset(("hidden", "aria-hidden", "style"))
#: Attributes whose names may say what an element is.
NAMING = ("class", "classname", "id")
_SAYING = HIDING | {"role"}
#: Elements that may be landmarks whatever their attributes.
_PLAIN = frozenset(("main", "article", "h1", *LANDMARKS))
_NO_PARTS = (None, None)


def is_silent(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether nothing of a start tag can make its element a landmark."""
    if name in EMPTY:
        return True
    if name in _PLAIN or not _SAYING.isdisjoint(attributes):
        return False
    for each in NAMING:
        if each in attributes and parts_of_names(attributes[each]) != _NO_PARTS:
            return False
    return True
