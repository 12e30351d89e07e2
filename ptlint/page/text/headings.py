"""Which plain-text lines are headings."""

from __future__ import annotations

from ptlint.page.text.lines import Line
from ptlint.pattern import later, small_letters
from ptlint.source.source import Source

_LONGEST = 100
_MOST_WORDS = 14
_SENTENCE_ENDS = (".", "!", ";", ",", "…")
#: What may stand behind the end of a sentence.
_CLOSING = "'\"”’)]"
#: In small letters.
_NOT_A_HEADING = later(
    r"https?://|www\.|@|^(?:read|learn|see|show|view) (?:more|all)\b|^(?:click|tap) here\b"
    r"|^(?:(?:medically |clinically )?(?:written|reviewed|updated|published|posted)|last "
    r"(?:reviewed|updated|modified)|page last|next review|by) ?\b.{0,60}$"
)


def looks_like_heading(
    lines: list[Line], follower: list[Line] | None, source: Source, wrapped: bool
) -> bool:
    """Is the first of these lines a heading?

    Args:
        lines: the unmarked lines of a run without blank lines.
        follower: the lines after them (the next run, or the list that follows at once).
        wrapped: paragraphs of this file are broken by hand; then only a line that stands
            alone or is underlined can be a heading.
    """
    if not lines or lines[0].ruled:
        return False
    if len(lines) > 1 and lines[1].ruled:
        return True
    text = source.clean[lines[0].body.start : lines[0].body.end].strip()
    if not _has_heading_form(text):
        return False
    if len(lines) == 1:
        return follower is not None or text.endswith("?")
    return not wrapped and len(lines[1].body) > max(len(text), 60)


def _has_heading_form(text: str) -> bool:
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or text.endswith(":"):
        return False
    if text.rstrip(_CLOSING).endswith(_SENTENCE_ENDS):
        return False
    if _NOT_A_HEADING.search(small_letters(text)):
        return False
    return text[0].isupper() or text[0].isdigit()
