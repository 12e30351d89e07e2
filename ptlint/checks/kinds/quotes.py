"""What a page only quotes: code, quotations, titles, words between quotation marks."""

from __future__ import annotations

from ptlint.page.model import Paragraph, Style
from ptlint.page.passages import Passage

#: A quotation that is longer than this has lost its closing mark.
_LONGEST = 400


def is_quoted(passage: Passage, start: int, end: int) -> bool:
    """Do the characters ``start`` to ``end`` stand in code or in somebody else's words?"""
    if isinstance(passage.block, Paragraph) and passage.block.quoted:
        return True
    if any(
        inline.style in (Style.CODE, Style.QUOTE) and inline.start <= start and end <= inline.end
        for inline in passage.inlines
    ):
        return True
    return between_marks(passage.text.text, start, end)


def between_marks(text: str, start: int, end: int) -> bool:
    """Are they between an opening and a closing quotation mark?"""
    if "“" in text:
        opening = text.rfind("“", max(0, start - _LONGEST), start)
        if opening >= 0 and "”" not in text[opening:start]:
            return "”" in text[end : end + _LONGEST]
    if '"' in text:
        return text.count('"', 0, start) % 2 == 1 and text.find('"', end, end + _LONGEST) >= 0
    return False
