"""The raw HTML of a Markdown page, read by the HTML reader at its own places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from ptlint.source.span import Span

_VISIBLE = re.compile(r"[^\r\n]")


def raw_spans(tokens: Iterable[Token]) -> Iterator[tuple[Span, bool]]:
    """Each stretch of raw HTML; True for those of HTML blocks, False for tags in the text."""
    for token in tokens:
        if token.type == "html_block":
            for text, place in token.meta["lines"]:
                yield Span(place, place + len(text)), True
        elif token.type == "inline":
            words = token.meta["content"]
            for child in token.children or ():
                if child.type == "html_inline" and child.map:
                    for _, start, end in words.cut(*child.map):
                        yield Span(start, end), False


def only(text: str, spans: Iterable[Span]) -> str:
    """The text with everything outside the spans blanked; line ends stay."""
    pieces, at = [], 0
    for span in spans:
        pieces += (_VISIBLE.sub(" ", text[at : span.start]), text[span.start : span.end])
        at = span.end
    return "".join((*pieces, _VISIBLE.sub(" ", text[at:])))
