"""Breadcrumb trails that only their words show, at the top of a page of any format.

A browser's text copy writes a trail as a numbered or bulleted list, separators numbered like
the pages between them ("1. Home", "2. /"), or as one line ("Home > Conditions > Back pain").
Trails that HTML markup names are found by the HTML reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ptlint.page.kinds import Part
from ptlint.page.mapped import MappedText
from ptlint.page.model import (
    Block,
    BreadcrumbTrail,
    Crumb,
    Heading,
    Item,
    Link,
    List,
    Paragraph,
    Separator,
)
from ptlint.pattern import later
from ptlint.record import replace
from ptlint.source.span import Span

#: Signs that separate breadcrumbs when they stand alone.
SEPARATORS = frozenset("/ > » › → | · \\ ▸ ▶ ❯ ⟩ :: >> // -> –".split())

_IN_LINE = later(r"[ \t]++(/|>|»|›|→|\||·|▸|❯|::|>>|->)[ \t]++")
_START = later(r"(?:home|start|main|homepage)\b", re.I)
_LONGEST_LINE = 200
_MOST_CRUMBS = 8
_WORDED = (Paragraph, Heading)
#: How many blocks may stand before the trail (a site name, a "skip to content" line).
_TOP = 4


def with_trails(
    blocks: tuple[Block, ...], trails: tuple[BreadcrumbTrail, ...], links: Sequence[Link]
) -> tuple[tuple[Block, ...], tuple[BreadcrumbTrail, ...]]:
    """The blocks with the trail at the top marked as such, and the page's trails."""
    if trails:
        return blocks, trails
    named = {block.text.folded for block in blocks[: _TOP * 2] if isinstance(block, _WORDED)}
    for index, block in enumerate(blocks[:_TOP]):
        found = _trail(block, links, named)
        if found:
            marked = replace(block, part=Part.BREADCRUMB)
            return (*blocks[:index], marked, *blocks[index + 1 :]), (found,)
    return blocks, ()


def _trail(block: Block, links: Sequence[Link], named: set[str]) -> BreadcrumbTrail | None:
    if isinstance(block, List):
        return _listed(block, links, named)
    if isinstance(block, _WORDED):
        return _inline(block.text, links)
    return None


def _listed(block: List, links: Sequence[Link], named: set[str]) -> BreadcrumbTrail | None:
    """A list whose every second item is a separator, or a short list from Home to this page.

    A list that starts at Home and ends anywhere is the site's menu.
    """
    separators = [item for item in block.items if item.text.text.strip() in SEPARATORS]
    crumbs = [item for item in block.items if item not in separators]
    if len(crumbs) < 2 or any(item.children or len(item.text) > 90 for item in crumbs):
        return None
    starts_home = bool(_START.match(crumbs[0].text.text)) and len(crumbs) <= _MOST_CRUMBS
    ends_here = block.ordered or crumbs[-1].text.folded in named
    if not (separators and len(separators) >= len(crumbs) - 2) and not (starts_home and ends_here):
        return None
    return BreadcrumbTrail(
        crumbs=tuple(_crumb(item.text, links) for item in crumbs),
        separators=tuple(_separator(item) for item in separators),
        span=block.span,
        container="ol" if block.ordered else "ul",
    )


def _separator(item: Item) -> Separator:
    return Separator(item.text.text.strip(), item.text.strip().span(), own_item=True)


def _inline(text: MappedText, links: Sequence[Link]) -> BreadcrumbTrail | None:
    signs = list(_IN_LINE.finditer(text.text[: _LONGEST_LINE + 1]))
    if not signs or len(text) > _LONGEST_LINE or not _START.match(text.text):
        return None
    edges = [0, *(edge for sign in signs for edge in sign.span()), len(text)]
    pieces = [text.slice(*edge) for edge in zip(edges[::2], edges[1::2], strict=True)]
    return BreadcrumbTrail(
        crumbs=tuple(_crumb(piece, links) for piece in pieces if piece),
        separators=tuple(Separator(sign.group(1), text.span(*sign.span(1))) for sign in signs),
        span=text.span(),
        container="text",
    )


def _crumb(text: MappedText, links: Sequence[Link]) -> Crumb:
    span: Span = text.span()
    link = next((each for each in links if each.span.overlaps(span)), None)
    return Crumb(text, span, link)
