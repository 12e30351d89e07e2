"""Putting a page together from what its format's reader found; the same for every format."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from ptlint.page.assemble.bylines import bylines_of
from ptlint.page.assemble.dates import dates_of
from ptlint.page.assemble.kind import kind_of
from ptlint.page.assemble.parts import PartFinder, RolesOf, with_parts
from ptlint.page.assemble.references import (
    holds_sources,
    reference_lists,
    with_unheaded_lists,
)
from ptlint.page.assemble.sections import sections_of, with_bold_headings, with_lead_ins
from ptlint.page.assemble.texts import own_texts
from ptlint.page.assemble.title import condition_of, title_of
from ptlint.page.assemble.trails import with_trails
from ptlint.page.draft import Draft
from ptlint.page.kinds import PageKind
from ptlint.page.model import Block, Image, Link, Page
from ptlint.record import replace
from ptlint.source.source import Source

Placed = TypeVar("Placed", Link, Image)


def assemble(draft: Draft, source: Source, kind: PageKind | None, roles_of: RolesOf) -> Page:
    """The page that a draft describes.

    Args:
        kind: the page's kind where settings name it; otherwise it is decided here.
        roles_of: the roles that a heading's or lead-in's words promise.
    """
    written, trails = with_trails(draft.blocks, draft.trails, draft.links)
    title = title_of(written, draft.metadata, trails)
    blocks = _understood(written, roles_of)
    parts = PartFinder(blocks)
    titles = str(title or ""), str(draft.metadata.title or "")
    texts = own_texts(blocks)
    dated = own_texts(blocks, sources=True) if holds_sources(blocks) else texts
    return Page(
        source=source,
        kind=kind or kind_of(blocks, titles, draft.whole_document, roles_of),
        whole_document=draft.whole_document,
        title=title,
        condition=condition_of(title.text) if title else None,
        metadata=draft.metadata,
        blocks=blocks,
        sections=sections_of(blocks, len(source.text)),
        links=_in_parts(draft.links, parts),
        images=_in_parts(draft.images, parts),
        trails=trails,
        references=reference_lists(blocks, draft.links),
        bylines=bylines_of(texts, draft.metadata),
        dates=dates_of(dated, draft.metadata),
        comments=draft.comments,
        markup=draft.markup,
    )


def _understood(blocks: tuple[Block, ...], roles_of: RolesOf) -> tuple[Block, ...]:
    blocks = with_parts(with_bold_headings(blocks), roles_of)
    return with_lead_ins(with_unheaded_lists(blocks))


def _in_parts(nodes: Iterable[Placed], parts: PartFinder) -> tuple[Placed, ...]:
    """The links or images, each with the part of the block it stands in."""
    found: list[Placed] = []
    for node in nodes:
        part = parts.at(node.span.start)
        unchanged = part is None or part is node.part
        found.append(node if unchanged else replace(node, part=part))
    return tuple(found)
