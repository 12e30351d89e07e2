"""The texts of a page that a writer wrote to be read, in any format."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import partial
from itertools import accumulate, chain
from typing import NamedTuple, cast

from ptlint.page.kinds import Part
from ptlint.page.mapped import MappedText
from ptlint.page.model import Block, Heading, Inline, List, Page, Paragraph, Table
from ptlint.record import lazy, record

SPOKEN_PARTS = frozenset({Part.ARTICLE, Part.ASIDE, Part.RELATED, Part.FORM})


class SpokenText(NamedTuple):
    """A heading, paragraph, item or cell with its marks."""

    text: MappedText
    inlines: tuple[Inline, ...]
    part: Part
    heading: bool
    quoted: bool = False


#: ``SpokenText(…)`` of its fields as a tuple, in a third of the time: a page has hundreds.
_spoken_of = cast(
    "Callable[[tuple[MappedText, tuple[Inline, ...], Part, bool, bool]], SpokenText]",
    partial(tuple.__new__, SpokenText),
)


@record
class SpokenTexts:
    """All of them in reading order."""

    texts: tuple[SpokenText, ...]

    @lazy
    def together(self) -> str:
        """One text of all, to ask quickly whether a page has a word at all."""
        return "\n".join([each.text.text for each in self.texts])

    def where(self, hint: re.Pattern[str], *, lower: bool = False) -> list[SpokenText]:
        """The texts in which a pattern is found that goes over no line end.

        Args:
            lower: whether it is looked for in the text in lower case.
        """
        together = self.together.lower() if lower else self.together
        if len(together) != len(self.together):
            return [each for each in self.texts if hint.search(each.text.text.lower())]
        places = [found.start() for found in hint.finditer(together)]
        if not places:
            return []
        starts = list(accumulate((len(each.text.text) + 1 for each in self.texts), initial=0))
        numbers = {bisect_right(starts, place) - 1 for place in places}
        return [self.texts[number] for number in sorted(numbers)]


def spoken_texts(page: Page) -> SpokenTexts:
    return page.once(_spoken)


def _spoken(page: Page) -> SpokenTexts:
    found: list[SpokenText] = []
    for block in page.blocks:
        if block.part in SPOKEN_PARTS:
            found.extend(_of_block(block))
    return SpokenTexts(tuple([each for each in found if each.text.text]))


def _of_block(block: Block) -> list[SpokenText]:
    part = block.part
    if isinstance(block, Heading):
        return [SpokenText(block.text, block.inlines, part, True)]
    if isinstance(block, Paragraph):
        return [SpokenText(block.text, block.inlines, part, False, block.quoted)]
    if isinstance(block, List):
        items = block.all_items()
        return [_spoken_of((item.text, item.inlines, part, False, False)) for item in items]
    if isinstance(block, Table):
        cells = chain.from_iterable(block.rows)
        return [_spoken_of((cell.text, cell.inlines, part, cell.header, False)) for cell in cells]
    return []
