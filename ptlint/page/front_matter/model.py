"""What a page says of itself above its text, with the place of every key and value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from ptlint.page.mapped import MappedText
from ptlint.record import field, record
from ptlint.source.span import Span


@record
class FrontMatter:
    """The metadata block at the top of a file.

    Paths name values inside others: ``seo.title``, ``tags.0``.

    Attributes:
        language: "yaml", "toml" or "json".
        span: the whole block with its marker lines.
        body: where the page itself begins.
        data: the values; strings, numbers, booleans, dates, lists and mappings.
        keys: the span of each key as written, by path.
        values: the span of each value without its quotes, by path.
        texts: each string or other single value as it reads, by path.
        error: what is plainly broken, for the writer; what could be read is there all the same.
        error_span: where it is broken.
    """

    language: str
    span: Span
    body: int
    data: Mapping[str, Any] = field(default_factory=dict)
    keys: Mapping[str, Span] = field(default_factory=dict)
    values: Mapping[str, Span] = field(default_factory=dict)
    texts: Mapping[str, MappedText] = field(default_factory=dict)
    error: str | None = None
    error_span: Span | None = None


class FrontMatterError(Exception):
    """The front matter cannot be read from here on; the message is for the writer."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.message, self.span = message, span


class Findings:
    """Keys, values and words in the order they are read, gathered by path."""

    def __init__(self) -> None:
        self.keys: dict[str, Span] = {}
        self.values: dict[str, Span] = {}
        self.texts: dict[str, MappedText] = {}


class Reader(Protocol):
    """What reads one language; ``findings`` and ``error`` are filled by ``read``."""

    findings: Findings
    error: FrontMatterError | None

    def read(self) -> dict[str, Any]:
        """The values of the front matter."""


def below(path: str, name: str | int) -> str:
    """The path of a value inside the one at ``path``."""
    return f"{path}.{name}" if path else str(name)
