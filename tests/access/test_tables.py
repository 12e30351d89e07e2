from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from ptlint.access.tables import grid, has_cells, headers_of
from ptlint.access.tree import AccessTree

Build = Callable[..., AccessTree]


def headers(made: AccessTree) -> dict[str, list[str]]:
    """The header texts of each data cell, by its own text."""
    found = grid(made.index.tagged("table")[0])
    return {
        cell.element.text: [each.element.text for each in headers_of(found, cell, made.ids)]
        for cell in found.cells
        if not cell.header
    }


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><th>A<th>B<tr><td>1<td>2", {"1": ["A"], "2": ["B"]}),
        ("<tr><th>A<td>1<tr><th>B<td>2", {"1": ["A"], "2": ["B"]}),
        ("<tr><th><th>C<tr><th>R<td>1", {"1": ["C", "R"]}),
        ("<tr><th colspan=2>A<tr><td>1<td>2", {"1": ["A"], "2": ["A"]}),
        ("<tr><th rowspan=2 scope=row>A<td>1<tr><td>2", {"1": ["A"], "2": ["A"]}),
        ("<tr><th>A<tr><td>1<tr><th>B<tr><td>2", {"1": ["A"], "2": ["B"]}),
        ("<tr><th id=a>A<th>B<tr><td>1<td headers=a>2", {"1": ["A"], "2": ["A"]}),
        ("<tr><th>A<th scope=colgroup colspan=2>G<tr><td>1<td>2", {"1": ["A"], "2": ["G"]}),
        ("<tr><th scope=rowgroup>G<td>1<tr><td>0<td>2", {"1": ["G"], "0": ["G"], "2": ["G"]}),
        ("<tr><td>x<th>A<tr><td>1<td>2", {"x": [], "1": [], "2": []}),
    ],
)  # fmt: skip
def test_headers_of_cells(tree: Build, rows: str, expected: dict[str, list[str]]) -> None:
    assert headers(tree(f"<table>{rows}</table>")) == expected


def test_a_long_table_is_judged_in_time(tree: Build) -> None:
    rows = "".join(f"<tr><td>{n}</td><td headers='a'>{n}</td></tr>" for n in range(3000))
    made = tree(f"<table><tr><th id='a'>A</th><th>B</th></tr>{rows}</table>")
    start = time.process_time()
    found = grid(made.index.tagged("table")[0])
    used = [has_cells(found, cell, made.ids) for cell in found.cells if cell.header]
    assert used == [True, False]
    assert time.process_time() - start < 5.0
