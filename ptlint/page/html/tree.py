"""The lxml tree of a page, built from the same events as its blocks.

What lxml is given is not the page as written but the events written out again: every end tag
in its place, no stray tags, no comments, no program code. So both agree on what is inside
what, and each element carries the number of its start tag.
"""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from ptlint.page.html import tokenizer as t
from ptlint.page.html.elements import RAW, VOID
from ptlint.page.html.markup import NUMBER
from ptlint.page.html.nesting import OPEN, TEXT, Nesting

#: Void elements that libxml2 does not know to be void.
_CLOSED = frozenset(("source", "track", "wbr", "keygen", "command", "bgsound"))
_BEFORE_SLASH = " \t\n\"'"
_TEMPLATE_NAME = re.compile(r"[^a-z0-9:_-]")


@cache
def _parser() -> etree.HTMLParser:
    return etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)


def tree_of(nesting: Nesting) -> etree._Element:
    """The html element of the page."""
    written = "".join(_pieces(nesting)).replace("\ue001", " ")
    root = etree.fromstring(written.encode("utf-8", "replace"), _parser())
    return root if root is not None else etree.Element("html")


def _pieces(nesting: Nesting) -> list[str]:
    """The page written out with all end tags and a number in every start tag."""
    text, pieces = nesting.text, ["<!DOCTYPE html>"]
    add = pieces.append
    for kind, element, start, end, token in nesting.events:
        if kind == TEXT:
            if token == t.TEXT:
                add(_escaped(text[start:end]))
            elif token == t.CDATA:
                add(text[start:end].replace("&", "&amp;").replace("<", "&lt;"))
            elif element is not None and RAW.get(element.name):
                add(text[start:end].replace("<", "&lt;"))
            elif element is not None and element.name == "style":
                add(text[start:end])
            continue
        assert element is not None
        name = element.name
        if kind == OPEN:
            stop = end - 2 if text[end - 2] == "/" and text[end - 3] in _BEFORE_SLASH else end - 1
            stop = max(stop, element.name_end)
            rest = text[element.name_end : stop]
            if "\ue000" in rest:
                rest = _without_template_names(element.text, element.name_end, stop)
            add(f'<{_tag_name(name)} {NUMBER}="{element.number}"{rest}>')
        elif name not in VOID or name in _CLOSED:
            add(f"</{_tag_name(name)}>")
    return pieces


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;") if "<" in text else text


def _tag_name(name: str) -> str:
    if name.isalnum() and name.isascii():
        return name
    return _TEMPLATE_NAME.sub("_", name)


_TEMPLATE_ATTRIBUTE = re.compile(
    r"""("[^"]*+"|'[^']*+'|=[ \t\n\f\r]*+[^ \t\n\f\r>"']++)|\ue000++"""
)


def _without_template_names(text: str, start: int, end: int) -> str:
    return _TEMPLATE_ATTRIBUTE.sub(lambda found: found[1] or " ", text[start:end])
