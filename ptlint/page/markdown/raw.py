"""Where raw HTML stands in a Markdown page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markdown_it.token import Token

from ptlint.pattern import later
from ptlint.record import record
from ptlint.source.span import Span

_LINE = later(r"[^\r\n]++")
_MARKUP_SIGN = later(r"<|&(?!#?\w{1,31};\Z)")


@record
class RawHtml:
    """Where raw HTML stands: whole blocks, and tags within the text."""

    blocks: tuple[Span, ...] = ()
    tags: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.blocks or self.tags)


def raw_html(tokens: Iterable[Token]) -> RawHtml:
    """The raw HTML among the tokens of a page."""
    blocks: list[Span] = []
    tags: list[Span] = []
    for token in tokens:
        if token.type == "html_block":
            blocks += [Span(at, at + len(line)) for line, at in token.meta["lines"]]
        elif token.type == "inline" and "<" in token.content:
            tags += _tags(token)
    return RawHtml(tuple(blocks), tuple(tags))


def _tags(token: Token) -> Iterator[Span]:
    words = token.meta["content"]
    for child in token.children or ():
        if child.type == "html_inline" and child.map:
            for _, start, end in words.cut(*child.map):
                yield Span(start, end)


def _blanked(text: str) -> str:
    if "\r" in text:
        return _LINE.sub(lambda line: " " * len(line[0]), text)
    return "\n".join([" " * size for size in map(len, text.split("\n"))])


def only(text: str, spans: Iterable[Span], words: Iterable[Span] = ()) -> str:
    """The text with everything outside the spans blanked; line ends stay.

    Args:
        words: stretches that stay as words, so that no sign in them reads as markup.
    """
    kept = [(span, True) for span in spans] + [(span, False) for span in words]
    blank = _blanked(text)
    pieces, at = [], 0
    for span, is_raw in sorted(kept, key=lambda pair: (pair[0].start, pair[0].end)):
        if span.start < at:
            continue
        written = text[span.start : span.end]
        pieces.append(blank[at : span.start])
        if not is_raw and ("<" in written or "&" in written):
            written = _MARKUP_SIGN.sub(" ", written)
        pieces.append(written)
        at = span.end
    return "".join((*pieces, blank[at:]))
