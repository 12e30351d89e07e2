"""Which header cells belong to which cells of a table (HTML, 4.9.12, Processing model)."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.access.element import Element
from ptlint.record import field, record

_GROUPS = ("thead", "tbody", "tfoot")
#: HTML clamps spans to these.
_WIDEST, _TALLEST = 1000, 65534


@record(eq=False)
class Cell:
    """A cell in its place: column and row of its first slot, and how many it covers."""

    element: Element
    column: int
    row: int
    width: int
    height: int

    @property
    def header(self) -> bool:
        role = (self.element.get("role") or "").strip().lower()
        return self.element.tag == "th" or role in ("columnheader", "rowheader")

    @property
    def scope(self) -> str:
        written = (self.element.get("scope") or "").strip().lower()
        if written in ("col", "row", "colgroup", "rowgroup"):
            return written
        role = (self.element.get("role") or "").strip().lower()
        if self.element.tag == "td":
            return {"columnheader": "col", "rowheader": "row"}.get(role, "")
        return ""

    @property
    def empty(self) -> bool:
        return not self.element.children and not self.element.own_text


@record
class Grid:
    """The cells of a table and the slots they cover.

    Attributes:
        groups: for each row the number of its row group.
        data_rows: the rows, and ``data_columns`` the columns, that hold a data cell.
        group_headers: the headers of row groups and column groups.
        naming: the cells that name their headers themselves.
        of_element: the cell of each cell element.
    """

    cells: list[Cell] = field(default_factory=list)
    slots: dict[tuple[int, int], Cell] = field(default_factory=dict)
    groups: list[int] = field(default_factory=list)
    data_rows: set[int] = field(default_factory=set)
    data_columns: set[int] = field(default_factory=set)
    group_headers: list[Cell] = field(default_factory=list)
    naming: list[Cell] = field(default_factory=list)
    of_element: dict[Element, Cell] = field(default_factory=dict)

    @property
    def width(self) -> int:
        return max((column for column, _ in self.slots), default=-1) + 1

    @property
    def height(self) -> int:
        return len(self.groups)


def grid(table: Element) -> Grid:
    """The table's cells in the slots that row and column spans give them."""
    made = Grid()
    for group, rows in enumerate(_row_groups(table)):
        first = made.height
        made.groups.extend([group] * len(rows))
        for offset, row in enumerate(rows):
            _place(made, row, first + offset, first + len(rows))
    return made


def _row_groups(table: Element) -> Iterator[list[Element]]:
    """Rows by group; a footer comes last wherever it is written (HTML, forming a table)."""
    loose: list[Element] = []
    children = table.children_of("tr", *_GROUPS)
    for child in sorted(children, key=_is_footer):
        if child.tag == "tr":
            loose.append(child)
            continue
        if loose:
            yield loose
            loose = []
        yield list(child.children_of("tr"))
    if loose:
        yield loose


def _is_footer(part: Element) -> bool:
    return part.tag == "tfoot"


def _place(made: Grid, row: Element, at: int, group_end: int) -> None:
    column = 0
    for element in row.children_of("td", "th"):
        while (column, at) in made.slots:
            column += 1
        width = min(_span(element, "colspan"), _WIDEST) or 1
        height = _span(element, "rowspan") or group_end - at
        cell = Cell(element, column, at, width, min(height, _TALLEST, group_end - at))
        _enter(made, cell)
        column += width


def _enter(made: Grid, cell: Cell) -> None:
    rows = range(cell.row, cell.row + cell.height)
    columns = range(cell.column, cell.column + cell.width)
    made.cells.append(cell)
    made.of_element[cell.element] = cell
    for x in columns:
        for y in rows:
            made.slots.setdefault((x, y), cell)
    if not cell.header:
        made.data_rows.update(rows)
        made.data_columns.update(columns)
    elif cell.scope in ("rowgroup", "colgroup"):
        made.group_headers.append(cell)
    if cell.element.get("headers") is not None:
        made.naming.append(cell)


def _span(element: Element, name: str) -> int:
    written = (element.get(name) or "").strip()
    return int(written[:6]) if written.isdecimal() else 1


def headers_of(made: Grid, cell: Cell, ids: dict[str, Element]) -> Iterator[Cell]:
    """The header cells of a cell: those its ``headers`` attribute names, or by position."""
    named = cell.element.get("headers")
    if named is not None:
        wanted = [ids.get(token) for token in named.split()]
        found: Iterator[Cell] = (each for each in made.cells if each.element in wanted)
    else:
        found = _by_position(made, cell)
    return (each for each in found if each is not cell and not each.empty)


def _by_position(made: Grid, cell: Cell) -> Iterator[Cell]:
    for x in range(cell.column, cell.column + cell.width):
        yield from _scan(made, cell, x, cell.row, (0, -1))
    for y in range(cell.row, cell.row + cell.height):
        yield from _scan(made, cell, cell.column, y, (-1, 0))
    yield from _group_headers(made, cell)


def _scan(made: Grid, cell: Cell, x: int, y: int, step: tuple[int, int]) -> Iterator[Cell]:
    """The internal algorithm: headers to the left of, or above, one slot."""
    in_block = cell.header
    block = [cell] if cell.header else []
    opaque: list[Cell] = []
    while True:
        x, y = x + step[0], y + step[1]
        if x < 0 or y < 0:
            return
        other = made.slots.get((x, y))
        if other is None:
            continue
        if other.header:
            in_block = True
            block.append(other)
            if not _blocked(made, other, opaque, upwards=step[0] == 0):
                yield other
        elif in_block:
            in_block = False
            opaque.extend(block)
            block = []


def _blocked(made: Grid, header: Cell, opaque: list[Cell], *, upwards: bool) -> bool:
    if upwards:
        same = any((o.column, o.width) == (header.column, header.width) for o in opaque)
        return same or not heads_column(made, header)
    same = any((o.row, o.height) == (header.row, header.height) for o in opaque)
    return same or not heads_row(made, header)


def heads_column(made: Grid, header: Cell) -> bool:
    """Whether a header is one for its column: by scope, or no data cell shares its rows."""
    if header.scope:
        return header.scope == "col"
    rows = range(header.row, header.row + header.height)
    return made.data_rows.isdisjoint(rows)


def heads_row(made: Grid, header: Cell) -> bool:
    """Whether a header is one for its row: by scope, or no data cell shares its columns."""
    if header.scope:
        return header.scope == "row"
    columns = range(header.column, header.column + header.width)
    return not heads_column(made, header) and made.data_columns.isdisjoint(columns)


def _group_headers(made: Grid, cell: Cell) -> Iterator[Cell]:
    for header in made.group_headers:
        if header.row > cell.row + cell.height - 1:
            continue
        if header.scope == "rowgroup":
            same_group = made.groups[header.row] == made.groups[cell.row]
            if same_group and header.column <= cell.column + cell.width - 1:
                yield header
        elif header.column <= cell.column < header.column + header.width:
            yield header


def has_cells(made: Grid, header: Cell, ids: dict[str, Element]) -> bool:
    """Whether a header cell belongs to at least one other cell.

    Looks below and beside the header first, where its cells nearly always are.
    """
    if any(header is each for cell in made.naming for each in headers_of(made, cell, ids)):
        return True
    return any(
        header is each
        for cell in _neighbours(made, header)
        if cell is not header and cell.element.get("headers") is None
        for each in headers_of(made, cell, ids)
    )


def _neighbours(made: Grid, header: Cell) -> Iterator[Cell]:
    """The cells that position can give the header: its columns' below, its rows' beside."""
    if header.scope in ("rowgroup", "colgroup"):
        yield from made.cells
    if heads_column(made, header):
        for x in range(header.column, header.column + header.width):
            for y in range(header.row + header.height, made.height):
                yield from filter(None, [made.slots.get((x, y))])
    elif heads_row(made, header):
        for y in range(header.row, header.row + header.height):
            for x in range(header.column + header.width, made.width):
                yield from filter(None, [made.slots.get((x, y))])
