"""The attributes of a start tag: quickly as a mapping, or each with its exact place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ptlint.page.html.entities import decode_value
from ptlint.pattern import later

_NAME = r"([^ \t\n\f\r/>\ue001][^ \t\n\f\r/>=\ue001]*+)"
_EQUALS = r"[ \t\n\f\r]*+=[ \t\n\f\r]*+"
_VALUE = r"""(?:"([^"]*+)"|'([^']*+)'|([^ \t\n\f\r>"'][^ \t\n\f\r>]*+|(?=>)))"""
_ATTRIBUTE = later(rf"{_NAME}(?:{_EQUALS}{_VALUE})?+")

#: name, name start, end of all, value start, value end; -1 for an attribute without "=".
Written = tuple[str, int, int, int, int]


def written(text: str, start: int, end: int) -> Iterator[Written]:
    """Every attribute between the end of a tag's name and its ">" (``end`` lies after it).

    Attributes whose name is template code are left out.
    """
    for found in _ATTRIBUTE.finditer(text, start, end):
        name = found[1].lower()
        if "\ue000" in name:
            continue
        group = found.lastindex or 1
        if group == 1:
            yield name, found.start(), found.end(), -1, -1
        else:
            yield name, found.start(), found.end(), found.start(group), found.end(group)


def value_place(text: str, start: int, end: int, name: str) -> tuple[int, int] | None:
    """Where the value of the first attribute of a name stands, quotes left out."""
    written = f' {name}="'
    if text.startswith(written, start):  # the first attribute of the tag, as most often
        opened = start + len(written)
        closed = text.find('"', opened, end)
        if closed >= 0:
            return opened, closed
    found = _up_to(name).match(text, start, end)
    return found.span(found.lastindex) if found and found.lastindex else None


@cache
def _up_to(name: str) -> re.Pattern[str]:
    """The attributes of a tag up to the first of a name, its value as the only group."""
    wanted = rf"(?ai:{re.escape(name)})(?:(?=[ \t\n\f\r/>=\ue001])|\Z)"
    other = rf"(?!{wanted})(?:{_ATTRIBUTE.pattern})".replace("(", "(?:").replace("(?:?", "(?")
    return later(rf"(?:[ \t\n\f\r/>\ue001]++|{other})*+{wanted}(?:{_EQUALS}{_VALUE})?+")


def value(text: str, start: int, end: int) -> str:
    """The decoded value between two offsets."""
    raw = text[start:end]
    return decode_value(raw.replace("\ue001", "") if "\ue001" in raw else raw)


def mapping(text: str, start: int, end: int) -> Mapping[str, str]:
    """The attributes by name, the first of equal names; no value counts as empty."""
    found: dict[str, str] = {}
    repeated = False
    for written_name, double, single, bare in _ATTRIBUTE.findall(text, start, end):
        name = written_name.lower()
        if name in found:
            repeated = True
        elif "\ue000" not in name:
            raw = double or single or bare
            if "\ue001" in raw:
                raw = raw.replace("\ue001", "")
            found[name] = decode_value(raw) if "&" in raw else raw
    return Repeated(found) if repeated else found


class Repeated(dict[str, str]):
    """The attributes of a tag in which one is written twice."""
