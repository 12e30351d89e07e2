"""Bytes to text: byte order marks, UTF-8, UTF-16 and UTF-32, declared and guessed charsets.

Text that is valid UTF-8 is UTF-8 whatever the page declares: bytes in another
encoding that happen to be valid UTF-8 are not met with in practice, pages with a
wrong declaration are. Every decoding gives back the same bytes when encoded.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import NamedTuple

from ptlint.pattern import later
from ptlint.source.binary import has_many_controls, kind_of_binary
from ptlint.source.encodings import (
    STRAY_UTF_8,
    WINDOWS_1252,
    decode_as,
    encode_as,
    encoding_of_label,
    stray_bytes,
)
from ptlint.source.unreadable import UnreadableFile

SIZE_LIMIT = 20_000_000
_NO_TEXT = "holds bytes that no text has, so it is no page of text"
_SAVE_AS = "save it as UTF-8 and check it again"

# The longer marks first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How far into a page its charset may be declared; browsers stop at 1,024 bytes.
_DECLARED_WITHIN = 4_096
_HIGH = bytes(range(0x80, 0x100))
_CONTROL = later(r"[\x00-\x08\x0e-\x1f]")


class Decoded(NamedTuple):
    """A text, the name of the encoding it was read in and its byte order mark."""

    text: str
    encoding: str
    bom: bytes


def decode(path: str, data: bytes, limit: int = SIZE_LIMIT) -> Decoded:
    """The text of a file's bytes, newlines as they stand.

    Args:
        path: the name to use in the error.
        limit: the largest size in bytes that is read.

    Raises:
        UnreadableFile: too large, no text, or not valid in any encoding it could be in.
    """
    if len(data) > limit:
        raise UnreadableFile(path, too_large(len(data), limit))
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(path, data, mark, encoding)
    kind = kind_of_binary(data)
    if kind:
        raise UnreadableFile(path, f"is {kind}, not a page of text")
    if b"\0" in data:
        return _decode_wide(path, data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", b"")
    except UnicodeDecodeError:
        return _decode_other(path, data)


def too_large(size: int, limit: int) -> str:
    """The reason given for a file of ``size`` bytes that is over ``limit``."""
    return f"is {size / 1e6:,.1f} MB; files over {limit / 1e6:,.1f} MB are not read"


def _decode_marked(path: str, data: bytes, mark: bytes, encoding: str) -> Decoded:
    body = data[len(mark) :]
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "utf-8":
            return _decode_other(path, body)._replace(bom=mark)
        name = encoding.rpartition("-")[0].upper()
        reason = f"says that it is {name}, but some of it is not; {_SAVE_AS}"
        raise UnreadableFile(path, reason) from None
    if "\0" in text:
        raise UnreadableFile(path, _NO_TEXT)
    return Decoded(text, encoding, mark)


def _decode_wide(path: str, data: bytes) -> Decoded:
    """UTF-16 or UTF-32 without a byte order mark, told by where its zero bytes stand."""
    encoding = _wide_encoding(data[:4_000])
    try:
        text = data.decode(encoding) if encoding else "\0"
    except UnicodeDecodeError:
        text = "\0"
    if _CONTROL.search(text):
        raise UnreadableFile(path, _NO_TEXT)
    return Decoded(text, encoding, b"")


def _wide_encoding(sample: bytes) -> str:
    """The encoding whose zero bytes lie where those of Latin letters would, or nothing.

    A quarter of the characters must be Latin (spaces, digits and tags are), and no
    zero may lie where the letters themselves are: other scripts pass, images do not.
    """
    first, second, third, fourth = (sample[start::4].count(0) for start in range(4))
    characters = max(len(sample) // 4, 1)
    if not first and min(third, fourth) == characters and second * 4 >= characters:
        return "utf-32-le"
    if not fourth and min(first, second) == characters and third * 4 >= characters:
        return "utf-32-be"
    even, odd = first + third, second + fourth
    if not even and odd * 2 >= characters:
        return "utf-16-le"
    if not odd and even * 2 >= characters:
        return "utf-16-be"
    return ""


def _decode_other(path: str, data: bytes) -> Decoded:
    if b"\0" in data or has_many_controls(data):
        raise UnreadableFile(path, _NO_TEXT)
    for encoding in _candidates(data):
        text = _faithful(data, encoding)
        if text is not None:
            return Decoded(text, encoding, b"")
    reason = f"is not UTF-8 and does not say how its letters are encoded; {_SAVE_AS}"
    raise UnreadableFile(path, reason)


def _candidates(data: bytes) -> Iterator[str]:
    """The encodings that would explain bytes that are not UTF-8, the likeliest first."""
    declared = _declared_encoding(data)
    high = len(data) - len(data.translate(None, _HIGH))
    stray = stray_bytes(decode_as(data, STRAY_UTF_8))
    if high - stray > stray * (4 if declared not in ("", "utf-8") else 1):
        yield STRAY_UTF_8
    if declared:
        yield declared
    # English and its Latin neighbours have few letters outside ASCII; more than a
    # quarter means another script, which windows-1252 would turn into nonsense.
    if high * 4 <= len(data):
        yield WINDOWS_1252


def _declared_encoding(data: bytes) -> str:
    """The encoding of the ``<meta charset>`` or XML declaration, or nothing."""
    from bs4.dammit import EncodingDetector

    label = EncodingDetector.find_declared_encoding(data[:_DECLARED_WITHIN], is_html=True)
    return (label and encoding_of_label(label)) or ""


def _faithful(data: bytes, encoding: str) -> str | None:
    """The text, provided that it can be encoded to the very same bytes again."""
    try:
        text = decode_as(data, encoding)
        return text if encode_as(text, encoding) == data else None
    except UnicodeError:
        return None
