"""The element tree of an HTML page with the exact place of every start tag and attribute.

lxml builds the tree; a tokenizer pass over the same text numbers the start tags, so that each
element finds its tag again without searching (lxml itself only knows lines).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from ptlint.page.html.attributes import value, written
from ptlint.page.html.nesting import Element, Nesting
from ptlint.record import field, lazy, record
from ptlint.source.span import Span

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from lxml import etree

#: The attribute that carries an element's number in ``Markup.tags``; never reported.
NUMBER = "data-ptlint-n"


@record
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


@record
class StartTag:
    """A start tag as written, with all its attributes, repeated ones included."""

    name: str
    span: Span
    attributes: tuple[Attribute, ...]
    self_closing: bool = False

    def attribute(self, name: str) -> Attribute | None:
        """The first attribute of that name, as browsers take it."""
        return next((each for each in self.attributes if each.name == name), None)


class StartTags(Sequence[StartTag]):
    """The start tags of a text in source order; each is read in full when it is asked for."""

    def __init__(self, text: str, starts: Sequence[Element], offset: int = 0) -> None:
        self._text = text
        self._starts = starts
        self._offset = offset
        self._read: dict[int, StartTag] = {}

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> StartTag: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[StartTag]: ...
    def __getitem__(self, index: int | slice) -> StartTag | Sequence[StartTag]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        tag = self._read.get(index)
        if tag is None:
            tag = self._read[index] = read_tag(self._text, self._starts[index], self._offset)
        return tag


def read_tag(text: str, tag: Element, offset: int = 0) -> StartTag:
    """The start tag of an element with its attributes; spans are moved by ``offset``."""
    end = tag.inside
    attributes = tuple(
        Attribute(
            each,
            value(text, first, last) if first >= 0 else None,
            Span(begin + offset, stop + offset),
            Span(first + offset, last + offset) if first >= 0 else None,
        )
        for each, begin, stop, first, last in written(text, tag.name_end, end)
    )
    whole = Span(tag.start + offset, end + offset)
    return StartTag(tag.name, whole, attributes, text[end - 2] == "/")


@record
class Markup:
    """A parsed HTML document, or the inline HTML of a Markdown page under one root.

    Attributes:
        tags: every start tag in source order.
        text: the text that was parsed (template code masked).
        nesting: the events the tree is built from; its offsets lack ``offset``.
        offset: where ``text`` begins in the source; spans have it added.
        broken: spans of tags that are never closed by ">"; browsers show nothing of them.
        doctype: the span of the doctype.
    """

    tags: Sequence[StartTag]
    text: str
    nesting: Nesting = field(repr=False, compare=False)
    offset: int = 0
    broken: tuple[Span, ...] = ()
    doctype: Span | None = None

    @lazy
    def ends(self) -> Sequence[int]:
        """For each start tag the offset where its element ends, end tag included."""
        return [each.end + self.offset for each in self.nesting.starts]

    @lazy
    def root(self) -> etree._Element:
        """The html element (made by the parser for fragments); the tree is built on first use."""
        from ptlint.page.html.tree import tree_of

        return tree_of(self.nesting)

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

    @lazy
    def soup(self) -> BeautifulSoup:
        """A BeautifulSoup of the page, for rules of site engineers that use CSS selectors.

        Elements carry their number in the attribute ``NUMBER``, so ``tags[int(...)]`` gives
        their place.
        """
        from bs4 import BeautifulSoup
        from lxml import etree

        html = etree.tostring(self.root, encoding="unicode", method="html")
        return BeautifulSoup(html, "lxml")
