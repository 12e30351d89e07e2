"""ARIA attributes: that they exist, have a value of their type and suit the role (WCAG 4.1.2)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from ptlint.access import aria
from ptlint.access.element import Element
from ptlint.access.focus import is_focusable
from ptlint.access.html import html_tables
from ptlint.access.names import name
from ptlint.access.roles import explicit_role, implicit_role, role
from ptlint.access.tree import AccessTree
from ptlint.access.visibility import is_true
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import (
    access,
    at_attribute,
    at_tag,
    has_open_attributes,
    is_unknown,
    quoted,
    tag_text,
)
from ptlint.findings.finding import Observation, Severity
from ptlint.page.model import Page

#: States that native checkboxes, radio buttons, options and ranges have by themselves.
_NATIVE_STATES = {
    "aria-checked": ("checkbox", "radio"),
    "aria-valuenow": ("number", "range"),
}
_NAMING = ("aria-label", "aria-labelledby")


def unknown(page: Page, options: Options) -> Iterator[Observation]:
    """An ``aria-`` attribute that no specification defines."""
    known = aria.properties()
    for attribute, elements in access(page).index.aria:
        if attribute in known or is_unknown(attribute):
            continue
        near = get_close_matches(attribute, known, n=1)
        hint = f" Did you mean {near[0]}?" if near else " Remove it."
        for each in elements:
            yield at_attribute(page, each, attribute, f"There is no attribute {attribute}.{hint}")


def value_invalid(page: Page, options: Options) -> Iterator[Observation]:
    """An ARIA attribute whose value is not of its type."""
    known = aria.properties()
    for attribute, elements in access(page).index.aria:
        prop = known.get(attribute)
        if prop is None or prop.type in aria.FREE_TYPES:
            continue
        for element in elements:
            value = element.get(attribute) or ""
            if not value.strip() or is_unknown(value) or element.foreign == "math":
                continue
            if not aria.is_valid(prop, value):
                yield at_attribute(page, element, attribute, _expected(attribute, prop, value))


def _expected(attribute: str, prop: aria.Property, value: str) -> str:
    allowed = aria.allowed_values(prop)
    if allowed:
        wanted = "one of " + ", ".join(allowed)
    else:
        wanted = {"integer": "a whole number", "number": "a number", "id": "one id"}[prop.type]
    return f"{attribute} cannot be {quoted(value)}. It takes {wanted}."


def not_allowed(page: Page, options: Options) -> Iterator[Observation]:
    """An ARIA attribute that the element's role does not have."""
    tree, known = access(page), aria.properties()
    for attribute, elements in tree.index.aria:
        if attribute not in known or (known[attribute].everywhere and attribute not in _NAMING):
            continue
        for element in elements:
            kind = _role_for_properties(tree, element) if _is_judged(element) else None
            if kind is None or _permits(kind, attribute, known):
                continue
            if attribute not in _NAMING or not _harmless(element):
                yield at_attribute(page, element, attribute, _forbidden(element, attribute, kind))


def _is_judged(element: Element) -> bool:
    """Whether what an element may carry is laid down and known."""
    if not element.exposed or is_unknown(element.get("role")):
        return False
    return not element.foreign or element.tag == "svg"


def _role_for_properties(tree: AccessTree, element: Element) -> str | None:
    """The role whose attributes the element may carry; None where none is laid down."""
    kind = role(tree, element)
    if kind:
        return kind
    table = html_tables()["properties-without-role"]
    name_ = element.tag
    if name_ == "input":
        name_ = f"input-{(element.get('type') or 'text').lower()}"
    found = table.get(name_)
    return str(found) if found else None


def _permits(kind: str, attribute: str, known: dict[str, aria.Property]) -> bool:
    described = aria.roles().get(kind)
    if described is None:
        return True
    if known[attribute].everywhere:
        return not (described.unnamed and attribute in _NAMING)
    return attribute in described.properties


def _harmless(element: Element) -> bool:
    """An empty name, and one on a custom element, whose role its script sets."""
    return "-" in element.tag or not (
        (element.get("aria-label") or "").strip() or element.get("aria-labelledby")
    )


def _forbidden(element: Element, attribute: str, kind: str) -> str:
    if attribute in _NAMING:
        return (
            f"{attribute} on a {tag_text(element)} without a role is not read out by all screen "
            "readers. Give the element a role that can be named, or write the words as text."
        )
    what = tag_text(element) if kind == "generic" else f'an element with the role "{kind}"'
    return f"{attribute} has no meaning on {what}. Remove it or correct the role."


def missing(page: Page, options: Options) -> Iterator[Observation]:
    """A role without an attribute that it cannot do without."""
    tree = access(page)
    for element in tree.index.having("role"):
        kind = explicit_role(element)
        if kind is None or not element.exposed or not aria.roles()[kind].required:
            continue
        if kind != role(tree, element) or kind == implicit_role(tree, element):
            continue
        lacking = [each for each in aria.roles()[kind].required if _lacks(tree, element, each)]
        if lacking and not has_open_attributes(page, element):
            yield at_attribute(
                page,
                element,
                "role",
                f'The role "{kind}" needs {" and ".join(lacking)}, which tells screen readers '
                "its state. Add it, or use the HTML element for it.",
            )


def _lacks(tree: AccessTree, element: Element, attribute: str) -> bool:
    if (element.get(attribute) or "").strip():
        return False
    kind = explicit_role(element)
    if kind == "separator":
        return is_focusable(element)
    if kind == "combobox" and attribute == "aria-controls":
        return is_true(element, "aria-expanded")
    if kind == "combobox" and element.tag == "select":
        return False
    native = (element.get("type") or "").lower() in _NATIVE_STATES.get(attribute, ())
    if attribute == "aria-level":
        return element.tag not in ("h1", "h2", "h3", "h4", "h5", "h6")
    return not (element.tag == "input" and native)


def label_redundant(page: Page, options: Options) -> Iterator[Observation]:
    """An ``aria-label`` that repeats the text it stands on."""
    tree = access(page)
    for element in tree.index.having("aria-label"):
        label = " ".join((element.get("aria-label") or "").split())
        if not label or not element.exposed or is_unknown(label):
            continue
        if role(tree, element) not in aria.roles_where("named_by_content"):
            continue
        if label == " ".join(element.text.split()):
            yield at_attribute(
                page,
                element,
                "aria-label",
                "This aria-label repeats the text of the element. Remove it: two copies are "
                "soon two different texts.",
            )


def braille_alone(page: Page, options: Options) -> Iterator[Observation]:
    """A braille label or role description without its spoken counterpart."""
    tree = access(page)
    for element in tree.index.having("aria-braillelabel"):
        if element.exposed and not name(tree, element):
            yield at_attribute(
                page,
                element,
                "aria-braillelabel",
                "aria-braillelabel needs a name beside it that can be spoken: text or aria-label.",
            )
    for element in tree.index.having("aria-brailleroledescription"):
        if element.exposed and not (element.get("aria-roledescription") or "").strip():
            yield at_attribute(
                page,
                element,
                "aria-brailleroledescription",
                "aria-brailleroledescription needs aria-roledescription beside it.",
            )


def deprecated(page: Page, options: Options) -> Iterator[Observation]:
    """An ARIA attribute that was given up."""
    known = aria.properties()
    for attribute, elements in access(page).index.aria:
        if attribute not in known or not known[attribute].deprecated:
            continue
        for element in elements:
            yield at_tag(
                page,
                element,
                f"{attribute} has been given up and does nothing. Remove it.",
                severity=Severity.SUGGESTION,
            )
