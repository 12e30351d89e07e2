"""The colour of text and of what lies behind it, where the page itself decides both.

A colour that a background image, a script or an outside style sheet may change is unknown
(``None``): nothing is said of it. Linear and other gradients count with all their stops.
"""

from __future__ import annotations

import re

from ptlint.access.colour import BLACK, CLEAR, WHITE, Colour, read_colour
from ptlint.access.element import Element
from ptlint.access.tree import AccessTree
from ptlint.pattern import later
from ptlint.record import field, lazy, record

_LINK = Colour(0, 0, 238)
_MARK = Colour(255, 255, 0)
#: Elements with a look of their own that differs from browser to browser.
_CONTROLS = frozenset({"button", "input", "option", "select", "textarea", "fieldset", "dialog"})
#: Inline elements that style sheets seldom colour; only these are looked through when an
#: outside style sheet exists.
_NEUTRAL = frozenset({"b", "br", "em", "i", "small", "span", "strong", "sub", "sup", "u"})
_PLAIN = frozenset({"div", "h1", "h2", "h3", "h4", "li", "p", "section", "td", "ul", *_NEUTRAL})
_TABLE_PARTS = ("table", "thead", "tbody", "tfoot", "tr", "td", "th")
_UNPAINTABLE = ("filter", "mix-blend-mode", "-webkit-text-fill-color", "background-clip", "mask")
_GRADIENT = later(r"(?:repeating-)?(?:linear|radial|conic)-gradient\(")
_COLOUR = later(r"#[0-9a-f]{3,8}\b|(?:rgba?|hsla?|hwb)\([^()]*+\)|\b[a-z]{3,}+\b(?!\()")
#: Attributes that did the work of styles (HTML, rendering, presentational hints).
_HINTS = {
    **{(tag, "background-color"): "bgcolor" for tag in ("body", *_TABLE_PARTS)},
    **{(tag, "background-image"): "background" for tag in ("body", *_TABLE_PARTS)},
    ("body", "color"): "text",
    ("font", "color"): "color",
}
_HINTING = frozenset({"background", "bgcolor"})
_STYLING = _HINTING | {"style"}
_PAINTING = frozenset(
    {"background", "background-color", "background-image", "opacity", *_UNPAINTABLE}
)
_LIFTED = ("absolute", "fixed", "sticky")
_SHARE = later(r"(\d*+\.?\d++)(%?)")
_LAYER = later(r"(?:[^,()]++|\((?:[^()]++|\((?:[^()]++|\([^()]*+\))*+\))*+\))++")


@record
class Paint:
    """Text colours and grounds of a document's elements, worked out once each."""

    tree: AccessTree
    _colours: dict[Element, Colour | None] = field(default_factory=dict)
    _grounds: dict[Element, tuple[Colour, ...] | None] = field(default_factory=dict)

    def colour(self, element: Element) -> Colour | None:
        """The colour of the element's text, its opacity included."""
        for each in element.unknown_lineage(self._colours):
            self._colours[each] = self._colour(each)
        return self._colours[element]

    def _colour(self, element: Element) -> Colour | None:
        parent = element.parent
        if parent is not None and element.tag in _PLAIN and not self._is_styled(element):
            return self._colours[parent] if self._transparent_to_styles(element) else None
        declared = self._declared(element, "color")
        if not declared and parent is not None and element.tag in _PLAIN:
            return self._colours[parent] if self._transparent_to_styles(element) else None
        if declared and declared not in ("inherit", "unset", "currentcolor"):
            return BLACK if declared == "initial" else read_colour(declared)
        if not declared and element.tag == "a" and element.get("href") is not None:
            return _LINK if self.tree.styles.complete else None
        if not declared and (element.tag == "mark" or element.tag in _CONTROLS):
            return BLACK if element.tag == "mark" else None
        if parent is None:
            return BLACK if self._is_light(element) else None
        return self._colours[parent] if self._transparent_to_styles(element) else None

    def _is_styled(self, element: Element) -> bool:
        """Whether the page gives the element a look of its own."""
        styles = self.tree.styles
        if element in styles.matched or element in styles.generated:
            return True
        return not _STYLING.isdisjoint(element.attributes)

    def _has_ground(self, element: Element) -> bool:
        """Whether anything the page says of an element may change what is behind its text."""
        if not self._is_styled(element):
            return False
        hinted = not _HINTING.isdisjoint(element.attributes)
        generated = element in self.tree.styles.generated
        return hinted or generated or not _PAINTING.isdisjoint(self.tree.styles.of(element))

    def _transparent_to_styles(self, element: Element) -> bool:
        """Whether nothing outside the page is likely to style this element."""
        if self.tree.styles.complete:
            return True
        plain = element.get("class") is None and element.get("id") is None
        return plain and element.tag in _NEUTRAL

    def grounds(self, element: Element) -> tuple[Colour, ...] | None:
        """The opaque colours behind the element's text; several behind a gradient."""
        for each in element.unknown_lineage(self._grounds):
            self._grounds[each] = self._ground(each)
        return self._grounds[element]

    def _ground(self, element: Element) -> tuple[Colour, ...] | None:
        if element.tag != "mark" and not self._has_ground(element):
            return self._below(element)
        declared = self.tree.styles.of(element)
        if any(self._is_set(element, name) for name in _UNPAINTABLE if name in declared):
            return None
        layers = self._layers(element)
        if layers is None or self.opacity(element) is None:
            return None
        if all(layer.opacity == 1 for layer in layers):
            return layers
        below = self._below(element)
        if below is None:
            return None
        return tuple(layer.over(ground) for layer in layers for ground in below)

    def opacity(self, element: Element) -> float | None:
        """How opaque an element is as a whole, 0 to 1; None where it cannot be told."""
        written = self.tree.styles.text(element, "opacity")
        if not written:
            return 1.0
        number = _SHARE.fullmatch(written)
        if number is None:
            return 1.0 if written in ("initial", "unset", "revert") else None
        return min(float(number[1]) / (100 if number[2] else 1), 1.0)

    def after_opacity(
        self, element: Element, pairs: list[tuple[Colour, Colour]]
    ) -> list[tuple[Colour, Colour]]:
        """Text colours and grounds as every ``opacity`` around the text lets them be seen."""
        for group in element.lineage():
            share = self.opacity(group) or 0.0
            if share < 1.0:
                pairs = [
                    (text.faded(share).over(behind), ground.faded(share).over(behind))
                    for text, ground in pairs
                    for behind in self._behind(group)
                ]
        return pairs

    def _behind(self, group: Element) -> tuple[Colour, ...]:
        if group.parent is not None:
            return self.grounds(group.parent) or ()
        return (WHITE,) if self._is_light(group) else ()

    @lazy
    def fades(self) -> bool:
        """Whether any style of the page says how opaque something is."""
        styled = self.tree.index.having("style")
        return any("opacity" in each.attributes["style"].lower() for each in styled) or any(
            "opacity" in rule.body for rule, _ in self.tree.styles.selected
        )

    def _is_set(self, element: Element, name: str, *neutral: str) -> bool:
        value = self.tree.styles.text(element, name)
        return bool(value) and value not in ("none", "normal", "border-box", "initial", *neutral)

    def _below(self, element: Element) -> tuple[Colour, ...] | None:
        parent = element.parent
        if parent is None:
            return (WHITE,) if self._is_light(element) else None
        lifted = self._is_styled(element) and self.tree.styles.text(element, "position") in _LIFTED
        if lifted or element.tag in _CONTROLS or not self._transparent_to_styles(element):
            return None
        return self._grounds[parent]

    def _layers(self, element: Element) -> tuple[Colour, ...] | None:
        """The element's own background: one colour, or the stops of a gradient over it."""
        plain, image = self._background(element)
        if plain is None:
            return None
        if not image or image == "none":
            return (plain,)
        stops = gradient_stops(image)
        if stops is not None:
            return tuple(stop.over(plain) if plain.opacity == 1 else stop for stop in stops)
        return (plain,) if self._image_is_small(element) and plain.opacity == 1 else None

    def _declared(self, element: Element, name: str) -> str:
        """A declared value, or what an old attribute such as ``bgcolor`` says in its place."""
        value = self.tree.styles.text(element, name)
        if value or not self.tree.styles.complete:
            return value
        hint = (element.get(_HINTS.get((element.tag, name), "")) or "").strip().lower()
        return "url()" if hint and name == "background-image" else hint

    def _is_light(self, root: Element) -> bool:
        """Whether text is black on white where no style says otherwise."""
        styles = self.tree.styles
        return styles.complete and "dark" not in styles.text(root, "color-scheme")

    def _background(self, element: Element) -> tuple[Colour | None, str]:
        """The declared background colour and image; a later longhand wins as in the cascade."""
        shorthand = self.tree.styles.text(element, "background")
        declared = self.tree.styles.text if shorthand else self._declared
        colour = declared(element, "background-color")
        image = declared(element, "background-image")
        if element in self.tree.styles.generated and "?" not in shorthand:
            bodies = [rule.body for _, _, rule in self.tree.styles.generated[element]]
            if any("background" in body and "absolute" in body for body in bodies):
                return None, ""
        if shorthand and not colour:
            colour, found = _split_shorthand(shorthand)
            image = image or found
        if element.tag == "mark" and not colour:
            return _MARK, image
        if colour in ("", "initial", "unset", "none"):
            return CLEAR, image
        return read_colour(colour), image

    def _image_is_small(self, element: Element) -> bool:
        """A picture that is not repeated nor stretched is an icon beside the text."""
        shorthand = self.tree.styles.text(element, "background")
        repeat = self.tree.styles.text(element, "background-repeat") or shorthand
        size = self.tree.styles.text(element, "background-size") or shorthand
        return "no-repeat" in repeat and not re.search(r"cover|contain|100%", size)


def _split_shorthand(text: str) -> tuple[str, str]:
    """The colour and the image of a ``background`` shorthand."""
    layers = _LAYER.findall(text)
    if len(layers) > 1:
        return ("?", "") if "url(" in text else ("transparent", text)
    gradient, picture = _GRADIENT.search(text), "url(" in text
    image = text if gradient or picture else ""
    outside = re.sub(r"url\([^()]*+\)", " ", _LAYER.sub(_without_gradient, text))
    colours = [each for each in _COLOUR.findall(outside) if read_colour(each) is not None]
    if colours:
        return colours[-1], image
    unknown = "?" in outside or "var(" in outside or "color(" in outside or "mix" in outside
    return ("?" if unknown else "transparent"), image


def _without_gradient(found: re.Match[str]) -> str:
    layer = found[0]
    start = _GRADIENT.search(layer)
    if start is None:
        return layer
    depth = 0
    for place in range(start.end() - 1, len(layer)):
        depth += (layer[place] == "(") - (layer[place] == ")")
        if depth == 0:
            return layer[: start.start()] + layer[place + 1 :]
    return layer[: start.start()]


def gradient_stops(image: str) -> tuple[Colour, ...] | None:
    """The colours of a gradient's stops, None when the image is anything else."""
    if not _GRADIENT.match(image.strip()) or "url(" in image or "?" in image:
        return None
    inner = image[image.index("(") + 1 : image.rindex(")")]
    stops = []
    for part in _LAYER.findall(inner):
        for written in _COLOUR.findall(part):
            colour = read_colour(written)
            if colour is not None:
                stops.append(colour)
    return tuple(stops) or None
