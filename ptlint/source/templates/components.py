"""Files with JSX in them: which part is code, which is prose."""

from __future__ import annotations

import re

from ptlint.pattern import later
from ptlint.source.templates.cursor import Cursor
from ptlint.source.templates.javascript import STATEMENT_START, statement_end
from ptlint.source.templates.jsx import JsxReader
from ptlint.source.templates.literal import literal_ranges
from ptlint.source.templates.tag import Tag

_FRONT_MATTER = later(r"---[ \t]*+\r?\n(?:(?!---[ \t]*+\r?$)[^\n]*+\n)*+---[ \t]*+", re.MULTILINE)
_SIGN = later(
    rf"(?P<statement>{STATEMENT_START})|(?P<escape>\\[\s\S])|(?P<brace>\{{)"
    r"|(?P<raw><(?i:script|style)\b)",
    re.VERBOSE | re.MULTILINE,
)
_RAW_END = later(r"</(?:script|style)\b", re.IGNORECASE)
_SIMPLE = later(r"\{[^{}\r\n]*+\}")


def component_tags(path: str, text: str) -> list[Tag]:
    """The code of a JSX, TSX, MDX, Astro or Svelte file, in order."""
    name = path.lower()
    reader = JsxReader(text)
    if name.endswith((".jsx", ".tsx")):
        reader.program(0)
        return reader.tags
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    if front and name.endswith(".astro"):
        reader.tags.append(Tag(front.start(), start, prints=False))
    _read_prose(reader, start, is_mdx=name.endswith(".mdx"))
    return reader.tags


def _read_prose(reader: JsxReader, start: int, is_mdx: bool) -> None:
    """Read a text in which code stands in braces, and in MDX in import and export lines."""
    cursor = Cursor(reader.text)
    literal = iter(literal_ranges(reader.text) if is_mdx else ())
    skip = next(literal, None)
    at = start
    while sign := _SIGN.search(reader.text, at):
        while skip and skip[1] <= sign.start():
            skip = next(literal, None)
        at = sign.end()
        if skip and skip[0] <= sign.start():
            at = skip[1]
        elif sign.lastgroup == "statement" and is_mdx:
            at = statement_end(reader.text, sign.start())
            reader.tags.append(Tag(sign.start(), at, prints=False))
        elif sign.lastgroup == "brace":
            at = _read_expression(reader, cursor, sign.start())
        elif sign.lastgroup == "raw" and not is_mdx:
            closing = _RAW_END.search(reader.text, at)
            at = closing.end() if closing else cursor.length


def _read_expression(reader: JsxReader, cursor: Cursor, start: int) -> int:
    limit = min(start + cursor.patience, cursor.length)
    end = reader.expression(start, limit) if limit > start else -1
    if end != -1:
        return end
    cursor.patience -= limit - start
    simple = _SIMPLE.match(cursor.text, start)
    end = simple.end() if simple else cursor.give_up(start + 1)
    reader.tags.append(Tag(start, end, prints=True))
    return end
