"""Styles that take from readers what they need: their own spacing, their own way to hold the
phone, an even right edge (WCAG 1.3.4, 1.4.8, 1.4.12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.access.css import declarations
from ptlint.access.element import Element
from ptlint.access.lengths import pixels
from ptlint.access.text import bearers
from ptlint.access.tree import AccessTree
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import access, at_attribute, at_tag, fonts
from ptlint.findings.finding import Observation
from ptlint.page.model import Page
from ptlint.pattern import later

_FROM_PARENT = ("inherit", "unset")
_ABOVE = ("revert", "revert-layer")
_NORMAL_LINE = 1.2
_LETTER_WIDTH = 0.5
_ROTATED = later(
    r"@media[^{]*?orientation\s*+:\s*+(?:portrait|landscape)[^{]*+\{[^{}]*+\{[^{}]*?"
    r"rotate\(\s*+-?(?:90|270)deg",
    re.IGNORECASE,
)


def letters(page: Page, options: Options) -> Iterator[Observation]:
    """Letter spacing fixed below 0.12 of the font size."""
    yield from _too_tight(page, "letter-spacing", 0.12)


def words(page: Page, options: Options) -> Iterator[Observation]:
    """Word spacing fixed below 0.16 of the font size."""
    yield from _too_tight(page, "word-spacing", 0.16)


def lines(page: Page, options: Options) -> Iterator[Observation]:
    """Line height fixed below 1.5 of the font size, in text that can run over two lines."""
    yield from _too_tight(page, "line-height", 1.5)


def _too_tight(page: Page, name: str, least: float) -> Iterator[Observation]:
    tree = access(page)
    if not any(name in (each.get("style") or "").lower() for each in tree.index.having("style")):
        return
    for element in bearers(tree):
        if element.foreign or not tree.visible(element):
            continue
        holder = _holder(tree, element, name)
        size = fonts(page).size(element)
        if holder is None or not size:
            continue
        used = _used(page, holder, element, name)
        if used is None or used >= least * size - 0.001:
            continue
        if name == "line-height" and not _can_wrap(tree, element, size):
            continue
        yield at_attribute(
            page,
            holder,
            "style",
            f'"!important" keeps readers from widening the {name.replace("-", " ")}, and '
            f"{used / size:.2g} of the font size is too tight. Remove !important, or make it "
            f"{least:g} at least.",
        )


def _holder(tree: AccessTree, element: Element, name: str) -> Element | None:
    """The element whose ``style`` attribute decides the property with ``!important``."""
    for around in (element, *element.ancestors()):
        value = tree.styles.of(around).get(name)
        if value is None or value.text.lower() in _FROM_PARENT:
            continue
        inline = declarations(around.get("style") or "").get(name)
        return around if inline is not None and inline.important else None
    return None


def _used(page: Page, holder: Element, element: Element, name: str) -> float | None:
    """The spacing in pixels as the element gets it."""
    text = declarations(holder.get("style") or "")[name].text.lower()
    if text in _ABOVE:
        return None
    size = fonts(page).size(element if name == "line-height" and _is_factor(text) else holder)
    if size is None:
        return None
    if text in ("normal", "initial"):
        return _NORMAL_LINE * size if name == "line-height" else 0.0
    if name == "line-height" and _is_factor(text):
        return float(text) * size
    return pixels(text, size, percent=name == "line-height")


def _is_factor(text: str) -> bool:
    return bool(re.fullmatch(r"\d*+\.?\d++|\d++\.?", text))


def _can_wrap(tree: AccessTree, element: Element, size: float) -> bool:
    """Whether a line of the text can break without its author's doing."""
    text = element.own_text
    if len(text.split()) < 2:
        return False
    if any(
        tree.styles.text(each, "white-space") in ("nowrap", "pre")
        for each in (element, *element.ancestors())
    ):
        return False
    width = pixels(tree.styles.text(element, "width"), size)
    return width is None or len(text) * size * _LETTER_WIDTH > width


def justified(page: Page, options: Options) -> Iterator[Observation]:
    """Text set to an even right edge, whose gaps make it hard to read."""
    tree = access(page)
    for element in tree.index.having("style"):
        value = declarations(element.get("style") or "").get("text-align")
        if value and value.text.lower() == "justify" and element.shown:
            yield at_attribute(page, element, "style", _JUSTIFIED)
    for element in tree.index.having("align"):
        if (element.get("align") or "").lower() == "justify" and element.shown:
            yield at_attribute(page, element, "align", _JUSTIFIED)


_JUSTIFIED = (
    "Justified text has gaps of different width between its words, which makes it hard to read "
    "for many, people with dyslexia above all. Align it to the left."
)


def orientation_locked(page: Page, options: Options) -> Iterator[Observation]:
    """A style that turns the page when the phone is turned."""
    for sheet in access(page).index.tagged("style"):
        if _ROTATED.search(sheet.text or ""):
            yield at_tag(
                page,
                sheet,
                "This style turns the page back when the phone is turned, so it works one way "
                "up only. Some readers cannot turn their device: remove it.",
            )
