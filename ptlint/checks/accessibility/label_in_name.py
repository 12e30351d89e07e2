"""What is written on a control must be part of its name (WCAG 2.5.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.access import aria
from ptlint.access.element import Element
from ptlint.access.names import name
from ptlint.access.roles import role
from ptlint.access.text import visible_text
from ptlint.access.tree import AccessTree
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import access, at_tag, is_unknown, quoted
from ptlint.findings.finding import Observation
from ptlint.page.model import Page
from ptlint.pattern import later

_BRACKETED = later(r"\([^()]*+\)|\[[^\[\]]*+\]")
_WORD = later(r"[^\W_]+")
_ICON_FONT = later(r"icon|material|awesome|glyph|dashicons|symbols|\bfa\b|\bbi\b", re.IGNORECASE)
_NAMED = ("aria-label", "aria-labelledby")


def check(page: Page, options: Options) -> Iterator[Observation]:
    """A control whose ``aria-label`` leaves out what is written on it."""
    tree = access(page)
    widgets, told = aria.roles_where("widget"), aria.roles_where("named_by_content")
    for element in tree.index.in_order(*map(tree.index.having, _NAMED)):
        kind = role(tree, element) if element.exposed else ""
        if kind not in widgets or kind not in told:
            continue
        label, named = _label(tree, element), name(tree, element)
        if not label or not named or is_unknown(label) or is_unknown(named):
            continue
        if not _says(_words(label), _words(named)) and not _holds_icon(tree, element):
            yield at_tag(
                page,
                element,
                f"What is written here, {quoted(label)}, is not part of its name, "
                f"{quoted(named)}. Who says what they see to their voice control gets nothing. "
                "Begin the aria-label with the words that are seen, or remove it.",
            )


def _label(tree: AccessTree, element: Element) -> str:
    """The words to be seen, "" where they stand for a sign."""
    text = visible_text(tree, element)
    return "" if len(_words(text)) == 1 and len(text) == 1 else text


def _holds_icon(tree: AccessTree, element: Element) -> bool:
    return any(_is_icon(tree, each) for each in element.inclusive())


def _is_icon(tree: AccessTree, element: Element) -> bool:
    family = tree.styles.text(element, "font-family") or tree.styles.text(element, "font")
    return bool(_ICON_FONT.search(family) or _ICON_FONT.search(element.get("class") or ""))


def _words(text: str) -> list[str]:
    """Words in lower case; what stands in brackets is not part of a label."""
    bare = _BRACKETED.sub(" ", text) if "(" in text or "[" in text else text
    return _WORD.findall((bare if bare.strip() else text).casefold())


def _says(label: list[str], named: list[str]) -> bool:
    """Whether the words of the label follow one another in the name."""
    size = len(label)
    return any(named[at : at + size] == label for at in range(len(named) - size + 1))
