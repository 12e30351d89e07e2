"""A start or end tag: what it says, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ptlint.page.html.attributes import mapping
from ptlint.page.html.landmark_tags import is_silent
from ptlint.page.html.showing import Mark, is_shown, marks_of
from ptlint.page.html.traits import Traits, traits_of
from ptlint.pattern import later
from ptlint.record import record

SPACE = r" \t\n\f\r\ue001"
_EQUALS = r"[ \t\n\f\r]*+=[ \t\n\f\r]*+"
_VALUE = r"""(?:"[^"]*+"|'[^']*+'|[^ \t\n\f\r>"'][^ \t\n\f\r>]*+|(?=>))"""
#: Attributes up to the ">" of their tag; possessive, so it runs in linear time.
_ATTRIBUTE = rf"[^{SPACE}/>][^{SPACE}/>=]*+(?:{_EQUALS}{_VALUE})?+"
_ATTRIBUTES = rf"(?:[{SPACE}/]++(?:{_ATTRIBUTE})?+|{_ATTRIBUTE})*+"
NAME = rf"[A-Za-z\ue000][^{SPACE}/><]*+"
#: A tag from its "<" on, the "/" of an end tag and the name in groups. Most end behind the name.
TAG = rf"<(/?)({NAME})(?:>|(?=[{SPACE}/]){_ATTRIBUTES}>)"
_TAG = later(TAG)
#: What would end a value, and its tag, whose quotation mark is not closed.
_CLOSING = "\">'>"
#: Attributes that nothing is looked up by.
_UNINDEXED = frozenset({"content", "d", "height", "href", "rel", "src", "type", "width"})
_NO_ATTRIBUTES: Mapping[str, str] = {}


@record
class Tag:
    """A start or end tag as written.

    Attributes:
        opens: whether it is a start tag.
        name: in lower case.
        traits: what matters of its name.
        size: how many characters it has, "<" and ">" included.
        name_end: how far from its "<" the name ends.
        attributes: attribute values by name, decoded; the first of equal names.
        self_closing: whether there is a "/" before its ">".
        shown: whether an inline element with this start tag shows its text.
        marks: what it marks its words as, each with the value of the mark.
        indexed: the names of attributes by which elements are looked up.
        silent: whether nothing of it can make the element a landmark of the page.
    """

    opens: bool
    name: str
    traits: Traits
    size: int
    name_end: int
    attributes: Mapping[str, str]
    self_closing: bool
    shown: bool
    marks: tuple[Mark, ...]
    indexed: tuple[str, ...]
    silent: bool


def read_tag(inside: str) -> Tag | None:
    """The tag in which this stands between "<" and ">", whatever comes after it.

    None where it is no tag, or where an open quotation mark leads past the ">".
    """
    found = _TAG.match(f"<{inside}>{_CLOSING}")
    return _made_of(found) if found and found.end() == len(inside) + 2 else None


#: Two tags of three on a page, and more on a site, are written as one before.
tag_of = lru_cache(maxsize=4096)(read_tag)


def tag_at(text: str, start: int) -> Tag | None:
    """The tag that begins at an offset."""
    found = _TAG.match(text, start)
    return _made_of(found) if found else None


def _made_of(found: re.Match[str]) -> Tag:
    slash, written = found.groups()
    start, name_end, end = found.start(), found.end(2), found.end()
    name = written.lower()
    plain = slash or end - name_end <= 2
    attributes = _NO_ATTRIBUTES if plain else mapping(found.string, name_end, end)
    return Tag(
        not slash,
        name,
        traits_of(name),
        end - start,
        name_end - start,
        attributes,
        found.string[end - 2] == "/",
        is_shown(name, attributes),
        marks_of(name, attributes),
        tuple([each for each in attributes if each not in _UNINDEXED]),
        is_silent(name, attributes),
    )
