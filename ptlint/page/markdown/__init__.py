"""The Markdown reader: CommonMark with tables, footnotes, definition lists and inline HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ptlint.page.draft import Draft
    from ptlint.source.source import Source

__all__ = ["read"]


def read(source: Source) -> Draft:
    """The draft of a Markdown page (``.md``, ``.mdx``, ``.qmd`` and their kin)."""
    # The parser is imported at the first Markdown page: other runs do without it.
    from ptlint.page.markdown.read import read_markdown

    return read_markdown(source)
