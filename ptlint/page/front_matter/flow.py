"""Lists and mappings written in brackets: ``[a, b]`` and ``{a: b}``, over lines or not."""

from __future__ import annotations

from typing import Any

from ptlint.page.front_matter.model import Findings, FrontMatterError, below
from ptlint.page.front_matter.scalars import Piece, Scalar, plain, quoted
from ptlint.pattern import later
from ptlint.source.span import Span

_GAP = later(r"(?:[ \t\r\n]++|(?<=[ \t\r\n])#[^\r\n]*+)*+")
_WORD = later(
    r"(?:[^,\[\]{}\r\n:# \t]|:(?=[^\s,\[\]{}])|(?<=\S)#"
    r"|[ \t]++(?=[^\s#,\]}:])|[ \t]++(?=:\S))++"
)
_DEEPEST = 30
_CLOSING = {"[": "]", "{": "}"}


class FlowReader:
    """Reads one bracketed value; ``findings`` is filled on the way."""

    def __init__(self, text: str, limit: int, findings: Findings) -> None:
        self._text, self._limit, self._findings = text, limit, findings

    def read(self, path: str, at: int, depth: int = 0) -> tuple[Any, int]:
        """The value that begins with the bracket at ``at``, and the offset behind it.

        Raises:
            FrontMatterError: the bracket is not closed.
        """
        opening, start = self._text[at], at
        if depth > _DEEPEST:
            raise self._unclosed(start)
        found: dict[Any, Any] = {}
        at = self._gap(at + 1)
        while not self._text.startswith(_CLOSING[opening], at, self._limit):
            if at >= self._limit:
                raise self._unclosed(start)
            if opening == "[":
                found[len(found)], at = self._value(below(path, len(found)), at, depth)
            else:
                name, value, at = self._pair(path, at, depth)
                found[name] = value
            at = self._separator(at, start)
        if path:
            self._findings.values[path] = Span(start, at + 1)
        return (list(found.values()) if opening == "[" else found), at + 1

    def _pair(self, path: str, at: int, depth: int) -> tuple[str, Any, int]:
        key, at = self._scalar(at)
        name = str(key.value) if key.value is not None else ""
        path = below(path, name)
        self._findings.keys[path] = key.span
        at = self._gap(at)
        if not self._text.startswith(":", at, self._limit):
            return name, None, at
        value, at = self._value(path, self._gap(at + 1), depth)
        return name, value, at

    def _value(self, path: str, at: int, depth: int) -> tuple[Any, int]:
        if self._text[at : at + 1] in _CLOSING and at < self._limit:
            return self.read(path, at, depth + 1)
        scalar, at = self._scalar(at)
        self._findings.values[path] = scalar.span
        self._findings.texts[path] = scalar.text
        return scalar.value, at

    def _scalar(self, at: int) -> tuple[Scalar, int]:
        if self._text[at : at + 1] in ("'", '"') and at < self._limit:
            return quoted(self._text, at, self._limit)
        pieces: list[Piece] = []
        start = end = at
        while word := _WORD.match(self._text, at, self._limit):
            if pieces:
                pieces.append((" ", end, at))
            pieces.append((word[0], *word.span()))
            end = word.end()
            at = self._gap(end)
        return plain("".join(text for text, _, _ in pieces), pieces, Span(start, end)), at

    def _separator(self, at: int, start: int) -> int:
        at = self._gap(at)
        if self._text.startswith(",", at, self._limit):
            return self._gap(at + 1)
        if at < self._limit and self._text[at] in "]}":
            return at
        raise self._unclosed(start)

    def _gap(self, at: int) -> int:
        found = _GAP.match(self._text, at, self._limit)
        return found.end() if found else at

    def _unclosed(self, start: int) -> FrontMatterError:
        sign = self._text[start]
        message = f"The bracket {sign} is opened here but never closed with {_CLOSING[sign]}."
        return FrontMatterError(message, Span(start, start + 1))
