"""What the signs of HTML begin and where that ends: tags, comments, scripts, doctypes.

Follows the tokenization of the HTML Standard (13.2.5). Template code arrives masked: U+E000
stands for code that prints something, U+E001 for code that prints nothing; inside a tag the
latter separates attributes as white space does.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ptlint.page.html.tag import NAME, SPACE, Tag, read_tag, tag_at, tag_of
from ptlint.pattern import later

#: Kinds of text. BLANK is nothing but white space and template code that prints nothing.
TEXT, BLANK, RAW_TEXT, CDATA = range(4)
#: Kinds of what is no text and no tag. Tags that never end are BROKEN: browsers show nothing.
COMMENT, DOCTYPE, BROKEN = range(4, 7)

#: Other markup; in groups a comment, a CDATA section, a doctype, a bogus comment, a cut-off tag.
_OTHER = later(r"<(?:(!--)|(!\[(?i:CDATA)\[)|(!(?i:doctype))[^>]*+>|([!?/])[^>]*+>|([A-Za-z!?/]))")
_OPENS_COMMENT, _OPENS_CDATA, _IS_DOCTYPE, _IS_BOGUS, _IS_CUT_OFF = range(1, 6)
_COMMENT_END = later(r"--!?>")
_SCRIPT_ESCAPE = later(r"<!--|-->|<script(?=[ \t\n\f\r/>])|</script(?=[ \t\n\f\r/>])", re.I)
_CUT_TAG = later(rf"</?{NAME}(?=<)")
#: Characters of a tag that is not kept.
_LONG = 400


class Tags(dict[str, Tag | None]):
    """The tags of one page by what stands between "<" and ">"."""

    def __missing__(self, inside: str) -> Tag | None:
        # Long ones are not likely to be met again, on this page or another.
        made = tag_of(inside) if len(inside) < _LONG else read_tag(inside)
        self[inside] = made
        return made


class Piece(NamedTuple):
    """What begins with a "<".

    Attributes:
        tag: the tag, if it is one.
        kind: what other markup is.
        start: where the text of a CDATA section begins, the markup itself elsewhere.
        end: where that ends.
        after: where the rest of the page begins.
    """

    tag: Tag | None
    kind: int
    start: int
    end: int
    after: int


def piece_at(text: str, start: int, in_drawing: bool) -> Piece | None:
    """What the "<" at an offset begins, however it is written; None for a sign of the text."""
    tag = tag_at(text, start)
    if tag is not None:
        return Piece(tag, -1, start, start + tag.size, start + tag.size)
    other = _OTHER.match(text, start)
    if other is None:
        return None
    end, sort = other.end(), other.lastindex
    if sort == _OPENS_CDATA and in_drawing:
        close = text.find("]]>", end)
        last = close if close >= 0 else len(text)
        return Piece(None, CDATA, end, last, min(last + 3, len(text)))
    kind = DOCTYPE if sort == _IS_DOCTYPE else COMMENT
    if sort == _OPENS_COMMENT:
        end = _comment_end(text, start)
    elif sort == _OPENS_CDATA:
        end = text.find(">", end) + 1 or len(text)
    elif sort == _IS_CUT_OFF:
        kind, end = BROKEN, _broken_end(text, start)
    return Piece(None, kind, start, end, end)


def _broken_end(text: str, start: int) -> int:
    """A tag cut off by the next "<" ends there, any other at the end of the text."""
    cut = _CUT_TAG.match(text, start)
    return cut.end() if cut else len(text)


def _comment_end(text: str, start: int) -> int:
    if text.startswith((">", "->"), start + 4):
        return text.index(">", start + 4) + 1
    end = _COMMENT_END.search(text, start + 4)
    return end.end() if end else len(text)


@cache
def _end_tag(name: str) -> re.Pattern[str]:
    return later(rf"</{name}(?=[{SPACE}/>])", re.IGNORECASE)


def raw_end(text: str, at: int, name: str) -> int:
    """Where the content of a raw-text element ends: at its end tag or with the text."""
    if name == "plaintext":
        return len(text)
    end = _end_tag(name).search(text, at)
    if end is None:
        return len(text)
    if name == "script" and "<!--" in text[at : end.start()]:
        return _escaped_script_end(text, at)
    return end.start()


def _escaped_script_end(text: str, at: int) -> int:
    """The end of a script that holds ``<!-- <script>``: the inner script's end does not count."""
    escaped = doubly = False
    for sign in _SCRIPT_ESCAPE.finditer(text, at):
        match sign[0][:3].lower():
            case "<!-":
                escaped = True
            case "-->":
                escaped = doubly = False
            case "</s" if not doubly:
                return sign.start()
            case "</s":
                doubly = False
            case _:
                doubly = escaped
    return len(text)
