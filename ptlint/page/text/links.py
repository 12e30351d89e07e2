"""Links of plain text: written-out addresses, and lone "read more" lines that were links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ptlint.page.mapped import MappedText
from ptlint.page.model import Block, Code, Link, List, Paragraph, Table
from ptlint.pattern import later

_ADDRESS = later(r"\b(?:https?://|www\.)[^\s<>\"“”]++", re.I)
_TRAILING = ".,;:!?'’”»"
_LONE_LINK = later(
    r"(?:read|learn|find out|see|show|view|discover) ?(?:more|all|details)\b.{0,3}|more\.{0,3}"
    r"|(?:click|tap) here|here|continue reading|details|this (?:page|link|article)",
    re.I,
)


def links_in(blocks: Iterable[Block]) -> Iterator[Link]:
    """The links of a plain-text page in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph) and _LONE_LINK.fullmatch(block.text.text.strip()):
            yield Link(block.text, None, None, block.span, name=block.text.text)
        for text in _texts(block):
            yield from addresses_in(text)


def addresses_in(text: MappedText) -> Iterator[Link]:
    """Every written-out web address of a text as a link whose words are the address."""
    for match in _ADDRESS.finditer(text.text):
        address = _trimmed(match.group())
        words = text.slice(match.start(), match.start() + len(address))
        span = words.span()
        yield Link(words, address, span, span, name=address)


def _trimmed(address: str) -> str:
    while address and (
        address[-1] in _TRAILING or (address[-1] == ")" and address.count("(") < address.count(")"))
    ):
        address = address[:-1]
    return address


def _texts(block: Block) -> Iterator[MappedText]:
    if isinstance(block, List):
        yield from (item.text for item in block.all_items())
    elif not isinstance(block, (Table, Code)):
        yield block.text
