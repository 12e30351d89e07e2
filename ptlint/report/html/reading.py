"""A page as its readers see it, with the findings as marks in the text and notes beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from ptlint.findings.finding import Finding, Place
from ptlint.page import read_page
from ptlint.page.kinds import Part
from ptlint.page.mapped import MappedText
from ptlint.page.model import Block, Code, Heading, Item, List, Page, Paragraph, Table
from ptlint.record import record
from ptlint.report import View
from ptlint.report.frame import visible
from ptlint.run import Result
from ptlint.source.source import Source, from_text
from ptlint.source.span import Span

#: Characters of one page that are shown; more than any page of prose has.
_MOST_SHOWN = 200_000
_MOST_RELATED = 20
#: Fewer words give no steady grade.
_ENOUGH_WORDS = 100


@record
class Piece:
    """A stretch of text under the same marks; ``ends`` are notes whose mark ends with it."""

    text: str
    severity: str = ""
    ends: tuple[int, ...] = ()
    rules: str = ""


@record
class Note:
    """A finding as the report shows it; ``number`` is its place in the whole report."""

    number: int
    finding: Finding
    help: tuple[str, ...]


@record
class ShownBlock:
    """A block of the page: its kind, its lines of pieces, and the notes beside it.

    Attributes:
        lines: paragraphs, items or lines of code; of a table the caption, if any, and the cells.
        rows: of a table, row by row, whether each cell is a header.
    """

    kind: str
    level: int
    lines: tuple[tuple[Piece, ...], ...]
    notes: tuple[Note, ...]
    rows: tuple[tuple[bool, ...], ...] = ()

    @property
    def row_lines(self) -> Iterator[list[tuple[bool, tuple[Piece, ...]]]]:
        """The rows of a table: of each cell whether it is a header, and its line."""
        cells = iter(self.lines[len(self.caption) :])
        return ([(header, next(cells)) for header in row] for row in self.rows)

    @property
    def caption(self) -> tuple[tuple[Piece, ...], ...]:
        """The line of a table's caption, if it has one."""
        return self.lines[: len(self.lines) - sum(map(len, self.rows))]


@record
class ShownPage:
    """A page of the report.

    Attributes:
        elsewhere: notes on what readers do not see: markup, metadata.
        grade: the reading grade of its article, where it has enough words.
        cut: the page is longer than what is shown.
    """

    number: int
    path: str
    blocks: tuple[ShownBlock, ...] = ()
    elsewhere: tuple[Note, ...] = ()
    grade: float | None = None
    cut: bool = False
    notes: tuple[Note, ...] = ()


@dataclass(slots=True)
class _Marks:
    """The notes of a page that have not found their block yet, and their places."""

    source: Source
    notes: Sequence[Note]
    spans: list[tuple[Span, Note]] = field(default_factory=list)
    placed: set[int] = field(default_factory=set)


def shown_pages(result: Result, view: View) -> tuple[ShownPage, ...]:
    """Every page with findings, in the order of the report."""
    pages: list[ShownPage] = []
    number = 0
    for path, group in groupby(result.findings, lambda each: each.path):
        notes = []
        for finding in group:
            number += 1
            notes.append(Note(number, finding, _paragraphs(finding)))
        text = view.sources(path) if view.sources else ""
        pages.append(_page(len(pages) + 1, path, text, tuple(notes)))
    return tuple(pages)


def _page(number: int, path: str, text: str, notes: tuple[Note, ...]) -> ShownPage:
    source = from_text(text, path)
    name = visible(path)
    try:
        page = read_page(source) if text else None
    except Exception:  # a page that cannot be read is shown by its notes alone
        page = None
    if page is None:
        return ShownPage(number, name, elsewhere=notes, notes=notes)
    marks = _Marks(source, notes)
    marks.spans = sorted(_places(marks), key=lambda each: (each[0], each[1].number))
    blocks, cut = _shown(page, marks)
    elsewhere = tuple(note for note in notes if note.number not in marks.placed)
    return ShownPage(number, name, blocks, elsewhere, _grade(page), cut, notes)


def _paragraphs(finding: Finding) -> tuple[str, ...]:
    text = "" if finding.fix else finding.help
    parts = text.replace("`", "").split("\n\n")
    return tuple(" ".join(part.split()) for part in parts if part.strip())[:2]


def _places(marks: _Marks) -> Iterator[tuple[Span, Note]]:
    for note in marks.notes:
        yield _span(note.finding.place, marks.source), note
        for related in note.finding.related[:_MOST_RELATED]:
            yield _span(related.place, marks.source), note


def _span(place: Place, source: Source) -> Span:
    start = source.lines.offset(place.line, place.column)
    return Span(start, max(start, source.lines.offset(place.end_line, place.end_column)))


def _shown(page: Page, marks: _Marks) -> tuple[tuple[ShownBlock, ...], bool]:
    blocks: list[ShownBlock] = []
    used = 0
    for block in page.blocks:
        if block.part is Part.HIDDEN:
            continue
        shown = _block(block, marks)
        used += sum(len(piece.text) for line in shown.lines for piece in line)
        if used > _MOST_SHOWN:
            return tuple(blocks), True
        blocks.append(shown)
    return tuple(blocks), False


def _block(block: Block, marks: _Marks) -> ShownBlock:
    kind, texts = _texts(block, marks.source)
    found: dict[int, Note] = {}
    lines = tuple(_line(text, marks, found) for text in texts)
    notes = [note for number, note in sorted(found.items()) if number not in marks.placed]
    marks.placed.update(note.number for note in notes)
    level = block.level if isinstance(block, Heading) else 0
    return ShownBlock(kind, level, lines, tuple(notes), _rows(block))


def _rows(block: Block) -> tuple[tuple[bool, ...], ...]:
    if not isinstance(block, Table) or block.layout:
        return ()
    # Headers without words, or of nothing, would lead users of screen readers astray.
    plain = all(cell.header for row in block.rows for cell in row)
    return tuple(
        tuple(cell.header and bool(cell.text) and not plain for cell in row)
        for row in block.rows
        if row
    )


def _texts(block: Block, source: Source) -> tuple[str, list[MappedText]]:
    match block:
        case Heading():
            return "heading", [block.text]
        case Paragraph():
            return "paragraph", [block.text]
        case List():
            items = [text for item in block.all_items() for text in _item(item)]
            return ("numbers" if block.ordered else "bullets"), items
        case Table():
            caption = [block.caption] if block.caption else []
            return "table", caption + [cell.text for row in block.rows for cell in row]
        case Code():
            return "code", [MappedText.verbatim(source.slice(block.span), block.span.start)]


def _item(item: Item) -> list[MappedText]:
    return [text for text in (item.term, item.text) if text is not None and text.text]


def _line(text: MappedText, marks: _Marks, found: dict[int, Note]) -> tuple[Piece, ...]:
    """One text cut where marks begin and end; what is marked is noted in ``found``."""
    if not text.runs:
        return (Piece(visible(text.text)),) if text.text else ()
    whole = Span(min(run.start for run in text.runs), max(run.end for run in text.runs))
    here: list[tuple[int, int, Note]] = []
    for span, note in marks.spans:
        if span.start >= whole.end:
            break
        first_of_long = span.start < whole.start and note.number not in marks.placed | set(found)
        if span.end > whole.start and (span.start >= whole.start or first_of_long):
            start, end = text.offset_of(span.start), text.offset_of(span.end)
            here.append((start, max(end, min(start + 1, len(text.text))), note))
            found[note.number] = note
    return tuple(_pieces(text.text, here))


def _pieces(text: str, marked: list[tuple[int, int, Note]]) -> Iterator[Piece]:
    cuts = sorted({0, len(text), *(at for start, end, _ in marked for at in (start, end))})
    for start, end in pairwise(cuts):
        over = [note for first, last, note in marked if first <= start and end <= last]
        ends = tuple(dict.fromkeys(note.number for _, last, note in marked if last == end))
        worst = max(over, key=lambda each: each.finding.severity.weight, default=None)
        severity = worst.finding.severity.value if worst else ""
        rules = " ".join(sorted({note.finding.rule for note in over}))
        yield Piece(visible(text[start:end]), severity, ends if over else (), rules)


def _grade(page: Page) -> float | None:
    from ptlint.page.passages import in_english, passages
    from ptlint.prose.readability import grade

    if not page.once(in_english):
        return None
    texts = [each.text.text for each in passages(page, ("paragraph", "item"), (Part.ARTICLE,))]
    score = grade(texts)
    return round(score.grade, 1) if score.words >= _ENOUGH_WORDS else None
