"""Promises that no heading makes: a table's column, a term of a definition list, a bold label.

"Symptoms" over a column of a table, `<dt>Causes</dt>` and "**Causes:** a fall" promise as a
heading does, for what stands under or behind them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from ptlint.page.kinds import Style
from ptlint.page.mapped import MappedText
from ptlint.page.model import Cell, Inline, Item, List, Page, Paragraph, Table

#: The longest label, in words; more is a sentence that begins in bold.
_LONGEST = 6

Labelled = tuple[MappedText, tuple[Item, ...]]


def labelled_columns(table: Table) -> Iterator[Labelled]:
    """Each headed column of a table with its cells as items."""
    if table.layout or len(table.rows) < 2 or not all(cell.header for cell in table.rows[0]):
        return
    for column in zip_longest(*table.rows):
        head, *cells = column
        if head is not None and head.text and not any(c and c.header for c in cells):
            yield head.text, tuple(_item(cell) for cell in cells if cell and cell.text)


def labelled_terms(listed: List) -> Iterator[Labelled]:
    """Each term of a definition list with its definitions."""
    with_terms = [item for item in listed.items if item.term]
    for _, group in groupby(with_terms, lambda item: item.term and item.term.span()):
        items = tuple(group)
        if items[0].term:
            yield items[0].term, items


def inline_labels(page: Page) -> Iterator[MappedText]:
    """Bold words with a colon at the start of a paragraph or list item of the article."""
    for block in page.article():
        if isinstance(block, Paragraph):
            yield from _label(block.text, block.inlines)
        elif isinstance(block, List):
            for item in block.all_items():
                yield from _label(item.text, item.inlines)


def _label(text: MappedText, inlines: Sequence[Inline]) -> Iterator[MappedText]:
    bold = next((each for each in inlines if each.style is Style.STRONG and not each.start), None)
    if bold is None:
        return
    words = text.text[: bold.end].rstrip()
    followed = words.endswith(":") or text.text[bold.end :].lstrip().startswith(":")
    if followed and 0 < len(words.split()) <= _LONGEST:
        yield text.slice(0, bold.end)


def _item(cell: Cell) -> Item:
    return Item(cell.text, cell.span, cell.inlines)
