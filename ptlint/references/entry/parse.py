"""Read one reference entry into its fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from . import containers
from .containers import Span, Split
from .dates import DATE, YEAR, year_in
from .kinds import Signs, kind_of
from .likeness import sureness
from .locators import Locator, find_locator
from .masking import Masked, mask
from .model import LONGEST, AuthorList, Entry, Field
from .names import in_own_letters, read_organisation, read_people
from .style import style_of
from .titles import quoted, segments
from .vocabulary import is_journal, names_organisation

_SKIP = re.compile(r"[\s.,;:]*")
_DATE_AFTER_AUTHORS = re.compile(
    rf"\s*[.,]?\s*(?:[(\[]\s?(?P<bracketed>c?\.?\s?{DATE}(?:[,;/–-][^()]{{0,40}})?|n\.\s?d\.?|in\spress|forthcoming)\s?[)\]]"
    rf"|(?P<plain>{YEAR}[a-z]?|n\.\s?d\.)(?=[.,:]))[.,:]?"
)
_BRACKETED_YEAR = re.compile(
    rf"[(\[]\s?(?:{YEAR}[a-z]?(?:,\s[^()]{{1,30}})?|n\.\s?d\.?)\s?[)\]][.,:]?\s"
)
_NO_DATE = re.compile(r"\bn\.\s?d\b\.?|\(N\.D\.\)")
_DATE_IN = re.compile(rf"(?<![\d/-]){DATE}(?![\d/])")
_SOMETHING = re.compile(r"\w")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Head:
    """Authors, the date right behind them and where the title begins."""

    authors: AuthorList | None
    date: Span | None
    at: int
    title: tuple[int, int, int] | None = None


def plain(text: str) -> str:
    """A field's value: no markup, no escapes, single spaces."""
    text = text.replace("\\", "").replace("*", "")
    return _SPACES.sub(" ", text).strip(" \t\n_")


def _field(text: str, span: Span | None, confidence: float = 1.0) -> Field | None:
    if not span:
        return None
    value = plain(text[span[0] : span[1]])
    return Field(value, span[0], span[1], confidence) if _SOMETHING.search(value) else None


def _skip(core: str, at: int) -> int:
    match = _SKIP.match(core, at)
    return match.end() if match else at


def _date_at(core: str, at: int) -> tuple[Span | None, int]:
    match = _DATE_AFTER_AUTHORS.match(core, at)
    if not match:
        return None, at
    return match.span("bracketed" if match["bracketed"] else "plain"), match.end()


def _read_head(core: str) -> _Head:
    start = _skip(core, 0)
    if quoted(core, start):
        return _Head(None, None, start)
    people = read_people(core, start)
    if people:
        date, at = _date_at(core, people.end)
        return _Head(people, date, _skip(core, at))
    dated = _BRACKETED_YEAR.search(core, start, start + 250)
    if dated:  # an organisation as author: all that stands before "(2023)"
        organisation = _before_date(core, start, dated.start())
        date, at = _date_at(core, dated.start())
        if organisation and _is_title(core, organisation, at):
            return _Head(None, date, _skip(core, at), (organisation.start, organisation.end, at))
        if organisation:
            return _Head(organisation, date, _skip(core, at))
    return _organisation_head(core, start)


def _before_date(core: str, start: int, end: int) -> AuthorList | None:
    if len(segments(core, start, end)) != 1 or quoted(core, _skip(core, start)):
        return None
    return read_organisation(core, start, end)


def _is_title(core: str, name: AuthorList, at: int) -> bool:
    """Whether what stands before the date is a title: APA puts it there when nobody signed."""
    text = core[name.start : name.end]
    if names_organisation(text):
        return False
    after = segments(core, at, len(core))
    return "[" in text or (len(after) == 1 and names_organisation(after[0].text))


def _organisation_head(core: str, start: int) -> _Head:
    """An organisation in front, closed by a full stop, with a title behind it."""
    parts = segments(core, start, len(core))
    if len(parts) < 2 or not names_organisation(parts[0].text) or is_journal(parts[0].text):
        return _Head(None, None, start)
    if not (quoted(core, parts[1].start) or _DATE_IN.sub("", parts[1].text).strip(" ().,-")):
        return _Head(None, None, start)  # only a date follows: the "organisation" is the title
    organisation = read_organisation(core, parts[0].start, parts[0].end)
    date, at = _date_at(core, parts[0].end)
    return _Head(organisation, date, _skip(core, at))


def _split(
    core: str, head: _Head, title: tuple[int, int, int] | None, locator: Locator | None, end: int
) -> Split:
    located = locator is not None and bool(
        locator.volume or locator.issue or (locator.pages and not locator.keyed)
    )
    after = title[2] if title else head.at
    if title:
        return containers.split_after_quote(core, after, end, located)
    chapter = containers.split_chapter(core, after, end)
    if chapter:
        return chapter
    if located:
        return containers.split_before_locator(core, after, end)
    return containers.split_without_locator(core, after, end)


def _title_span(core: str, title: tuple[int, int, int] | None, split: Split) -> Span | None:
    if not title:
        return split.title
    start, end = title[0], title[1]
    while end > start and core[end - 1] in " .,;":
        end -= 1
    return start, end


def _dates(masked: Masked, head: _Head, locator: Locator | None, after: int) -> Span | None:
    """Where the date of publication stands: by the authors, by the locator, or alone."""
    if head.date:
        return head.date
    if locator and (locator.date or locator.year):
        return locator.date or locator.year
    found = None
    for match in _DATE_IN.finditer(masked.core, after):
        inside = locator and locator.pages and locator.pages[0] <= match.start() < locator.pages[1]
        if not inside and not (locator and locator.volume and locator.volume[0] == match.start()):
            found = found or match.span()
    published = masked.published or (None if found else masked.updated)
    return (published.start, published.end) if published else found


def _year(text: str, date: Span | None) -> Field | None:
    if not date:
        return None
    place = year_in(text[date[0] : date[1]], date[0])
    return _field(text, place)


def read_entry(text: str) -> Entry:
    """Read a reference entry of any of the common styles.

    `text` is one entry as a reader sees it (markup of Markdown may remain). Never raises: what
    cannot be read stays None and lowers the confidence. Offsets count characters of `text`.
    """
    if len(text) > LONGEST:
        return Entry(text, "unknown", "unknown", (), 0.0)
    masked = mask(text)
    core = masked.core
    head = _read_head(core)
    if head.authors and not text.isascii():
        head = replace(head, authors=in_own_letters(head.authors, core, text))
    title = head.title or quoted(core, head.at)
    locator = find_locator(core, title[2] if title else head.at)
    entry = _assemble(text, masked, head, title, locator)
    return replace(entry, confidence=sureness(entry))


def _assemble(
    text: str,
    masked: Masked,
    head: _Head,
    quote: tuple[int, int, int] | None,
    locator: Locator | None,
) -> Entry:
    core = masked.core
    end = locator.start if locator and not _only_pages(locator) else len(core)
    split = _split(containers.without_asides(core), head, quote, locator, end)
    title = _field(text, _title_span(core, quote, split), split.sure)
    container = _field(text, split.container, split.sure)
    publisher = _field(text, split.publisher, split.sure)
    place = locator or Locator(0, 0)
    volume, issue, pages = (_field(text, span) for span in (place.volume, place.issue, place.pages))
    if issue and not pages and re.fullmatch(r"[a-z]{1,2}\d{3,}", issue.value):
        issue, pages = None, issue  # an article number set like an issue: 355(i5796)
    date = _dates(masked, head, locator, title.end if title else head.at)
    signs = Signs(
        title, container, volume, pages, publisher, masked.doi, masked.address, split.chapter
    )
    kind = kind_of(text, signs)
    guess = style_of(text, kind, head.authors, head.date is not None, quote is not None)
    return Entry(
        text, kind, guess.style, guess.cues, 0.0, head.authors, _year(text, date),
        _field(text, date), _no_date(text, core), title, quote is not None, container, volume,
        issue, pages, publisher, masked.doi, masked.pmid, masked.pmcid, masked.address,
        masked.accessed, masked.updated, masked.label,
    )  # fmt: skip


def _only_pages(locator: Locator) -> bool:
    return not (locator.volume or locator.issue) and locator.keyed


def _no_date(text: str, core: str) -> Field | None:
    match = _NO_DATE.search(core)
    return _field(text, match.span()) if match else None
