"""Who wrote an entry, the date right behind, and where the title begins."""

from __future__ import annotations

from ptlint.pattern import later, one_of
from ptlint.record import record

from .dates import DATE, DATE_IN, YEAR, with_months
from .model import AuthorList
from .names import people_at, read_organisation, read_people
from .titles import quoted, segments
from .vocabulary import is_journal, names_organisation

Span = tuple[int, int]

_SKIP = later(r"[\s.,;:]*")
_DATE_AFTER_AUTHORS = later(
    rf"\s*[.,]?\s*(?:[(\[]\s?(?P<bracketed>c?\.?\s?{DATE}(?:{one_of(',;/–-')}[^()]{{0,40}})?|n\.\s?d\.?|in\spress|forthcoming)\s?[)\]]"
    rf"|(?P<plain>{YEAR}[a-z]?|n\.\s?d\.)(?=[.,:]))[.,:]?"
)
_BEFORE_DATE = frozenset("([12n")
_BRACKETED_YEAR = later(
    rf"[(\[]\s?(?:{YEAR}[a-z]?(?:,\s[^()]{{1,30}})?|n\.\s?d\.?)\s?[)\]][.,:]?\s"
)
_OPENING = later(r"(?<=[.,):;?])\s*([\"“]|(?<=\s)['‘])")
_NAME_AND_DATE = later(
    rf"(?P<name>[^\"“”]{{2,200}}?)[.,]?\s*(?:\(?\s?(?P<date>{YEAR}[a-z]?|n\.\s?d\.)\)?)?[.,:]?\s*"
)


@record
class Head:
    """Authors, the date right behind them and where the title begins.

    `title` is given where the title stands before the date, as APA has it when nobody signed:
    its start, its end and where reading goes on.
    """

    authors: AuthorList | None
    date: Span | None
    at: int
    title: tuple[int, int, int] | None = None


def _skip(core: str, at: int) -> int:
    match = _SKIP.match(core, at)
    return match.end() if match else at


def _date_at(core: str, at: int) -> tuple[Span | None, int]:
    behind = _skip(core, at)
    opens = core[behind : behind + 1] in _BEFORE_DATE
    match = _DATE_AFTER_AUTHORS.match(with_months(core), at) if opens else None
    if not match:
        return None, at
    return match.span("bracketed" if match["bracketed"] else "plain"), match.end()


def read_head(core: str) -> Head:
    """Authors, date and the place of the title, whatever the style."""
    start = _skip(core, 0)
    if quoted(core, start):
        return Head(None, None, start)
    quote = _title_quote(core, start)
    before = _before_quote(core, start, quote) if quote else None
    if before:
        return before
    people = read_people(core, start)
    if people:
        date, at = _date_at(core, people.end)
        return Head(people, date, _skip(core, at))
    dated = _BRACKETED_YEAR.search(core, start, start + 250)
    if dated:  # an organisation as author: all that stands before "(2023)"
        organisation = _before_date(core, start, dated.start())
        date, at = _date_at(core, dated.start())
        if organisation and _is_title(core, organisation, at):
            return Head(None, date, _skip(core, at), (organisation.start, organisation.end, at))
        if organisation:
            return Head(organisation, date, _skip(core, at))
    return _organisation_head(core, start)


def _title_quote(core: str, start: int) -> int | None:
    """Where a quoted title opens behind the authors, None when no quotation can be the title."""
    match = _OPENING.search(core, start + 3, start + 400)
    place = quoted(core, match.start(1)) if match else None
    if not match or not place or place[1] - place[0] < 3:
        return None
    closed = core[place[1] - 1] in ".,?!" or core[place[2] : place[2] + 1] in (".", ",", "")
    return match.start(1) if closed else None


def _before_quote(core: str, start: int, quote: int) -> Head | None:
    """Persons, or an organisation, that fill the space before a quoted title."""
    for people in people_at(core, start):
        date, at = _date_at(core, people.end)
        if _skip(core, at) == quote:
            return Head(people, date, quote)
    match = _NAME_AND_DATE.fullmatch(core, start, quote)
    if not match or len(match["name"].split()) > 14:
        return None
    if not names_organisation(match["name"]) and core[:quote].rstrip()[-1:] != ".":
        return None
    organisation = read_organisation(core, *match.span("name"))
    date = match.span("date") if match["date"] else None
    return Head(organisation, date, quote) if organisation else None


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


def _organisation_head(core: str, start: int) -> Head:
    """An organisation in front, closed by a full stop, with a title behind it."""
    parts = segments(core, start, len(core))
    if len(parts) < 2 or not names_organisation(parts[0].text) or is_journal(parts[0].text):
        return Head(None, None, start)
    if not (
        quoted(core, parts[1].start) or DATE_IN.sub("", with_months(parts[1].text)).strip(" ().,-")
    ):
        return Head(None, None, start)  # only a date follows: the "organisation" is the title
    organisation = read_organisation(core, parts[0].start, parts[0].end)
    date, at = _date_at(core, parts[0].end)
    return Head(organisation, date, _skip(core, at))
