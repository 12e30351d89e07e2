"""Which elements the keyboard reaches (HTML, 6.6 Focus)."""

from __future__ import annotations

from ptlint.access.element import Element
from ptlint.pattern import later

_WHOLE_NUMBER = later(r"\s*+([+-]?\d++)")
_EDITABLE = ("true", "plaintext-only")
_FIELDS = frozenset({"button", "input", "select", "textarea"})
_REACHABLE = _FIELDS | {"a", "area", "audio", "iframe", "summary", "video"}
_MADE_REACHABLE = frozenset({"contenteditable", "tabindex"})


def tabindex(element: Element) -> int | None:
    """The number in ``tabindex``, None where there is none (rules for parsing integers)."""
    written = _WHOLE_NUMBER.match(element.get("tabindex") or "")
    return int(written[1]) if written else None


def is_disabled(element: Element) -> bool:
    """Whether a form control is disabled itself or by its ``fieldset``."""
    if element.tag not in _FIELDS:
        return False
    if element.get("disabled") is not None:
        return True
    inside: Element = element
    for around in element.ancestors():
        if around.tag == "fieldset" and around.get("disabled") is not None:
            return inside is not next(iter(around.children_of("legend")), None)
        inside = around
    return False


def is_focusable(element: Element) -> bool:
    """Whether the element can take focus at all, by keyboard, pointer or script."""
    return element.shown and focusable_by_nature(element)


def focusable_by_nature(element: Element) -> bool:
    """The same without a look at visibility."""
    tag = element.tag
    if tag not in _REACHABLE and _MADE_REACHABLE.isdisjoint(element.attributes):
        return False
    if tag in _FIELDS:
        return not is_disabled(element) and (element.get("type") or "").lower() != "hidden"
    if tabindex(element) is not None or tag == "iframe":
        return True
    if tag in ("a", "area"):
        return element.get("href") is not None or element.get("xlink:href") is not None
    if tag in ("audio", "video"):
        return element.get("controls") is not None
    if tag == "summary":
        return is_summary_for_details(element)
    return (element.get("contenteditable") or "").lower() in _EDITABLE or (
        element.get("contenteditable") == ""
    )


def is_summary_for_details(element: Element) -> bool:
    """The first ``summary`` child of a ``details`` element, which works as its button."""
    parent = element.parent
    if parent is None or parent.tag != "details":
        return False
    return next(iter(parent.children_of("summary")), None) is element


def in_tab_order(element: Element) -> bool:
    """Whether the Tab key stops here (sequential focus navigation)."""
    if element.tag not in _REACHABLE and _MADE_REACHABLE.isdisjoint(element.attributes):
        return False
    if element.inert or not is_focusable(element):
        return False
    number = tabindex(element)
    return number is None or number >= 0
