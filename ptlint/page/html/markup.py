"""The element tree of an HTML page with the exact place of every start tag and attribute.

lxml builds the tree; a tokenizer pass over the same text numbers the start tags, so that each
element finds its tag again without searching (lxml itself only knows lines).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from ptlint.source.span import Span

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

#: The attribute that carries an element's number in ``Markup.tags``; never reported.
NUMBER = "data-ptlint-n"


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute as written.

    Attributes:
        name: in lower case.
        value: entities decoded; None for an attribute without "=".
        span: name, "=" and quotes included.
        value_span: the value without its quotes.
    """

    name: str
    value: str | None
    span: Span
    value_span: Span | None


@dataclass(frozen=True, slots=True)
class StartTag:
    """A start tag as written, with all its attributes, repeated ones included."""

    name: str
    span: Span
    attributes: tuple[Attribute, ...]
    self_closing: bool = False

    def attribute(self, name: str) -> Attribute | None:
        """The first attribute of that name, as browsers take it."""
        return next((each for each in self.attributes if each.name == name), None)


@dataclass(frozen=True)
class Markup:
    """A parsed HTML document, or the inline HTML of a Markdown page under one root.

    Attributes:
        root: the html element (made by the parser for fragments).
        tags: every start tag in source order.
        ends: for each start tag the offset where its element ends, end tag included.
        text: the text that was parsed (template code masked).
    """

    root: etree._Element
    tags: tuple[StartTag, ...]
    text: str
    ends: tuple[int, ...] = field(default=())

    def tag(self, element: etree._Element) -> StartTag | None:
        """The start tag that made an element; None where the parser made it up."""
        number = element.get(NUMBER)
        return self.tags[int(number)] if number is not None else None

    def span(self, element: etree._Element) -> Span:
        """The span of an element's start tag, or of its nearest written ancestor's."""
        node: etree._Element | None = element
        while node is not None:
            tag = self.tag(node)
            if tag is not None:
                return tag.span
            node = node.getparent()
        return Span(0, 0)

    def whole_span(self, element: etree._Element) -> Span:
        """From the start tag to the end of the element, end tag included."""
        number = element.get(NUMBER)
        if number is None or not self.ends:
            return self.span(element)
        index = int(number)
        return Span(self.tags[index].span.start, self.ends[index])

    def attribute(self, element: etree._Element, name: str) -> Attribute | None:
        tag = self.tag(element)
        return tag.attribute(name) if tag else None

    @cached_property
    def soup(self) -> BeautifulSoup:
        """A BeautifulSoup of the page, for rules of site engineers that use CSS selectors.

        Elements carry their number in the attribute ``NUMBER``, so ``tags[int(...)]`` gives
        their place.
        """
        from bs4 import BeautifulSoup

        written = etree.tostring(self.root, encoding="unicode", method="html")
        return BeautifulSoup(written, "lxml")
