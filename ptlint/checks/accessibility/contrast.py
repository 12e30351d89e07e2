"""Text that can hardly be told from its ground (WCAG 1.4.1, 1.4.3, 1.4.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.access.colour import Colour, contrast
from ptlint.access.element import Element
from ptlint.access.focus import is_disabled
from ptlint.access.paint import Paint
from ptlint.access.text import bearers
from ptlint.access.tree import AccessTree
from ptlint.access.visibility import is_true
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import access, at_tag, fonts, paint, quoted
from ptlint.findings.finding import Observation
from ptlint.page.model import Page
from ptlint.pattern import later

_LETTER = later(r"[^\W_]")
_COLOURED = later(r"color|background", re.IGNORECASE)
#: Large text: 18 point, or 14 point and bold, in CSS pixels (WCAG 2.2, large scale).
_LARGE, _LARGE_BOLD = 24.0, 18.66
#: Attributes that give colours.
_COLOURING = ("background", "bgcolor", "color", "text")
_SKIPPED = frozenset({"option", "select", "textarea", "title", "noscript"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def low(page: Page, options: Options) -> Iterator[Observation]:
    """Text below the minimum contrast: 4.5 to 1, or 3 to 1 where it is large."""
    yield from _below(page, 4.5, 3.0)


def below_enhanced(page: Page, options: Options) -> Iterator[Observation]:
    """Text below the enhanced contrast: 7 to 1, or 4.5 to 1 where it is large."""
    yield from _below(page, 7.0, 4.5)


def _below(page: Page, wanted: float, wanted_large: float) -> Iterator[Observation]:
    for pair, elements in page.once(_pairs).items():
        ratio = contrast(*pair)
        if not 1.05 <= ratio < wanted:
            continue
        for element in elements:
            need = wanted_large if _is_large(page, element) else wanted
            if ratio < need and _counts(access(page), element):
                yield _hard_to_read(page, element, pair, need)
                break


def _hard_to_read(
    page: Page, element: Element, pair: tuple[Colour, Colour], need: float
) -> Observation:
    return at_tag(
        page,
        element,
        f"{quoted(element.own_text)} is hard to read: {pair[0]} on {pair[1]} has a contrast of "
        f"{_ratio(contrast(*pair))} to 1; {need:g} to 1 is needed. Make one of the two darker or "
        "lighter.",
    )


def _pairs(page: Page) -> dict[tuple[Colour, Colour], list[Element]]:
    """The texts whose colour and ground are known, by both; of several grounds the best."""
    tree = access(page)
    if not _has_colours(tree):
        return {}
    brush = paint(page)
    known: dict[tuple[Colour, tuple[Colour, ...]], list[tuple[Colour, Colour]]] = {}
    found: dict[tuple[Colour, Colour], list[Element]] = {}
    for element in _coloured(tree):
        colour, grounds = _colours(brush, element)
        if colour is None or not grounds:
            continue
        pairs = known.get((colour, grounds))
        if pairs is None:
            pairs = known[colour, grounds] = [(colour.over(each), each) for each in grounds]
        if brush.fades:
            pairs = brush.after_opacity(element, pairs)
        if pairs:
            best = pairs[0] if len(pairs) == 1 else max(pairs, key=_contrast)
            found.setdefault(best, []).append(element)
    return found


def _colours(brush: Paint, element: Element) -> tuple[Colour | None, tuple[Colour, ...] | None]:
    """The text's colour and the grounds it may stand on; None where they are not known."""
    if element.tag in _SKIPPED or element.foreign:
        return None, None
    colour = brush.colour(element)
    if colour is None or colour.opacity == 0:
        return None, None
    return colour, brush.grounds(element)


def _contrast(pair: tuple[Colour, Colour]) -> float:
    return contrast(*pair)


def _styled(tree: AccessTree) -> list[Element]:
    """The elements that a ``style`` attribute gives a colour or a ground."""
    styled = tree.index.having("style")
    return [each for each in styled if _COLOURED.search(each.attributes["style"])]


def _coloured(tree: AccessTree) -> list[Element]:
    """The texts whose colours the page may decide."""
    if tree.styles.complete:
        return bearers(tree)
    styled = _styled(tree)
    within = {each for one in styled for each in one.inclusive()}
    return [each for each in bearers(tree) if each in within]


def _ratio(ratio: float) -> str:
    """One decimal, never rounded up to what is needed."""
    return f"{int(ratio * 10) / 10:g}"


def _has_colours(tree: AccessTree) -> bool:
    if tree.styles.complete and any(tree.index.having(each) for each in _COLOURING):
        return True
    if _styled(tree):
        return True
    return bool(tree.styles.matched) and any(
        _COLOURED.search(sheet.text or "") for sheet in tree.index.tagged("style")
    )


def _is_large(page: Page, element: Element) -> bool:
    size = fonts(page).size(element)
    if size is None:
        return True
    if not access(page).styles.complete and _in_heading(element):
        return True
    return size >= _LARGE or (size >= _LARGE_BOLD and fonts(page).bold(element))


def _in_heading(element: Element) -> bool:
    return any(each.tag in _HEADINGS for each in (element, *element.ancestors()))


def _counts(tree: AccessTree, element: Element) -> bool:
    """Whether the text is to be read: visible, letters or digits, of no disabled control."""
    if not tree.visible(element) or not _LETTER.search(element.own_text):
        return False
    if any(
        tree.styles.text(each, "text-shadow") not in ("", "none") for each in _with_around(element)
    ):
        return False
    return not any(_is_off(tree, each) for each in _with_around(element))


def _with_around(element: Element) -> Iterator[Element]:
    yield element
    yield from element.ancestors()


def _is_off(tree: AccessTree, element: Element) -> bool:
    """A disabled control, a group of such, or what names one."""
    if is_disabled(element) or is_true(element, "aria-disabled"):
        return True
    if element.tag == "fieldset":
        return element.get("disabled") is not None
    named = []
    if element.get("id"):
        pointing = tree.index.having("aria-labelledby")
        named = [each for each in pointing if element in tree.referenced(each, "aria-labelledby")]
    if element.tag == "label":
        named += [field for field, labels in tree.labels.items() if element in labels]
    return any(is_disabled(each) or is_true(each, "aria-disabled") for each in named)


def link_by_colour(page: Page, options: Options) -> Iterator[Observation]:
    """A link in running text that only its colour tells from the text."""
    tree = access(page)
    if not tree.styles.complete or not _has_colours(tree):
        return
    for element in tree.index.tagged("a"):
        parent = element.parent
        if element.get("href") is None or parent is None or parent.tag not in ("p", "li", "dd"):
            continue
        if not tree.visible(element) or len(parent.own_text.split()) < 4:
            continue
        if not _is_plain(page, tree, element):
            continue
        link, text = paint(page).colour(element), paint(page).colour(parent)
        if link is None or text is None or contrast(link, text) >= 3.0:
            continue
        yield at_tag(
            page,
            element,
            f"Only its colour tells this link, {quoted(element.own_text)}, from the text "
            f"around it, and the two are alike ({_ratio(contrast(link, text))} to 1). Underline "
            "links in running text.",
        )


def _is_plain(page: Page, tree: AccessTree, element: Element) -> bool:
    """Whether the link is neither underlined, framed, filled nor bolder than its text."""
    styles = tree.styles
    line = styles.text(element, "text-decoration") or styles.text(element, "text-decoration-line")
    if not line.startswith("none") or any(
        styles.text(element, name) not in ("", "none", "0")
        for name in ("border", "border-bottom", "background", "background-color", "box-shadow")
    ):
        return False
    parent = element.parent
    return parent is not None and fonts(page).bold(element) == fonts(page).bold(parent)
