"""Tags put into their nesting: what opens, what closes, and where, as browsers build the tree.

The result is a flat list of well-nested events. It follows the tree construction of the HTML
Standard (13.2.6) for optional end tags, scopes and stray end tags; formatting elements that
overlap blocks end with the block, and elements are nested 512 deep at most, as in browsers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ptlint.page.html.elements import ITEMS, LISTS
from ptlint.page.html.tag import Tag
from ptlint.record import lazy, record

OPEN, CLOSE, TEXT = range(3)
_LIST_PARTS = (*LISTS, *ITEMS, "dl")


@dataclass(eq=False, slots=True)
class Element:
    """An element of the page.

    Attributes:
        number: the number of its start tag in the page.
        parent: the element around it.
        start: where the start tag begins.
        tag: what the start tag says.
        inside: where the start tag ends.
        opened: the index of the event that opens it.
        attributes: attribute values by name, decoded; the first of equal names.
        closed: the index of the event that closes it.
        end: where the element ends, end tag included.
    """

    name: str
    number: int
    parent: Element | None = field(repr=False)
    start: int
    tag: Tag = field(repr=False)
    inside: int
    opened: int
    attributes: Mapping[str, str] = field(repr=False)
    closed: int = field(init=False)
    end: int = field(init=False)

    @property
    def name_end(self) -> int:
        """Where the name in the start tag ends."""
        return self.start + self.tag.name_end

    def get(self, name: str) -> str | None:
        """The value of an attribute, empty for one without "="; None where it is missing."""
        return self.attributes.get(name)


#: kind, element (the parent for text), start and end; as fifth the token kind of text, -1 for tags.
Event = tuple[int, Element | None, int, int, int]


@record
class Nesting:
    """The events of a page with its comments and broken tags.

    Attributes:
        starts: every start tag in order, as the element it would make alone; an element's
            ``number`` is its index here.
        elements: the elements in document order, by the number of their tag; None where a
            start tag made no element (a second body).
        words: the indices of the events that are text with more than white space in it.
        raw: those of text that is read in another way, as it stands in scripts and titles.
    """

    text: str
    events: list[Event]
    elements: Sequence[Element | None]
    starts: Sequence[Element]
    comments: list[tuple[int, int]] = field(default_factory=list)
    broken: list[tuple[int, int]] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    raw: list[int] = field(default_factory=list)
    doctype: tuple[int, int] | None = None

    @lazy
    def by_name(self) -> Mapping[str, Sequence[Element]]:
        """The elements of each name, in document order."""
        found: defaultdict[str, list[Element]] = defaultdict(list)
        for element in self.elements:
            if element is not None:
                found[element.name].append(element)
        return dict(found)

    def named(self, name: str) -> Sequence[Element]:
        """The elements of a name, in document order."""
        return self.by_name.get(name, ())

    @lazy
    def list_parts(self) -> Sequence[int]:
        """The events that open lists and their items."""
        return sorted(each.opened for name in _LIST_PARTS for each in self.named(name))

    @lazy
    def by_id(self) -> Mapping[str, Element]:
        """The elements by their id; the first of equal ids, as in browsers."""
        found: dict[str, Element] = {}
        for element in self.elements:
            name = element.get("id") if element is not None else None
            if name and element is not None:
                found.setdefault(name, element)
        return found


def nest(text: str) -> Nesting:
    """The nesting of ``text``."""
    from ptlint.page.html.builder import Builder

    return Builder(text).build()
