"""Split what stands between the authors and the locator into title, container and publisher."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .dates import DATE, FULL_DATE, YEAR
from .titles import Segment, segments
from .vocabulary import (
    is_abbreviated_title,
    is_journal,
    names_organisation,
    names_publisher,
    names_site,
    sounds_like_journal,
)

_DATE_PIECE = re.compile(rf"[\s,.;:(]*(?:{DATE}|n\.\s?d\b\.?|c\.\s?{YEAR}|{YEAR}[-–]\s?)[\s,.;:)]*")
_SECTION = re.compile(
    r"(?:American|British) [Vv]olume$|(?:Part|Series|Section) [A-Z]\b|Clinical [Rr]esearch [Ee]d"
)
_DATE_ASIDE = re.compile(
    rf"\(\s?{DATE}\s?\):?|(?<=[\s,]){FULL_DATE}|\bn\.\s?d\b\.?|\bpp?\.(?:\s\d+[+]?)?"
)
_PLACE = re.compile(
    rf"(?P<place>[A-Z][^\d:;()]{{1,40}}(?:\([A-Z][A-Za-z. ]{{1,20}}\)\s?)?)[:;]\s?"
    rf"(?P<house>[A-Z][^:;\d]{{1,80}}?)(?=[;,.]?\s*(?:{YEAR}|$))"
)
_EDITED_BY = re.compile(r",?\s(?:edited|translated|compiled)\sby\s[^,;]{1,80}(?=,|\.|$)")
_EDITION = re.compile(
    r",?\s(?:\d{1,2}(?:st|nd|rd|th)|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth"
    r"|[Rr]ev(?:ised|\.)?)\s[Ee]d(?:ition\b|n\b|\.|\b),?"
)
_ASIDE = re.compile(
    r"\(\s?(?:pp?\.|[Vv]ols?\.|\d{1,2}(?:st|nd|rd|th)\s[Ee]d|[Rr]ev\.?\s[Ee]d|[Rr]eport\s[Nn]o|[Pp]ublication\s[Nn]o|[Oo]riginal\swork)[^()]{0,60}\)"
)
_IN = re.compile(
    r"(?:^|(?<=[.?!\s]))\s*In\s?(?::\s|\s(?=(?:[A-Z]\.\s?){1,3}[A-Z]|[A-Z][a-z]+,?\s[A-Z]))"
)
_IN_EDITORS = re.compile(
    r"[^()]{2,220}?(?:\(\s?[Ee]ds?\.?\s?\)|,\s?[Ee]ds?\b|,?\s[Ee]ditors?\b)[.,:]?\s*"
)

Span = tuple[int, int]


def blank(match: re.Match[str]) -> str:
    """As many spaces as the match is long, so that offsets stay true."""
    return " " * len(match.group())


def without_asides(core: str) -> str:
    """Blank editions and brackets such as "(pp. 77-94)", "(2nd ed.)": no part of a title."""
    if "(" in core:
        core = _ASIDE.sub(blank, core)
    return _EDITION.sub(blank, core) if " ed" in core or " Ed" in core else core


@dataclass(frozen=True, slots=True)
class Split:
    """Offsets of title, container and publisher, and how sure the split is."""

    title: Span | None
    container: Span | None
    publisher: Span | None
    sure: float
    chapter: bool = False


def _span(*pieces: Segment) -> Span | None:
    return (pieces[0].start, pieces[-1].end) if pieces else None


def _is_date(piece: Segment) -> bool:
    return bool(_DATE_PIECE.fullmatch(piece.text))


def _comma_parts(core: str, start: int, end: int) -> list[Segment]:
    """Parts between commas, a series such as "Trauma, Violence, & Abuse" kept together."""
    parts: list[Segment] = []
    at = start
    for piece in re.split("[,;]", core[start:end]):
        parts += _trimmed(core, at, at + len(piece))
        at += len(piece) + 1
    for index in range(len(parts) - 1, 0, -1):
        if re.match(r"(?:and|&)\s", parts[index].text):
            first = 0 if index < 4 else index - 1
            joined = Segment(
                core[parts[first].start : parts[index].end],
                parts[first].start,
                parts[index].end,
                "",
            )
            return [*parts[:first], joined, *parts[index + 1 :]]
    return parts


def _trimmed(core: str, start: int, end: int) -> list[Segment]:
    while start < end and core[start] in " .,;:()\t\n":
        start += 1
    while end > start and core[end - 1] in " .,;:(\t\n":
        end -= 1
    return [Segment(core[start:end], start, end, "")] if end > start else []


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
    if names_publisher(tail) and not sounds_like_journal(tail) and _PLACE.match(tail):  # a book
        return Split(_span(*parts[:-1]), None, _without_place(core, parts[-1]), 0.8)
    if len(parts) >= 2:
        return Split(_span(*parts[:-1]), _span(parts[-1]), None, 0.9)
    if not parts:
        return Split(None, None, None, 0.6)
    only = parts[0]
    if is_journal(only.text) or (" " in only.text and is_abbreviated_title(only.text)):
        return Split(None, _span(only), None, 0.85)
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
    comma = [match.end() for match in re.finditer(r",\s", only.text)]
    words = [match.end() for match in re.finditer(r"\s", only.text)]
    for at in [*comma, *words[-8:]]:
        tail = only.text[at:].strip(" ,.")
        if is_journal(tail) or (at in comma and sounds_like_journal(tail)):
            title_end = only.start + len(only.text[:at].rstrip(" ,."))
            begin = only.start + at
            return Split((only.start, title_end), (begin, begin + len(tail)), None, 0.7)
    return Split(_span(only), None, None, 0.4)


def _without_place(core: str, piece: Segment) -> Span:
    """A publisher without the town before it ("New York, NY: Springer")."""
    match = _PLACE.match(core, piece.start, piece.end)
    return match.span("house") if match else (piece.start, piece.end)


def split_chapter(core: str, start: int, end: int) -> Split | None:
    """Title and book of "Title. In: Editor A, ed. Book. Town: Publisher"."""
    match = _IN.search(core, start, end)
    if not match:
        return None
    title = _trimmed(core, start, match.start())
    editors = _IN_EDITORS.match(core, match.end(), end)
    parts = segments(core, editors.end() if editors else match.end(), end)
    parts = [piece for piece in parts if not _is_date(piece)]
    if not parts:
        return Split(_span(*title), None, None, 0.5, chapter=True)
    book = parts[0]
    cut = re.search(r",\s(?=[A-Z][^,:]{1,40}(?:,\s[A-Z]{2})?:\s)", book.text)
    book_end = book.start + cut.start() if cut else book.end
    house = _without_place(core, parts[1]) if len(parts) > 1 else None
    return Split(_span(*title), (book.start, book_end), house, 0.8, chapter=True)


def split_after_quote(core: str, start: int, end: int, located: bool) -> Split:
    """Container and publisher behind a quoted title; `located` when a locator begins at `end`."""
    region = core[:end]
    for pattern in (_EDITED_BY, _DATE_ASIDE):
        region = pattern.sub(blank, region)
    parts = [piece for piece in segments(region, start, end) if not _is_date(piece)]
    if located and parts:
        parts = _joined_abbreviations(core, parts)
        if sounds_like_journal(parts[0].text) and not names_publisher(parts[-1].text):
            return Split(None, _without_in(core, (parts[0].start, parts[-1].end)), None, 0.9)
        whole = (
            _span(parts[0])
            if len(parts) > 1 and names_publisher(parts[-1].text)
            else _span(*parts[-1:])
        )
        return Split(None, _without_in(core, whole), None, 0.9)
    pieces = [
        part
        for piece in parts
        for part in _comma_parts(core, piece.start, piece.end)
        if not _is_date(part)
    ]
    if not pieces:
        return Split(None, None, None, 0.8)
    return Split(None, _without_in(core, _span(pieces[0])), _span(*pieces[1:2]), 0.85)


def _without_in(core: str, span: Span | None) -> Span | None:
    if span and re.match(r"[Ii]n:?\s", core[span[0] : span[1]]):
        begin = span[0] + (4 if core[span[0] + 2] == ":" else 3)
        return begin, span[1]
    return span


def split_without_locator(core: str, start: int, end: int) -> Split:
    """Title, container and publisher of a book or a web page."""
    parts = [piece for piece in segments(core, start, end) if not _is_date(piece)]
    if not parts:
        return Split(None, None, None, 0.6)
    parts = _joined_abbreviations(core, parts)
    if is_journal(parts[-1].text):
        return Split(_span(*parts[:-1]), _span(parts[-1]), None, 0.8)
    title, rest = parts[0], parts[1:]
    if not rest:
        return _title_alone(core, title)
    house = next(
        (
            piece
            for piece in rest
            if _PLACE.match(core, piece.start, piece.end) or names_publisher(piece.text)
        ),
        None,
    )
    first = _comma_parts(core, rest[0].start, rest[0].end) if rest[0] is not house else []
    container = first[0] if first and not _is_date(first[0]) else None
    publisher = _first_part(core, _without_place(core, house)) if house else None
    return Split(_span(title), _span(container) if container else None, publisher, 0.75)


def _first_part(core: str, span: Span) -> Span:
    parts = [part for part in _comma_parts(core, *span) if not _is_date(part)]
    return (parts[0].start, parts[0].end) if parts else span


def _title_alone(core: str, title: Segment) -> Split:
    """One sentence: cut a known site off its end ("Asthma, Mayo Clinic, 2020")."""
    parts = [part for part in _comma_parts(core, title.start, title.end) if not _is_date(part)]
    for index, part in enumerate(parts[1:], 1):
        if ":" in part.text and names_publisher(part.text.partition(":")[0]):
            return Split((title.start, parts[index - 1].end), None, _span(part), 0.6)
        if names_site(part.text) or names_organisation(part.text) or is_journal(part.text):
            return Split((title.start, parts[index - 1].end), _span(part), None, 0.6)
    end = parts[-1].end if parts else title.end
    return Split((title.start, end), None, None, 0.6)
