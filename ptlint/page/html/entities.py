"""Character references (``&eacute;``, ``&#8211;``) one by one, as browsers decode them."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

from ptlint.pattern import later

REFERENCE = later(r"&(?:#(?:[xX][0-9A-Fa-f]++|[0-9]++)|[A-Za-z][A-Za-z0-9]*+);?")
_LONGEST_BARE = max(len(name) for name in html5 if not name.endswith(";"))


def decode(reference: str) -> tuple[str, int]:
    """The character of a reference and how much of it was used (0: it is no reference).

    ``&notit;`` is "¬" followed by "it;": only some names may lack their semicolon.
    """
    if reference[1] == "#":
        return unescape(reference), len(reference)
    name = reference[1:]
    known = html5.get(name)
    if known is not None:
        return known, len(reference)
    for end in range(min(len(name), _LONGEST_BARE), 1, -1):
        known = html5.get(name[:end])
        if known is not None:
            return known, end + 1
    return "", 0


def decode_value(value: str) -> str:
    """An attribute value decoded: ``?a=1&copy=2`` keeps its parameter, unlike in text."""
    return REFERENCE.sub(_in_value, value) if "&" in value else value


def _in_value(found: re.Match[str]) -> str:
    reference = found[0]
    if reference[1] != "#" and not reference.endswith(";"):
        after = found.string[found.end() : found.end() + 1]
        if after == "=" or reference[1:] not in html5:
            return reference
    char, used = decode(reference)
    if not used or (reference[1] != "#" and used != len(reference)):
        return reference
    return char
