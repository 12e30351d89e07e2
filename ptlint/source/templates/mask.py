"""Overwriting template code with filler of the same length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ptlint.source.format import Format
from ptlint.source.span import Span
from ptlint.source.templates.engines import grammars_of, is_jsx

if TYPE_CHECKING:
    from ptlint.source.templates.tag import Tag


def mask(path: str, text: str, format: Format) -> tuple[tuple[Span, ...], str]:
    """The spans of template code and the text with filler in their place.

    Args:
        path: the file's name, which tells its template languages.
        text: the text as it stands on disk.
        format: in Markdown, code in fences and backticks shows template code.
    """
    tags = _tags(path, text, format)
    if not tags:
        return (), text
    from ptlint.source.templates.tag import fill

    return tuple(Span(tag.start, tag.end) for tag in tags), fill(text, tags)


def _tags(path: str, text: str, format: Format) -> list[Tag]:
    if is_jsx(path):
        from ptlint.source.templates.components import component_tags

        return component_tags(path, text)
    grammars = grammars_of(path, text)
    if not grammars:
        return []
    from ptlint.source.templates.grammar import scan

    return list(scan(text, grammars, _literal(text, format)))


def _literal(text: str, format: Format) -> Sequence[tuple[int, int]]:
    if format is not Format.MARKDOWN:
        return ()
    from ptlint.source.templates.literal import literal_ranges

    return literal_ranges(text)
