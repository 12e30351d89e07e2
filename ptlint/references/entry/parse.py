"""Read one reference entry into its fields."""

from __future__ import annotations

from ptlint.pattern import later
from ptlint.record import replace

from . import containers
from .books import split_chapter
from .dates import DATE_IN, with_months, year_in
from .head import Head, read_head
from .kinds import Signs, kind_of
from .likeness import sureness
from .locators import Locator, find_locator
from .masking import Masked, mask
from .model import LONGEST, Entry, Field
from .names import in_own_letters
from .pieces import Span, Split, without_asides
from .style import style_of
from .titles import quoted

_NO_DATE = later(r"\bn\.\s?d\b\.?|\(N\.D\.\)")
_SOMETHING = later(r"\w")
_SPACES = later(r"\s+")
_ARTICLE_NUMBER = later(r"[a-z]{1,2}\d{3,}")


def plain(text: str) -> str:
    """A field's value: no markup, no escapes, single spaces."""
    text = text.replace("\\", "").replace("*", "")
    return _SPACES.sub(" ", text).strip(" \t\n_")


def _field(text: str, span: Span | None, confidence: float = 1.0) -> Field | None:
    if not span:
        return None
    value = plain(text[span[0] : span[1]])
    return Field(value, span[0], span[1], confidence) if _SOMETHING.search(value) else None


def _split(
    core: str, head: Head, title: tuple[int, int, int] | None, locator: Locator | None, end: int
) -> Split:
    located = locator is not None and bool(
        locator.volume or locator.issue or (locator.pages and not locator.keyed)
    )
    after = title[2] if title else head.at
    if title:
        return containers.split_after_quote(core, after, end, located)
    chapter = split_chapter(core, after, end)
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


def _dates(
    masked: Masked, head: Head, locator: Locator | None, fields: tuple[Field | None, ...]
) -> Span | None:
    """Where the date of publication stands: by the authors, by the locator, or alone."""
    if head.date:
        return head.date
    if locator and (locator.date or locator.year):
        return locator.date or locator.year
    ends = [field.end for field in fields if field] or [head.at]
    found = _date_behind(masked.core, max(ends), locator) or _date_behind(
        masked.core, min(ends), locator
    )
    published = masked.published or (None if found else masked.updated)
    return (published.start, published.end) if published else found


def _date_behind(core: str, start: int, locator: Locator | None) -> Span | None:
    """The first date behind `start` that is neither pages nor a volume."""
    places = [place for place in (locator.pages, locator.volume) if place] if locator else []
    for match in DATE_IN.finditer(with_months(core), start):
        if not any(place[0] <= match.start() < place[1] for place in places):
            return match.span()
    return None


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
    head = read_head(core)
    if head.authors and not text.isascii():
        head = replace(head, authors=in_own_letters(head.authors, core, text))
    title = head.title or quoted(core, head.at)
    locator = find_locator(core, title[2] if title else head.at)
    entry = _assemble(text, masked, head, title, locator)
    return replace(entry, confidence=sureness(entry))


def _assemble(
    text: str,
    masked: Masked,
    head: Head,
    quote: tuple[int, int, int] | None,
    locator: Locator | None,
) -> Entry:
    core = masked.core
    end = locator.start if locator and not _only_pages(locator) else len(core)
    split = _split(without_asides(core), head, quote, locator, end)
    title = _field(text, _title_span(core, quote, split), split.sure)
    container = _field(text, split.container, split.sure)
    publisher = _field(text, split.publisher, split.sure)
    place = locator or Locator(0, 0)
    volume, issue, pages = (_field(text, span) for span in (place.volume, place.issue, place.pages))
    if issue and not pages and _ARTICLE_NUMBER.fullmatch(issue.value):
        issue, pages = None, issue  # an article number set like an issue: 355(i5796)
    date = _dates(masked, head, locator, (title, container))
    signs = Signs(
        title, container, volume, pages, publisher, masked.doi, masked.address, masked.accessed,
        split.chapter,
    )  # fmt: skip
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
