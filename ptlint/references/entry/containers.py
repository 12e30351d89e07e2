"""Split what stands between the authors and the locator into title, container and publisher."""

from __future__ import annotations

from ptlint.pattern import later

from .books import TOWN_AND_HOUSE, first_part, without_place
from .dates import DATE, FULL_DATE, may_hold_date, with_months
from .identifiers import cut
from .pieces import Span, Split, blank, comma_parts, is_date, span_of
from .titles import Segment, segments
from .vocabulary import (
    is_abbreviated_title,
    is_journal,
    names_organisation,
    names_publisher,
    names_site,
    sounds_like_journal,
)

_SECTION = later(
    r"(?:American|British) [Vv]olume$|(?:Part|Series|Section) [A-Z]\b|Clinical [Rr]esearch [Ee]d"
)
_DATE_ASIDE = later(
    rf"\(\s?{DATE}\s?\):?|(?<=[\s,]){FULL_DATE}|\bn\.\s?d\b\.?|\bpp?\.(?:\s\d+[+]?)?"
)
_EDITED_BY = later(r",?\s(?:edited|translated|compiled)\sby\s[^,;]{1,80}(?=,|\.|$)")
_COMMA = later(r",\s")
_SPACE = later(r"\s")
_IN = later(r"[Ii]n:?\s")


def _joined_abbreviations(core: str, parts: list[Segment]) -> list[Segment]:
    """Put "J. Clin. Oncol." together again at the end of `parts`."""
    while len(parts) > 1 and _continues(parts[-2], parts[-1]):
        last, before = parts[-1], parts[-2]
        parts = [
            *parts[:-2],
            Segment(core[before.start : last.end], before.start, last.end, last.stop),
        ]
    return parts


def _continues(before: Segment, last: Segment) -> bool:
    if before.stop == "." and is_journal(f"{before.text} {last.text}"):
        return True  # "The Lancet. Oncology"
    if before.stop != "." or not is_abbreviated_title(last.text):
        return False
    words = before.text.split()
    if not is_abbreviated_title(before.text):  # "Expert Rev. Clin. Pharmacol."
        return len(words) in (2, 3) and before.text.istitle() and is_abbreviated_title(words[-1])
    return len(words) == 1 or not is_journal(last.text) or is_journal(f"{before.text} {last.text}")


def split_before_locator(core: str, start: int, end: int) -> Split:
    """Title and container of an unquoted entry whose locator begins at `end`."""
    parts = _joined_abbreviations(core, segments(core, start, end))
    if len(parts) > 2 and _SECTION.match(parts[-1].text) and sounds_like_journal(parts[-2].text):
        last, before = parts[-1], parts[-2]
        whole = Segment(core[before.start : last.end], before.start, last.end, last.stop)
        parts = [*parts[:-2], whole]
    parts = _colon_before_journal(parts)
    tail = parts[-1].text if len(parts) > 1 else ""
    if (
        names_publisher(tail) and not sounds_like_journal(tail) and TOWN_AND_HOUSE.match(tail)
    ):  # a book
        return Split(span_of(*parts[:-1]), None, without_place(core, parts[-1]), 0.8)
    if len(parts) >= 2:
        return Split(span_of(*parts[:-1]), span_of(parts[-1]), None, 0.9)
    if not parts:
        return Split(None, None, None, 0.6)
    only = parts[0]
    if is_journal(only.text) or (" " in only.text and is_abbreviated_title(only.text)):
        return Split(None, span_of(only), None, 0.85)
    return _split_at_journal(only)


def _colon_before_journal(parts: list[Segment]) -> list[Segment]:
    """Separate "A Review:Arthritis Care & Research" where a colon stands for the full stop."""
    last = parts[-1] if parts else None
    before, _, journal = last.text.rpartition(":") if last else ("", "", "")
    if not last or not before or not is_journal(journal):
        return parts
    if is_journal(last.text) or is_journal(before):
        return parts
    title_end = last.start + len(before.rstrip())
    begin = last.end - len(journal.lstrip())
    return [
        *parts[:-1],
        Segment(before, last.start, title_end, ":"),
        Segment(journal, begin, last.end, ""),
    ]


def _split_at_journal(only: Segment) -> Split:
    """Find the journal at the end of a title that no stop separates from it."""
    comma = [match.end() for match in _COMMA.finditer(only.text)]
    words = [match.end() for match in _SPACE.finditer(only.text)]
    for at in [*comma, *words[-8:]]:
        tail = only.text[at:].strip(" ,.")
        if is_journal(tail) or (at in comma and sounds_like_journal(tail)):
            title_end = only.start + len(only.text[:at].rstrip(" ,."))
            begin = only.start + at
            return Split((only.start, title_end), (begin, begin + len(tail)), None, 0.7)
    return Split(span_of(only), None, None, 0.4)


def split_after_quote(core: str, start: int, end: int, located: bool) -> Split:
    """Container and publisher behind a quoted title; `located` when a locator begins at `end`."""
    region = _EDITED_BY.sub(blank, core[:end])
    if may_hold_date(region) or "p." in region:
        for match in _DATE_ASIDE.finditer(with_months(region)):
            region = cut(region, *match.span())
    parts = [piece for piece in segments(region, start, end) if not is_date(piece)]
    if located and parts:
        parts = _joined_abbreviations(core, parts)
        if sounds_like_journal(parts[0].text) and not names_publisher(parts[-1].text):
            return Split(None, _without_in(core, (parts[0].start, parts[-1].end)), None, 0.9)
        whole = (
            span_of(parts[0])
            if len(parts) > 1 and names_publisher(parts[-1].text)
            else span_of(*parts[-1:])
        )
        return Split(None, _without_in(core, whole), None, 0.9)
    pieces = [
        part
        for piece in parts
        for part in comma_parts(core, piece.start, piece.end)
        if not is_date(part)
    ]
    if not pieces:
        return Split(None, None, None, 0.8)
    return Split(None, _without_in(core, span_of(pieces[0])), span_of(*pieces[1:2]), 0.85)


def _without_in(core: str, span: Span | None) -> Span | None:
    if span and _IN.match(core[span[0] : span[1]]):
        begin = span[0] + (4 if core[span[0] + 2] == ":" else 3)
        return begin, span[1]
    return span


def split_without_locator(core: str, start: int, end: int) -> Split:
    """Title, container and publisher of a book or a web page."""
    parts = [piece for piece in segments(core, start, end) if not is_date(piece)]
    if not parts:
        return Split(None, None, None, 0.6)
    parts = _joined_abbreviations(core, parts)
    if is_journal(parts[-1].text):
        return Split(span_of(*parts[:-1]), span_of(parts[-1]), None, 0.8)
    title, rest = parts[0], parts[1:]
    if not rest:
        return _title_alone(core, title)
    house = next(
        (
            piece
            for piece in rest
            if TOWN_AND_HOUSE.match(core, piece.start, piece.end) or names_publisher(piece.text)
        ),
        None,
    )
    first = comma_parts(core, rest[0].start, rest[0].end) if rest[0] is not house else []
    container = first[0] if first and not is_date(first[0]) else None
    publisher = first_part(core, without_place(core, house)) if house else None
    return Split(span_of(title), span_of(container) if container else None, publisher, 0.75)


def _title_alone(core: str, title: Segment) -> Split:
    """One sentence: cut a known site off its end ("Asthma, Mayo Clinic, 2020")."""
    parts = [part for part in comma_parts(core, title.start, title.end) if not is_date(part)]
    for index, part in enumerate(parts[1:], 1):
        if ":" in part.text and names_publisher(part.text.partition(":")[0]):
            return Split((title.start, parts[index - 1].end), None, span_of(part), 0.6)
        if names_site(part.text) or names_organisation(part.text) or is_journal(part.text):
            return Split((title.start, parts[index - 1].end), span_of(part), None, 0.6)
    end = parts[-1].end if parts else title.end
    return Split((title.start, end), None, None, 0.6)
