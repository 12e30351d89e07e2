"""Roles: that they exist, suit their element and stand among the right neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from ptlint.access import aria
from ptlint.access.element import Element
from ptlint.access.html import html_tables
from ptlint.access.roles import explicit_role, implicit_role, role
from ptlint.access.tree import AccessTree
from ptlint.access.visibility import is_true
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import (
    access,
    at_attribute,
    attribute_of,
    is_unknown,
    may_hold_shadow,
    quoted,
    tag_text,
)
from ptlint.findings.finding import Edit, Fix, Observation
from ptlint.page.model import Page

#: Roles that some browsers drop from the element by themselves, so writing them is right.
_WORTH_REPEATING = (("ul", "list"), ("ol", "list"), ("menu", "list"))
#: Owned elements that WAI-ARIA 1.2 does not list but that authors rightly use.
_TOLERATED = {
    "menu": frozenset({"separator", "none"}),
    "menubar": frozenset({"separator", "none"}),
    "listbox": frozenset({"none"}),
    "table": frozenset({"caption"}),
    "grid": frozenset({"caption"}),
    "treegrid": frozenset({"caption"}),
}
#: Groups of controls between which labels and texts may stand.
_LOOSE = frozenset({"radiogroup"})


def _roled(page: Page) -> list[tuple[Element, list[str]]]:
    """The exposed elements with a ``role`` attribute that says something, and its tokens."""
    return page.once(_with_tokens)


def _with_tokens(page: Page) -> list[tuple[Element, list[str]]]:
    written = [(each, each.get("role") or "") for each in access(page).index.having("role")]
    return [
        (element, role_.lower().split())
        for element, role_ in written
        if role_.strip() and not is_unknown(role_) and element.exposed
    ]


def unknown(page: Page, options: Options) -> Iterator[Observation]:
    """A ``role`` none of whose values exists."""
    known, abstract = aria.roles(), aria.abstract_roles()
    for element, tokens in _roled(page):
        if any(token in known for token in tokens):
            continue
        if tokens[0] in abstract:
            hint = "is a term of the specification only. Use one of its concrete roles."
        else:
            near = get_close_matches(tokens[0], known, n=1)
            hint = "does not exist." + (f' Did you mean "{near[0]}"?' if near else " Remove it.")
        yield at_attribute(page, element, "role", f"The role {quoted(tokens[0])} {hint}")


def deprecated(page: Page, options: Options) -> Iterator[Observation]:
    """A role that was given up."""
    for element, _ in _roled(page):
        kind = explicit_role(element)
        if kind and aria.roles()[kind].deprecated:
            yield at_attribute(
                page,
                element,
                "role",
                f'The role "{kind}" has been given up. Use "list" or "listitem", or no role.',
            )


def unsuitable(page: Page, options: Options) -> Iterator[Observation]:
    """A role that its element may not have."""
    tree, table = access(page), html_tables()["allowed-roles"]
    for element, tokens in _roled(page):
        if element.foreign or tokens[0] not in aria.roles():
            continue
        allowed = table.get(_key(element))
        if allowed is None or tokens[0] in allowed or tokens[0] == implicit_role(tree, element):
            continue
        if tokens[0] in ("none", "presentation") and role(tree, element) != "none":
            continue
        yield at_attribute(
            page,
            element,
            "role",
            f"{tag_text(element)} cannot have the role {quoted(tokens[0])}: it loses what it "
            "is. Use a <div> or <span> for that role, or the element without it.",
        )


def _key(element: Element) -> str:
    tag = element.tag
    return "a[href]" if tag == "a" and element.get("href") is not None else tag


def redundant(page: Page, options: Options) -> Iterator[Observation]:
    """A role that the element has anyway."""
    tree = access(page)
    for element, tokens in _roled(page):
        kind = explicit_role(element)
        if kind is None or len(tokens) > 1 or element.foreign:
            continue
        if kind == implicit_role(tree, element) and (element.tag, kind) not in _WORTH_REPEATING:
            yield at_attribute(
                page,
                element,
                "role",
                f"{tag_text(element)} has the role {quoted(kind)} by itself. Remove the attribute.",
                fix=_removal(page, element),
            )


def _removal(page: Page, element: Element) -> Fix | None:
    found = attribute_of(page, element, "role")
    if found is None:
        return None
    start = found.span.start
    if page.source.text[start - 1 : start] == " ":
        start -= 1
    return Fix("Remove the role", (Edit(start, found.span.end, ""),), safe=True)


def children_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A role that must contain certain other roles, and does not, or contains others."""
    tree = access(page)
    for element, _ in _roled(page):
        kind = explicit_role(element)
        wanted = aria.roles()[kind].owns if kind else ()
        if not kind or not wanted or kind == implicit_role(tree, element):
            continue
        if is_true(element, "aria-busy") or _filled_by_code(page, element):
            continue
        fault = _fault_of_children(tree, element, kind, frozenset(wanted))
        if fault:
            wished = _either(wanted)
            yield at_attribute(
                page, element, "role", f'The role "{kind}" {fault}. It may contain only {wished}.'
            )


def _filled_by_code(page: Page, element: Element) -> bool:
    return "\ue000" in element.text or may_hold_shadow(page, element)


def _fault_of_children(
    tree: AccessTree, element: Element, kind: str, wanted: frozenset[str]
) -> str:
    owned = [role(tree, child) for child in owned_elements(tree, element)]
    wrong = [each for each in owned if each not in wanted | _TOLERATED.get(kind, frozenset())]
    if wrong and kind not in _LOOSE:
        return f'contains the role "{wrong[0]}"' if wrong[0] else "contains other elements"
    if not any(each in wanted for each in owned):
        return "is empty" if not owned else "contains none of the roles it needs"
    return ""


def owned_elements(tree: AccessTree, element: Element) -> list[Element]:
    """The children in the accessibility tree: those without meaning are looked through."""
    found: list[Element] = []
    for child in element.children + tree.referenced(element, "aria-owns"):
        if not child.exposed:
            continue
        if _has_meaning(tree, child):
            found.append(child)
        elif role(tree, child) in ("", "none", "generic"):
            found.extend(owned_elements(tree, child))
    return found


def _has_meaning(tree: AccessTree, element: Element) -> bool:
    """Whether an element is in the accessibility tree by itself."""
    kind = role(tree, element)
    if kind not in ("", "none", "generic"):
        return True
    return kind == "generic" and any(
        each.startswith("aria-") and each != "aria-hidden" for each in element.attributes
    )


def parent_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A role that must stand inside another role, and does not."""
    tree = access(page)
    for element, _ in _roled(page):
        kind = explicit_role(element)
        wanted = aria.roles()[kind].context if kind else ()
        if not kind or not wanted or kind == implicit_role(tree, element):
            continue
        if kind != role(tree, element) or _in_context(tree, element, wanted):
            continue
        yield at_attribute(
            page,
            element,
            "role",
            f'The role "{kind}" means something only inside {_either(wanted)}. Add that role '
            "around it, or remove this one.",
        )


def _in_context(tree: AccessTree, element: Element, wanted: tuple[str, ...]) -> bool:
    owner = _owner(tree, element)
    if owner is not None:
        return role(tree, owner) in wanted
    for around in element.ancestors():
        if has_open_role(around):
            return True
        if _has_meaning(tree, around):
            return role(tree, around) in wanted
        owner = _owner(tree, around)
        if owner is not None:
            return role(tree, owner) in wanted
    return False


def has_open_role(element: Element) -> bool:
    return is_unknown(element.get("role"))


def _owner(tree: AccessTree, element: Element) -> Element | None:
    own = element.get("id")
    if own is None:
        return None
    owners = tree.index.having("aria-owns")
    return next((each for each in owners if own in (each.get("aria-owns") or "").split()), None)


def _either(names: tuple[str, ...]) -> str:
    listed = [f'"{each}"' for each in names]
    return listed[0] if len(listed) == 1 else f"{', '.join(listed[:-1])} or {listed[-1]}"
