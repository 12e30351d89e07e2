"""CSS colours as red, green, blue and opacity, and the contrast between two of them.

Colours follow CSS Color Module Level 4 as far as style sheets use it (names, hexadecimal,
``rgb``, ``hsl``, ``hwb``); contrast follows WCAG 2.2's definitions of relative luminance and
contrast ratio.
"""

from __future__ import annotations

import colorsys
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from ptlint.pattern import later

_HEX = later(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_FUNCTION = later(r"(rgba?|hsla?|hwb)\(([^()]*+)\)")
_NUMBER = later(r"([+-]?(?:\d++(?:\.\d*+)?|\.\d++))(%|deg|turn|rad|grad)?")
_TURN = {"deg": 360.0, "": 360.0, "turn": 1.0, "rad": 6.283185307, "grad": 400.0}


class Colour(NamedTuple):
    """Red, green and blue from 0 to 255, opacity from 0 to 1."""

    red: float
    green: float
    blue: float
    opacity: float = 1.0

    def over(self, ground: Colour) -> Colour:
        """What is seen of this colour on an opaque ground."""
        rest = 1 - self.opacity
        return Colour(
            self.red * self.opacity + ground.red * rest,
            self.green * self.opacity + ground.green * rest,
            self.blue * self.opacity + ground.blue * rest,
        )

    def faded(self, opacity: float) -> Colour:
        return self._replace(opacity=self.opacity * opacity)

    def __str__(self) -> str:
        return "#{:02x}{:02x}{:02x}".format(*(round(part) for part in self[:3]))


BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)
CLEAR = Colour(0, 0, 0, 0)


@lru_cache(maxsize=4096)
def read_colour(text: str) -> Colour | None:
    """A colour value, or None when it is none that can be computed here."""
    text = text.strip().lower()
    if text.startswith("#"):
        written = _HEX.fullmatch(text)
        return _from_hex(written[1]) if written else None
    if text == "transparent":
        return CLEAR
    function = _FUNCTION.fullmatch(text)
    if function:
        return _from_function(function[1], function[2])
    named = _named().get(text)
    return _from_hex(named) if named else None


@cache
def _named() -> dict[str, str]:
    lines = (Path(__file__).parent / "data" / "colours.txt").read_text("ascii").splitlines()
    return dict(line.split() for line in lines if not line.startswith("#"))


def _from_hex(digits: str) -> Colour:
    if len(digits) <= 4:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue, *rest = (int(digits[at : at + 2], 16) for at in range(0, len(digits), 2))
    return Colour(red, green, blue, rest[0] / 255 if rest else 1.0)


def _from_function(name: str, arguments: str) -> Colour | None:
    written = [part for part in re.split(r"[\s,/]++", arguments.strip()) if part]
    numbers = [_NUMBER.fullmatch("0" if part == "none" else part) for part in written]
    if len(numbers) not in (3, 4) or not all(numbers):
        return None
    values = [(float(each[1]), each[2] or "") for each in numbers if each]
    opacity = _share(*values[3], whole=1.0) if len(values) == 4 else 1.0
    if name.startswith("rgb"):
        red, green, blue = (_share(*value, whole=255.0) * 255 for value in values[:3])
        return Colour(red, green, blue, opacity)
    hue = values[0][0] / _TURN.get(values[0][1], 360.0)
    first, second = (min(max(value / 100, 0.0), 1.0) for value, _ in values[1:3])
    return _from_hue(name, hue % 1.0, first, second)._replace(opacity=opacity)


def _share(value: float, unit: str, whole: float) -> float:
    """A number or percentage as a share of the whole, 0 to 1."""
    return min(max(value / (100.0 if unit == "%" else whole), 0.0), 1.0)


def _from_hue(name: str, hue: float, first: float, second: float) -> Colour:
    if name.startswith("hsl"):
        return Colour(*(part * 255 for part in colorsys.hls_to_rgb(hue, second, first)))
    if first + second >= 1:
        grey = first / (first + second) * 255
        return Colour(grey, grey, grey)
    pure = colorsys.hls_to_rgb(hue, 0.5, 1.0)
    return Colour(*((part * (1 - first - second) + first) * 255 for part in pure))


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 for black to 1 for white (WCAG 2.2)."""
    red, green, blue = (_linear(part / 255) for part in colour[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


@lru_cache(maxsize=4096)
def contrast(first: Colour, second: Colour) -> float:
    """The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)
