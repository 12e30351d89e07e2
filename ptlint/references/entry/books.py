"""Books and chapters: the town and house that published them, the book a chapter stands in."""

from __future__ import annotations

from ptlint.pattern import later

from .dates import YEAR
from .pieces import Span, Split, comma_parts, is_date, span_of, trimmed
from .titles import Segment, segments

TOWN_AND_HOUSE = later(
    rf"(?P<place>[A-Z][^\d:;()]{{1,40}}(?:\([A-Z][A-Za-z. ]{{1,20}}\)\s?)?)[:;]\s?"
    rf"(?P<house>[A-Z][^:;\d]{{1,80}}?)(?=[;,.]?\s*(?:{YEAR}|$))"
)
_IN = later(
    r"(?:^|(?<=[.?!\s]))\s*In\s?(?::\s|\s(?=(?:[A-Z]\.\s?){1,3}[A-Z]|[A-Z][a-z]+,?\s[A-Z]))"
)
_IN_EDITORS = later(
    r"[^()]{2,220}?(?:\(\s?[Ee]ds?\.?\s?\)|,\s?[Ee]ds?\b|,?\s[Ee]ditors?\b)[.,:]?\s*"
)
_TOWN = later(r",\s(?=[A-Z][^,:]{1,40}(?:,\s[A-Z]{2})?:\s)")


def without_place(core: str, piece: Segment) -> Span:
    """A publisher without the town before it ("New York, NY: Springer")."""
    match = TOWN_AND_HOUSE.match(core, piece.start, piece.end)
    return match.span("house") if match else (piece.start, piece.end)


def split_chapter(core: str, start: int, end: int) -> Split | None:
    """Title and book of "Title. In: Editor A, ed. Book. Town: Publisher"."""
    match = _IN.search(core, start, end)
    if not match:
        return None
    title = trimmed(core, start, match.start())
    editors = _IN_EDITORS.match(core, match.end(), end)
    parts = segments(core, editors.end() if editors else match.end(), end)
    parts = [piece for piece in parts if not is_date(piece)]
    if not parts:
        return Split(span_of(*title), None, None, 0.5, chapter=True)
    book = parts[0]
    cut = _TOWN.search(book.text)
    book_end = book.start + cut.start() if cut else book.end
    house = without_place(core, parts[1]) if len(parts) > 1 else None
    return Split(span_of(*title), (book.start, book_end), house, 0.8, chapter=True)


def first_part(core: str, span: Span) -> Span:
    parts = [part for part in comma_parts(core, *span) if not is_date(part)]
    return (parts[0].start, parts[0].end) if parts else span
