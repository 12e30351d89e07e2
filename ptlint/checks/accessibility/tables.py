"""Tables: header cells that are there, are right, and reach their cells (WCAG 1.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.access.element import Element
from ptlint.access.names import has_name
from ptlint.access.roles import explicit_role, role
from ptlint.access.tables import Grid, grid, has_cells
from ptlint.access.tree import AccessTree
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import (
    access,
    at_attribute,
    at_tag,
    is_unknown,
    quoted,
)
from ptlint.findings.finding import Observation, Severity
from ptlint.page.kinds import Part
from ptlint.page.model import Page
from ptlint.page.model import Table as TableBlock

_TABLE_ROLES = ("table", "grid", "treegrid")
_HEADER_ROLES = ("columnheader", "rowheader")
_CELL_ROLES = ("cell", "gridcell", *_HEADER_ROLES)
#: Cells of data are short: so many characters at most in the middle of all.
_SHORT_CELL = 80
_SCOPES = ("col", "colgroup", "row", "rowgroup")


def _tables(tree: AccessTree) -> Iterator[Element]:
    """The tables that are tables to assistive technology."""
    for table in tree.index.tagged("table"):
        if table.exposed and role(tree, table) in _TABLE_ROLES:
            yield table


def headers_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A table of data without header cells."""
    for block in page.blocks:
        if not isinstance(block, TableBlock) or block.layout or block.part is Part.HIDDEN:
            continue
        if not _is_data(block) or any(c.header and c.text for row in block.rows for c in row):
            continue
        first = next(cell for row in block.rows for cell in row if cell.text)
        pairs = max(len(row) for row in block.rows) == 2
        yield Observation(
            first.text.span(),
            "The table has no header cells, so screen readers read its cells without saying what "
            "they are. Mark the headings of columns or rows as headers.",
            severity=Severity.WARNING if pairs else None,
        )


def _is_data(block: TableBlock) -> bool:
    """Whether rows of several short texts stand below each other; layout has other cells."""
    rows = [[cell.text.text.strip() for cell in row] for row in block.rows]
    full = [[text for text in row if text] for row in rows]
    if sum(len(row) > 1 for row in full) < 2:
        return False
    lengths = sorted(len(text) for row in full for text in row)
    return lengths[len(lengths) // 2] <= _SHORT_CELL


def header_unassigned(page: Page, options: Options) -> Iterator[Observation]:
    """A header cell that belongs to no other cell."""
    tree = access(page)
    for table in _tables(tree):
        made: Grid | None = None
        for cell in table.inside("th", "td"):
            if role(tree, cell) not in _HEADER_ROLES or not _is_shown(tree, cell):
                continue
            if cell.closest("table") is not table:
                continue
            made = made or grid(table)
            yield from _unassigned(page, tree, made, cell)
    yield from _in_role_tables(page, tree)


def _is_shown(tree: AccessTree, cell: Element) -> bool:
    return cell.exposed and bool(cell.text.strip() or cell.children)


def _unassigned(
    page: Page, tree: AccessTree, made: Grid, element: Element
) -> Iterator[Observation]:
    cell = made.of_element.get(element)
    if cell is not None and not has_cells(made, cell, tree.ids):
        yield _without_cells(page, element)


def _without_cells(page: Page, element: Element) -> Observation:
    return at_tag(
        page,
        element,
        f'The header {quoted(element.text)} belongs to no cell. Give it scope="col" or '
        'scope="row", or make it an ordinary cell.',
    )


def _in_role_tables(page: Page, tree: AccessTree) -> Iterator[Observation]:
    """The same for tables made of roles, where position alone decides."""
    for table in tree.index.having("role"):
        if explicit_role(table) not in _TABLE_ROLES or table.tag == "table":
            continue
        if not table.exposed:
            continue
        rows = [
            [each for each in row.inclusive() if _is_cell(tree, each)]
            for row in table.inclusive()
            if role(tree, row) == "row"
        ]
        for row in rows:
            for place, cell in enumerate(row):
                kind = role(tree, cell)
                if kind not in _HEADER_ROLES or not _is_shown(tree, cell):
                    continue
                others = any(len(each) > place for each in rows if each is not row)
                if not (others if kind == "columnheader" else len(row) > 1):
                    yield _without_cells(page, cell)


def _is_cell(tree: AccessTree, element: Element) -> bool:
    return role(tree, element) in _CELL_ROLES


def headers_invalid(page: Page, options: Options) -> Iterator[Observation]:
    """A ``headers`` attribute that names anything but header cells of its own table."""
    tree = access(page)
    for cell in tree.index.having("headers"):
        table = cell.closest("table")
        if cell.tag not in ("td", "th") or table is None or role(tree, table) not in _TABLE_ROLES:
            continue
        if not table.exposed or not cell.exposed:
            continue
        for token in (cell.get("headers") or "").split():
            fault = "" if is_unknown(token) else _fault_of_reference(tree, cell, table, token)
            if fault:
                yield at_attribute(
                    page,
                    cell,
                    "headers",
                    f"headers points at {quoted(token)}, {fault}. Name the ids of the header "
                    "cells of this table.",
                )
                break


def _fault_of_reference(tree: AccessTree, cell: Element, table: Element, token: str) -> str:
    inside = (each for each in table.inclusive())
    target = next((each for each in inside if each.get("id") == token), None)
    if target is None:
        elsewhere = token in tree.ids
        return "which is in another table" if elsewhere else "which does not exist"
    if target is cell:
        return "which is this cell itself"
    own = target.closest("table")
    if target.tag not in ("td", "th") or own is not table:
        return "which is no cell of the table"
    return "" if role(tree, target) in _HEADER_ROLES else "which is no header cell"


def scope_invalid(page: Page, options: Options) -> Iterator[Observation]:
    """A ``scope`` with another value, or on another element than a header cell."""
    for element in access(page).index.having("scope"):
        value = (element.get("scope") or "").strip()
        if element.tag not in ("td", "th") or is_unknown(value):
            continue
        if element.tag == "td":
            message = "scope has an effect on header cells only. Make this cell a <th>."
        elif value.lower() not in _SCOPES:
            message = f'scope cannot be {quoted(value)}. Use "col" or "row".'
        else:
            continue
        yield at_attribute(page, element, "scope", message)


def header_empty(page: Page, options: Options) -> Iterator[Observation]:
    """A header cell without text."""
    tree = access(page)
    for cell in tree.index.tagged("th"):
        corner = cell.parent is not None and cell.parent.children[0] is cell and _in_first_row(cell)
        if corner or not cell.exposed or role(tree, cell) not in _HEADER_ROLES:
            continue
        if not has_name(tree, cell):
            yield at_tag(
                page,
                cell,
                "The header cell is empty: its column or row is read out without a name. Name "
                "it, or make it an ordinary cell.",
            )


def _in_first_row(cell: Element) -> bool:
    row = cell.parent
    table = cell.closest("table")
    return table is not None and row is next(table.inside("tr"), None)


def caption_repeated(page: Page, options: Options) -> Iterator[Observation]:
    """A ``summary`` that says the same as the caption."""
    for table in access(page).index.tagged("table"):
        caption = next(iter(table.children_of("caption")), None)
        summary = " ".join((table.get("summary") or "").split())
        if caption is None or not summary:
            continue
        if " ".join(caption.text.split()).lower() == summary.lower():
            yield at_attribute(
                page,
                table,
                "summary",
                "The summary repeats the caption, so it is read out twice. Remove the summary.",
            )


def caption_faked(page: Page, options: Options) -> Iterator[Observation]:
    """A first row of one cell over the whole width, which stands for a caption."""
    tree = access(page)
    for table in _tables(tree):
        if next(iter(table.children_of("caption")), None) is not None:
            continue
        first = next(table.inside("tr"), None)
        cells = list(first.children_of("td", "th")) if first is not None else []
        made = grid(table) if len(cells) == 1 else None
        if made and made.height > 2 and made.width > 1 and made.cells[0].width == made.width:
            text = cells[0].text
            if text.strip() and made.cells[0].element is cells[0] and len(text.split()) <= 15:
                yield at_tag(
                    page,
                    cells[0],
                    f"This cell over the whole table seems to be its title. Write {quoted(text)} "
                    "in a <caption>, which screen readers announce with the table.",
                )
