"""``{% … %}`` and ``{# … #}``: Jinja, Nunjucks, Twig, Django and Liquid."""

from __future__ import annotations

import re

from ptlint.source.templates.cursor import Cursor, body_pattern, long_body_pattern
from ptlint.source.templates.grammar import Grammar
from ptlint.source.templates.tag import Tag

_BODIES = (body_pattern("%}"), long_body_pattern("%}"))
_HEAD = re.compile(r"\{%[-~+]?\s*+([A-Za-z_]\w*+)")
_END = re.compile(r"\{%[-~+]?\s*+end_?(\w++)")
_LITERAL_BLOCKS = frozenset(("raw", "verbatim"))
# Blocks that hold no prose of the page.
_CODE_BLOCKS = frozenset(("comment", "doc", "schema", "javascript", "stylesheet"))
_PRINTED_CODE_BLOCKS = frozenset(("highlight",))
# Statements that print nothing, or other parts of the page, never words of a sentence.
_STATEMENTS = frozenset(
    (
        "if", "elif", "elseif", "elsif", "else", "for", "unless", "case", "when", "set", "assign",
        "capture", "block", "extends", "import", "from", "macro", "call", "with", "autoescape",
        "filter", "include", "render", "layout", "load", "do", "break", "continue", "liquid",
        "increment", "decrement", "tablerow", "paginate", "form", "section", "sections", "use",
        "embed", "apply", "cache", "spaceless", "sandbox", "guard", "deprecated", "types", "switch",
        "default", "asyncEach", "asyncAll",
    )
)  # fmt: skip


def _read_block(cursor: Cursor, start: int) -> Tag | None:
    head = _HEAD.match(cursor.text, start)
    if head is None:
        return None
    name = head[1]
    end = cursor.closing(head.end(), "%}", *_BODIES)
    if end == -1:
        # "{%d}" is no tag that somebody forgot to close.
        spaced = head[0][-len(name) - 1].isspace()
        return Tag(start, cursor.give_up(head.end()), prints=False) if spaced else None
    if name in _LITERAL_BLOCKS:
        return Tag(start, end, prints=False, resume=_end_tag(cursor, name, end)[0])
    if name in _CODE_BLOCKS or name in _PRINTED_CODE_BLOCKS:
        whole = _end_tag(cursor, name, end)[1]
        return Tag(start, max(end, whole), prints=name in _PRINTED_CODE_BLOCKS)
    return Tag(start, end, _prints(cursor, name))


def _end_tag(cursor: Cursor, name: str, start: int) -> tuple[int, int]:
    """The range of the tag that ends a block, (-1, -1) when it never ends."""
    pattern = re.compile(rf"\{{%[-~+]?\s*+end{re.escape(name)}\b\s*+[-~+]?%\}}")
    match = pattern.search(cursor.text, start) if cursor.patience > 0 else None
    if match is None:
        cursor.patience -= cursor.length - start
        return -1, -1
    return match.span()


def _prints(cursor: Cursor, name: str) -> bool:
    """A tag of the site's own prints something, unless it encloses a part of the page."""
    if name.startswith("end") or name in _STATEMENTS:
        return False
    return name not in cursor.names(_END)


def _read_comment(cursor: Cursor, start: int) -> Tag | None:
    # Only a closed one: "{#" alone is CSS on one line, or the name of a Markdown heading.
    end = cursor.after("#}", start + 2)
    another = cursor.find("{#", start + 2)
    return None if end == -1 or -1 < another < end else Tag(start, end, prints=False)


BLOCK = Grammar("{%", _read_block)
COMMENT = Grammar("{#", _read_comment)
