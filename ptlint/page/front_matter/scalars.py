"""Single values: quoted and plain strings, and what plain ones stand for in YAML."""

from __future__ import annotations

import datetime
import re
from typing import Any

from ptlint.page.front_matter.model import FrontMatterError
from ptlint.page.mapped import MappedText, joined
from ptlint.pattern import later
from ptlint.record import record
from ptlint.source.span import Span

Piece = tuple[str, int, int]

_ESCAPE = later(
    r"\\(?:(u[Dd][89ABab][0-9A-Fa-f]{2}\\u[Dd][C-Fc-f][0-9A-Fa-f]{2})|x([0-9A-Fa-f]{2})"
    r"|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\r\n?|\n)[ \t]*+|(.))"
)
_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_LINE_END = later(r"[\r\n]")
_FOLD = later(r"[ \t]*+(?:\r\n?|\n)[ \t\r\n]*+")
_INTEGER = later(r"[-+]?(?:0|[1-9]\d{0,17})\Z")
_FLOAT = later(r"[-+]?(?:\d{1,15}\.\d{0,15}|\.\d{1,15})(?:[eE][-+]?\d{1,3})?\Z")
_DAY = later(r"(\d{4})-(\d\d?)-(\d\d?)\Z")
_MOMENT = later(r"\d{4}-\d\d-\d\d[Tt ]")
_WORDS = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "True": True,
    "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


@record
class Scalar:
    """A single value: what it stands for, how it reads, and its span without quotes."""

    value: Any
    text: MappedText
    span: Span


def quoted(text: str, start: int, limit: int) -> tuple[Scalar, int]:
    """The quoted string at ``start`` and the offset behind its closing quote.

    Raises:
        FrontMatterError: the quote is not closed before ``limit``.
    """
    sign = text[start]
    end = _closing(text, start + 1, limit, sign)
    if end < 0:
        line_end = min(_end_of_line(text, start), limit)
        raise FrontMatterError(
            f"The quotation mark {sign} is opened here but never closed.", Span(start, line_end)
        )
    pieces = list(_pieces(text, start + 1, end, sign))
    value = "".join(piece for piece, _, _ in pieces)
    return Scalar(value, readable(pieces), Span(start + 1, end)), end + 1


def plain(value: str, pieces: list[Piece], span: Span) -> Scalar:
    """A value without quotes."""
    return Scalar(meaning(value), readable(pieces), span)


def meaning(word: str) -> Any:
    """What an unquoted word stands for: nothing, a boolean, a number, a date or itself."""
    if word in _WORDS:
        return _WORDS[word]
    if not (word[0].isdigit() or word[0] in "-+."):
        return word
    if _INTEGER.match(word):
        return int(word)
    if _FLOAT.match(word):
        return float(word)
    return _date(word)


def _date(word: str) -> Any:
    try:
        if day := _DAY.match(word):
            return datetime.date(int(day[1]), int(day[2]), int(day[3]))
        if _MOMENT.match(word):
            return datetime.datetime.fromisoformat(re.sub(r" (?=[-+]\d)", "", word))
    except ValueError:
        return word
    return word


def _closing(text: str, at: int, limit: int, sign: str) -> int:
    while (at := text.find(sign, at, limit)) >= 0:
        if sign == "'" and text.startswith("''", at) and at + 1 < limit:
            at += 2
        elif sign == '"' and _is_escaped(text, at):
            at += 1
        else:
            return at
    return -1


def _is_escaped(text: str, at: int) -> bool:
    before = at
    while text[before - 1] == "\\":
        before -= 1
    return (at - before) % 2 == 1


_DOUBLE = later(rf"{_ESCAPE.pattern}|{_FOLD.pattern}")
_SINGLE = later(rf"''|{_FOLD.pattern}")


def _pieces(text: str, start: int, end: int, sign: str) -> list[Piece]:
    """The string's characters; escapes and folded line breaks are units of their own."""
    pieces: list[Piece] = []
    at = start
    for found in (_DOUBLE if sign == '"' else _SINGLE).finditer(text, start, end):
        pieces.append((text[at : found.start()], at, found.start()))
        pieces.append((_decoded(found[0]), *found.span()))
        at = found.end()
    pieces.append((text[at:end], at, end))
    return [piece for piece in pieces if piece[0]]


def _decoded(written: str) -> str:
    if written == "''":
        return "'"
    escape = _ESCAPE.fullmatch(written)
    if not escape:
        # A blank line inside a string is a line break, a single line end is a space.
        breaks = len(re.findall(r"\r\n?|\n", written))
        return " " if breaks == 1 else "\n" * (breaks - 1)
    pair, *codes, newline, sign = escape.groups()
    if pair:
        return f"{chr(int(pair[1:5], 16))}{chr(int(pair[7:], 16))}".encode(
            "utf-16", "surrogatepass"
        ).decode("utf-16")
    code = int(next(filter(None, codes), "0"), 16) if any(codes) else None
    if code is not None:
        return chr(code) if code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else "\ufffd"
    return "" if newline else _NAMED.get(sign, sign)


def readable(pieces: list[Piece]) -> MappedText:
    """The words with every white space that breaks lines as one space."""
    return joined((_one_space(text), start, end) for text, start, end in pieces).strip()


def _one_space(text: str) -> str:
    return " " if text and not text.strip() and "\n" in text else text


def _end_of_line(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return found.start() if found else len(text)
