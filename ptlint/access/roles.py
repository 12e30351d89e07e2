"""The role of an element: given by the author, or by the element itself.

Implicit roles follow the HTML Accessibility API Mappings; presentational roles that conflict
with focus or a global ARIA attribute are ignored as WAI-ARIA 1.2, section 7.6, demands.
Roles that are the same by another name are given as ``none`` and ``img``.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache, lru_cache

from ptlint.access import aria
from ptlint.access.element import FOREIGN, Element
from ptlint.access.focus import focusable_by_nature
from ptlint.access.html import html_tables
from ptlint.access.tree import AccessTree

_SYNONYMS = {"presentation": "none", "image": "img"}
_SECTIONING = frozenset({"article", "aside", "main", "nav", "section"})
_SECTIONING_ROLES = frozenset({"article", "complementary", "main", "navigation", "region"})
_LISTS = ("ul", "ol", "menu")
_TABLE_ROLES = {"table": "cell", "grid": "gridcell", "treegrid": "gridcell"}


def explicit_role(element: Element) -> str | None:
    """The first role of the ``role`` attribute that exists, or None."""
    written = element.get("role")
    return _first_role(written) if written else None


@lru_cache(maxsize=1024)
def _first_role(written: str) -> str | None:
    found = aria.first_valid(written.lower().split())
    return _SYNONYMS.get(found, found) if found else None


def with_role(tree: AccessTree, names: Container[str]) -> list[Element]:
    """The elements whose ``role`` attribute gives one of these roles, in document order."""
    if not tree.by_role:
        for element in tree.index.having("role"):
            tree.by_role.setdefault(role(tree, element), []).append(element)
    found = [elements for kind, elements in tree.by_role.items() if kind in names]
    return tree.index.in_order(*found) if found else []


def role(tree: AccessTree, element: Element) -> str:
    """The semantic role: "" for elements that have none, "none" for presentational ones."""
    known = tree.roles.get(element)
    if known is None:
        known = tree.roles[element] = _role(tree, element)
    return known


def _role(tree: AccessTree, element: Element) -> str:
    if "role" not in element.attributes:
        return implicit_role(tree, element)
    given = explicit_role(element)
    if given is None:
        return implicit_role(tree, element)
    if given == "none" and presentation_conflicts(element):
        return implicit_role(tree, element, decorative=False)
    return given


def presentation_conflicts(element: Element) -> bool:
    """Whether a presentational role is ignored: the element is focusable or described."""
    return focusable_by_nature(element) or has_global_property(element)


def has_global_property(element: Element) -> bool:
    known = aria.properties()
    return any(
        name != "aria-hidden" and name in known and known[name].everywhere
        for name in element.attributes
    )


def implicit_role(tree: AccessTree, element: Element, *, decorative: bool = True) -> str:
    """The role an element has by itself.

    Args:
        decorative: False when an empty ``alt`` does not make the image presentational.
    """
    tag = element.tag
    if element.foreign and tag not in FOREIGN:
        return _foreign_role(element.name, element)
    special = _SPECIAL.get(tag)
    if special is not None:
        return special(tree, element)
    if tag == "img":
        return _image_role(element) if decorative else "img"
    return _plain_roles().get(tag) or ("generic" if "-" in tag else "")


@cache
def _plain_roles() -> dict[str, str]:
    """The elements whose role depends on nothing else."""
    roles: dict[str, str] = html_tables()["implicit"]
    return roles


def _foreign_role(name: str, element: Element) -> str:
    if name == "svg:a":
        linked = element.get("href") is not None or element.get("xlink:href") is not None
        return "link" if linked else "graphics-object"
    return {"svg:image": "img", "svg:g": "graphics-object"}.get(name, "")


def _image_role(element: Element) -> str:
    if element.get("alt") == "" and not presentation_conflicts(element):
        return "none"
    return "img"


def _link_role(_tree: AccessTree, element: Element) -> str:
    return "link" if element.get("href") is not None else "generic"


def _input_role(_tree: AccessTree, element: Element) -> str:
    kind = (element.get("type") or "text").strip().lower()
    if element.get("list") is not None and kind in ("email", "search", "tel", "text", "url"):
        return "combobox"
    return str(html_tables()["input"].get(kind, "textbox"))


def _select_role(_tree: AccessTree, element: Element) -> str:
    size = (element.get("size") or "").strip()
    several = element.get("multiple") is not None or (size.isdecimal() and int(size) > 1)
    return "listbox" if several else "combobox"


def _landmark_role(_tree: AccessTree, element: Element) -> str:
    """``header`` and ``footer`` are landmarks of the page only outside sectioning content."""
    if _in_sectioning(element):
        return "generic"
    return "banner" if element.tag == "header" else "contentinfo"


def _in_sectioning(element: Element) -> bool:
    return any(
        around.tag in _SECTIONING or explicit_role(around) in _SECTIONING_ROLES
        for around in element.ancestors()
    )


def _aside_role(tree: AccessTree, element: Element) -> str:
    outside = not any(
        around.tag in ("article", "aside", "nav", "section") for around in element.ancestors()
    )
    return "complementary" if outside or is_named_by_attribute(tree, element) else "generic"


def _section_role(tree: AccessTree, element: Element) -> str:
    return "region" if is_named_by_attribute(tree, element) else "generic"


def is_named_by_attribute(tree: AccessTree, element: Element) -> bool:
    """Whether an author gave the element a name by attribute."""
    if (element.get("aria-label") or "").strip() or (element.get("title") or "").strip():
        return True
    return bool(tree.referenced(element, "aria-labelledby"))


def _item_role(tree: AccessTree, element: Element) -> str:
    parent = element.parent
    if parent is None or parent.tag not in _LISTS:
        return "generic"
    around = role(tree, parent)
    if around == "none":
        return "none"
    return "listitem" if around in ("list", "directory") else "generic"


def _table_of(tree: AccessTree, element: Element) -> str:
    table = element.closest("table")
    return role(tree, table) if table is not None else ""


def _row_role(tree: AccessTree, element: Element) -> str:
    if _table_of(tree, element) not in _TABLE_ROLES:
        return "none" if _table_of(tree, element) == "none" else "generic"
    return "row" if element.tag == "tr" else "rowgroup"


def _cell_role(tree: AccessTree, element: Element) -> str:
    around = _table_of(tree, element)
    if around not in _TABLE_ROLES:
        return "none" if around == "none" else "generic"
    if element.tag == "td":
        return _TABLE_ROLES[around]
    return "rowheader" if _heads_row(element) else "columnheader"


def _heads_row(element: Element) -> bool:
    """Whether a ``th`` heads its row: by ``scope``, or as the only header among cells."""
    scope = (element.get("scope") or "").strip().lower()
    if scope in ("row", "rowgroup"):
        return True
    row = element.parent
    if scope in ("col", "colgroup") or row is None:
        return False
    return bool(row.children_of("td"))


_SPECIAL = {
    "a": _link_role,
    "area": _link_role,
    "input": _input_role,
    "select": _select_role,
    "header": _landmark_role,
    "footer": _landmark_role,
    "aside": _aside_role,
    "section": _section_role,
    "li": _item_role,
    "tr": _row_role,
    "thead": _row_role,
    "tbody": _row_role,
    "tfoot": _row_role,
    "td": _cell_role,
    "th": _cell_role,
}
