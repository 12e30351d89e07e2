"""Telling files that hold no text before anyone tries to read them as text."""

from __future__ import annotations

# The first bytes of the files that most often lie beside a site's pages.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"RIFF", "an image, sound or film"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"SQLite format 3", "a database"),
)
_TEXT_CONTROLS = b"\t\n\v\f\r\x1a\x1b"
_CONTROLS = bytes(byte for byte in range(1, 32) if byte not in _TEXT_CONTROLS)


def kind_of_binary(data: bytes) -> str | None:
    """What a file is by its first bytes when it is no text, such as "a PDF document"."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) and (kind[-4:] != "film" or b"\0" in data[:64]):
            return kind
    return None


def has_many_controls(data: bytes) -> bool:
    """Whether over 1 % of the bytes are control characters that no text file holds."""
    sample = data[:100_000]
    return (len(sample) - len(sample.translate(None, _CONTROLS))) * 100 > len(sample)
