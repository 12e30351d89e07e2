"""A stretch of text that still knows its source offsets, however it is decoded or mended."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import unquote

from ptlint.pattern import later
from ptlint.record import record
from ptlint.source.escapes import unescaped

Escape = Literal["html", "markdown", "percent", "space"]

_ENTITY = r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});"
_ESCAPES: dict[Escape, re.Pattern[str]] = {
    "html": later(_ENTITY, re.IGNORECASE),
    "markdown": later(r"\\[!-/:-@\[-`{-~]"),
    "space": later(r"%(?:20|09|0[ad])", re.IGNORECASE),
    "percent": later(r"(?:%[0-9a-f]{2}){1,12}+", re.IGNORECASE),
}


@record
class Stretch:
    """Text, and for each of its characters where that stands in the source (end exclusive)."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The source offsets of the characters from `start` to `end`."""
        if start < end:
            return self.starts[start], self.ends[end - 1]
        if start < len(self.starts):
            return self.starts[start], self.starts[start]
        place = self.ends[-1] if self.ends else 0
        return place, place

    def part(self, start: int, end: int | None = None) -> Stretch:
        """The characters from `start` to `end`, with their places."""
        wanted = slice(start, end)
        return Stretch(self.text[wanted], self.starts[wanted], self.ends[wanted])

    def replaced(self, start: int, end: int, by: str) -> Stretch:
        """This stretch with `by` in place of the characters from `start` to `end`."""
        first, last = self.source(start, end)
        return Stretch(
            self.text[:start] + by + self.text[end:],
            (*self.starts[:start], *([first] * len(by)), *self.starts[end:]),
            (*self.ends[:start], *([last] * len(by)), *self.ends[end:]),
        )


def stretch(text: str, start: int = 0, end: int | None = None) -> Stretch:
    """The characters of `text` from `start` to `end` as they stand."""
    end = len(text) if end is None else end
    return Stretch(text[start:end], tuple(range(start, end)), tuple(range(start + 1, end + 1)))


def decoded(source: Stretch, escape: Escape) -> Stretch:
    """`source` with its escapes of one kind resolved; what is no escape stays."""
    done = 0
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _ESCAPES[escape].finditer(source.text):
        plain = _plain(match.group(), escape)
        first, last = source.source(*match.span())
        text += source.text[done : match.start()], plain
        starts += *source.starts[done : match.start()], *([first] * len(plain))
        ends += *source.ends[done : match.start()], *([last] * len(plain))
        done = match.end()
    rest = source.part(done)
    return Stretch("".join(text) + rest.text, (*starts, *rest.starts), (*ends, *rest.ends))


def _plain(escaped: str, escape: Escape) -> str:
    if escape == "html":
        return unescaped(escaped)
    if escape == "markdown":
        return escaped[1:]
    try:
        return unquote(escaped, errors="strict")
    except UnicodeDecodeError:
        return escaped
