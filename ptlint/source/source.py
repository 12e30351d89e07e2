"""One page as it stands on disk, decoded, with template code masked."""

from __future__ import annotations

from ptlint.record import lazy, record
from ptlint.source.decode import SIZE_LIMIT, Decoded, decode
from ptlint.source.encodings import encode_as
from ptlint.source.format import Format, format_of_content, format_of_name
from ptlint.source.lines import LineIndex
from ptlint.source.span import Position, Span
from ptlint.source.templates.mask import mask

__all__ = ["Format", "Source", "from_text", "read"]


@record
class Source:
    """The text of one page and what is needed to write it back unchanged.

    Attributes:
        path: the name it was read under, ``-`` for standard input.
        text: the decoded text exactly as on disk (newlines as they are, BOM removed).
        format: HTML, Markdown or plain text.
        masked: the spans of template code, sorted, without overlaps.
        clean: ``text`` with every character of template code but newlines
            replaced by filler, so that both have the same offsets.
        encoding: the name of the encoding the bytes were read in.
        bom: the byte order mark that stood before the text, or nothing.
    """

    path: str
    text: str
    format: Format
    masked: tuple[Span, ...] = ()
    clean: str = ""
    encoding: str = "utf-8"
    bom: bytes = b""

    @lazy
    def lines(self) -> LineIndex:
        """The lines of ``text``."""
        return LineIndex(self.text)

    def position(self, offset: int) -> Position:
        """Line and column of an offset into ``text``."""
        return self.lines.position(offset)

    def slice(self, span: Span) -> str:
        """The text that stands at ``span``."""
        return self.text[span.start : span.end]

    def encode(self, text: str) -> bytes:
        """The bytes of ``text`` in this source's encoding, its byte order mark in front.

        A character that the encoding lacks becomes a character reference, which HTML
        and Markdown show as the character.

        Raises:
            UnicodeEncodeError: plain text with a character that the encoding lacks.
        """
        errors = "strict" if self.format is Format.TEXT else "xmlcharrefreplace"
        return self.bom + encode_as(text, self.encoding, errors)


def from_text(text: str, path: str = "-", format: Format | None = None) -> Source:
    """A source made of text that is already decoded."""
    return _source(Decoded(text, "utf-8", b""), path, format)


def read(path: str, data: bytes, format: Format | None = None, limit: int = SIZE_LIMIT) -> Source:
    """A source made of the bytes of a file.

    Args:
        path: the file's name; it tells the format and the template languages.
        format: the format, when it is known otherwise.
        limit: the largest size in bytes that is read.

    Raises:
        UnreadableFile: too large, no text, or in no encoding that can be told.
    """
    return _source(decode(path, data, limit), path, format)


def _source(decoded: Decoded, path: str, format: Format | None) -> Source:
    text = decoded.text
    kind = format or format_of_name(path) or format_of_content(text)
    masked, clean = mask(path, text, kind)
    return Source(path, text, kind, masked, clean, decoded.encoding, decoded.bom)
