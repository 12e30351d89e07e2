"""The breadcrumb trail at the top of a plain-text page.

A browser's text copy writes it as a numbered or bulleted list, separators numbered like the
pages between them ("1. Home", "2. /"), or as one line ("Home > Conditions > Back pain").
"""

from __future__ import annotations

import re
from itertools import takewhile

from ptlint.page.mapped import MappedText
from ptlint.page.model import BreadcrumbTrail, Crumb, Separator
from ptlint.page.text.lines import Line
from ptlint.source.source import Source
from ptlint.source.span import Span

#: Signs that separate breadcrumbs when they stand alone.
SEPARATORS = frozenset("/ > » › → | · \\ ▸ ▶ ❯ ⟩ :: >> // -> –".split())

_IN_LINE = re.compile(r"[ \t]++(/|>|»|›|→|\||·|▸|❯|::|>>|->)[ \t]++")
_START = re.compile(r"(?:home|start|main|homepage)\b", re.I)


def trail_in(lines: list[Line], source: Source) -> tuple[BreadcrumbTrail | None, list[Line]]:
    """The trail at the top of the page, if there is one, and the lines that are not its."""
    first = next((at for at, line in enumerate(lines) if not line.blank), len(lines))
    run = list(takewhile(lambda line: not line.blank, lines[first:]))
    trail = _listed(run, source) or (_inline(run[0], source) if run else None)
    if trail is None:
        return None, lines
    used = len(run) if trail.container != "text" else 1
    return trail, lines[:first] + lines[first + used :]


def _listed(run: list[Line], source: Source) -> BreadcrumbTrail | None:
    """A list whose every second item is a separator, or a short list that starts at Home."""
    if len(run) < 2 or not all(line.marker or _text(line, source) in SEPARATORS for line in run):
        return None
    separators = [line for line in run if _text(line, source) in SEPARATORS]
    crumbs = [line for line in run if _text(line, source) not in SEPARATORS]
    starts_home = bool(crumbs) and bool(_START.match(_text(crumbs[0], source)))
    if not (len(separators) >= max(1, len(crumbs) - 2) or (starts_home and len(crumbs) <= 6)):
        return None
    return BreadcrumbTrail(
        crumbs=tuple(_crumb(line.body, source) for line in crumbs),
        separators=tuple(
            Separator(_text(line, source), line.body if len(line.body) else line.span, own_item=bool(line.marker))
            for line in separators
        ),
        span=Span(run[0].span.start + run[0].indent, run[-1].body.end),
        container="ol" if run[0].number is not None else "ul",
    )


def _inline(line: Line, source: Source) -> BreadcrumbTrail | None:
    text = source.clean[line.body.start : line.body.end]
    signs = list(_IN_LINE.finditer(text))
    if line.marker or not signs or not _START.match(text) or len(text) > 200:
        return None
    edges = [0, *(edge for sign in signs for edge in sign.span()), len(text)]
    spans = [
        Span(line.body.start + start, line.body.start + end)
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]
    return BreadcrumbTrail(
        crumbs=tuple(_crumb(span, source) for span in spans if len(span)),
        separators=tuple(
            Separator(sign.group(1), Span(*sign.span(1)).shift(line.body.start)) for sign in signs
        ),
        span=line.body,
        container="text",
    )


def _text(line: Line, source: Source) -> str:
    # A lone bullet sign can itself be the separator ("·", "»").
    return source.clean[line.body.start : line.body.end].strip() or line.marker


def _crumb(span: Span, source: Source) -> Crumb:
    return Crumb(MappedText.verbatim(source.clean[span.start : span.end], span.start), span)
