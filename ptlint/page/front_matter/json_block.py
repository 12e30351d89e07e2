"""JSON front matter, as Hugo reads it: the values by the standard library, places by a pass."""

from __future__ import annotations

import json
from typing import Any

from ptlint.page.front_matter.flow import FlowReader
from ptlint.page.front_matter.model import Findings, FrontMatterError
from ptlint.source.span import Span


class JsonReader:
    """Reads the object at ``start``; ``end`` is where it ends."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self.findings = Findings()
        self.error: FrontMatterError | None = None

    def read(self) -> dict[str, Any]:
        try:
            data = json.loads(self._text[self._start : self._end])
        except json.JSONDecodeError as broken:
            at = self._start + broken.pos
            message = f"The JSON cannot be read here: {broken.msg}."
            self.error = FrontMatterError(message, Span(at, at))
            data = {}
        except RecursionError:
            message = "The JSON is nested too deeply to be read."
            self.error = FrontMatterError(message, Span(self._start, self._start + 1))
            data = {}
        try:
            # An object of JSON is a mapping in brackets; its places are found the same way.
            FlowReader(self._text, self._end, self.findings).read("", self._start)
        except FrontMatterError as error:
            self.error = self.error or error
        return data if isinstance(data, dict) else {}
