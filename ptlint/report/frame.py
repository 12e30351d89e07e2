"""Code frames: a source line with the words concerned underlined, fitted to the terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

_SHOWN = {"\t": "    ", "\u00a0": "·", "\u200b": "·", "\ufeff": "·"}
_ELLIPSIS = "…"


def columns(text: str) -> int:
    """How many terminal columns a text takes; wide East Asian characters take two."""
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, text))


def frame(line: str, start: int, end: int, width: int) -> tuple[str, str]:
    """A line cut to ``width`` columns around its characters ``start`` to ``end``, and the marks.

    No-break and zero-width spaces are shown as a raised dot, since nobody can see them.

    Returns:
        the text to print, and below it a line of ^ under the words concerned.
    """
    end = max(end, start + 1)
    first, last = _window(line, start, end, max(width, 20))
    before = _ELLIPSIS if first > 0 else ""
    after = _ELLIPSIS if last < len(line) else ""
    shown = before + visible(line[first:last]) + after
    margin = columns(before + visible(line[first:start]))
    marks = max(1, columns(visible(line[start : min(end, last)])))
    return shown, " " * margin + "^" * marks


def visible(text: str, keep_bytes: bool = False) -> str:
    """A text as it can be printed: tabs widened, invisible and control signs made visible.

    Args:
        keep_bytes: leave the surrogates alone that stand for the bytes of a file's name.
    """
    if text.isprintable():
        return text
    if keep_bytes:
        return "".join(char if _is_byte(char) else visible(char) for char in text)
    return "".join(map(_shown, text))


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """A text in lines of at most ``width`` terminal columns; words that are longer are cut."""
    room = max(width - columns(indent), 20)
    flat = visible(" ".join(text.split()))
    return [indent + line for line in (_narrow if flat.isascii() else _wide)(flat, room)]


def _narrow(flat: str, room: int) -> list[str]:
    """Lines of a text whose characters all take one column."""
    lines = []
    while len(flat) > room:
        cut = flat.rfind(" ", 0, room + 1)
        lines.append(flat[: cut if cut > 0 else room])
        flat = flat[cut + 1 if cut > 0 else room :]
    return [*lines, flat] if flat else lines


def _wide(flat: str, room: int) -> list[str]:
    lines: list[str] = []
    line, used = "", 0
    for word in _words(flat, room):
        size = columns(word)
        if line and used + 1 + size > room:
            lines.append(line)
            line, used = "", 0
        line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    return [*lines, line] if line else lines


def _words(text: str, room: int) -> Iterator[str]:
    for word in text.split(" "):
        if columns(word) <= room:
            if word:
                yield word
            continue
        piece, used = "", 0
        for char in word:
            size = _columns_of(char)
            if used + size > room:
                yield piece
                piece, used = "", 0
            piece, used = piece + char, used + size
        if piece:
            yield piece


def _is_byte(char: str) -> bool:
    return "\udc80" <= char <= "\udcff"


@cache
def _shown(char: str) -> str:
    if char in _SHOWN:
        return _SHOWN[char]
    # Marks of direction can turn a line round so that it reads as something else.
    return "�" if unicodedata.category(char) in ("Cc", "Cs", "Co", "Cf", "Zl", "Zp") else char


@cache
def _columns_of(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


@cache
def _columns_shown(char: str) -> int:
    return columns(visible(char))


def _window(line: str, start: int, end: int, width: int) -> tuple[int, int]:
    """The characters to show: the whole line if it fits, else what surrounds the words."""
    if len(line) <= width and columns(visible(line)) <= width:
        return 0, len(line)
    room = width - 2
    first = max(0, start - max(8, min(room // 3, (room - (end - start)) // 2)))
    if line.isascii() and line.isprintable():
        return first, min(first + room, len(line))
    last, used = first, 0
    while last < len(line):
        used += _columns_shown(line[last])
        if used > room:
            break
        last += 1
    return first, max(last, first + 1)
