"""Which blocks are not the article itself: reference lists and related links.

Markup shows navigation and footers; what a heading such as "Related articles" or
"References" makes of the blocks under it shows only in the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

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
    result = list(blocks)
    for start, end, part in _stretches(blocks, roles_of):
        result[start:end] = [
            replace(block, part=part) if block.part is Part.ARTICLE else block
            for block in blocks[start:end]
        ]
    return tuple(result)


def _stretches(blocks: Sequence[Block], roles_of: RolesOf) -> Iterator[tuple[int, int, Part]]:
    """From where to where the blocks are another part, and which."""
    headings = [
        (index, block)
        for index, block in enumerate(blocks)
        if isinstance(block, Heading) and block.part is Part.ARTICLE
    ]
    title = next((block for _, block in headings if _is_main(block)), None)
    opened: tuple[int, Heading, Part] | None = None
    for index, block in headings:
        roles = roles_of(block.text.text)
        opens = _PARTS.get(next(iter(roles))) if len(roles) == 1 else None
        if opens is Part.RELATED and block is title:
            opens = None
        if opened and (opens or _closes(block, opened[1], roles)):
            yield opened[0], index, opened[2]
            opened = None
        if opens:
            opened = index, block, opens
    if opened:
        yield opened[0], len(blocks), opened[2]


def _is_main(heading: Heading) -> bool:
    """The main heading names the page ("Support after a stroke"), no part of it."""
    return heading.level == 1 and heading.marked_up


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
        start = attrgetter("span.start")
        self._blocks = sorted(blocks, key=start)
        self._starts = list(map(start, self._blocks))

    def at(self, offset: int) -> Part | None:
        """The part of the last block that begins at or before ``offset`` and covers it."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self._blocks[index].span.end:
            return self._blocks[index].part
        return None
