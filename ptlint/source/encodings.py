"""Encodings that give back exactly the bytes they were read from.

Python's own codecs do that, but two are missing: windows-1252 as the WHATWG
Encoding Standard defines it (five bytes that Python's cp1252 refuses are control
characters), and UTF-8 with a few bytes that are not UTF-8, as pages pasted
together from several sources have them.
"""

from __future__ import annotations

import codecs

WINDOWS_1252 = "windows-1252"
STRAY_UTF_8 = "utf-8 with stray bytes"
# A byte that is not UTF-8 stands in the text as one private-use character.
_STRAY_BASE = 0xF700

_TO_1252 = {
    byte: bytes([byte]).decode("cp1252")
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_FROM_1252 = {ord(char): chr(byte) for byte, char in _TO_1252.items()}
_FROM_STRAY = {_STRAY_BASE + byte: chr(0xDC00 + byte) for byte in range(0x80, 0x100)}
_TO_STRAY = {ord(surrogate): chr(char) for char, surrogate in _FROM_STRAY.items()}

# Labels that the WHATWG Encoding Standard reads as a larger relative.
_LARGER = {
    "ascii": WINDOWS_1252,
    "iso8859-1": WINDOWS_1252,
    "cp1252": WINDOWS_1252,
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
# No page is written in these: they are escapes, or need a byte order mark.
_REFUSED = ("utf-7", "utf-16", "utf-32", "unicode", "raw-unicode", "idna", "punycode", "mbcs")


def encoding_of_label(label: str) -> str | None:
    """The encoding that a page means by a ``charset`` label, ``None`` when it is unknown."""
    try:
        name = codecs.lookup(label.strip()).name
        b"a".decode(name)
    except (LookupError, ValueError):
        return None
    if name.replace("_", "-").startswith(_REFUSED):
        return None
    return _LARGER.get(name, name)


def decode_as(data: bytes, encoding: str) -> str:
    """The text of ``data``.

    Raises:
        UnicodeDecodeError: the bytes are not valid in the encoding.
    """
    if encoding == WINDOWS_1252:
        return data.decode("latin-1").translate(_TO_1252)
    if encoding == STRAY_UTF_8:
        return data.decode("utf-8", "surrogateescape").translate(_TO_STRAY)
    return data.decode(encoding)


def encode_as(text: str, encoding: str, errors: str = "strict") -> bytes:
    """The bytes of ``text``, the inverse of :func:`decode_as`.

    Args:
        errors: what becomes of a character that the encoding lacks, as in ``str.encode``;
            ``xmlcharrefreplace`` writes it as a character reference.

    Raises:
        UnicodeEncodeError: a character has no place in the encoding (``strict`` only).
    """
    if encoding == WINDOWS_1252:
        return text.translate(_FROM_1252).encode("latin-1", errors)
    if encoding == STRAY_UTF_8:
        return text.translate(_FROM_STRAY).encode("utf-8", "surrogateescape")
    return text.encode(encoding, errors)


def stray_bytes(text: str) -> int:
    """How many characters of a text read as ``STRAY_UTF_8`` stand for stray bytes."""
    return len(text) - len(text.translate(dict.fromkeys(_FROM_STRAY)))
