"""What matters of an element's name to who nests tags, in one look."""

from __future__ import annotations

from functools import lru_cache

from ptlint.page.html.elements import (
    BREAKS_OUT,
    ENDS,
    ENDS_PARAGRAPH,
    HEAD,
    HEADINGS,
    RAW,
    SCOPE,
    VOID,
)
from ptlint.record import record

DRAWINGS = ("svg", "math")
_ENDS_OTHERS = HEADINGS | frozenset(ENDS) | {"a"}


@record
class Traits:
    """What matters of a name.

    Attributes:
        is_document: a page has one html, one head and one body.
        is_early: may stand before the body.
        ends_paragraph: its start tag ends an open paragraph.
        ends_others: its start tag may end something open beside paragraphs.
        ends_drawing: its start tag ends an open drawing.
        is_void: it holds nothing.
        is_limit: end tags do not reach through it, or it is the head.
        is_drawing: what it holds is read as XML.
        is_raw: what it holds is text up to its end tag.
        is_special: one of the last two.
    """

    is_document: bool
    is_early: bool
    ends_paragraph: bool
    ends_others: bool
    ends_drawing: bool
    is_void: bool
    is_limit: bool
    is_drawing: bool
    is_raw: bool
    is_special: bool


@lru_cache(maxsize=1024)
def traits_of(name: str) -> Traits:
    is_drawing, is_raw = name in DRAWINGS, name in RAW or name == "plaintext"
    return Traits(
        is_document=name in ("html", "head", "body"),
        is_early=name in HEAD or name == "html",
        ends_paragraph=name in ENDS_PARAGRAPH,
        ends_others=name in _ENDS_OTHERS,
        ends_drawing=name in BREAKS_OUT,
        is_void=name in VOID,
        is_limit=name in SCOPE or name == "head",
        is_drawing=is_drawing,
        is_raw=is_raw,
        is_special=is_drawing or is_raw,
    )
