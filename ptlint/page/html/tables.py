"""Data tables: caption, rows and cells. Tables that only arrange the page are no tables here."""

from __future__ import annotations

from collections.abc import Sequence

from ptlint.page.html.elements import HEADINGS, LISTS
from ptlint.page.html.nesting import OPEN, Element, Event, Nesting
from ptlint.page.html.wording import styled, wording
from ptlint.page.kinds import Part
from ptlint.page.mapped import MappedText
from ptlint.page.model import Cell, Table
from ptlint.source.span import Span

_CELLS = frozenset(("td", "th"))
_TABLE_ROLES = frozenset(("presentation", "none"))
_MARKS_OF_DATA = frozenset(("th", "caption", "thead"))
#: Content that a cell of data does not hold.
_LAYOUT = HEADINGS | LISTS | frozenset(("form", "nav", "section", "article", "main", "dl"))


def is_layout_table(events: Sequence[Event], element: Element) -> bool:
    """Whether a table arranges the page: by its role, other tables inside, or its contents."""
    if (element.get("role") or "").strip().lower() in _TABLE_ROLES:
        return True
    names: set[str] = set()
    cells = rows = 0
    for index in range(element.opened + 1, element.closed):
        kind, each, _, _, _ = events[index]
        if kind == OPEN and each is not None:
            if each.name == "table":
                return True
            names.add(each.name)
            cells += each.name in _CELLS
            rows += each.name == "tr"
    if names & _MARKS_OF_DATA:
        return bool(names & {"form", "nav", "main", "h1"})
    return cells < 2 or rows < 2 or bool(names & _LAYOUT)


def read_table(
    nesting: Nesting, element: Element, around: Sequence[Element], part: Part
) -> Table | None:
    """The table with its caption; None if nothing of it has words."""
    rows: list[list[Cell]] = []
    caption: MappedText | None = None
    index = element.opened + 1
    while index < element.closed:
        kind, each, _, _, _ = nesting.events[index]
        if kind == OPEN and each is not None:
            if each.name == "tr":
                rows.append([])
            elif each.name in _CELLS or each.name == "caption":
                inner = range(each.opened + 1, each.closed)
                outer = [*around, each] if styled(each) else around
                words, inlines = wording(nesting.text, nesting.events, inner, outer)
                if each.name == "caption":
                    caption = words or None
                else:
                    rows = rows or [[]]
                    span = Span(each.start, each.end)
                    rows[-1].append(Cell(words, span, each.name == "th", inlines))
                index = each.closed
        index += 1
    filled = tuple(tuple(row) for row in rows if row)
    if not caption and not any(cell.text for row in filled for cell in row):
        return None
    return Table(filled, Span(element.start, element.end), caption, False, part)
