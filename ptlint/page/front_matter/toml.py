"""TOML front matter: the values by the standard library, the places by a pass over the lines."""

from __future__ import annotations

import tomllib
from typing import Any

from ptlint.page.front_matter.model import Findings, FrontMatterError, below
from ptlint.page.front_matter.scalars import Piece, quoted, readable
from ptlint.page.mapped import MappedText
from ptlint.pattern import later
from ptlint.source.span import Span

_HEADER = later(r"[ \t]*+(\[{1,2})[ \t]*+([^\]\r\n]*+)\]{1,2}[ \t]*+(?:#[^\r\n]*+)?(?=[\r\n]|\Z)")
_ENTRY = later(
    r"[ \t]*+((?:[A-Za-z0-9_-]++|\"[^\"\r\n]*+\"|'[^'\r\n]*+')"
    r"(?:[ \t]*+\.[ \t]*+(?:[A-Za-z0-9_-]++|\"[^\"\r\n]*+\"|'[^'\r\n]*+'))*+)[ \t]*+=[ \t]*+"
)
_VALUE_PART = later(r"[^\[\]{}\"'#\r\n]++|#[^\r\n]*+|\r\n?|\n|[\[\]{}]|[\"']")
_LINE_END = later(r"[^\r\n]*+(?:\r\n?|\n|\Z)")
_WHERE = later(r"\(at line (\d+), column (\d+)\)")
_KEY_PART = later(r"[A-Za-z0-9_-]++|\"([^\"]*+)\"|'([^']*+)'")


class TomlReader:
    """Reads what stands between the markers; ``findings`` and ``error`` are filled on the way."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._tables: dict[str, int] = {}
        self.findings = Findings()
        self.error: FrontMatterError | None = None

    def read(self) -> dict[str, Any]:
        written = self._text[self._start : self._end]
        try:
            data = tomllib.loads(written.replace("\r\n", "\n").replace("\r", "\n"))
        except tomllib.TOMLDecodeError as error:
            self.error = self._broken(str(error))
            data = {}
        except RecursionError:
            self.error = self._broken("nested too deeply")
            data = {}
        self._places()
        return data

    def _broken(self, message: str) -> FrontMatterError:
        """The library's error in place of its line and column."""
        where = _WHERE.search(message)
        at = self._start
        for _ in range(int(where[1]) - 1 if where else 0):
            line = _LINE_END.match(self._text, at, self._end)
            at = line.end() if line else at
        at = min(at + (int(where[2]) - 1 if where else 0), self._end)
        reason = _WHERE.sub("", message).replace("(at end of document)", "").strip()
        return FrontMatterError(f"The TOML cannot be read here: {reason}.", Span(at, at))

    def _places(self) -> None:
        at, table = self._start, ""
        while at < self._end:
            if header := _HEADER.match(self._text, at, self._end):
                table = self._table(header[2], repeated=len(header[1]) == 2)
                at = header.end()
            elif entry := _ENTRY.match(self._text, at, self._end):
                path = self._path(table, entry[1])
                self.findings.keys[path] = Span(*entry.span(1))
                at = self._value(path, entry.end())
            line = _LINE_END.match(self._text, at, self._end)
            at = max(line.end() if line else self._end, at + 1)

    def _path(self, table: str, key: str) -> str:
        for part in _KEY_PART.finditer(key):
            table = below(table, part[1] or part[2] or part[0])
        return table

    def _table(self, name: str, repeated: bool) -> str:
        path = self._path("", name)
        if not repeated:
            return path
        self._tables[path] = self._tables.get(path, -1) + 1
        return below(path, self._tables[path])

    def _value(self, path: str, at: int) -> int:
        """Notes the value at an offset; the offset behind it."""
        if self._text.startswith(('"""', "'''"), at):
            return self._long(path, at)
        if self._text[at : at + 1] in ("'", '"') and at < self._end:
            return self._string(path, at)
        end = self._unquoted_end(at)
        self.findings.values[path] = Span(at, end)
        if self._text[at : at + 1] not in ("[", "{") and end > at:
            self.findings.texts[path] = MappedText.verbatim(self._text[at:end], at)
        return end

    def _string(self, path: str, at: int) -> int:
        sign = self._text[at]
        if sign == "'":
            end = self._text.find("'", at + 1, self._end)
            text = MappedText.verbatim(self._text[at + 1 : end], at + 1) if end > 0 else None
        else:
            try:
                scalar, behind = quoted(self._text, at, self._end)
            except FrontMatterError:
                return at + 1
            end, text = behind - 1, scalar.text
        if end < 0 or text is None:
            return at + 1
        self.findings.values[path], self.findings.texts[path] = Span(at + 1, end), text
        return end + 1

    def _long(self, path: str, at: int) -> int:
        """A string in three quotation marks; its line ends read as spaces."""
        end = self._text.find(self._text[at : at + 3], at + 3, self._end)
        if end < 0:
            return self._end
        start = at + 3
        pieces: list[Piece] = []
        while start < end:
            line = _LINE_END.match(self._text, start, end)
            assert line is not None
            words = line[0].strip(" \t\r\n")
            begin = line.start() + len(line[0]) - len(line[0].lstrip(" \t"))
            if words and pieces:
                pieces.append((" ", pieces[-1][2], begin))
            if words:
                pieces.append((words, begin, begin + len(words)))
            start = line.end()
        self.findings.values[path] = Span(at + 3, end)
        self.findings.texts[path] = readable(pieces)
        return end + 3

    def _unquoted_end(self, at: int) -> int:
        """Behind a number, date, list or inline table; brackets may go over lines."""
        depth, start, end = 0, at, at
        while part := _VALUE_PART.match(self._text, at, self._end):
            sign, at = part[0][0], part.end()
            if sign in "\"'":
                closing = self._text.find(sign, at, self._end)
                at = closing + 1 if closing >= 0 else self._end
            elif sign in "\r\n#" and depth == 0:
                break
            depth += (sign in "[{") - (sign in "]}")
            if sign not in "\r\n#":
                end = at
        return start + len(self._text[start:end].rstrip(" \t"))
