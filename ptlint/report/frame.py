"""Code frames: a source line with the words concerned underlined, fitted to the terminal."""

from __future__ import annotations

import unicodedata

_SHOWN = {"\t": "    ", "\u00a0": "·", "\u200b": "·", "\ufeff": "·"}
_ELLIPSIS = "…"


def columns(text: str) -> int:
    """How many terminal columns a text takes; wide East Asian characters take two."""
    return sum(_columns_of(char) for char in text)


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


def visible(text: str) -> str:
    """A text as it can be printed: tabs widened, invisible and control signs made visible."""
    return "".join(_SHOWN.get(char) or _printable(char) for char in text)


def _printable(char: str) -> str:
    return "�" if unicodedata.category(char) in ("Cc", "Cs", "Co", "Cf") else char


def _columns_of(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _window(line: str, start: int, end: int, width: int) -> tuple[int, int]:
    """The characters to show: the whole line if it fits, else what surrounds the words."""
    if len(line) <= width and columns(visible(line)) <= width:
        return 0, len(line)
    room = width - 2
    first = max(0, start - max(8, min(room // 3, (room - (end - start)) // 2)))
    last, used = first, 0
    while last < len(line):
        used += columns(visible(line[last]))
        if used > room:
            break
        last += 1
    return first, max(last, first + 1)
