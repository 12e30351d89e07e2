"""Where front matter begins and ends, and in which language it is written."""

from __future__ import annotations

from ptlint.page.front_matter.model import FrontMatter, Reader
from ptlint.pattern import later
from ptlint.record import replace
from ptlint.source.span import Span

_OPENING = later(r"(---|\+\+\+)[ \t]*+(?:\r\n?|\n)")
_CLOSING = {
    "---": later(r"(?<=[\r\n])(---|\.\.\.)[ \t]*+(?:\r\n?|\n|\Z)"),
    "+++": later(r"(?<=[\r\n])(\+\+\+)[ \t]*+(?:\r\n?|\n|\Z)"),
}
_LANGUAGES = {"---": "yaml", "+++": "toml"}
_LINE = later(r"([^\r\n]*+)(?:\r\n?|\n|\Z)")
_ENTRY = later(r"[ \t]*+[\"']?[A-Za-z_][\w .\"'-]{0,60}+[:=](?:\s|\Z)")
_INSIDE = later(r"[#\s\]}\ue000\ue001]|-[ \t]|\[|\Z")
_JSON = later(r"\{[ \t\r\n]*+\"[^\"\r\n]{1,60}+\"[ \t]*+:")
_JSON_END = later(r"(?<=[\r\n])\}[ \t]*+(?:\r\n?|\n|\Z)")


def read_front_matter(text: str) -> FrontMatter | None:
    """The front matter at the very beginning of a text; None where there is none.

    YAML between ``---`` lines, TOML between ``+++`` lines, a JSON object (Hugo). What cannot
    be read is left out; only what is plainly broken is an ``error``.
    """
    opening = _OPENING.match(text)
    if opening:
        return _marked(text, opening[1], opening.end())
    if _JSON.match(text) and (end := _JSON_END.search(text)):
        return _read("json", text, Span(0, end.start() + 1), Span(0, end.start() + 1), end.end())
    return None


def _marked(text: str, marker: str, start: int) -> FrontMatter | None:
    """Front matter between marker lines; without a closing one it ends where its lines do."""
    closing = _CLOSING[marker].search(text, start)
    end = closing.start() if closing else _entries_end(text, start)
    empty = not text[start:end].strip()
    if (not closing and empty) or not (empty or _has_entry(text, start, end)):
        return None  # a ruler above text, not front matter
    language, inside = _LANGUAGES[marker], Span(start, end)
    if closing:
        return _read(language, text, Span(0, closing.end(1)), inside, closing.end())
    found = _read(language, text, Span(0, end), inside, end)
    message = f"The front matter is never closed: a line with {marker} is missing."
    return replace(found, error=message, error_span=Span(0, len(marker)))


def _read(language: str, text: str, span: Span, inside: Span, body: int) -> FrontMatter:
    reader = _reader(language, text, inside)
    data = reader.read()
    places, error = reader.findings, reader.error
    return FrontMatter(
        language, span, body, data, places.keys, places.values, places.texts,
        error.message if error else None, error.span if error else None,
    )  # fmt: skip


def _reader(language: str, text: str, inside: Span) -> Reader:
    # Imported on demand: the libraries for TOML and JSON take time at the start.
    if language == "toml":
        from ptlint.page.front_matter.toml import TomlReader

        return TomlReader(text, inside.start, inside.end)
    if language == "json":
        from ptlint.page.front_matter.json_block import JsonReader

        return JsonReader(text, inside.start, inside.end)
    from ptlint.page.front_matter.yaml import YamlReader

    return YamlReader(text, inside.start, inside.end)


def _has_entry(text: str, start: int, end: int) -> bool:
    """Is there a line with a key before any line that cannot stand in front matter?"""
    while start < end:
        line = _LINE.match(text, start, end)
        if line is None or _ENTRY.match(line[1]):
            return line is not None
        if not _INSIDE.match(line[1]):
            return False
        start = line.end()
    return False


def _entries_end(text: str, start: int) -> int:
    """The end of the lines that look like front matter, up to the first that does not."""
    while start < len(text):
        line = _LINE.match(text, start)
        if line is None or not line[1].strip():
            break
        if not (_ENTRY.match(line[1]) or _INSIDE.match(line[1])):
            break
        start = line.end()
    return start
