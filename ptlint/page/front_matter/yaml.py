"""The YAML of front matter, with the place of every key and value.

A small reader of what front matter really holds: mappings, lists, quoted and plain strings,
block scalars, comments, lists and mappings in brackets. Anchors and tags are passed over. A
general YAML library costs more start-up time than the rest of the program and keeps no places
of words.
"""

from __future__ import annotations

from typing import Any

from ptlint.page.front_matter.block_scalars import BLOCK_HEADER, block_scalar, long_plain
from ptlint.page.front_matter.flow import FlowReader
from ptlint.page.front_matter.model import Findings, FrontMatterError, below
from ptlint.page.front_matter.scalars import Scalar, plain, quoted
from ptlint.page.front_matter.yaml_lines import Line, LineCursor
from ptlint.pattern import later
from ptlint.source.span import Span

_KEY = later(
    r"(?![-?:](?:[ \t]|$)|[\"'\[\]{}#&*!|>%@`])"
    r"((?:[^:#\r\n]|:(?=\S)|(?<=\S)#)++):(?=[ \t\r\n]|\Z)"
)
_QUOTED_COLON = later(r"[ \t]*+:(?=[ \t\r\n]|\Z)")
_REST = later(r"[ \t\ue001]*+(?:(?<=[ \t])#[^\r\n]*+)?(?=[\r\n]|\Z)")
_PROPERTIES = later(r"[ \t]*+(?:[&!][^\s]*+[ \t]*+){0,2}")
_DEEPEST = 30
_COLON_INSIDE = (
    "A value with a colon and a space in it must stand in quotation marks. If a new entry"
    " begins on this line, check its indentation."
)
_NO_KEY = "This line has no key with a colon behind it."


class YamlReader:
    """Reads the lines between the markers; ``findings`` and ``error`` are filled on the way."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._lines = LineCursor(text, start, end)
        self.findings = Findings()
        self.error: FrontMatterError | None = None

    def read(self) -> dict[str, Any]:
        """Everything up to the first plain mistake."""
        data: dict[str, Any] = {}
        try:
            if line := self._lines.next():
                self._mapping("", line.column, line.start, data, 0)
            if rest := self._lines.next():
                raise FrontMatterError(_NO_KEY, rest.span)
        except FrontMatterError as error:
            self._note(error)
        return data

    def _note(self, error: FrontMatterError) -> None:
        self.error = self.error or error

    def _key(self, at: int) -> tuple[Scalar, int] | None:
        """The key at an offset and the offset behind its colon."""
        if self._text[at : at + 1] in ("'", '"'):
            try:
                key, end = quoted(self._text, at, self._lines.current().end)
            except FrontMatterError:
                return None
            colon = _QUOTED_COLON.match(self._text, end, self._lines.limit)
            return (key, colon.end()) if colon else None
        found = _KEY.match(self._text, at, self._lines.limit)
        if not found:
            return None
        span = Span(at, at + len(found[1].rstrip(" \t")))
        name = self._text[span.start : span.end]
        return plain(name, [(name, span.start, span.end)], span), found.end()

    def _is_dash(self, at: int) -> bool:
        return self._text[at : at + 1] == "-" and self._text[at + 1 : at + 2] in (
            "", " ", "\t", "\r", "\n",
        )  # fmt: skip

    def _mapping(
        self, path: str, column: int, start: int, data: dict[str, Any], depth: int
    ) -> dict[str, Any]:
        """Keys with their values, all in one column; the first key is at ``start``."""
        while True:
            key = self._key(start)
            if key is None:
                raise FrontMatterError(_NO_KEY, Span(start, self._lines.current().end))
            self._entry(path, column, key, data, depth)
            line = self._lines.next()
            if line is None or line.column < column or self._is_dash(line.start):
                return data
            if line.column > column:
                message = "This line is indented differently from the lines it belongs to."
                raise FrontMatterError(message, line.span)
            start = line.start

    def _entry(
        self, path: str, column: int, key: tuple[Scalar, int], data: dict[str, Any], depth: int
    ) -> None:
        scalar, behind = key
        name = self._text[scalar.span.start : scalar.span.end]
        place = below(path, name)
        if name in data:
            message = f"“{name}” is given twice; only one of the two is used."
            self._note(FrontMatterError(message, scalar.span))
        self.findings.keys[place] = scalar.span
        data[name] = None
        data[name] = self._value(place, behind, column, depth, dashes=True)

    def _sequence(self, path: str, column: int, start: int, depth: int) -> list[Any]:
        """Items behind dashes, all in one column."""
        items: list[Any] = []
        while True:
            items.append(self._item(below(path, len(items)), column, start, depth))
            line = self._lines.next()
            if line is None or line.column != column or not self._is_dash(line.start):
                return items
            start = line.start

    def _item(self, path: str, column: int, dash: int, depth: int) -> Any:
        line = self._lines.current()
        at = dash + 1
        while at < line.end and self._text[at] in " \t":
            at += 1
        inner = line.column + at - line.start
        if depth < _DEEPEST and at < line.end:
            if self._is_dash(at):
                return self._sequence(path, inner, at, depth + 1)
            if self._key(at):
                return self._mapping(path, inner, at, {}, depth + 1)
        return self._value(path, dash + 1, column, depth)

    def _value(self, path: str, at: int, column: int, depth: int, dashes: bool = False) -> Any:
        """The value behind a colon or dash that stands in ``column``.

        Args:
            dashes: a list may begin in the same column, as it may below a key.
        """
        gap = _PROPERTIES.match(self._text, at, self._lines.current().end)
        start = gap.end() if gap else at
        if _REST.match(self._text, start, self._lines.limit):
            self._lines.advance()
            return self._below(path, start, column, depth, dashes)
        return self._written(path, start, column)

    def _below(self, path: str, at: int, column: int, depth: int, dashes: bool) -> Any:
        line = self._lines.next()
        self.findings.values[path] = Span(at, at)
        if line is None or line.column < column or depth > _DEEPEST:
            return None
        if line.column == column:
            is_list = dashes and self._is_dash(line.start)
            return self._group(path, line, depth) if is_list else None
        return self._group(path, line, depth)

    def _group(self, path: str, line: Line, depth: int) -> Any:
        begin = line.start
        if self._is_dash(begin):
            value: Any = self._sequence(path, line.column, begin, depth + 1)
        elif self._key(begin):
            value = self._mapping(path, line.column, begin, {}, depth + 1)
        else:
            return self._written(path, begin, line.column - 1)
        self.findings.values[path] = Span(begin, self._lines.last_end())
        return value

    def _written(self, path: str, at: int, column: int) -> Any:
        """A value that is not a group of lines with keys or dashes."""
        sign = self._text[at]
        if sign in "[{":
            flow = FlowReader(self._text, self._lines.limit, self.findings)
            value, end = flow.read(path, at)
            self._end_of_value(end, sign)
            return value
        if sign in "'\"":
            scalar, end = quoted(self._text, at, self._lines.limit)
            self._end_of_value(end, sign)
        elif BLOCK_HEADER.match(self._text, at, self._lines.limit):
            scalar = block_scalar(self._text, at, column, self._lines)
        elif sign in "@`%":
            message = f"A value that begins with {sign} must stand in quotation marks."
            raise FrontMatterError(message, Span(at, at + 1))
        else:
            scalar, colon = long_plain(self._text, at, column, self._lines)
            if colon:
                self._note(FrontMatterError(_COLON_INSIDE, colon))
        self.findings.values[path] = scalar.span
        self.findings.texts[path] = scalar.text
        return scalar.value

    def _end_of_value(self, end: int, sign: str) -> None:
        self._lines.advance_behind(end)
        if _REST.match(self._text, end, self._lines.limit):
            return
        message = "The closing bracket ends the value, but more text follows it."
        if sign in "'\"":
            remedy = "write it twice" if sign == "'" else "put a backslash before it"
            message = (
                f"The mark {sign} ends the value here, but more text follows it."
                f" If it belongs to the text, {remedy}."
            )
        raise FrontMatterError(message, Span(end - 1, end))
