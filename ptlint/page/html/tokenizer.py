"""One linear pass over HTML that gives every tag, comment and stretch of text with its place.

Follows the tokenization of the HTML Standard (13.2.5). Template code arrives masked: U+E000
stands for code that prints something, U+E001 for code that prints nothing; inside a tag the
latter separates attributes as white space does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ptlint.page.html.elements import RAW
from ptlint.pattern import later

TEXT, BLANK, RAW_TEXT, CDATA, START, END, COMMENT, DOCTYPE, BROKEN = range(9)

#: BLANK is text without any sign but white space and template code that prints nothing.

#: kind, start, end, name in lower case, offset where the name ends (0 for other than tags).
Token = tuple[int, int, int, str, int]

_SPACE = r" \t\n\f\r\ue001"
_EQUALS = r"[ \t\n\f\r]*+=[ \t\n\f\r]*+"
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^ \t\n\f\r>"'][^ \t\n\f\r>]*+|(?=>))"""
#: Attributes up to the ">" of their tag; possessive, so it runs in linear time.
_ATTRIBUTE = rf"[^{_SPACE}/>][^{_SPACE}/>=]*+(?:{_EQUALS}{_VALUE})?+"
_ATTRIBUTES = rf"(?:[{_SPACE}/]++(?:{_ATTRIBUTE})?+|{_ATTRIBUTE})*+"
_NAME = rf"[A-Za-z\ue000][^{_SPACE}/><]*+"
#: Most tags end right behind their name.
_REST = rf"(?:>|(?=[{_SPACE}/]){_ATTRIBUTES}>)"
_MARKUP = later(
    rf"<(?:({_NAME}){_REST}|/({_NAME}){_REST}"
    r"|(!--)|(!\[(?i:CDATA)\[)|(!(?i:doctype))[^>]*+>|([!?/])[^>]*+>|([A-Za-z!?/]))"
)
#: The groups of ``_MARKUP``.
_START_TAG, _END_TAG, _COMMENT, _CDATA, _DOCTYPE, _BOGUS_COMMENT, _CUT_OFF = range(1, 8)
_COMMENT_END = later(r"--!?>")
_SCRIPT_ESCAPE = later(r"<!--|-->|<script(?=[ \t\n\f\r/>])|</script(?=[ \t\n\f\r/>])", re.I)
_NOTHING = " \t\n\r\f\ue001"
_FOREIGN = frozenset(("svg", "math"))
#: Elements after whose start tag the text is read in another way.
_SPECIAL = _FOREIGN | RAW.keys() | {"plaintext"}


def tokens(text: str) -> Iterator[Token]:
    """Every piece of the text in order; the pieces do not overlap.

    Tags that never end come as ``BROKEN``: browsers show nothing of them.
    """
    at = foreign = 0
    found: Iterator[re.Match[str]] | None = _MARKUP.finditer(text)
    while found:
        ahead, found = found, None
        for markup in ahead:
            start, end = markup.span()
            if at < start:
                yield TEXT if text[at:start].strip(_NOTHING) else BLANK, at, start, "", 0
            at, kind = end, markup.lastindex
            if kind == _START_TAG:
                written = markup[1]
                name = written.lower()
                yield START, start, end, name, start + 1 + len(written)
                if name in _SPECIAL:
                    if name in _FOREIGN:
                        foreign += text[end - 2] != "/"
                    elif not (foreign and name == "title"):
                        at = _raw_end(text, end, name)
                        if end < at:
                            yield RAW_TEXT, end, at, name, 0
            elif kind == _END_TAG:
                written = markup[2]
                name = written.lower()
                yield END, start, end, name, start + 2 + len(written)
                foreign = foreign and foreign - (name in _FOREIGN)
            else:
                other, at = _other(text, markup, foreign > 0)
                yield other
            if at != end:  # text that is no markup was passed over
                found = _MARKUP.finditer(text, at)
                break
    if at < len(text):
        yield TEXT if text[at:].strip(_NOTHING) else BLANK, at, len(text), "", 0


def _other(text: str, found: re.Match[str], in_foreign: bool) -> tuple[Token, int]:
    """A comment, doctype, CDATA section or broken tag, and where the text goes on after it."""
    start, end, kind = found.start(), found.end(), found.lastindex
    if kind == _CDATA and in_foreign:
        close = text.find("]]>", end)
        last = close if close >= 0 else len(text)
        return (CDATA, end, last, "", 0), min(last + 3, len(text))
    if kind == _COMMENT:
        end = _comment_end(text, start)
    elif kind == _CDATA:
        end = text.find(">", end) + 1 or len(text)
    elif kind == _CUT_OFF:
        end = _broken_end(text, start)
        return (BROKEN, start, end, "", 0), end
    return (DOCTYPE if kind == _DOCTYPE else COMMENT, start, end, "", 0), end


_CUT_TAG = later(rf"</?{_NAME}(?=<)")


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
    return later(rf"</{name}(?=[{_SPACE}/>])", re.IGNORECASE)


def _raw_end(text: str, at: int, name: str) -> int:
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
