"""Frames that their names do not tell apart (WCAG 4.1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.access.element import Element
from ptlint.access.names import name
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import (
    access,
    at_tag,
    is_unknown,
    quoted,
    span_of,
)
from ptlint.findings.finding import Note, Observation
from ptlint.page.model import Page


def name_reused(page: Page, options: Options) -> Iterator[Observation]:
    """Frames with one name that show different things."""
    tree = access(page)
    groups: dict[str, list[Element]] = {}
    for element in tree.index.tagged("iframe"):
        named, source = name(tree, element) if element.exposed else "", element.get("src")
        if named and source and not is_unknown(named + source):
            groups.setdefault(named.lower(), []).append(element)
    for elements in groups.values():
        first = elements[0]
        other = next((each for each in elements if each.get("src") != first.get("src")), None)
        if other is not None:
            yield at_tag(
                page,
                other,
                f"Two frames are called {quoted(name(tree, other))} but show different things. "
                "Say in each what it shows.",
                related=(Note(span_of(page, first), "The other frame."),),
            )
