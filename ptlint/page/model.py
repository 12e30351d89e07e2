"""The page model: one picture of a page for HTML, Markdown and plain text.

Checks read headings, sections, items, links and references here and never ask which format
they came from. Every node carries its ``span`` in the source; every text is a ``MappedText``.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from ptlint.page.kinds import PageKind, Part, Style
from ptlint.page.mapped import MappedText
from ptlint.record import field, lazy, record
from ptlint.source.source import Source
from ptlint.source.span import Span

if TYPE_CHECKING:
    from ptlint.page.html.markup import Markup

Answer = TypeVar("Answer")


@record
class Inline:
    """A marked stretch ``start`` to ``end`` of its block's visible text.

    Attributes:
        value: the link target, the expansion of an abbreviation or the language tag, if any.
        span: the whole markup in the source, tags or Markdown signs included.
    """

    style: Style
    start: int
    end: int
    span: Span
    value: str | None = None


@record
class Link:
    """A link.

    Attributes:
        text: the words a reader sees (image alternatives not included).
        name: what assistive technology announces, where it differs from the words.
        href_span: the target as written in the source, without quotes; None for links that a
            plain-text copy only hints at ("read more").
    """

    text: MappedText
    href: str | None
    href_span: Span | None
    span: Span
    name: str = ""
    title: str | None = None
    new_window: bool = False
    part: Part = Part.ARTICLE


@record
class Image:
    """An image; ``alt`` is None when no alternative is given at all, empty when decorative."""

    src: str
    alt: str | None
    alt_span: Span | None
    span: Span
    hidden: bool = False
    part: Part = Part.ARTICLE


@record
class Heading:
    """A heading.

    Attributes:
        level: 1 to 6; for plain text the level the layout suggests.
        marked_up: True for real headings (tags, # signs), False for text that only looks like
            one (a bold paragraph, a line of its own in plain text).
        anchor: the id that links may point at.
    """

    text: MappedText
    level: int
    span: Span
    marked_up: bool = True
    inlines: tuple[Inline, ...] = ()
    anchor: str | None = None
    part: Part = Part.ARTICLE


@record
class Paragraph:
    """Running text outside lists and tables; ``quoted`` inside a block quotation."""

    text: MappedText
    span: Span
    inlines: tuple[Inline, ...] = ()
    quoted: bool = False
    part: Part = Part.ARTICLE


@record
class Item:
    """A list item: its own words, without those of lists inside it.

    Attributes:
        marker: the bullet or number as written ("•", "2."), empty in HTML.
        number: the number of an ordered item.
        term: the term a definition belongs to, in definition lists.
        children: lists inside the item.
    """

    text: MappedText
    span: Span
    inlines: tuple[Inline, ...] = ()
    marker: str = ""
    number: int | None = None
    term: MappedText | None = None
    children: tuple[List, ...] = ()


@record
class List:
    """A list; ``lead_in`` is the heading or paragraph that announces it and ends in a colon."""

    items: tuple[Item, ...]
    ordered: bool
    span: Span
    definitions: bool = False
    lead_in: Heading | Paragraph | None = None
    part: Part = Part.ARTICLE

    def all_items(self) -> Iterator[Item]:
        """Every item in reading order, those of nested lists included."""
        pending = [iter(self.items)]
        while pending:
            for item in pending[-1]:
                yield item
                if item.children:
                    pending += [iter(child.items) for child in reversed(item.children)]
                    break
            else:
                pending.pop()


@record
class Cell:
    text: MappedText
    span: Span
    header: bool = False
    inlines: tuple[Inline, ...] = ()


@record
class Table:
    rows: tuple[tuple[Cell, ...], ...]
    span: Span
    caption: MappedText | None = None
    layout: bool = False
    part: Part = Part.ARTICLE


@record
class Code:
    """Text that is not prose: code blocks, formulas, scripts shown to the reader."""

    span: Span
    part: Part = Part.ARTICLE


Block = Heading | Paragraph | List | Table | Code


@record
class Section:
    """A heading with the blocks up to the next heading of any level.

    Attributes:
        heading: None for what stands before the first heading.
        parent: index in ``Page.sections`` of the section whose heading stands above, if any.
    """

    heading: Heading | None
    blocks: tuple[Block, ...]
    span: Span
    parent: int | None = None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @property
    def lists(self) -> tuple[List, ...]:
        return tuple(block for block in self.blocks if isinstance(block, List))


@record
class Separator:
    """What stands between two breadcrumbs.

    Attributes:
        own_item: it is a list item of its own.
        hidden: assistive technology skips it.
    """

    text: str
    span: Span
    own_item: bool = False
    hidden: bool = False


@record
class Crumb:
    text: MappedText
    span: Span
    link: Link | None = None
    current: bool = False


@record
class BreadcrumbTrail:
    """A visible breadcrumb trail.

    Attributes:
        landmark: it stands in a nav element or role=navigation.
        label: the accessible name of that landmark.
        container: "ol", "ul", "inline" or "text".
    """

    crumbs: tuple[Crumb, ...]
    separators: tuple[Separator, ...]
    span: Span
    landmark: bool = False
    label: str = ""
    container: str = "inline"


@record
class Reference:
    """An entry of a reference list: ``text`` is the entry without its number."""

    text: MappedText
    span: Span
    number: int | None = None
    links: tuple[Link, ...] = ()
    inlines: tuple[Inline, ...] = ()


@record
class ReferenceList:
    """A list of sources; ``heading`` is None where the entries stand without one."""

    entries: tuple[Reference, ...]
    span: Span
    heading: Heading | None = None
    ordered: bool = True


@record
class Byline:
    """Who wrote or reviewed the page; ``role`` is "author" or "reviewer"."""

    role: str
    name: str
    span: Span | None
    credentials: str = ""
    origin: str = "visible"


@record
class PageDate:
    """A date of the page itself.

    Attributes:
        event: "published", "updated", "reviewed" or "next-review".
        day: None when the text names no readable or no unambiguous date.
        origin: "visible", "json-ld", "meta" or "front-matter".
    """

    event: str
    day: datetime.date | None
    words: str
    span: Span | None
    origin: str = "visible"


@record
class JsonLd:
    """A JSON-LD script: its data, or the error and its source offset."""

    span: Span
    data: Any = None
    error: str | None = None
    error_at: int | None = None

    @lazy
    def nodes(self) -> tuple[Mapping[str, Any], ...]:
        """Every object of the data, outermost first."""
        found: list[Mapping[str, Any]] = []
        pending = [self.data]
        for value in pending:  # which grows on the way
            if isinstance(value, dict):
                found.append(value)
                pending += [each for each in value.values() if isinstance(each, dict | list)]
            elif isinstance(value, list):
                pending += value
        return tuple(found)


@record
class Metadata:
    """What a page says of itself outside its text (head, front matter)."""

    title: MappedText | None = None
    description: MappedText | None = None
    language: str | None = None
    canonical: str | None = None
    front_matter: Mapping[str, Any] = field(default_factory=dict)
    front_matter_spans: Mapping[str, Span] = field(default_factory=dict)
    front_matter_span: Span | None = None
    front_matter_error: str | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    json_ld: tuple[JsonLd, ...] = ()


@record
class Page:
    """One page as its reader meets it.

    Attributes:
        blocks: every block in reading order, each with its ``part``.
        sections: the article's sections in order.
        whole_document: False for fragments, partials and templates without a document of
            their own; rules about the page as a whole stay silent there.
        condition: the condition the page is about, as its title names it.
        comments: spans of comments (suppression comments are found here).
    """

    source: Source
    kind: PageKind
    whole_document: bool
    title: MappedText | None = None
    condition: str | None = None
    metadata: Metadata = field(default_factory=Metadata)
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    trails: tuple[BreadcrumbTrail, ...] = ()
    references: tuple[ReferenceList, ...] = ()
    bylines: tuple[Byline, ...] = ()
    dates: tuple[PageDate, ...] = ()
    comments: tuple[Span, ...] = ()
    markup: Markup | None = None
    _answers: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, ask: Callable[[Page], Answer]) -> Answer:
        """``ask(page)``, computed at the first call and remembered for this page.

        What several checks need (sentences, section roles, parsed references) is a pure
        function of the page; asking through here shares its answer without any registry.
        """
        try:
            answer: Answer = self._answers[ask]
        except KeyError:
            answer = self._answers[ask] = ask(self)
        return answer

    @lazy
    def headings(self) -> tuple[Heading, ...]:
        """The page's headings in reading order, navigation and footer included."""
        return tuple(block for block in self.blocks if isinstance(block, Heading))

    def article(self) -> Iterator[Block]:
        """The author's own blocks: no navigation, references, related links or footer."""
        return (block for block in self.blocks if block.part is Part.ARTICLE)
