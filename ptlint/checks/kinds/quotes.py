"""What a page only quotes: code, quotations, titles, words between quotation marks."""

from __future__ import annotations

from ptlint.page.kinds import Style
from ptlint.page.model import List, Paragraph
from ptlint.page.passages import Passage
from ptlint.pattern import later, small_letters

#: A quotation that is longer than this has lost its closing mark.
_LONGEST = 400
_NOT_TO_SAY = later(
    r"\b(?:do not|don't|don’t|never|not to|avoid|instead of|rather than)\b[^.?!]{0,30}"
    r"\b(?:say|use|write|saying|using|writing|words?|terms?|phrases?|language)\b[^.?!]{0,30}:$"
)


def is_quoted(passage: Passage, start: int, end: int) -> bool:
    """Do the characters ``start`` to ``end`` stand in code or in somebody else's words?"""
    if isinstance(passage.block, Paragraph) and passage.block.quoted:
        return True
    if isinstance(passage.block, List) and _lists_words(passage.block):
        return True
    if any(
        inline.style in (Style.CODE, Style.QUOTE) and inline.start <= start and end <= inline.end
        for inline in passage.inlines
    ):
        return True
    return between_marks(passage.text.text, start, end)


def _lists_words(block: List) -> bool:
    """Whether a list is led in as words not to use: "We do not say:"."""
    said = small_letters(block.lead_in.text.text) if block.lead_in else ""
    return _NOT_TO_SAY.search(said) is not None


def between_marks(text: str, start: int, end: int) -> bool:
    """Are they between an opening and a closing quotation mark?"""
    if "“" in text:
        opening = text.rfind("“", max(0, start - _LONGEST), start)
        if opening >= 0 and "”" not in text[opening:start]:
            return "”" in text[end : end + _LONGEST]
    if '"' in text:
        return text.count('"', 0, start) % 2 == 1 and text.find('"', end, end + _LONGEST) >= 0
    return False
