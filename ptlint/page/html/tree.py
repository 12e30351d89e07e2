"""The lxml tree of a page, built from the same events as its blocks.

What lxml is given is not the page as written but the events written out again: every end tag
in its place, no stray tags, no comments, no program code. So both agree on what is inside
what, and each element carries the number of its start tag.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

from ptlint.page.html import tokenizer as t
from ptlint.page.html.elements import RAW, VOID
from ptlint.page.html.markup import NUMBER
from ptlint.page.html.nesting import OPEN, TEXT, Element, Nesting

#: Void elements that libxml2 does not know to be void.
_CLOSED = frozenset(("source", "track", "wbr", "keygen", "command", "bgsound"))
_UNNAMEABLE = re.compile(r"[^a-z0-9:_-]")
_BEFORE_SLASH = frozenset(" \t\n\r\f\"'")
#: Attribute values, which stay, or template code outside of them.
_TEMPLATE_ATTRIBUTE = re.compile(
    r"""("[^"]*+"|'[^']*+'|=[ \t\n\f\r]*+[^ \t\n\f\r>"']++)|\ue000++"""
)


def tree_of(nesting: Nesting) -> etree._Element:
    """The html element of the page."""
    written = "".join(_pieces(nesting)).replace("\ue001", " ")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root = etree.fromstring(written.encode("utf-8", "replace"), parser)
    return root if root is not None else etree.Element("html")


def _pieces(nesting: Nesting) -> list[str]:
    """The page written out with all end tags and a number in every start tag."""
    text, pieces = nesting.text, ["<!DOCTYPE html>"]
    add = pieces.append
    if not any(token[3] == "html" for token in nesting.starts):
        add("<html>")
    for kind, element, start, end, token in nesting.events:
        if kind == TEXT:
            add(_text(text[start:end], element, token))
        elif element is not None and kind == OPEN:
            name = _tag_name(element.name)
            if end - element.name_end == 1:
                add(f'<{name} {NUMBER}="{element.number}">')
            else:
                add(f'<{name} {NUMBER}="{element.number}"{_attributes(text, element)}>')
        elif element is not None:
            add(_end_tag(element.name))
    return pieces


def _text(text: str, element: Element | None, token: int) -> str:
    if token == t.CDATA:
        return text.replace("&", "&amp;").replace("<", "&lt;")
    if token == t.RAW_TEXT and element is not None and not RAW.get(element.name):
        return text if element.name == "style" else ""
    return text.replace("<", "&lt;") if "<" in text else text


def _attributes(text: str, element: Element) -> str:
    """The attributes as written; "/" is left to the end tag, template code has no name."""
    first, last = element.name_end, element.inside - 1
    if text[last - 1] == "/" and (last - 1 == first or text[last - 2] in _BEFORE_SLASH):
        last -= 1
    written = text[first:last]
    if "\ue000" in written:
        written = _TEMPLATE_ATTRIBUTE.sub(lambda found: found[1] or " ", written)
    return written


@lru_cache(maxsize=1024)
def _tag_name(name: str) -> str:
    return _UNNAMEABLE.sub("_", name)


@lru_cache(maxsize=1024)
def _end_tag(name: str) -> str:
    return "" if name in VOID and name not in _CLOSED else f"</{_tag_name(name)}>"
