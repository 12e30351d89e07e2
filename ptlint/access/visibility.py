"""What is shown, what is hidden from everyone and what is hidden from assistive technology."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from operator import attrgetter

from ptlint.access.element import Element
from ptlint.access.index import Index
from ptlint.access.style import Styles
from ptlint.pattern import later

_HIDING = later(r"\bnone\b|hidden|collapse", re.IGNORECASE)
_order = attrgetter("order")
_VISIBILITY = later("visibility", re.IGNORECASE)
#: What no style that takes text out of sight does without.
_VANISHED = later(
    r"-\s*+\d{3}|clip|scale|overflow[-xy]*+\s*+:\s*+(?:hidden|clip)"
    r"|(?:opacity|font-size)\s*+:\s*+0(?![.\d]*[1-9])",
    re.IGNORECASE,
)
#: Elements that are never drawn, whatever they hold (HTML, rendering, section 15.3.1).
_NEVER_SHOWN = (
    "base",
    "datalist",
    "head",
    "link",
    "meta",
    "noscript",
    "param",
    "rp",
    "script",
    "source",
    "style",
    "template",
    "title",
    "track",
    "svg:defs",
    "svg:desc",
    "svg:metadata",
    "svg:script",
    "svg:style",
    "svg:symbol",
)
#: Their content is for browsers that cannot show the element itself.
_WITH_FALLBACK = ("audio", "iframe", "object", "video")
#: Class names that style sheets use for text meant for screen readers alone.
SCREEN_READER_CLASS = later(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|visuallyhidden|screen-?reader(?:-text|-only)?"
    r"|a11y-hidden|offscreen|off-screen|hidden-visually|element-invisible|u-hidden-visually)"
    r"(?![\w])",
    re.IGNORECASE,
)
#: One of these stands in every such class name; most pages have none.
_HINTS = ("sr-only", "isually", "hidden", "creen", "a11y", "invisible")
_FAR_AWAY = later(r"-\s*+(?:\d{4,}+(?:\.\d++)?(?:px|pt)?|\d{3,}+(?:\.\d++)?(?:em|rem|vw|vh|%))")
_SCALED_AWAY = later(r"scale(?:3d|x|y)?\(\s*+0(?:\.0*+)?\s*+[,)]")
_NO_SIZE = frozenset({"0", "0px", "1px"})
_NOTHING_LEFT = later(r"rect\((?:\s*+[01](?:px)?[\s,]*+){4}\)|inset\((?:50|100)%")


@lru_cache(maxsize=4096)
def _hides(declared: str) -> bool:
    return _HIDING.search(declared) is not None


@lru_cache(maxsize=4096)
def _says_visibility(declared: str) -> bool:
    return _VISIBILITY.search(declared) is not None


@lru_cache(maxsize=4096)
def _vanishes(declared: str) -> bool:
    return _VANISHED.search(declared) is not None


def mark(index: Index, styles: Styles) -> None:
    """Marks what is not shown, and what assistive technology is not told of."""
    for element in _undisplayed(index, styles):
        if element.shown:
            for each in element.inclusive():
                each.shown = each.exposed = False
    for element in invisible(index, styles):
        element.shown = element.exposed = False
    for element in index.having("aria-hidden"):
        if is_true(element, "aria-hidden"):
            for each in element.inclusive():
                each.exposed = False
    for element in index.having("inert"):
        for each in element.inclusive():
            each.exposed, each.inert = False, True


def _undisplayed(index: Index, styles: Styles) -> Iterator[Element]:
    """The roots of what has ``display: none`` by attribute, style or nature."""
    for tag in _NEVER_SHOWN:
        yield from index.tags.get(tag, ())
    yield from (each for each in index.tagged("dialog") if each.get("open") is None)
    fields = index.tagged("input")
    yield from (each for each in fields if (each.get("type") or "").lower() == "hidden")
    for element in index.tagged(*_WITH_FALLBACK):
        yield from element.children
    for element in _candidates(index, styles):
        display = styles.text(element, "display")
        if display == "none" or (not display and element.get("hidden") is not None):
            yield element


def _candidates(index: Index, styles: Styles) -> Iterator[Element]:
    """Elements that an attribute or a style may hide."""
    yield from index.having("hidden")
    yield from (each for each in index.having("style") if _hides(each.attributes["style"]))
    yield from _selected(styles, _hides)


def _selected(styles: Styles, wanted: Callable[[str], bool]) -> Iterator[Element]:
    """The elements selected by a style rule whose declarations are wanted."""
    for rule, elements in styles.selected:
        if wanted(rule.body):
            yield from elements


def invisible(index: Index, styles: Styles) -> set[Element]:
    """Everything with ``visibility: hidden``; descendants may be made visible again."""
    found: set[Element] = set()
    styled = [each for each in index.having("style") if _says_visibility(each.attributes["style"])]
    for element in sorted({*styled, *_selected(styles, _says_visibility)}, key=_order):
        value = styles.text(element, "visibility")
        if value in ("hidden", "collapse"):
            found.update(element.inclusive())
        elif value == "visible":
            found.difference_update(element.inclusive())
    return found


def is_true(element: Element, attribute: str) -> bool:
    return (element.get(attribute) or "").strip().lower() == "true"


def unseen(index: Index, styles: Styles) -> set[Element]:
    """Text that is there but not to be seen: off the screen, clipped away, transparent."""
    found: set[Element] = set()
    for element in _moved(index, styles):
        if element not in found and _is_out_of_sight(element, styles):
            found.update(element.inclusive())
    told = _screen_reader_classes(index)
    for element in index.having("class") if told else ():
        if element.attributes["class"] in told:
            found.update(element.inclusive())
    return found


def _screen_reader_classes(index: Index) -> set[str]:
    """The ``class`` attributes of the page that name text meant for screen readers alone."""
    classes = {element.attributes["class"] for element in index.having("class")}
    together = "\n".join(classes).lower()
    if not any(hint in together for hint in _HINTS):
        return set()
    return {names for names in classes if SCREEN_READER_CLASS.search(names)}


def _moved(index: Index, styles: Styles) -> Iterator[Element]:
    yield from (each for each in index.having("style") if _vanishes(each.attributes["style"]))
    yield from _selected(styles, _vanishes)


def _is_out_of_sight(element: Element, styles: Styles) -> bool:
    def value(name: str) -> str:
        return styles.text(element, name)

    if value("position") in ("absolute", "fixed"):
        if any(_FAR_AWAY.match(value(side)) for side in ("left", "top", "right", "bottom")):
            return True
        if _NOTHING_LEFT.search(value("clip")):
            return True
    if _NOTHING_LEFT.search(value("clip-path")) or _SCALED_AWAY.search(value("transform")):
        return True
    if value("overflow") in ("hidden", "clip") and any(
        value(side) in _NO_SIZE for side in ("height", "max-height", "width")
    ):
        return True
    if _FAR_AWAY.match(value("text-indent")) or "translate" in value("transform"):
        return bool(_FAR_AWAY.search(value("text-indent") + value("transform")))
    return value("opacity") in ("0", "0%", "0.0") or value("font-size") in ("0", "0px")
