"""Form fields: labels that stay, groups, and the tokens of ``autocomplete``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.access import aria
from ptlint.access.autocomplete import fault_of
from ptlint.access.element import Element
from ptlint.access.focus import in_tab_order, is_disabled
from ptlint.access.names import name
from ptlint.access.roles import role
from ptlint.access.text import visible_text
from ptlint.access.tree import AccessTree, is_labelable
from ptlint.access.visibility import is_true
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import (
    access,
    at_attribute,
    at_tag,
    has_open_attributes,
    is_unknown,
    quoted,
    span_of,
)
from ptlint.checks.accessibility.names import loose_label
from ptlint.findings.finding import Note, Observation, Severity
from ptlint.page.model import Page
from ptlint.pattern import later

_BUTTONS = ("button", "hidden", "image", "reset", "submit")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NO_PASTE = later(r"return\s+false|preventDefault", re.IGNORECASE)


def _typed(element: Element) -> str:
    return (element.get("type") or "text").strip().lower()


def _fields(tree: AccessTree) -> Iterator[Element]:
    """The exposed native fields, buttons left out."""
    for element in tree.index.tagged("input", "select", "textarea"):
        if element.exposed and not (element.tag == "input" and _typed(element) in _BUTTONS):
            yield element


def label_unseen(page: Page, options: Options) -> Iterator[Observation]:
    """A field named only by its placeholder or title, which are gone when they are needed."""
    tree = access(page)
    for element in _fields(tree):
        if tree.labels.get(element) or has_open_attributes(page, element):
            continue
        if (element.get("aria-label") or "").strip() or element.get("aria-labelledby"):
            continue
        for attribute in ("title", "placeholder"):
            if (element.get(attribute) or "").strip():
                beside = loose_label(element)
                advice = (
                    f"Connect the label {quoted(beside)} with it (id and for)."
                    if beside
                    else "Add a visible <label>."
                )
                yield at_tag(
                    page,
                    element,
                    f"Only the {attribute} says what this field is for, and it is not to be "
                    f"seen while the reader types. {advice}",
                    severity=Severity.SUGGESTION if _typed(element) == "search" else None,
                )
                break


def labels_several(page: Page, options: Options) -> Iterator[Observation]:
    """More than one ``label`` for a field; screen readers differ in which they read."""
    tree = access(page)
    for element, labels in tree.labels.items():
        shown = [each for each in labels if each.exposed]
        if len(shown) > 1 and element.exposed and element.get("aria-labelledby") is None:
            spans = (span_of(page, each) for each in shown)
            yield at_tag(
                page,
                element,
                f"This field has {len(shown)} labels, and screen readers differ in which they "
                "read. Put all of it into one.",
                related=tuple(Note(span, "A label of the field.") for span in spans),
            )


def label_shared(page: Page, options: Options) -> Iterator[Observation]:
    """A ``label`` around several fields names only the first."""
    tree = access(page)
    for label in tree.index.tagged("label"):
        inside = [
            each for each in label.descendants() if is_labelable(each) and each.tag != "button"
        ]
        if len(inside) > 1 and label.exposed:
            yield at_tag(
                page,
                label,
                f"This label stands around {len(inside)} fields but names only the first. Give "
                "each field a label of its own.",
            )


def group_unnamed(page: Page, options: Options) -> Iterator[Observation]:
    """Radio buttons that belong together without the question they answer."""
    tree = access(page)
    groups: dict[tuple[Element | None, str], list[Element]] = {}
    for element in tree.index.tagged("input"):
        group = element.get("name") or ""
        if _typed(element) == "radio" and group and element.exposed:
            form = element.closest("form")
            groups.setdefault((form, group), []).append(element)
    for buttons in groups.values():
        if len(buttons) > 1 and not _has_group_name(tree, buttons[0]):
            yield at_tag(
                page,
                buttons[0],
                f"These {len(buttons)} choices belong together, but nothing says what the "
                "question is. Put them into a <fieldset> whose <legend> asks it.",
            )


def _has_group_name(tree: AccessTree, element: Element) -> bool:
    kinds = ("group", "radiogroup", "row", "toolbar")
    around = (each for each in element.ancestors() if role(tree, each) in kinds)
    return any(name(tree, each) for each in around)


def submit_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A form to be filled in without a button to send it."""
    tree = access(page)
    for form in tree.index.tagged("form"):
        inside = form.descendants()
        fields = [each for each in inside if each.tag in ("input", "textarea") and each.exposed]
        if not any(_typed(each) not in _BUTTONS for each in fields):
            continue
        if page.source.masked or any(each.get("onclick") is not None for each in inside):
            continue
        if not any(_sends(each) for each in inside):
            yield at_tag(
                page,
                form,
                'The form has no button that sends it. Add <button type="submit">.',
            )


def _sends(element: Element) -> bool:
    if element.tag == "input":
        return _typed(element) in ("submit", "image", "button")
    return element.tag == "button" or element.get("role") == "button"


def autocomplete_invalid(page: Page, options: Options) -> Iterator[Observation]:
    """An ``autocomplete`` value that browsers do not understand."""
    tree = access(page)
    for element in tree.index.having("autocomplete"):
        value = element.get("autocomplete") or ""
        if not value.strip() or is_unknown(value) or not _is_filled_in(tree, element):
            continue
        fault = fault_of(value)
        if fault:
            yield at_attribute(
                page,
                element,
                "autocomplete",
                f"Browsers cannot fill in this field: {fault} Use the value for what is asked, "
                'such as "name", "email" or "tel".',
            )


def _is_filled_in(tree: AccessTree, element: Element) -> bool:
    """Whether a reader can be asked to fill the field in (ACT 73f2c2, applicability)."""
    if element.tag not in ("input", "select", "textarea"):
        return False
    if element.tag == "input" and _typed(element) in ("hidden", "button", "submit", "reset"):
        return False
    if is_disabled(element) or is_true(element, "aria-disabled"):
        return False
    if not tree.visible(element) and not element.exposed:
        return False
    widget = role(tree, element) in aria.roles_where("widget")
    without_role = element.get("role") is None and not role(tree, element)
    return widget or without_role or in_tab_order(element)


def password_blocked(page: Page, options: Options) -> Iterator[Observation]:
    """A password field that keeps password managers out."""
    tree = access(page)
    for element in tree.index.tagged("input"):
        if _typed(element) != "password" or not element.exposed:
            continue
        if (element.get("autocomplete") or "").strip().lower() == "off":
            yield at_attribute(
                page,
                element,
                "autocomplete",
                "This keeps password managers from filling in the password, so readers have to "
                'remember and type it. Use "current-password" or "new-password".',
            )
        elif _NO_PASTE.search(element.get("onpaste") or ""):
            yield at_attribute(
                page,
                element,
                "onpaste",
                "Readers cannot paste their password here. Allow it: typing long passwords is "
                "what many cannot do.",
            )


def label_vague(page: Page, options: Options) -> Iterator[Observation]:
    """A label that does not tell what to enter, or that two fields share."""
    tree = access(page)
    vague = options.word_set("vague")
    named: dict[str, list[Element]] = {}
    for element in _fields(tree):
        kind = _typed(element) if element.tag == "input" else ""
        if kind in ("radio", "checkbox") or not tree.visible(element):
            continue
        seen = _seen_label(tree, element)
        if seen.strip(" :*").lower() in vague:
            yield at_tag(
                page,
                element,
                f"The label {quoted(seen)} does not say what to enter. Name what is asked for.",
            )
        elif seen and not is_unknown(seen):
            named.setdefault(seen.strip(" :*").lower(), []).append(element)
    for elements in named.values():
        yield from _shared(page, tree, elements)


def _seen_label(tree: AccessTree, element: Element) -> str:
    """The visible words that name a field."""
    if element.get("aria-labelledby") is not None:
        parts = tree.referenced(element, "aria-labelledby")
    else:
        parts = tree.labels.get(element, [])
    texts = (visible_text(tree, part) for part in parts if tree.visible(part))
    return " ".join(text for text in texts if text)


def _shared(page: Page, tree: AccessTree, elements: list[Element]) -> Iterator[Observation]:
    """Fields of one form with the same label and nothing seen that tells them apart."""
    forms = {each.closest("form") for each in elements}
    if (
        len(elements) < 2
        or len(forms) > 1
        or not all(_group(each) is not None for each in elements)
    ):
        return
    groups = {_group(each) for each in elements}
    if len(groups) == len(elements) and not any(
        _is_told(tree, each) for each in groups if each is not None
    ):
        for element in elements[1:]:
            yield at_tag(
                page,
                element,
                f"Another field has the label {quoted(_seen_label(tree, element))} too, and "
                "nothing to be seen tells them apart. Name the group in a visible <legend>.",
                related=(Note(span_of(page, elements[0]), "The same label."),),
            )


def _group(element: Element) -> Element | None:
    return element.closest("fieldset")


def _is_told(tree: AccessTree, group: Element) -> bool:
    """Whether a group shows what it is about: a legend or a heading."""
    titles = group.inside("legend", *_HEADINGS)
    return any(tree.visible(each) and visible_text(tree, each) for each in titles)
