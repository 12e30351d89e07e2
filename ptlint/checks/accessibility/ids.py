"""Ids and attributes given twice, and references to ids that do not exist (WCAG 1.3.1, 4.1.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ptlint.access.element import Element
from ptlint.access.roles import explicit_role
from ptlint.access.tree import AccessTree, is_labelable
from ptlint.access.visibility import is_true
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import (
    access,
    at_attribute,
    attribute_of,
    code_within,
    is_unknown,
    markup_of,
    quoted,
    span_of,
)
from ptlint.findings.finding import Note, Observation, Severity
from ptlint.page.html.attributes import Repeated
from ptlint.page.html.markup import Attribute
from ptlint.page.model import Page
from ptlint.pattern import later
from ptlint.source.span import Span

_POINTERS = ("for", "headers", "list", "form", "aria-labelledby", "aria-describedby",
             "aria-controls", "aria-owns", "aria-activedescendant", "aria-details",
             "aria-errormessage", "aria-flowto")  # fmt: skip
_NAMING = ("aria-labelledby", "aria-describedby")
_ATTRIBUTE_NAME = later(r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']++))?+""")
#: HTML attributes that are written without a value (HTML Living Standard, boolean attributes).
_WITHOUT_VALUE = frozenset(
    "alt allowfullscreen async autofocus autoplay checked controls default defer disabled "
    "formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate open "
    "playsinline readonly required reversed selected".split()
)
_UNCERTAIN = ("\ue000", "\ue001")


def id_repeated(page: Page, options: Options) -> Iterator[Observation]:
    """An id that more than one element bears."""
    tree = access(page)
    bearing = tree.index.having("id")
    if len({each.attributes["id"] for each in bearing}) == len(bearing):
        return
    pointed: set[str] | None = None
    for value, elements in _by_id(tree).items():
        if len(elements) < 2 or _alternatives(page, elements):
            continue
        if pointed is None:
            pointed = _pointed_at(tree)
        used = value in pointed
        spans = [attribute_of(page, each, "id") for each in elements]
        notes = tuple(Note(each.span, "The same id.") for each in spans[:1] + spans[2:] if each)
        seen = at_attribute(page, elements[1], "id", _repeated(value, len(elements), used=used))
        severity = Severity.ERROR if used else None
        yield Observation(seen.span, seen.message, notes, severity=severity)


def _repeated(value: str, count: int, *, used: bool) -> str:
    what = f"The id {quoted(value)} is given to {count} elements. "
    if used:
        return what + "What refers to it reaches only the first. Give each its own id."
    return what + "Give each its own id, so that links and labels reach the right one."


def _by_id(tree: AccessTree) -> dict[str, list[Element]]:
    found: dict[str, list[Element]] = {}
    for element in tree.index.having("id"):
        value = element.get("id")
        if value and not is_unknown(value):
            found.setdefault(value, []).append(element)
    return found


def _alternatives(page: Page, elements: list[Element]) -> bool:
    """Whether template code stands between them, which may show only one of them."""
    first, last = span_of(page, elements[0]), span_of(page, elements[-1])
    return code_within(page, Span(first.end, last.start))


def _pointed_at(tree: AccessTree) -> set[str]:
    found = set()
    for name in _POINTERS:
        for element in tree.index.having(name):
            found.update((element.get(name) or "").split())
    links = (element.get("href") or "" for element in tree.index.tagged("a"))
    return found | {link[1:] for link in links if link.startswith("#")}


def attribute_repeated(page: Page, options: Options) -> Iterator[Observation]:
    """An attribute written twice in one tag; browsers drop the second."""
    if page.markup is None:
        return
    nodes, elements = page.markup.nesting.elements, access(page).index.elements
    for element in [each for each in elements if each.attributes.__class__ is Repeated]:
        node = nodes[element.number]
        written = page.markup.text[node.name_end : node.inside - 1] if node is not None else ""
        found = [name.lower() for name in _ATTRIBUTE_NAME.findall(written)]
        if len(found) > len(set(found)) and not any(sign in written for sign in _UNCERTAIN):
            yield from _second_ones(page, element.number)


def _second_ones(page: Page, number: int) -> Iterator[Observation]:
    times: Counter[str] = Counter()
    for attribute in markup_of(page).tags[number].attributes:
        times[attribute.name] += 1
        if times[attribute.name] == 2:
            yield Observation(attribute.span, _said_twice(attribute))


def _said_twice(attribute: Attribute) -> str:
    name = quoted(attribute.name)
    words = attribute.value is None and attribute.name.isalpha()
    if words and attribute.name not in _WITHOUT_VALUE:
        return (
            f"{name} stands twice in this tag without a value: it is part of a text that a "
            "quotation mark inside it has cut off. Write &quot; for such a mark."
        )
    return (
        f"The attribute {name} is written twice in this tag; browsers take the first and drop this "
        "one. Keep one of them."
    )


def label_target_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A ``label`` whose ``for`` names no form field."""
    tree = access(page)
    for label in tree.index.tagged("label"):
        target = label.get("for")
        if not target or is_unknown(target) or not label.exposed:
            continue
        field = tree.ids.get(target)
        if field is None and not page.source.masked:
            fault = f"There is no field with the id {quoted(target)}."
        elif field is not None and not is_labelable(field):
            fault = f"{quoted(target)} is the id of a <{field.tag}>, which no label can name."
        else:
            continue
        message = f"This label belongs to no field. {fault} Give it the id of its field."
        yield at_attribute(page, label, "for", message)


def reference_missing(page: Page, options: Options) -> Iterator[Observation]:
    """An ARIA attribute that names only ids that do not exist on the page."""
    tree = access(page)
    for element, attribute in _references(tree, whole=page.whole_document):
        value = element.get(attribute) or ""
        if not value.strip() or is_unknown(value) or tree.referenced(element, attribute):
            continue
        if page.source.masked and attribute in _NAMING:
            continue
        yield at_attribute(
            page,
            element,
            attribute,
            f"{attribute} points at {quoted(value)}, but no element on the page has that id. "
            "Correct the id or remove the attribute.",
        )


def _references(tree: AccessTree, *, whole: bool) -> Iterator[tuple[Element, str]]:
    for element in tree.index.having("aria-controls"):
        role = explicit_role(element)
        opened = role == "combobox" and is_true(element, "aria-expanded")
        if (opened or role == "scrollbar") and element.exposed:
            yield element, "aria-controls"
    if whole:
        for attribute in _NAMING:
            for element in tree.index.having(attribute):
                if element.exposed:
                    yield element, attribute
