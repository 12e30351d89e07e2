"""Quoted titles, and the sentences into which the rest of an entry falls."""

from __future__ import annotations

from ptlint.pattern import later, one_of
from ptlint.record import record

_PAIRS = {"“": "”", "„": "“", '"': '"', "«": "»", "‘": "’", "'": "'", "`": "'"}
_QUOTES = later(one_of("".join(dict.fromkeys((*_PAIRS, *_PAIRS.values())))))
_CLOSING = one_of('."”’)]')
_OPENING = one_of('"“‘[(')
_BOUNDARY = later(
    rf"[.?!]{_CLOSING}{{0,2}}"
    rf"(?:\s+(?={_OPENING}?(?:[A-Z0-9]|[a-z]{{1,4}}[A-Z]|npj\s))|(?<=[?!])(?=[A-Z]))"
)
_NO_STOP_AFTER = frozenset(
    (
        *("vs", "v", "st", "dr", "mr", "mrs", "ms", "no", "nos", "vol", "approx", "e.g", "i.e"),
        *("cf", "spp", "sp", "subsp", "var", "fig", "inc", "jr", "sr", "prof", "dept", "etc", "ca"),
    )
)
_DOTTED = later(r"(?:[A-Za-z]\.){1,5}[A-Za-z]")


@record
class Segment:
    """A stretch of an entry between two sentence ends, without white space and closing stop."""

    text: str
    start: int
    end: int
    stop: str


def quoted(core: str, start: int) -> tuple[int, int, int] | None:
    """The quoted title that opens at `start`: inner start, inner end, offset behind the quote."""
    if start >= len(core) or core[start] not in _PAIRS:
        return None
    close = _PAIRS[core[start]]
    end = _closing(core, start, close)
    if end is None and close == "”":  # opened curly, closed straight
        close = '"'
        end = _closing(core, start, close)
    return (start + 1, end, end + 1) if end is not None else None


def _closing(core: str, start: int, close: str) -> int | None:
    """The quotation mark that closes the one at `start`: at a stop or before a new part."""
    depth, fallback, opening = 0, None, core[start]
    for found in _QUOTES.finditer(core, start + 1, start + 1200):
        at, char = found.start(), found[0]
        if char == opening and opening != close:
            depth += 1
        elif char == close and depth and close not in "’'":
            depth -= 1
        elif char == close:
            if (
                core[at - 1] in ".,?!"
                or core[at + 1 : at + 2] in ".,;"
                or at + 1 >= len(core.rstrip())
            ):
                return at
            if core[at + 1 : at + 2].isspace() and fallback is None and close not in "’'":
                fallback = at
    return fallback


def _is_end(core: str, start: int, at: int) -> bool:
    """Whether the stop at `at` ends a sentence rather than an abbreviation."""
    if core[at] != ".":
        return True
    word = core[max(start, core.rfind(" ", start, at) + 1) : at].lstrip('([“"‘')
    if len(word) == 1 and word.isupper():
        before = core[max(start, at - 14) : at - 1].rstrip()
        return bool(before) and before[-1].islower()
    if len(word) % 2 and word[1:2] == "." and _DOTTED.fullmatch(word):
        return False  # U.S., F.A. Davis
    return word.lower() not in _NO_STOP_AFTER


def segments(core: str, start: int, end: int) -> list[Segment]:
    """Split `core[start:end]` at sentence ends; empty pieces are left out."""
    found: list[Segment] = []
    at = start
    for match in _BOUNDARY.finditer(core, start, end):
        inside = core.count("(", at, match.start()) > core.count(")", at, match.start() + 1)
        if not inside and _is_end(core, at, match.start()):
            found += _segment(core, at, match.end(), match.group()[0])
            at = match.end()
    return found + _segment(core, at, end, "")


def _segment(core: str, start: int, end: int, stop: str) -> list[Segment]:
    while start < end and core[start] in " .,;:\t\n":
        start += 1
    while end > start and core[end - 1] in " .,;:\t\n":
        end -= 1
    return [Segment(core[start:end], start, end, stop)] if end > start else []
