"""HTML text to its element tree with the place of everything in it."""

from __future__ import annotations

from ptlint.page.html.markup import Markup, StartTags
from ptlint.page.html.nesting import Nesting, nest
from ptlint.pattern import later
from ptlint.source.span import Span

#: Characters that parsers refuse or end at; the filler keeps all offsets.
_REFUSED = later(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROLS = bytes(code for code in range(32) if _REFUSED.match(chr(code)))
_FILLER = "\ufffd"


def parse(text: str, offset: int = 0) -> Markup:
    """The markup of an HTML document or fragment; never fails.

    Args:
        text: HTML with template code masked at equal length.
        offset: where the text begins in the source; all spans have it added.
    """
    return markup_of(nest(readable(text)), offset)


def readable(text: str) -> str:
    """The text with control characters and lone surrogates replaced, at equal length."""
    return _REFUSED.sub(_FILLER, text) if _may_be_refused(text) else text


def _may_be_refused(text: str) -> bool:
    """A look that costs a third of a search for the characters."""
    try:
        written = text.encode()
    except UnicodeEncodeError:  # surrogates
        return True
    kept = written.translate(None, _CONTROLS)
    return len(kept) < len(written) or "\ufffe" in text or "\uffff" in text


def markup_of(nesting: Nesting, offset: int = 0) -> Markup:
    """The markup that a nesting stands for."""
    return Markup(
        tags=StartTags(nesting.text, nesting.starts, offset),
        text=nesting.text,
        nesting=nesting,
        offset=offset,
        broken=tuple(Span(start + offset, end + offset) for start, end in nesting.broken),
        doctype=Span(nesting.doctype[0] + offset, nesting.doctype[1] + offset)
        if nesting.doctype
        else None,
    )
