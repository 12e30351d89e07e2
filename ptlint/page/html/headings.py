"""Which elements are headings, and of which level."""

from __future__ import annotations

from ptlint.page.html.elements import HEADINGS
from ptlint.page.html.nesting import Element


def heading_level(element: Element) -> int:
    """The level of a heading element, 0 for other elements."""
    role = element.attributes.get("role")
    if role is None:
        return int(element.name[1]) if element.name in HEADINGS else 0
    role = role.strip().lower()
    if role == "heading":
        level = (element.get("aria-level") or "").strip()
        if level.isdecimal() and int(level) > 0:
            return min(int(level), 6)
        return int(element.name[1]) if element.name in HEADINGS else 2
    if role in ("presentation", "none") or element.name not in HEADINGS:
        return 0
    return int(element.name[1])
