"""Citation markers in running text: [1], (1), superscripts, footnotes and author–year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from ptlint.pattern import later, one_of
from ptlint.record import record
from ptlint.references.entry.dates import MONTHS_AND_SEASONS

Form = Literal["bracket", "round", "superscript", "footnote", "author-year"]

_DASHES = "-‐‑‒–—"
_DASH = one_of(_DASHES)
_NUMBERS = rf"\d{{1,3}}(?:\s?{one_of(_DASHES + ',;')}\s?\d{{1,3}}){{0,30}}"
_RAISED_FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED_DIGIT = one_of(_RAISED_FIGURES)
# Without a raised figure no marker lacks one of these; each begins with a plain sign, by which
# the rest of a text is passed over quickly.
_MAY_CITE = later(r"\[[\s\d^]|\(\d|19|20|n\.d\.")
_PLAIN_SIGNS = ("[", "(", "19", "20", "n.d.")
_BRACKET = later(rf"\[\s?({_NUMBERS})\s?\](?!\(|:\s)")
_ROUND = later(rf"(?<=[^\W\d_]|[%)’”\"'])\s?\(({_NUMBERS})\)(?=\s?[.,;]|\s*$)")
_RAISED = later(rf"{_RAISED_DIGIT}+(?:\s?{one_of(',˒’⁻–-')}\s?{_RAISED_DIGIT}+){{0,20}}")
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻˒’", "0123456789-,,")
_RAISED_NUMBERS = later(rf"\s*[\[(]?\s?({_NUMBERS})\s?[\])]?\s*")
_FOOTNOTE = later(r"\[\^([\w-]{1,40})\](?!:)")
_PAIR = later(rf"(\d{{1,3}})(?:\s?{_DASH}\s?(\d{{1,3}}))?")

# What stands before a figure that is a measurement and no citation.
_INTERVAL = frozenset(
    ("ci", "range", "ranges", "iqr", "interval", "score", "scores", "scale", "age", "aged", "ages")
)
_POWER_BASE = later(
    r"(?<![^\W\d_])(?:[A-Za-zχμµσ]|[cmkdnμµ]m|ft|in|yd|mi|kg/m|g/m|l/m|/m|/cm|sec|hr)$"
)
_COUNTED = frozenset(
    (
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"),
        *("twice", "once", "type", "grade", "stage", "class", "level", "phase", "step", "figure"),
        *("fig", "table", "part", "chapter", "vitamin", "no", "number", "rule", "item"),
    )
)
_WORD_END = later(r"[^\W\d_]$|[.,;:!?)\]”’\"'%*]$|(?:19|20)\d\d$")

_NAME = r"[A-ZÀ-ÖØ-ÞŁŚŠŽČĐİ][\w'’‐-]{1,40}"
_PARTICLES = r"(?:\b(?:van|von|der|den|de|del|di|da|dos|du|la|le|ter|ten|el|al|bin)\s){0,3}"
_FAMILY = rf"{_PARTICLES}{_NAME}(?:\s{_NAME})?"
_AND = r"\s(?:and|&|und|y|et)\s"
_ET_AL = r",?\s(?:et\sal\b\.?|and\scolleagues)"
_GROUP = rf"{_FAMILY}(?:{_ET_AL}|(?:,\s{_FAMILY}){{0,4}},?{_AND}{_FAMILY})"
_YEARS = r"(?:(?:19|20)\d\d[a-z]?|n\.d\.)"
_YEAR = later(_YEARS)
_BRACKETED_YEARS = ("(19", "(20", "(n.d.")
_IN_BRACKETS = later(r"\(([^()]{5,300})\)")
_ONE = later(
    rf"\s*(?:see\s(?:also\s)?|e\.g\.,?\s|cf\.\s|as\sin\s)?(?P<who>{_GROUP}|{_FAMILY}(?:\s[\w&]{{2,30}}){{0,6}}),?\s"
    rf"(?P<year>{_YEARS})(?P<rest>[^;]{{0,60}})$"
)
# What a name begins with is looked for before all that it may be made of.
_INITIAL = "(?=[A-ZÀ-ÖØ-ÞŁŚŠŽČĐİabdeltv])"
_NARRATIVE = later(
    rf"{_INITIAL}(?P<who>{_PARTICLES}{_NAME}(?:{_ET_AL}|(?:,\s{_FAMILY}){{0,4}},?{_AND}{_FAMILY}))(?:['’]s?)?,?\s\(?(?P<year>{_YEARS})(?:\)|(?=[\s.,;:)]|$))"
)
_NAMED = later(
    rf"{_INITIAL}(?P<who>{_PARTICLES}{_NAME})(?:['’]s?)?\s\((?P<year>{_YEARS})\)"
    r"(?=\s(?:found|show(?:s|ed)|report(?:s|ed)|suggest(?:s|ed)|demonstrated|argue[sd]|describe[sd]"
    r"|note[sd]|conclude[sd]|propose[sd]|review(?:s|ed)|compare[sd]|examined|observed|recommend(?:s|ed)"
    r"|estimate[sd]|identified|also|who|and\scolleagues)\b)"
)
_SPLIT_NAMES = later(rf",\s|{_AND}")
_JOINED = later(_AND)
_AND_OTHERS = later(_ET_AL)
_NO_NAME = MONTHS_AND_SEASONS | frozenset(
    (
        "A About Accessed After An Before Born By Circa Class Copyright Early Edition Est Founded "
        "From In Last Late Mid Published Reviewed Revised Since The This Until Updated Version"
    ).split()
)


@record
class Marker:
    """A citation marker at `start`..`end` (exclusive) of the text.

    `numbers` holds the entries it points to, ranges written out; author–year markers hold
    `authors` (family names or one organisation) and `year` instead; a footnote its `label`.
    """

    start: int
    end: int
    form: Form
    numbers: tuple[int, ...] = ()
    authors: tuple[str, ...] = ()
    year: str = ""
    label: str = ""


def numbers_in(text: str) -> tuple[int, ...]:
    """The entry numbers of "1, 3–5": 1, 3, 4, 5; () when they name no entries.

    Zero, a range that falls and one of more than 50 entries are no citations.
    """
    found: list[int] = []
    for first, last in _PAIR.findall(text):
        low, high = int(first), int(last or first)
        if low < 1 or high < low or high - low > 50:
            return ()
        found += range(low, high + 1)
    return tuple(found)


def markers(
    text: str,
    *,
    superscripts: Iterable[tuple[int, int]] = (),
    entries: int | None = None,
) -> Iterator[Marker]:
    """Yield the citation markers of a paragraph, in order.

    `superscripts` are the ranges of `text` that the page sets as superscript. `entries` is the
    number of entries of the page's reference list: numbers in round brackets count only when
    they name one of them, or, without it, when the text uses them so more than once.
    """
    raised = list(superscripts)
    if not (raised or may_cite(text)):
        return
    found = [*_superscripts(text, raised)]
    if "[" in text:
        found += [*_brackets(text), *_footnotes(text)]
    if "(" in text:
        found += _rounds(text, entries)
    if ("19" in text or "20" in text or "n.d." in text) and _YEAR.search(text):
        found += _author_years(text) if "(" in text else ()
        if " et al" in text or " and " in text or "&" in text or ")" in text:
            found += _narratives(text, found)
    yield from sorted(found, key=lambda marker: marker.start)


def may_cite(text: str) -> bool:
    """Whether a text without superscripts can hold a marker at all."""
    plain = any(map(text.__contains__, _PLAIN_SIGNS)) and _MAY_CITE.search(text) is not None
    return plain or _may_raise(text)


def _may_raise(text: str) -> bool:
    return not text.isascii() and any(map(text.__contains__, _RAISED_FIGURES))


def _brackets(text: str) -> Iterator[Marker]:
    for match in _BRACKET.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        is_label = not before.strip() and match.end() < len(text) and match.start() < 24
        numbers = numbers_in(match[1])
        is_target = before.endswith("]") and not before[before.rfind("[") + 1 : -1][:1].isdigit()
        if numbers and not (is_label or is_target or _measures(before)):
            yield Marker(match.start(), match.end(), "bracket", numbers)


def _last_word(before: str) -> str:
    return before.rstrip(" .(").rpartition(" ")[2].lower()


def _measures(before: str) -> bool:
    """Whether what stands before a bracket announces a range of figures ("95% CI", "aged")."""
    return before.rstrip()[-1:] in ("=", ":") or _last_word(before) in _INTERVAL


def _footnotes(text: str) -> Iterator[Marker]:
    for match in _FOOTNOTE.finditer(text):
        label = match[1]
        numbers = (int(label),) if label.isascii() and label.isdigit() and len(label) < 4 else ()
        yield Marker(match.start(), match.end(), "footnote", numbers, label=label)


def _superscripts(text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[Marker]:
    taken = []
    for start, end in ranges:
        match = _RAISED_NUMBERS.fullmatch(text, start, end)
        if match and _cites(text, start, end):
            yield from _raised(match[1], start, end)
        taken.append((start, end))
    if not _may_raise(text):
        return
    for match in _RAISED.finditer(text):
        inside = any(start <= match.start() < end for start, end in taken)
        if not inside and _cites(text, *match.span()):
            yield from _raised(match.group().translate(_RAISED_DIGITS), *match.span())


def _raised(figures: str, start: int, end: int) -> Iterator[Marker]:
    numbers = numbers_in(figures)
    if numbers:
        yield Marker(start, end, "superscript", numbers)


def _cites(text: str, start: int, end: int) -> bool:
    """Whether raised figures follow a word or a stop, and are no power or isotope."""
    before = text[max(0, start - 8) : start]
    if not _WORD_END.search(before) or _POWER_BASE.search(before):
        return False
    after = text[end : end + 1]
    return after not in ("⁺", "⁻", "+") and not (after.isalpha() and not before[-1:].isalnum())


def _rounds(text: str, entries: int | None) -> Iterator[Marker]:
    found = [
        Marker(match.start(1) - 1, match.end(), "round", numbers)
        for match in _ROUND.finditer(text)
        if (numbers := numbers_in(match[1])) and _closes(text, match)
    ]
    if entries is None:
        enough = len({marker.numbers for marker in found}) > 1
        yield from found if enough else ()
    else:
        yield from (marker for marker in found if max(marker.numbers) <= entries)


def _closes(text: str, match: re.Match[str]) -> bool:
    """Whether "(2)" ends a clause as citations do, and counts or names no grade."""
    before = text[max(0, match.start() - 16) : match.start() + 1]
    return not _measures(before) and _last_word(before).rstrip("s") not in _COUNTED


def _author_years(text: str) -> Iterator[Marker]:
    for match in _IN_BRACKETS.finditer(text):
        at = match.start(1)
        for part in match[1].split(";"):
            found = _ONE.match(part) if _YEAR.search(part) else None
            if found and _names_source(found):
                yield Marker(
                    at + found.start("who"), at + found.end("year"), "author-year",
                    authors=_families(found["who"]), year=found["year"],
                )  # fmt: skip
            at += len(part) + 1


def _names_source(match: re.Match[str]) -> bool:
    who, rest = match["who"], match["rest"]
    if who.split()[0] in _NO_NAME:
        return False
    several = " et al" in who or _JOINED.search(who) or " and colleagues" in who
    between = match.string[match.end("who") : match.start("year")]
    return bool(several) or ("," in between and not rest.strip(" ,") and len(who.split()) < 8)


def _families(who: str) -> tuple[str, ...]:
    who = _AND_OTHERS.sub("", who)
    return tuple(name.strip(" ,") for name in _SPLIT_NAMES.split(who) if name.strip(" ,"))


def _narratives(text: str, found: list[Marker]) -> Iterator[Marker]:
    taken = [(marker.start, marker.end) for marker in found]
    bracketed = any(map(text.__contains__, _BRACKETED_YEARS))
    for pattern in (_NARRATIVE, _NAMED) if bracketed else (_NARRATIVE,):
        for match in pattern.finditer(text):
            start, end = match.span()
            free = not any(low < end and start < high for low, high in taken)
            if free and match["who"].split()[0] not in _NO_NAME:
                taken.append((start, end))
                yield Marker(
                    start, end, "author-year", authors=_families(match["who"]), year=match["year"]
                )
