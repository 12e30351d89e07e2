"""Controls and pictures that assistive technology cannot name (WCAG 1.1.1, 2.4.4, 4.1.2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator

from ptlint.access import aria
from ptlint.access.element import Element
from ptlint.access.focus import is_summary_for_details, tabindex
from ptlint.access.names import has_name, name
from ptlint.access.roles import explicit_role, role, with_role
from ptlint.access.tree import AccessTree, is_labelable
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import (
    access,
    at_tag,
    has_open_attributes,
    is_unknown,
    may_hold_shadow,
    quoted,
    tag_text,
    whole_span_of,
)
from ptlint.findings.finding import Edit, Fix, Observation
from ptlint.page.model import Page
from ptlint.pattern import later

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NAMED_BY_TEXT = frozenset({"a", "button", "summary", *_HEADINGS})
_FIELD_ROLES = frozenset(
    {"checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "radio"}
    | {"searchbox", "slider", "spinbutton", "switch", "textbox"}
)
#: Fields that HTML gives no role but that need a name as much as the others.
_FIELDS_WITHOUT_ROLE = frozenset(
    {"color", "date", "datetime-local", "file", "month", "password", "time", "week"}
)
_MENU_ROLES = frozenset({"menuitem"})
_DRAWING_ROLES = frozenset({"img", "graphics-document", "graphics-symbol"})
_WIDGET_ROLES = frozenset(
    {"alertdialog", "dialog", "meter", "progressbar", "tab", "tooltip", "treeitem"}
)
_DEFAULT_NAME = "submit query"
_PICTURE = later(r"\.(?:apng|avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp)(?:[?#]|$)", re.IGNORECASE)
_SOUND_OR_FILM = later(
    r"\.(?:aac|avi|flac|m4[av]|mov|mp[34]|mpe?g|og[agv]|opus|wav|webm|wmv)(?:[?#]|$)", re.IGNORECASE
)


def _unnamed(
    page: Page, candidates: list[Element], wanted: Callable[[AccessTree, Element], bool]
) -> Iterator[Element]:
    """The candidates that are wanted, exposed, and certain to have no name."""
    tree = access(page)
    speaking = tree.index.bearers
    for element in candidates:
        if not element.exposed or (element in speaking and element.tag in _NAMED_BY_TEXT):
            continue
        if not wanted(tree, element) or has_name(tree, element):
            continue
        if has_open_attributes(page, element) or _named_by_code(element):
            continue
        if not may_hold_shadow(page, element):
            yield element


def _named_by_code(element: Element) -> bool:
    return any(is_unknown(element.get(name)) for name in ("aria-labelledby", "role"))


def _with_roles(tree: AccessTree, roles: Container[str], *tags: str) -> list[Element]:
    return tree.index.in_order(tree.index.tagged(*tags), with_role(tree, roles))


def _has_role(*names: str) -> Callable[[AccessTree, Element], bool]:
    wanted = frozenset(names)
    return lambda tree, element: role(tree, element) in wanted and not element.foreign


def image(page: Page, options: Options) -> Iterator[Observation]:
    """An image without a text alternative."""
    tree = access(page)
    for element in _unnamed(page, _with_roles(tree, ("img",), "img"), _has_role("img")):
        if element.tag != "img":
            what = f"This {tag_text(element)} is announced as an image, but nothing says of what."
            yield at_tag(page, element, f"{what} Describe it in aria-label.")
        elif element.get("alt") is None:
            yield at_tag(
                page,
                element,
                "The image has no text alternative. Describe in alt what it tells the reader; "
                'write alt="" if it tells nothing.',
            )
        else:
            yield at_tag(
                page,
                element,
                "The image is announced to screen readers, but its alternative text is empty. "
                "Describe the image in alt, or let it be decoration only.",
            )


def drawing(page: Page, options: Options) -> Iterator[Observation]:
    """An SVG drawing that is announced as an image and has no name."""
    tree = access(page)
    candidates = [each for each in tree.index.having("role") if each.foreign]

    def wanted(_tree: AccessTree, element: Element) -> bool:
        return explicit_role(element) in _DRAWING_ROLES

    for element in _unnamed(page, candidates, wanted):
        yield at_tag(
            page,
            element,
            "This drawing is announced as an image, but nothing says of what. Describe it in a "
            '<title> inside it or in aria-label, or hide it with aria-hidden="true".',
        )


def link(page: Page, options: Options) -> Iterator[Observation]:
    """A link that nothing names."""
    tree = access(page)
    wanted = _has_role(*aria.kinds_of("link"))
    for element in _unnamed(page, _with_roles(tree, aria.kinds_of("link"), "a", "area"), wanted):
        if element.tag == "area":
            hint = "Say in alt where this part of the image leads."
        elif next(element.inside("img"), None) is not None:
            hint = "Say in the alt of its image where the link leads."
        else:
            hint = "Write text into it that says where it leads, or remove it."
        yield at_tag(page, element, f"The link has no text that could be read out. {hint}")


def button(page: Page, options: Options) -> Iterator[Observation]:
    """A button that nothing names."""
    tree = access(page)

    def wanted(tree: AccessTree, element: Element) -> bool:
        picture = element.tag == "input" and (element.get("type") or "").lower() == "image"
        return role(tree, element) == "button" and not picture

    candidates = _with_roles(tree, ("button",), "button", "input")
    for element in _unnamed(page, candidates, wanted):
        where = "value" if element.tag == "input" else "text or aria-label"
        yield at_tag(page, element, f"The button has no name. Say in its {where} what it does.")


def image_button(page: Page, options: Options) -> Iterator[Observation]:
    """An ``input type="image"`` without an alternative."""
    tree = access(page)
    for element in tree.index.tagged("input"):
        if (element.get("type") or "").strip().lower() != "image" or not element.exposed:
            continue
        if role(tree, element) != "button" or has_open_attributes(page, element):
            continue
        if name(tree, element).lower() in ("", _DEFAULT_NAME):
            yield at_tag(page, element, "The image button has no name. Say in alt what it does.")


def menu_item(page: Page, options: Options) -> Iterator[Observation]:
    """A menu item that nothing names."""
    tree = access(page)
    for element in _unnamed(page, with_role(tree, _MENU_ROLES), _has_role(*_MENU_ROLES)):
        yield at_tag(page, element, "The menu item has no name. Write text into it.")


def summary(page: Page, options: Options) -> Iterator[Observation]:
    """A ``summary`` that nothing names, so that nobody knows what it opens."""
    tree = access(page)

    def wanted(_tree: AccessTree, element: Element) -> bool:
        return is_summary_for_details(element) and explicit_role(element) is None

    for element in _unnamed(page, tree.index.tagged("summary"), wanted):
        yield at_tag(page, element, "The summary is empty. Say in it what opens when it is chosen.")


def heading(page: Page, options: Options) -> Iterator[Observation]:
    """A heading without text."""
    tree = access(page)
    for element in _unnamed(
        page, _with_roles(tree, ("heading",), *_HEADINGS), _has_role("heading")
    ):
        yield at_tag(
            page,
            element,
            "The heading is empty. Screen readers announce it all the same: write it or remove it.",
            fix=_without(page, element),
        )


def _without(page: Page, element: Element) -> Fix | None:
    """Removes a heading that holds nothing and that nothing refers to."""
    if element.text.strip() or element.children or element.get("id") or element.get("role"):
        return None
    span = whole_span_of(page, element)
    if page.source.text[span.start : span.start + 2].lower() != "<h":
        return None
    return Fix("Remove the empty heading", (Edit(span.start, span.end, ""),), safe=True)


def frame(page: Page, options: Options) -> Iterator[Observation]:
    """An ``iframe`` that nothing names."""

    def wanted(_tree: AccessTree, element: Element) -> bool:
        return (tabindex(element) or 0) >= 0 and explicit_role(element) != "none"

    for element in _unnamed(page, access(page).index.tagged("iframe"), wanted):
        yield at_tag(page, element, "The frame has no name. Say in its title what is shown in it.")


def embedded(page: Page, options: Options) -> Iterator[Observation]:
    """An ``object`` that shows a picture, sound or film and has no name."""

    def wanted(_tree: AccessTree, element: Element) -> bool:
        kind, data = (element.get("type") or "").lower(), element.get("data") or ""
        by_name = _PICTURE.search(data) or _SOUND_OR_FILM.search(data)
        shown = kind.startswith(("image/", "audio/", "video/")) or (not kind and by_name)
        return bool(data and shown) and explicit_role(element) != "none"

    for element in _unnamed(page, access(page).index.tagged("object"), wanted):
        yield at_tag(
            page,
            element,
            "This embedded picture, sound or film has no name. Say in aria-label or title "
            "what it is; text inside the element is not read out.",
        )


def field(page: Page, options: Options) -> Iterator[Observation]:
    """A form field without a label."""
    tree = access(page)

    def wanted(tree: AccessTree, element: Element) -> bool:
        if element.foreign:
            return False
        if role(tree, element) in _FIELD_ROLES:
            return element.tag != "datalist"
        kind = (element.get("type") or "").lower()
        return element.tag == "input" and not element.get("role") and kind in _FIELDS_WITHOUT_ROLE

    for element in _unnamed(
        page, _with_roles(tree, _FIELD_ROLES, "input", "select", "textarea"), wanted
    ):
        beside = loose_label(element)
        if beside:
            message = (
                f"The label {quoted(beside)} is not connected with this field, so screen readers "
                "do not read it. Give the field an id and the label a for with that id."
            )
        else:
            message = (
                "The field has no label, so screen readers cannot say what to enter. Give it a "
                "<label>."
            )
        yield at_tag(page, element, message)


def loose_label(element: Element) -> str:
    """The words of a ``label`` just before a field that belongs to no field."""
    before = element.previous()
    if before is None or before.tag != "label" or before.get("for") is not None:
        return ""
    return "" if any(is_labelable(each) for each in before.descendants()) else before.text.strip()


def widget(page: Page, options: Options) -> Iterator[Observation]:
    """A dialog, meter, progress bar, tab, tooltip or tree item that nothing names."""
    tree = access(page)
    candidates = _with_roles(tree, _WIDGET_ROLES, "dialog", "meter", "progress")
    for element in _unnamed(page, candidates, _has_role(*_WIDGET_ROLES)):
        kind = {"alertdialog": "dialog", "progressbar": "progress bar", "treeitem": "tree item"}
        what = role(tree, element)
        yield at_tag(
            page,
            element,
            f"The {kind.get(what, what)} has no name. Say in aria-label or aria-labelledby "
            "what it is.",
        )
