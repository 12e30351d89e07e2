"""Lists whose items are items (WCAG 1.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.access.element import Element
from ptlint.access.roles import explicit_role, role
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import access, at_tag, is_unknown, quoted, tag_text
from ptlint.findings.finding import Observation
from ptlint.page.model import Page

_LISTS = ("ul", "ol", "menu")
_ANYWHERE = ("script", "template", "style", "noscript", "link", "meta")
_IN_LISTS = frozenset({"li", *_ANYWHERE})


def content_invalid(page: Page, options: Options) -> Iterator[Observation]:
    """Something other than list items straight inside a list."""
    tree = access(page)
    for element in tree.index.tagged("ul", "ol"):
        if not element.exposed or role(tree, element) not in ("list", "directory"):
            continue
        others = [each for each in element.children if each.tag not in _IN_LISTS]
        stray = next(filter(_is_stray, others), None)
        if stray is not None:
            yield at_tag(
                page,
                stray,
                f"This {tag_text(stray)} stands straight in a list. Put it into an item (<li>), "
                "or screen readers count the list wrongly.",
            )
        elif element in tree.index.bearers and _loose_text(element):
            yield at_tag(
                page,
                element,
                f"{quoted(_loose_text(element))} stands straight in the list. Put it into an "
                "item (<li>).",
            )


def _is_stray(element: Element) -> bool:
    if "-" in element.tag or "_" in element.tag or not element.exposed:
        return False
    return explicit_role(element) not in ("listitem", "none")


def _loose_text(element: Element) -> str:
    return "" if is_unknown(element.own_text) else element.own_text


def item_stray(page: Page, options: Options) -> Iterator[Observation]:
    """A list item that is in no list."""
    tree = access(page)
    for element in tree.index.tagged("li"):
        parent = element.parent
        if parent is None or parent.tag in _LISTS or not element.exposed:
            continue
        if parent.tag in ("body", "html") and (not page.whole_document or page.source.masked):
            continue
        known_parent = "-" not in parent.tag and "_" not in parent.tag
        if explicit_role(element) is None and explicit_role(parent) != "list" and known_parent:
            yield at_tag(
                page,
                element,
                "This list item stands in no list. Put <ul> or <ol> around the items.",
            )


def definitions_invalid(page: Page, options: Options) -> Iterator[Observation]:
    """A definition list with other content, or a term or definition outside one."""
    tree = access(page)
    for element in tree.index.tagged("dl"):
        if not element.exposed or explicit_role(element) is not None:
            continue
        for child in element.children:
            if isinstance(child.tag, str) and not _belongs(child):
                yield at_tag(
                    page,
                    child,
                    f"This {tag_text(child)} stands straight in a definition list, which holds "
                    "terms (<dt>) and definitions (<dd>) only.",
                )
                break
    for element in tree.index.tagged("dt", "dd"):
        parent = element.parent
        outside = parent is not None and parent.tag not in ("dl", "div", "body")
        if outside and element.exposed and explicit_role(element) is None:
            yield at_tag(
                page,
                element,
                f"{tag_text(element)} stands outside a definition list. Put <dl> around it.",
            )


def _belongs(child: Element) -> bool:
    return child.tag in ("dt", "dd", "div", *_ANYWHERE) or "_" in child.tag
