"""What a format's reader hands over before the page is put together.

The readers (HTML, Markdown, plain text) know markup; ``assemble`` knows pages. Between them
stands this plain record: blocks in reading order with the parts that markup shows, links,
images and metadata. Sections, references, bylines and the page's kind follow from it in the
same way for every format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ptlint.page.model import Block, BreadcrumbTrail, Image, Link, Metadata
from ptlint.record import field, record
from ptlint.source.span import Span

if TYPE_CHECKING:
    from ptlint.page.html.markup import Markup


@record
class Draft:
    """A page as its reader left it; see ``Page`` for the meaning of the fields."""

    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    trails: tuple[BreadcrumbTrail, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    comments: tuple[Span, ...] = ()
    whole_document: bool = False
    markup: Markup | None = None
