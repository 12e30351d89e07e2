"""The lxml tree of a page, built from the same events as its blocks.

What lxml is given is not the page as written but the events written out again: every end tag
in its place, no stray tags, no comments, no program code. So both agree on what is inside
what, and each element carries the number of its start tag.
"""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from ptlint.page.html import tokenizer as t
from ptlint.page.html.elements import BLOCKS, HEAD, HEADINGS, LISTS, RAW, VOID
from ptlint.page.html.markup import NUMBER
from ptlint.page.html.nesting import OPEN, TEXT, Element, Nesting
from ptlint.pattern import later

#: Void elements that libxml2 does not know to be void.
_CLOSED = frozenset(("source", "track", "wbr", "keygen", "command", "bgsound"))
#: Elements that libxml2 ends before blocks inside them, which browsers do not.
_INLINE = frozenset(
    ("a", "b", "big", "em", "font", "i", "s", "small", "span", "strike", "strong", "sub", "sup")
)
_ENDED_EARLY = (
    _INLINE
    | HEADINGS
    | LISTS
    | frozenset(("tt", "u", "dl", "dt", "address", "center", "legend", "p", "pre"))
)
_RENAMED = BLOCKS - VOID
#: Children that need no other name.
_USUAL = {**dict.fromkeys(LISTS, ("li",)), "dl": ("dt", "dd")}
#: Stands before a name that libxml2 must not know.
_ALIAS = "ptlint-"
_BEFORE_BODY = HEAD | {"html"}
_UNNAMEABLE = later(r"[^a-z0-9:_-]")
_CUT = {"<": "&lt;", "&": "&amp;"}
_BEFORE_SLASH = frozenset(" \t\n\r\f\"'")
#: Attribute values, which stay, or template code outside of them.
_TEMPLATE_ATTRIBUTE = later(r"""("[^"]*+"|'[^']*+'|=[ \t\n\f\r]*+[^ \t\n\f\r>"']++)|\ue000++""")


def tree_of(nesting: Nesting) -> etree._Element:
    """The html element of the page."""
    written = "".join(_pieces(nesting)).replace("\ue001", " ")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root = etree.fromstring(written.encode("utf-8", "replace"), parser)
    if root is None:
        return etree.Element("html")
    if _ALIAS in written:
        for element in root.iter(etree.Element):
            if element.tag.startswith(_ALIAS):
                element.tag = element.tag.removeprefix(_ALIAS)
    return root


def _pieces(nesting: Nesting) -> list[str]:
    """The page written out with all end tags and a number in every start tag.

    What the events follow each other in without a gap is copied as it stands.
    """
    text, pieces = nesting.text, ["<!DOCTYPE html>"]
    add, may_have_code = pieces.append, "\ue000" in text
    if not any(each.name == "html" for each in nesting.starts):
        add("<html>")
    body_at = _body_needed_at(nesting)
    renamed: dict[Element, str] = {}
    first = _document_at(nesting)
    # Up to where the text is in the pieces, and up to where events reach.
    copied = last = nesting.events[first][2] if first else 0
    for index, (kind, element, start, end, token) in enumerate(nesting.events[first:], first):
        if start > last:
            add(text[copied:last])
            copied = start
        if index == body_at:
            add(text[copied:start] + _late_body(nesting))
            copied = start
        if kind == TEXT:
            if token > t.BLANK:
                add(text[copied:start] + _raw_text(text[start:end], element, token))
                copied = end
            elif text[end - 1] in _CUT:
                # What stood between this sign and the next letter may be left out.
                add(text[copied : end - 1] + _CUT[text[end - 1]])
                copied = end
        elif element is None or start < last:
            continue
        elif kind == OPEN:
            name_end, name = element.name_end, _name_in(element)
            if name:
                renamed[element] = name
            add(text[copied:start] + "<" + name if name else text[copied:name_end])
            add(f' {NUMBER}="{element.number}"')
            copied = name_end
            if text[end - 2] == "/" or (may_have_code and "\ue000" in text[name_end:end]):
                add(_attributes(text, element))
                copied = end - 1
        elif start == end or element.name in HEADINGS or element in renamed:
            add(text[copied:start] + _end_tag(renamed.get(element, element.name)))
            copied = end
        last = end
    add(text[copied:last])
    return pieces


def _document_at(nesting: Nesting) -> int:
    """The event of the html, head or body tag with which a document begins, signs before it aside.

    A byte order mark or template code in front must not open a body of its own.
    """
    element = nesting.elements[0] if nesting.elements else None
    return element.opened if element and element.name in ("html", "head", "body") else 0


def _end_tag(name: str) -> str:
    return "" if name in VOID and name not in _CLOSED else f"</{name}>"


def _body_needed_at(nesting: Nesting) -> int:
    """The event where a body begins that has no tag there; libxml2 would make paragraphs."""
    first = _document_at(nesting)
    for index, (kind, element, _, _, token) in enumerate(nesting.events):
        if kind == TEXT:
            begins = token == t.TEXT and (element is None or element.name == "html")
            begins = begins and index >= first
        elif kind == OPEN and element is not None and element.name not in _BEFORE_BODY:
            if element.name in ("body", "frameset"):
                return -1
            begins = element.parent is None or element.parent.name == "html"
        else:
            begins = False
        if begins:
            return index
    return -1


def _late_body(nesting: Nesting) -> str:
    """The body's tag, or the one that only comes after its first content."""
    for number, each in enumerate(nesting.starts):
        if each.name == "body" and nesting.elements[number] is None:
            return f'<body {NUMBER}="{number}"{nesting.text[each.name_end : each.inside]}'
    return "<body>"


def _name_in(element: Element) -> str:
    """Another name to give to libxml2; empty for most elements.

    It would end some parents before some children, and not every name can stand in a tree.
    """
    name, parent = element.name, element.parent
    plain = name if name.isalnum() else _tag_name(name)
    if parent is not None and parent.name in _ENDED_EARLY and name in _RENAMED:
        return "" if name in _USUAL.get(parent.name, ()) else _ALIAS + plain
    return "" if plain == name else plain


def _raw_text(text: str, element: Element | None, token: int) -> str:
    if token == t.CDATA:
        return text.replace("&", "&amp;").replace("<", "&lt;")
    if element is not None and not RAW.get(element.name):
        return text if element.name == "style" else ""
    return text.replace("<", "&lt;")


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
    plain = _UNNAMEABLE.sub("_", name)
    return plain if "a" <= plain[0] <= "z" else f"x-{plain}"
