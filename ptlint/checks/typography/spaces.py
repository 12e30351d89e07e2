"""No-break spaces where a plain space, or nothing, belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import holding, holds_any
from ptlint.findings.finding import Edit, Fix, Observation
from ptlint.page.kinds import Style
from ptlint.page.model import Page
from ptlint.page.passages import WRITTEN, Passage
from ptlint.pattern import later, one_of
from ptlint.source.span import Span

_NBSP = "\u00a0\u202f\u2007"
#: A run that is mixed into a single space, or longer.
_SPACE = one_of(_NBSP, " ")
_RUN = later(rf"(?<!{_SPACE})(?={_SPACE}{{2}}){_SPACE}*{one_of(_NBSP)}{_SPACE}*+")


def no_break_spaces(page: Page, options: Options) -> Iterator[Observation]:
    """No-break spaces at the end of a text, and in runs; single ones inside are left alone."""
    for passage in holding(page, (), _NBSP, parts=WRITTEN):
        text = passage.text.text
        end = len(text.rstrip(f"{_NBSP} "))
        if end and holds_any(text[end:], _NBSP):
            yield _trailing(page, passage, end)
        for run in _RUN.finditer(text, 0, end) if holds_any(text[:end], _NBSP) else ():
            if run.start() and not _is_kept(page, passage, run):
                yield _inner(page, passage, run)


def _is_kept(page: Page, passage: Passage, run: re.Match[str]) -> bool:
    """In code, or with an image or a line break between the spaces, so that they are no row."""
    if _in_code(passage, run.start()):
        return True
    between = page.source.slice(passage.text.span(*run.span())).casefold()
    return any(tag in between for tag in ("<img", "<svg", "<br", "<input", "<picture"))


def _trailing(page: Page, passage: Passage, start: int) -> Observation:
    span = passage.text.span(start, len(passage.text))
    count = sum(sign in _NBSP for sign in passage.text.text[start:])
    return Observation(
        span,
        f"{_spaces(count)} at the end of this text: nobody sees them, but copies and searches "
        "stumble over them. Delete them.",
        fix=_replaced(page, span, "", "Delete the no-break spaces at the end"),
    )


def _inner(page: Page, passage: Passage, run: re.Match[str]) -> Observation:
    span = passage.text.span(*run.span())
    count = sum(sign in _NBSP for sign in run.group())
    return Observation(
        span,
        f"{_spaces(count)} in a row of spaces. Write one plain space; leave layout to the style "
        "sheet.",
        fix=_replaced(page, span, " ", "Write one plain space"),
    )


def _replaced(page: Page, span: Span, text: str, title: str) -> Fix | None:
    """The fix, unless tags or images stand between the spaces: they must not go with them."""
    if "<" in page.source.slice(span):
        return None
    return Fix(title, (Edit(span.start, span.end, text),), safe=True)


def _spaces(count: int) -> str:
    return "A no-break space" if count == 1 else f"{count} no-break spaces"


def _in_code(passage: Passage, offset: int) -> bool:
    return any(
        inline.style is Style.CODE and inline.start <= offset < inline.end
        for inline in passage.inlines
    )
