"""markdown-it's tokens, of which a page has hundreds, made at a third of the cost.

Headings and paragraphs are one inline token each, a heading's with the tag: "h2"; and so are items
of one line, right inside their list.
"""

from __future__ import annotations

from typing import Literal

from markdown_it.token import Token


class PlainToken(Token):
    """A token made without the looks at what it is given, which here is never anything."""

    __slots__ = ()

    def __init__(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1], level: int) -> None:
        self.type, self.tag, self.nesting, self.level = ttype, tag, nesting, level
        self.attrs, self.meta = {}, {}
        self.map = self.children = None
        self.content = self.markup = self.info = ""
        self.block = self.hidden = False
