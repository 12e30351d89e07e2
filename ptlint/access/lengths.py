"""Font sizes and other lengths in CSS pixels, as far as a page tells them."""

from __future__ import annotations

from ptlint.access.element import Element
from ptlint.access.tree import AccessTree
from ptlint.pattern import later
from ptlint.record import field, record

#: CSS pixels of one unit (CSS Values and Units 4, section 6.2).
_ABSOLUTE = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54}
_LENGTH = later(r"([+-]?(?:\d++(?:\.\d*+)?|\.\d++))([a-z%]*+)")
_KEYWORDS = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0,
    "x-large": 24.0, "xx-large": 32.0, "xxx-large": 48.0,
}  # fmt: skip
_SCALES = {"smaller": 1 / 1.2, "larger": 1.2}
#: Sizes and weights that browsers give by themselves (HTML, rendering, 15.3.7).
_BY_TAG = {
    "h1": 2.0, "h2": 1.5, "h3": 1.17, "h4": 1.0, "h5": 0.83, "h6": 0.67,
    "small": 1 / 1.2, "big": 1.2, "sub": 1 / 1.2, "sup": 1 / 1.2,
    "code": 13 / 16, "kbd": 13 / 16, "samp": 13 / 16, "pre": 13 / 16,
}  # fmt: skip
_BOLD_TAGS = frozenset({"b", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "th"})
_FONT = later(r"(?:^|\s)((?:\d++(?:\.\d*+)?|\.\d++)(?:[a-z]++|%)|[a-z-]*+(?:small|large)\b)")
MEDIUM = 16.0


@record
class Fonts:
    """Font sizes (CSS pixels) and weights of a document's elements, worked out once each.

    ``None`` stands for a size that the page does not tell.
    """

    tree: AccessTree
    _sizes: dict[Element, float | None] = field(default_factory=dict)
    _weights: dict[Element, float] = field(default_factory=dict)

    def size(self, element: Element) -> float | None:
        for each in element.unknown_lineage(self._sizes):
            self._sizes[each] = self._size(each)
        return self._sizes[element]

    def _size(self, element: Element) -> float | None:
        parent = element.parent
        around = self._sizes[parent] if parent is not None else MEDIUM
        declared = _declared_size(self.tree, element)
        if not declared or declared in ("inherit", "unset"):
            scale = _BY_TAG.get(str(element.tag), 1.0)
            return around * scale if around is not None else None
        if declared in ("initial", "medium"):
            return MEDIUM
        if declared in _SCALES:
            return around * _SCALES[declared] if around is not None else None
        return _KEYWORDS.get(declared) or pixels(declared, around, percent=True)

    def bold(self, element: Element) -> bool:
        """Whether the weight is 700 or more."""
        return self._weight(element) >= 700

    def _weight(self, element: Element) -> float:
        for each in element.unknown_lineage(self._weights):
            self._weights[each] = self._declared_weight(each)
        return self._weights[element]

    def _declared_weight(self, element: Element) -> float:
        declared = self.tree.styles.text(element, "font-weight")
        if not declared and "bold" in self.tree.styles.text(element, "font"):
            declared = "bold"
        if declared.isdecimal():
            return float(declared)
        parent = element.parent
        around = self._weights[parent] if parent is not None else 400.0
        if declared in ("bold", "bolder") or (not declared and element.tag in _BOLD_TAGS):
            return 700.0
        return 400.0 if declared in ("normal", "lighter", "initial") else around


def _declared_size(tree: AccessTree, element: Element) -> str:
    size = tree.styles.text(element, "font-size")
    if size:
        return size
    shorthand = tree.styles.text(element, "font")
    found = _FONT.search(shorthand.split("/")[0]) if shorthand else None
    return found[1] if found else ""


def pixels(text: str, font_size: float | None, *, percent: bool = False) -> float | None:
    """A CSS length in pixels, None when it cannot be told.

    Args:
        font_size: what one em is, in pixels.
        percent: whether a percentage is one of the font size.
    """
    written = _LENGTH.fullmatch(text.strip())
    if written is None:
        return None
    number, unit = float(written[1]), written[2]
    if unit in _ABSOLUTE:
        return number * _ABSOLUTE[unit]
    if unit == "rem":
        return number * MEDIUM
    if unit in ("em", "ex", "ch", "%") and font_size is not None:
        share = {"em": 1.0, "ex": 0.5, "ch": 0.5, "%": 0.01 if percent else 0.0}[unit]
        return number * share * font_size if share else None
    return 0.0 if number == 0 and not unit else None
