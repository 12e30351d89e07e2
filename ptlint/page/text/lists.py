"""Bulleted and numbered lines of plain text as lists."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.page.mapped import joined
from ptlint.page.model import Item, List
from ptlint.page.text.lines import Line
from ptlint.source.source import Source
from ptlint.source.span import Span


def read_list(lines: list[Line], source: Source, wrapped: bool) -> tuple[List, list[Line]]:
    """The list that the lines start with, and the lines after it.

    An unmarked line belongs to the item above it when it is indented or the file is
    wrapped by hand; otherwise the list ends there.
    """
    runs: list[list[Line]] = []
    for at, line in enumerate(lines):
        if line.marker:
            runs.append([line])
        elif wrapped or line.indent > runs[-1][0].indent:
            runs[-1].append(line)
        else:
            return _list(runs, source), lines[at:]
    return _list(runs, source), []


def _list(runs: list[list[Line]], source: Source) -> List:
    outer = min(run[0].indent for run in runs)
    margin = outer + 1
    items: list[Item] = []
    nested: list[list[Line]] = []
    for run in runs:
        if run[0].indent > margin and items and not _follows(items[-1], run[0]):
            nested.append(run)
            continue
        items = _with_children(items, nested, source)
        nested = []
        items.append(_item(run, source))
    items = _with_children(items, nested, source)
    ordered = sum(item.number is not None for item in items) * 2 > len(items)
    span = Span(runs[0][0].span.start + runs[0][0].indent, runs[-1][-1].body.end)
    return List(tuple(items), ordered, span)


def _follows(item: Item, line: Line) -> bool:
    """Does a number go on from the item's, whatever the indentation of the copy is?"""
    return item.number is not None and line.number == item.number + 1


def _with_children(items: list[Item], nested: list[list[Line]], source: Source) -> list[Item]:
    if not nested:
        return items
    last = items[-1]
    child = _list(nested, source)
    grown = Item(last.text, last.span, marker=last.marker, number=last.number, children=(child,))
    return [*items[:-1], grown]


def _item(run: list[Line], source: Source) -> Item:
    head = run[0]
    text = joined(_parts(run, source))
    span = Span(head.span.start + head.indent, run[-1].body.end)
    return Item(text, span, marker=head.marker, number=head.number)


def _parts(run: list[Line], source: Source) -> Iterator[tuple[str, int, int]]:
    for index, line in enumerate(run):
        if index:
            yield " ", run[index - 1].body.end, line.body.start
        yield source.clean[line.body.start : line.body.end], line.body.start, line.body.end
