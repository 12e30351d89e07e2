"""The texts in which a page speaks of itself: its headings, paragraphs and list items."""

from __future__ import annotations

from collections.abc import Iterable

from ptlint.page.kinds import Part
from ptlint.page.mapped import MappedText
from ptlint.page.model import Block, Heading, List, Paragraph

_PARTS = (Part.ARTICLE, Part.AUTHORSHIP, Part.HEADER, Part.FOOTER, Part.ASIDE)


def own_texts(blocks: Iterable[Block], sources: bool = False) -> list[MappedText]:
    """The texts that are no menu, no list of sources and no way to other pages.

    Args:
        sources: those about a list of sources belong to them too, its entries do not.
    """
    texts: list[MappedText] = []
    parts = (*_PARTS, Part.REFERENCES) if sources else _PARTS
    for block in blocks:
        if block.part not in parts:
            continue
        if isinstance(block, Paragraph | Heading):
            texts.append(block.text)
        elif isinstance(block, List) and block.part is not Part.REFERENCES:
            texts += [item.text for item in block.all_items() if item.text.text]
    return texts
