"""Volume, issue, pages and the year beside them: the forms of each citation style."""

from __future__ import annotations

import re
from functools import lru_cache

from ptlint.pattern import later, one_of, small_letters
from ptlint.record import record

from .dates import MONTH, MONTHS, YEAR, with_months
from .letters import DASH, DASHES

_ATOM = r"[A-Za-z]{0,8}\d[\w.]{0,14}\b"
_RANGE = rf"{_ATOM}(?:\s?{DASH}{{1,2}}\s?{_ATOM}){{0,3}}"
_DIGIT_PAGES = rf"{_RANGE}(?:,\s?(?!{YEAR}\b){_RANGE})?"
_ROMAN = r"[IVXLCivxlc]{1,6}"
PAGES = rf"(?:{_DIGIT_PAGES}|{_ROMAN}(?:\s?{DASH}\s?{_ROMAN})?\b)"
_BETWEEN = one_of("-–/")
_VOLUME = rf"(?:[A-Z]{{1,3}}-?)?\d{{1,4}}[A-Z]?(?:{_BETWEEN}(?:\d{{1,4}}|[A-Z]))?\b"
_SUPPLEMENT = (
    r"(?:Suppl(?:ement)?\.?\s?\w{0,4}|S\d{1,2}|Pt\.?\s?\w{1,3}"
    r"|Spec(?:ial)?\s(?:No|Issue)\.?\s?\d{0,3})"
)
_ISSUE = r"[^()\[\];:]{1,40}"
_PP = r"(?:(?:pp?|pages?|pgs?)\.?\s?|(?:art(?:icle)?\.?\s)(?:(?:no|number|id)\.?:?\s)?)?"
_WHEN = rf"(?:{MONTH}\.?(?:\s?{_BETWEEN}\s?{MONTH}\.?)?(?:\s\d{{1,2}})?,?\s)?"

_DIGITS = str.maketrans("012345678", "9" * 9)
# What must stand in an entry (9 for any digit) for a form to match, short expressions that tell as
# much, and the form's pattern, which is compiled when it is first needed.
_FORMS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    # 2004 Oct 26;52(2 Suppl):175-82   2002;(2):CD000560   2008; 123: e5
    (
        (";", "9999"),
        "",
        rf"(?<!\d)(?P<date>(?P<year>{YEAR})(?:,?\s{MONTHS}(?:\s\d\d?(?:\s?[–-]\s?\d\d?)?)?)?)[a-z]?\)?\s?;\s?(?P<volume>{_VOLUME})?"
        rf",?\s?(?P<supplement>{_SUPPLEMENT})?,?\s?(?:\(\s?(?P<issue>{_ISSUE})\))?(?:\s?{_SUPPLEMENT})?"
        rf"(?:\s?[:,]\s?{_PP}(?P<pages>{_DIGIT_PAGES}))?",
    ),
    # 2010(2):CD007431   ; 2011:349-352
    (
        ("9999", "(", ":"),
        "",
        rf"(?<!\d)(?P<year>{YEAR})\s?\((?P<issue>\d[^()]{{0,10}})\)\s?:\s?{_PP}(?P<pages>{_DIGIT_PAGES})",
    ),
    (("9999:",), "", rf"(?<=[;,.]\s)(?P<year>{YEAR}):\s?{_PP}(?P<pages>{_DIGIT_PAGES})"),
    # 11, 2540 (2020)   12(3):100-110 (2020)
    (
        ("9999)",),
        "",
        rf"(?<=[\s,])(?P<volume>{_VOLUME})(?:\s?\((?P<issue>{_ISSUE})\))?\s?[,:]\s?{_PP}(?P<pages>{_DIGIT_PAGES}),?\s?\({_WHEN}(?P<year>{YEAR})\)",
    ),
    # 8 (September 2004): 299-306   12, no. 3 (2012): 1-20   12 (3) (2012) 100-110
    (
        ("9999)",),
        "",
        rf"(?<=[\s,])(?P<volume>{_VOLUME})(?:[,:.]?\s(?:[Nn]o|[Ii]ss(?:ue)?)\.?\s?(?P<issue>\d{{1,4}}(?:{_BETWEEN}\d{{1,4}})?)|\s?\((?P<issue2>(?!{YEAR})\d[^()]{{0,12}})\)|[:/.](?P<issue3>\d{{1,3}}))?"
        rf",?\s?\({_WHEN}(?P<year>{YEAR})\)(?:\s?[,:]?\s?{_PP}(?P<pages>{_DIGIT_PAGES}))?",
    ),
    # 12(3):345-50, 2012   2012, 12(3), 345-50
    (
        (":",),
        r"[A-Z9)]\s?:\s?[A-Za-z9]",
        rf"(?<=[\s,.])(?:(?P<year2>{YEAR})[,;:.]\s?)?(?P<volume>{_VOLUME})\s?(?:\((?P<issue>{_ISSUE})\))?\s?:\s?{_PP}(?P<pages>{_DIGIT_PAGES})(?!\s?[AaPp]\.?[Mm]\b)(?:[,.]?\s\(?(?P<year>{YEAR})\)?(?=[\s.,;]|$))?",
    ),
    # Lancet Healthy Longev. 2021, 2, e580-e592
    (
        ("9999,",),
        r"9999,\s[A-Z9]",
        rf"(?<=[\s.])(?P<year>{YEAR}),\s(?P<volume>{_VOLUME})(?:\s?\((?P<issue>{_ISSUE})\))?,\s(?P<pages>{_DIGIT_PAGES})(?=\s*(?:[.;]|$))",
    ),
    # 57(2), 71-82   355(i5796)   172, 96-102   2015(9), CD003324
    (
        ("(",),
        r"[A-Z9]\s?\([^()]{1,40}\)\s*+(?:[.,;]|$)",
        rf"(?<=[\s,.])(?P<volume>{_VOLUME})\s?\((?P<issue>{_ISSUE})\)(?:,\s?{_PP}(?P<pages>{_DIGIT_PAGES}))?(?=\s*(?:[.,;]|$))(?:[,.]\s\(?(?P<year>{YEAR})\)?(?=[\s.,;]|$))?",
    ),
    (
        (",",),
        r",\s[A-Z9][\w/–-]{0,14},\s?\w",
        rf"(?<=,\s)(?P<volume>{_VOLUME}),\s?{_PP}(?!{YEAR}\b)(?P<pages>{_DIGIT_PAGES})(?=\s*(?:[.,;]|$))",
    ),
    # BMC Public Health 21, 1045.   Bone 78:216-24
    (
        ("9,",),
        r"[A-Za-z.)]\s9{1,4},[^,]{1,130}(?:,[^,]{1,130})?$",
        rf"(?<=[A-Za-z.)]\s)(?P<volume>\d{{1,4}}),\s?{_PP}(?!{YEAR}\b)(?P<pages>{_DIGIT_PAGES})(?=\s*\.?\s*$)",
    ),
    ((",",), "", rf"(?<=,\s)(?P<volume>(?!{YEAR})\d{{1,4}})(?=\s*\.?\s*$)"),
)
# Behind its word a volume's letters may be small, so these are asked of small letters.
_ANY_VOLUME = _VOLUME.replace("A-Z", "a-z")
_KEY_VOLUME = later(
    rf"(?<![\w.])(?:vol(?:ume|\.)?|v\.)\s?(?P<volume>{_ANY_VOLUME}|[ivxlc]{{1,6}}\b)(?:\s?\((?P<issue>{_ISSUE})\)|,\s?(?P<issue2>\d{{1,3}})(?=\s(?:\(|[a-z]{{0,3}}\d)))?"
)
_OR = one_of(DASHES + "/+")
_KEY_ISSUE = later(
    rf"(?<![\w.])(?:no|nos|nr|iss|issue|num|number)\b\.?\s?(?P<issue>\d{{1,5}}(?:{_OR}\d{{1,4}}|[a-z])?(?:,?\s(?:suppl|pt|part)\b\.?\s?\w{{0,3}})?|suppl\b\.?\s?\w{{0,4}}|s\d{{1,2}})\b"
)
_PAGE_SIGN = later(r"(?<![\w.])p\w{0,5}\.?\s?(?:[a-z]{0,8}\d|[ivxlc]{1,6}\b)")
_KEY_PAGES = later(
    rf"(?<![\w.])(?:pp?|pages?|pgs?)\.?\s?(?P<pages>{PAGES.lower()})(?=[\s.,;)\]]|$)"
)
_KEY_ARTICLE = later(
    r"(?<![\w.])art(?:icle)?\b\.?\s(?:(?:no|number|id)\b\.?:?\s?)?(?P<pages>[a-z]{0,8}\d{1,8})\b"
)
_CUES = later(r"\b(?:vol|issue|iss|no|art|article|number)\b|\bp(?:p|ages?|gs?)?(?=[\s.\d])")
_YEAR_BEFORE = later(rf"(?<=[\s,.;])(?:\((?P<year>{YEAR})\)|(?P<year2>{YEAR}))[\s,.;:]*$")
_BEHIND_VOLUME = later(r"\s(?P<pages>[A-Za-z]{0,4}\d{2,8})(?=\.\s|\.?$)")
_AFTER_KEYS = later(rf"(?:,?\s\({_WHEN}{YEAR}\))?\s?:\s?(?P<pages>{_DIGIT_PAGES})(?=[\s.,;)]|$)")
_AFTER_VOLUME = later(rf"(?:{YEAR}|\d\)?|,|Rev(?:iews)?),?\s*$")

Place = tuple[int, int]


@record
class Locator:
    """Where volume, issue, pages, year and date stand; `start` is where the locator begins."""

    start: int
    end: int
    volume: Place | None = None
    issue: Place | None = None
    pages: Place | None = None
    year: Place | None = None
    date: Place | None = None
    keyed: bool = False


def _place(match: re.Match[str], *names: str) -> Place | None:
    for name in names:
        if name in match.re.groupindex and match[name]:
            return match.span(name)
    return None


@lru_cache(maxsize=32)
def _compiled(form: str) -> re.Pattern[str]:
    return later(form)


def _positional(core: str, start: int) -> Locator | None:
    """The last match of the first pattern that fits."""
    picture, dated = core.translate(_DIGITS).rstrip(" .\n"), with_months(core)
    for signs, hint, form in _FORMS:
        if any(sign not in picture for sign in signs):
            continue
        if hint and not _compiled(hint).search(picture, max(0, start - 2)):
            continue
        best = None
        for match in _compiled(form).finditer(dated, start):
            if _place(match, "volume", "issue", "pages"):
                best = match
        if best:
            return Locator(
                best.start(),
                best.end(),
                _place(best, "volume"),
                _place(best, "issue", "issue2", "issue3", "supplement"),
                _place(best, "pages"),
                _place(best, "year", "year2"),
                _place(best, "date"),
            )
    return None


def _keyed(core: str, start: int) -> Locator | None:
    """A locator with words: vol. 42, no. 4, pp. 214-220."""
    small = small_letters(core)
    if not _CUES.search(small, start):
        return None
    volume, issue = _KEY_VOLUME.search(small, start), _KEY_ISSUE.search(small, start)
    if issue and not volume and not _AFTER_VOLUME.search(core[start : issue.start()]):
        issue = None  # "Publication No. 1103", "Guideline no. 59" number a report
    pages = _KEY_PAGES.search(small, start) if _PAGE_SIGN.search(small, start) else None
    article = _KEY_ARTICLE.search(small, start) if "art" in small else None
    found = [match for match in (volume, issue, pages, article) if match]
    if not found:
        return None
    start, end = min(match.start() for match in found), max(match.end() for match in found)
    year = _YEAR_BEFORE.search(core, max(0, start - 12), start)
    tail = None
    if not (pages or article):
        colon = core.find(":", end) >= 0
        tail = _AFTER_KEYS.match(with_months(core), end) if colon else None
        tail = tail or _BEHIND_VOLUME.match(core, end)
    return Locator(
        year.start() if year else start,
        tail.end() if tail else end,
        volume.span("volume") if volume else None,
        issue.span("issue") if issue else _place(volume, "issue", "issue2") if volume else None,
        pages.span("pages")
        if pages
        else article.span("pages")
        if article
        else tail.span("pages")
        if tail
        else None,
        _place(year, "year", "year2") if year else None,
        keyed=True,
    )


def find_locator(core: str, start: int) -> Locator | None:
    """The locator of an entry behind `start`: words where there are any, else a style's pattern."""
    keyed = _keyed(core, start)
    if keyed and keyed.volume and keyed.pages:
        return keyed
    positional = _positional(core, start)
    if not keyed or (positional and positional.volume and not keyed.volume):
        return _joined(positional, keyed)
    return _joined(keyed, positional) if keyed.volume else keyed


def _joined(first: Locator | None, second: Locator | None) -> Locator | None:
    """`first` with the pages and the year that only `second` has."""
    if not first or not second:
        return first or second
    return Locator(
        min(first.start, second.start),
        max(first.end, second.end),
        first.volume,
        first.issue or second.issue,
        first.pages or second.pages,
        first.year or second.year,
        first.date or second.date,
        first.keyed or second.keyed,
    )
