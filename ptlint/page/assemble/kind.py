"""What kind of page this is: about a condition, about something else, or only a piece."""

from __future__ import annotations

from collections.abc import Iterable

from ptlint.page.assemble.parts import RolesOf
from ptlint.page.model import Block, Heading, List, PageKind, Paragraph, Part

#: Roles that a page about a condition answers, and those without which it is not one.
_TOPICS = frozenset(
    "definition anatomy types symptoms causes risk-factors when-to-get-help diagnosis pt-help"
    " treatment self-care outlook complications prevention".split()
)
_TELLING = frozenset("symptoms causes risk-factors diagnosis complications".split())
_ENOUGH = 2
_ENOUGH_FOR_A_PIECE = 3


def kind_of(blocks: Iterable[Block], whole_document: bool, roles_of: RolesOf) -> PageKind:
    """The page's kind, from what its headings and lead-ins promise."""
    topics: set[str] = set()
    for block in blocks:
        if block.part is Part.ARTICLE:
            topics.update(_topics(block, roles_of))
    needed = _ENOUGH if whole_document else _ENOUGH_FOR_A_PIECE
    if len(topics) >= needed and topics & _TELLING:
        return PageKind.CONDITION
    return PageKind.OTHER if whole_document else PageKind.FRAGMENT


def _topics(block: Block, roles_of: RolesOf) -> frozenset[str]:
    if isinstance(block, Heading):
        return roles_of(block.text.text) & _TOPICS
    if isinstance(block, List) and isinstance(block.lead_in, Paragraph):
        return roles_of(block.lead_in.text.text) & _TOPICS
    return frozenset()
