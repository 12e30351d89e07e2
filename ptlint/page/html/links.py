"""The links and images of a page."""

from __future__ import annotations

from ptlint.page.html.attributes import value_place
from ptlint.page.html.landmarks import Parts, is_hidden
from ptlint.page.html.nesting import OPEN, Element, Nesting
from ptlint.page.html.wording import NOTHING, wording
from ptlint.page.kinds import Part
from ptlint.page.model import Image, Link
from ptlint.source.span import Span

#: Events that an element used as a label may hold.
_LONGEST_LABEL = 200
_SAME_WINDOW = frozenset(("", "_self", "_parent", "_top"))


def links_of(nesting: Nesting, parts: Parts) -> tuple[Link, ...]:
    """Every ``a`` and ``area`` element with a target."""
    elements = [*nesting.named("a"), *nesting.named("area")]
    if nesting.named("area"):
        elements.sort(key=_number)
    return tuple(
        read_link(nesting, each, parts.at(each.opened))
        for each in elements
        if "href" in each.attributes
    )


def _number(element: Element) -> int:
    return element.number


def read_link(nesting: Nesting, element: Element, part: Part = Part.ARTICLE) -> Link:
    """The link that an element with ``href`` makes."""
    attributes, first = element.attributes, element.opened + 1
    last = _last_event(nesting, element)
    text = wording(nesting.text, nesting.events, range(first, last))[0] if first < last else NOTHING
    end = element.end if last == element.closed else nesting.events[last][2]
    return Link(
        text=text,
        href=attributes.get("href", "").strip(" \t\n\r\f"),
        href_span=value_span(nesting, element, "href"),
        span=Span(element.start, end),
        name=_name(nesting, element, text.text),
        title=attributes.get("title"),
        new_window="target" in attributes
        and attributes["target"].strip().lower() not in _SAME_WINDOW,
        part=part,
    )


def _last_event(nesting: Nesting, element: Element) -> int:
    """The event that ends a link: its end, or the next link, for links do not nest."""
    if element.closed - element.opened <= 2:
        return element.closed  # too little for another element
    following = element.number + 1
    elements = nesting.elements
    while following < len(elements):
        each = elements[following]
        if each is not None:
            if each.opened > element.closed:
                break
            if each.name == "a":
                return each.opened
        following += 1
    return element.closed


def value_span(nesting: Nesting, element: Element, name: str) -> Span | None:
    """Where the value of an attribute stands, without its quotes."""
    place = value_place(nesting.text, element.name_end, element.inside, name)
    return Span(*place) if place else None


def _name(nesting: Nesting, element: Element, words: str) -> str:
    """What is announced in place of the visible words; empty where they are announced."""
    attributes = element.attributes
    label = " ".join(attributes["aria-label"].split()) if "aria-label" in attributes else ""
    if not label and "aria-labelledby" in attributes:
        label = labelled_by(nesting, attributes["aria-labelledby"])
    if not label:
        images = _alternatives(nesting, element)
        label = (" ".join([*images, words]) if images else words).strip()
        if not label and "title" in attributes:
            label = " ".join(attributes["title"].split())
    return "" if label == words else label


def labelled_by(nesting: Nesting, ids: str) -> str:
    """The words of the elements that ``aria-labelledby`` names."""
    found = (nesting.by_id.get(name) for name in ids.split())
    return " ".join(
        wording(nesting.text, nesting.events, range(each.opened, each.closed + 1))[0].text
        for each in found
        if each is not None and each.closed - each.opened < _LONGEST_LABEL
    )


def _alternatives(nesting: Nesting, element: Element) -> list[str]:
    if element.name == "area":
        return [element.get("alt") or ""]
    if element.closed - element.opened <= 2:
        return []  # too little for an image
    return [
        " ".join((each.get("alt") or "").split())
        for kind, each, _, _, _ in nesting.events[element.opened + 1 : element.closed]
        if kind == OPEN and each is not None and each.name == "img" and each.get("alt")
    ]


def images_of(nesting: Nesting, parts: Parts) -> tuple[Image, ...]:
    """Every ``img`` element."""
    return tuple(
        Image(
            src=(each.get("src") or "").strip(),
            alt=each.get("alt"),
            alt_span=value_span(nesting, each, "alt"),
            span=Span(each.start, each.end),
            hidden=parts.at(each.opened) is Part.HIDDEN or is_hidden(each),
            part=parts.at(each.opened),
        )
        for each in nesting.named("img")
    )
