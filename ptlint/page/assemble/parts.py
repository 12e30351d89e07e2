"""Which blocks are not the article itself: reference lists and related links.

Markup shows navigation and footers; what a heading such as "Related articles" or
"References" makes of the blocks under it shows only in the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from ptlint.page.kinds import Part
from ptlint.page.model import Block, Heading
from ptlint.record import replace

#: Roles (see rules/vocabulary/sections.toml) that make a block another part of the page.
_PARTS = {"references": Part.REFERENCES, "related": Part.RELATED, "further-reading": Part.RELATED}
#: Words of a heading that is nothing but a section's name.
_BARE_NAME = 3

RolesOf = Callable[[str], frozenset[str]]


def with_parts(blocks: Sequence[Block], roles_of: RolesOf) -> tuple[Block, ...]:
    """Every article block under a references or related heading, marked as that part.

    Args:
        roles_of: the roles a heading's text promises.
    """
    return tuple(_marked(blocks, roles_of))


def _marked(blocks: Sequence[Block], roles_of: RolesOf) -> Iterator[Block]:
    opener: Heading | None = None
    part = Part.ARTICLE
    title = next((each for each in blocks if isinstance(each, Heading) and _is_main(each)), None)
    for block in blocks:
        if isinstance(block, Heading) and block.part is Part.ARTICLE:
            roles = roles_of(block.text.text)
            opens = next((_PARTS[role] for role in sorted(roles) if role in _PARTS), None)
            if opens and len(roles) == 1 and not (block is title and opens is Part.RELATED):
                opener, part = block, opens
            elif opener and _closes(block, opener, roles):
                opener, part = None, Part.ARTICLE
        yield replace(block, part=part) if block.part is Part.ARTICLE is not part else block


def _is_main(heading: Heading) -> bool:
    """The main heading names the page ("Support after a stroke"), no part of it."""
    return heading.level == 1 and heading.marked_up and heading.part is Part.ARTICLE


def _closes(heading: Heading, opener: Heading, roles: frozenset[str]) -> bool:
    """Does a later heading end the part that ``opener`` began?

    Marked-up levels say so. Lines of plain text have no levels, and teasers of other pages
    carry those pages' titles, so there only a bare section name ("References") does.
    """
    if opener.marked_up and heading.marked_up:
        return heading.level <= opener.level
    return bool(roles) and len(heading.text.text.split()) <= _BARE_NAME


class PartFinder:
    """The part of the page that a source offset lies in."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        ordered = sorted(blocks, key=lambda block: block.span.start)
        self._blocks = ordered
        self._starts = [block.span.start for block in ordered]

    def at(self, offset: int) -> Part | None:
        """The part of the last block that begins at or before ``offset`` and covers it."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._blocks[index].span.end:
            return self._blocks[index].part
        return None
