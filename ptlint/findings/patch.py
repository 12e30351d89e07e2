"""What fixing would change, as a patch that ``git apply`` and ``patch`` understand."""

from __future__ import annotations

import difflib
import os
import re

_PLAIN = re.compile(rb"[^\x00-\x1f\x7f-\xff\"\\]*+")
_NO_NEWLINE = b"\n\\ No newline at end of file\n"
_SHORT = {0x07: "a", 0x08: "b", 0x09: "t", 0x0A: "n", 0x0B: "v", 0x0C: "f", 0x0D: "r"}


def patch(name: str, old: bytes, new: bytes) -> bytes:
    """A unified diff of one file in git's form; nothing when both are the same.

    Works on bytes, cut at line feeds only, so that encodings, newlines and a missing last
    line end come through as they are.

    Args:
        name: the path as the patch is to name it, with "/".
    """
    if old == new:
        return b""
    first, second = _named(b"a/", name), _named(b"b/", name)
    # git ends a name that holds a space with a tab in these two lines.
    tail = b"\t" if " " in name and not first.startswith(b'"') else b""
    head = b"diff --git %s %s\n--- %s%s\n+++ %s%s\n" % (first, second, first, tail, second, tail)
    return head + b"".join(_hunks(_lines(old), _lines(new)))


def _lines(data: bytes) -> list[bytes]:
    return [line for line in re.split(rb"(?<=\n)", data) if line]


def _hunks(old: list[bytes], new: list[bytes]) -> list[bytes]:
    hunks = []
    for group in difflib.SequenceMatcher(None, old, new).get_grouped_opcodes(3):
        (_, a, _, b, _), (_, _, a_end, _, b_end) = group[0], group[-1]
        hunks.append(b"@@ -%s +%s @@\n" % (_range(a, a_end), _range(b, b_end)))
        for tag, i, i_end, j, j_end in group:
            if tag == "equal":
                hunks += [_line(b" ", line) for line in old[i:i_end]]
                continue
            hunks += [_line(b"-", line) for line in old[i:i_end]]
            hunks += [_line(b"+", line) for line in new[j:j_end]]
    return hunks


def _range(start: int, end: int) -> bytes:
    return b"%d,%d" % (start + 1 if end > start else start, end - start)


def _line(sign: bytes, line: bytes) -> bytes:
    return sign + line if line.endswith(b"\n") else sign + line + _NO_NEWLINE


def _named(prefix: bytes, name: str) -> bytes:
    raw = prefix + os.fsencode(name)
    if _PLAIN.fullmatch(raw):
        return raw
    return b'"' + b"".join(_quoted(byte) for byte in raw) + b'"'


def _quoted(byte: int) -> bytes:
    if byte in _SHORT:
        return f"\\{_SHORT[byte]}".encode()
    if byte in b'"\\':
        return b"\\" + bytes([byte])
    return bytes([byte]) if 0x20 <= byte < 0x7F else b"\\%03o" % byte
