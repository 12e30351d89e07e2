"""Text with no other markup than emphasised words, as most marked text of a page is.

markdown-it takes every sign as a token and pairs them afterwards. Where signs stand beside
words as they do here, CommonMark leaves only one way to pair them.
"""

from __future__ import annotations

from ptlint.page.kinds import Style
from ptlint.page.mapped import MappedText, joined
from ptlint.page.markdown.lines import Content
from ptlint.page.model import Inline
from ptlint.pattern import later
from ptlint.source.span import Span

_WORDS = r"[^\n\\`~*_\[\]<&^{]++"
_EMPHASIS = rf"(?<![^ (])(\*\*?+)(?=[^\W_])({_WORDS})(?<!\s)\1(?=[ .,;:?!)]|\Z)"
_EMPHASISED = later(_EMPHASIS)
_WHOLE = later(rf"(?:{_WORDS}|{_EMPHASIS})*+")
_STYLES = {"*": Style.EMPHASIS, "**": Style.STRONG}


def is_only_emphasised(text: str) -> bool:
    """Whether emphasis is all the markup of a text, and shows its words plainly."""
    return "*" in text and _WHOLE.fullmatch(text) is not None


def emphasised(words: Content) -> tuple[MappedText, tuple[Inline, ...]]:
    """The words of such a text without the signs, and which of them are emphasised."""
    pieces: list[tuple[str, int, int]] = []
    inlines: list[Inline] = []
    at = shown = 0
    for found in _EMPHASISED.finditer(words.text):
        start, end = found.span()
        pieces += [*words.cut(at, start), *words.cut(*found.span(2))]
        first = shown + start - at
        shown = first + len(found[2])
        span = Span(words.place(start), words.end(end))
        inlines.append(Inline(_STYLES[found[1]], first, shown, span))
        at = end
    pieces += words.cut(at, len(words.text))
    return joined(pieces), tuple(inlines)
