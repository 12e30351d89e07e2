"""Lists made of signs and numbers in paragraphs (WCAG 1.3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.spoken_texts import SPOKEN_PARTS
from ptlint.findings.finding import Edit, Fix, Note, Observation
from ptlint.page.model import Page, Paragraph
from ptlint.pattern import later
from ptlint.source.source import Format
from ptlint.source.span import Span

_SIGNS = "•‣◦▪●○·∙■□➤➢➔→✓✔✅☑►▶»"
_BULLET = later(rf"\s*+(?:([{_SIGNS}])[️]?|([-*–—])(?=\s))\s*+(?=\S)")
_NUMBERED = later(r"\s*+\(?(\d{1,2})[.)](?=\s++\S)")


def check(page: Page, options: Options) -> Iterator[Observation]:
    """A list made of signs or numbers in paragraphs."""
    if page.source.format is Format.MARKDOWN and any(map(page.source.text.__contains__, _SIGNS)):
        yield from _in_lines(page)
    run: list[Paragraph] = []
    for block in [*page.blocks, None]:
        if run and isinstance(block, Paragraph) and _goes_on(run, block):
            run.append(block)
            continue
        if run and len(run) >= _least(run):
            yield _listed([each.text.span() for each in run])
        run = [block] if isinstance(block, Paragraph) and _begins(block) else []


def _begins(block: Paragraph) -> bool:
    return block.part in SPOKEN_PARTS and bool(_mark(block))


def _mark(block: Paragraph) -> str:
    """The sign or "1" that a paragraph begins with."""
    text = block.text.text
    if text[:1].isalpha():
        return ""
    bullet = _BULLET.match(text)
    if bullet:
        return bullet[1] or bullet[2]
    number = _NUMBERED.match(text)
    return number[1] if number else ""


def _goes_on(run: list[Paragraph], block: Paragraph) -> bool:
    if block.part is not run[-1].part:
        return False
    last, mark = _mark(run[-1]), _mark(block)
    return mark == last if not last.isdigit() else mark.isdigit() and int(mark) == int(last) + 1


def _least(run: list[Paragraph]) -> int:
    return 3 if _mark(run[0]) in ("-", "–", "—", "*") else 2


def _listed(spans: list[Span]) -> Observation:
    return Observation(
        spans[0],
        f"These {len(spans)} lines are made to look like a list. Mark them up as a list, so that "
        "screen readers announce how many items it has.",
        tuple(Note(span, "A line of the list.") for span in spans[1:]),
    )


def _in_lines(page: Page) -> Iterator[Observation]:
    """Lines of one Markdown paragraph that begin with a sign Markdown does not know."""
    for block in page.blocks:
        if not isinstance(block, Paragraph) or block.part not in SPOKEN_PARTS:
            continue
        source, at, marks = page.source.slice(block.span), block.span.start, []
        for line in source.splitlines(keepends=True):
            bullet = _BULLET.match(line)
            if bullet and bullet[1]:
                marks.append(Span(at + bullet.start(1), at + len(line.rstrip())))
            at += len(line)
        if len(marks) >= 2 and _are_neighbours(page, marks):
            seen = _listed(marks)
            edits = tuple(Edit(each.start, each.start + 1, "-") for each in marks)
            fix = Fix("Make it a list", edits, safe=False)
            yield Observation(seen.span, seen.message, seen.related, fix=fix)


def _are_neighbours(page: Page, marks: list[Span]) -> bool:
    return all(
        page.source.text[first.end : second.start].count("\n") == 1
        for first, second in pairwise(marks)
    )
