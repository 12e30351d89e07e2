"""A plain-text page as lines: what each looks like before anything is decided about it."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.pattern import later
from ptlint.record import record
from ptlint.source.source import Source
from ptlint.source.span import Span

#: Bullets that copies of web pages and hand-written notes use.
BULLETS = "•‣◦▪▫●○■□∙·*-–—+»►➢✓✔"

_MARKED = later(
    r"[ \t\u00a0]*+(?:(?P<bullet>[^\w\s])|(?P<number>\d{1,3})[.)])"
    r"(?:[ \t\u00a0]++|$)"
)
_RULE = later(r"[ \t]*+([-=_*~])(?:[ \t]*+\1){2,}+[ \t]*+$")
_BLANK = " \t\u00a0\u200b\f\v"


@record
class Line:
    """One line.

    Attributes:
        span: the line without its line end.
        body: the span of its words: indentation, marker and trailing white space left out
            (trailing no-break spaces are content and stay).
        marker: the bullet or number as written, "" for lines without one.
        number: the number of a numbered line.
        indent: columns of white space before the line's first sign.
        ruled: the line only consists of repeated signs (an underline or a rule).
    """

    span: Span
    body: Span
    marker: str = ""
    number: int | None = None
    indent: int = 0
    ruled: bool = False

    @property
    def blank(self) -> bool:
        return not len(self.body) and not self.marker


def read_lines(source: Source) -> Iterator[Line]:
    """Every line of the page in order."""
    for number in range(1, source.lines.count + 1):
        yield _line(source.clean, source.lines.line_span(number))


def _line(text: str, span: Span) -> Line:
    words = text[span.start : span.end]
    if not words.strip(_BLANK):
        return Line(span, Span(span.start, span.start))
    indent = len(words) - len(words.lstrip(_BLANK))
    end = span.start + len(words.rstrip(" \t\f\v"))
    if _RULE.match(words):
        return Line(span, Span(span.start + indent, end), indent=indent, ruled=True)
    marked = _MARKED.match(words)
    if marked is None or (marked["bullet"] or "*") not in BULLETS:
        return Line(span, Span(span.start + indent, end), indent=indent)
    number = marked.group("number")
    return Line(
        span,
        Span(min(span.start + marked.end(), end), end),
        marker=marked.group().strip(_BLANK),
        number=int(number) if number else None,
        indent=indent,
    )
