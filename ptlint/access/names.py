"""Accessible names (Accessible Name and Description Computation 1.2, HTML-AAM, SVG-AAM).

``name`` gives what assistive technology announces for an element; an empty answer is what
most naming rules report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ptlint.access import aria
from ptlint.access.css import declarations
from ptlint.access.element import INLINE, Element
from ptlint.access.roles import explicit_role, role
from ptlint.access.tree import AccessTree, is_labelable
from ptlint.pattern import later

_BUTTON_TYPES = ("button", "submit", "reset")
_UNTITLED_BUTTONS = {"submit": "Submit", "reset": "Reset"}
_VALUE_ROLES = frozenset(
    {"combobox", "listbox", "searchbox", "slider", "spinbutton", "textbox", "scrollbar"}
)
_NAMED_BY_TEXT = frozenset({"a", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "th", "td"})
_NAMING = frozenset({"aria-label", "aria-labelledby", "aria-owns", "role"})
_NAMING_INSIDE = _NAMING | {"title"}
_NAMED_OTHERWISE = frozenset({
    "a", "area", "audio", "button", "canvas", "details", "fieldset", "figure", "iframe", "img",
    "input", "label", "math", "meter", "noscript", "object", "optgroup", "option", "output",
    "progress", "select", "slot", "summary", "svg", "table", "template", "textarea", "video",
})  # fmt: skip
_STRING = later(r"\"([^\"]*+)\"|'([^']*+)'")
_ALTERNATIVE = later(r"(?:\"[^\"]*+\"|'[^']*+'|[^\"'/]++)*+/(.*)", re.DOTALL)
#: Stands for a text that is not in the markup.
_UNKNOWN = "\ue000"
#: Trees this deep are no text that anyone wrote; the rest is left out.
_DEPTH = 100


class _Walk(NamedTuple):
    """Where a computation stands.

    Attributes:
        referenced: an ``aria-labelledby`` or ``label`` led here, it is not followed again.
        within: the text of another element's content is being gathered.
        from_hidden: the element referred to is itself hidden, so hidden text counts.
        seen: elements on the way, so that no circle is walked.
    """

    referenced: bool = False
    within: bool = False
    from_hidden: bool = False
    seen: tuple[Element, ...] = ()


_START = _Walk()


def name(tree: AccessTree, element: Element) -> str:
    """The accessible name, white space folded; "" when there is none."""
    known = tree.names.get(element)
    if known is None:
        known = _plain_name(tree, element) or " ".join(_compute(tree, element, _START).split())
        tree.names[element] = known
    return known


def _plain_name(tree: AccessTree, element: Element) -> str:
    """The text of a link or heading in which all is plain text; the ``alt`` of an image.

    Where anything else may name them the answer is empty.
    """
    tag, attributes = element.tag, element.attributes
    if not element.exposed or not _NAMING.isdisjoint(attributes):
        return ""
    if tag == "img":
        return " ".join((attributes.get("alt") or "").split())
    if tag not in _NAMED_BY_TEXT:
        return ""
    generated = tree.styles.generated
    if generated and not generated.keys().isdisjoint(element.inclusive()):
        return ""
    if element.order < element.last and not all(map(_is_plain, element.descendants())):
        return ""
    return " ".join(tree.index.page.spaced_text(element).split())


def _is_plain(element: Element) -> bool:
    """Whether nothing but the text of an element counts in a name."""
    return (
        element.tag not in _NAMED_OTHERWISE
        and not element.foreign
        and element.exposed
        and _NAMING_INSIDE.isdisjoint(element.attributes)
    )


def has_name(tree: AccessTree, element: Element) -> bool:
    """Whether there is a name at all; quick for elements that are named by plain text."""
    if element in tree.index.bearers and element.exposed:
        own = role(tree, element)
        if own in aria.roles_where("named_by_content"):
            return True
    return bool(name(tree, element))


def _compute(tree: AccessTree, element: Element, walk: _Walk) -> str:
    """Steps 2A to 2I for one element."""
    if element in walk.seen or len(walk.seen) > _DEPTH:
        return ""
    if not walk.from_hidden and not element.exposed and (walk.within or not walk.referenced):
        return _exposed_within(tree, element, walk) if walk.within else ""
    walk = _Walk(walk.referenced, walk.within, walk.from_hidden, (*walk.seen, element))
    for step in _STEPS:
        found = step(tree, element, walk)
        if found.strip():
            return found
    return ""


def _exposed_within(tree: AccessTree, element: Element, walk: _Walk) -> str:
    """What a style makes visible again inside something invisible."""
    shown = (each for each in element.descendants() if each.exposed)
    first = [each for each in shown if each.parent is not None and not each.parent.exposed]
    return " ".join(_compute(tree, each, walk) for each in first)


def _labelled_by(tree: AccessTree, element: Element, walk: _Walk) -> str:
    """2B: the elements that ``aria-labelledby`` names, hidden ones included."""
    if walk.referenced or element.get("aria-labelledby") is None:
        return ""
    return " ".join(
        _compute(
            tree,
            target,
            _Walk(
                referenced=True,
                from_hidden=not target.exposed,
                seen=walk.seen[:-1] if target is element else walk.seen,
            ),
        )
        for target in tree.referenced(element, "aria-labelledby")
    )


def _value(tree: AccessTree, element: Element, walk: _Walk) -> str:
    """2C: within a label, a control stands for its value."""
    if not (walk.within or walk.referenced) or len(walk.seen) < 2:
        return ""
    kind = role(tree, element)
    if kind not in _VALUE_ROLES:
        return ""
    if element.tag == "select":
        chosen = [each for each in element.inside("option") if each.get("selected") is not None]
        return " ".join(each.text for each in chosen or list(element.inside("option"))[:1])
    values = (element.get(each) for each in ("aria-valuetext", "aria-valuenow", "value"))
    return next((value for value in values if value), "")


def _aria_label(_tree: AccessTree, element: Element, _walk: _Walk) -> str:
    """2D."""
    return element.get("aria-label") or ""


def _native(tree: AccessTree, element: Element, walk: _Walk) -> str:
    """2E: what the element itself provides for naming."""
    own = _svg_title if element.foreign == "svg" else _NATIVE.get(element.tag)
    return own(tree, element, walk) if own is not None else ""


def _content(tree: AccessTree, element: Element, walk: _Walk) -> str:
    """2F: the text inside, for roles named by it and within another name."""
    tag = element.tag
    if tag in ("input", "textarea", "select", "iframe", "object", "img", "area"):
        return ""
    kind = role(tree, element)
    named = kind in aria.roles_where("named_by_content") or tag in ("summary", "option")
    if not (named or walk.within or walk.referenced):
        return ""
    if kind == "img" and tag == "svg":
        return ""
    text = "".join(_pieces(tree, element, walk._replace(within=True)))
    if element not in tree.styles.generated:
        return text
    return _generated(tree, element, "before") + text + _generated(tree, element, "after")


def _pieces(tree: AccessTree, element: Element, walk: _Walk) -> Iterator[str]:
    for piece in element.contents:
        if isinstance(piece, str):
            yield piece
        else:
            plain = _plain_part(tree, piece)
            part = _compute(tree, piece, walk) if plain is None else plain
            yield part if piece.tag in INLINE else f" {part} "
    for owned in tree.referenced(element, "aria-owns"):
        yield f" {_compute(tree, owned, walk)} "


def _plain_part(tree: AccessTree, element: Element) -> str | None:
    """What a part adds to the name around it; None where more than text or ``alt`` may count."""
    attributes = element.attributes
    if not element.exposed or element.foreign or not _NAMING_INSIDE.isdisjoint(attributes):
        return None
    if element in tree.styles.generated:
        return None
    if element.tag == "img":
        return attributes.get("alt") or ""
    if element.tag in _NAMED_OTHERWISE or element.order < element.last:
        return None
    return tree.index.page.text(element)


def _generated(tree: AccessTree, element: Element, place: str) -> str:
    """The text that a style rule adds before or after the content."""
    for _, _, rule in tree.styles.generated.get(element, ()):
        if any(written.lower().endswith(place) for written in rule.selectors):
            content = declarations(rule.body).get("content")
            text = _read_out(content.text) if content else ""
            if text:
                return text
    return ""


def _read_out(content: str) -> str:
    """What is read out of a ``content``: its alternative after a slash, or its strings."""
    slash = _ALTERNATIVE.match(content)
    said = slash[1] if slash else content
    strings = "".join(first or second for first, second in _STRING.findall(said))
    if _is_announced(strings):
        return strings
    return _UNKNOWN if "attr(" in said or "var(" in said else ""


def _is_announced(text: str) -> bool:
    """Icon fonts put characters of the private use area there, which have no name."""
    return any(letter.isalnum() and not "\ue000" <= letter <= "\uf8ff" for letter in text) and (
        "\\" not in text
    )


def _tooltip(_tree: AccessTree, element: Element, _walk: _Walk) -> str:
    """2I: ``title``, then ``placeholder``."""
    title = element.get("title") or ""
    if title.strip() or element.tag not in ("input", "textarea"):
        return title
    return element.get("placeholder") or element.get("aria-placeholder") or ""


_STEPS: tuple[Callable[[AccessTree, Element, _Walk], str], ...] = (
    _labelled_by,
    _value,
    _aria_label,
    _native,
    _content,
    _tooltip,
)


def _labels(tree: AccessTree, element: Element, walk: _Walk) -> str:
    if walk.within or not is_labelable(element):
        return ""
    return " ".join(
        _compute(
            tree,
            label,
            _Walk(referenced=True, from_hidden=not label.exposed, seen=walk.seen),
        )
        for label in tree.labels.get(element, ())
    )


def _input_name(tree: AccessTree, element: Element, walk: _Walk) -> str:
    kind = (element.get("type") or "text").lower()
    found = _labels(tree, element, walk)
    if found.strip():
        return found
    if kind in _BUTTON_TYPES:
        value = element.get("value")
        return _UNTITLED_BUTTONS.get(kind, "") if value is None else value
    return element.get("alt") or "" if kind == "image" else ""


def _alternative(_tree: AccessTree, element: Element, _walk: _Walk) -> str:
    if explicit_role(element) == "none" and role(_tree, element) == "none":
        return ""
    return element.get("alt") or ""


def _named_by_child(tag: str) -> Callable[[AccessTree, Element, _Walk], str]:
    def named(tree: AccessTree, element: Element, walk: _Walk) -> str:
        child = next(iter(element.children_of(tag)), None)
        if child is None:
            return ""
        return _compute(tree, child, walk._replace(within=True))

    return named


def _svg_title(_tree: AccessTree, element: Element, _walk: _Walk) -> str:
    title = next(iter(element.children_of("title")), None)
    return title.text if title is not None else element.get("xlink:title") or ""


def _label_attribute(_tree: AccessTree, element: Element, _walk: _Walk) -> str:
    return element.get("label") or ""


_NATIVE: dict[str, Callable[[AccessTree, Element, _Walk], str]] = {
    "input": _input_name,
    "textarea": _labels,
    "select": _labels,
    "button": _labels,
    "meter": _labels,
    "output": _labels,
    "progress": _labels,
    "img": _alternative,
    "area": _alternative,
    "fieldset": _named_by_child("legend"),
    "figure": _named_by_child("figcaption"),
    "table": _named_by_child("caption"),
    "option": _label_attribute,
    "optgroup": _label_attribute,
    "svg": _svg_title,
}
