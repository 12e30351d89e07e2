"""Counts and shares of a population that do not say where, when or among whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import holds_any, texts_matching
from ptlint.findings.finding import Observation, Severity
from ptlint.page.kinds import Part
from ptlint.page.model import Page
from ptlint.page.passages import Passage, passages
from ptlint.pattern import later

#: A number of people or cases: it means nothing without a place and a year.
_COUNT = later(
    r"\d(?<![\d.,]\d)[\d.,]{0,11}(?<=\d) ?(?:million|billion|thousand)\b"
    r"|\d(?<![\d.,$£€]\d)\d{0,2}(?:,\d{3}){1,3}\b(?![\d.,]*\d)",
    re.I,
)
#: A share of everybody: how common something is.
_SHARE = later(
    r"(?P<figure>\d(?<![\d.,]\d)[\d.]{0,5} ?(?:%|per ?cent)|\d{1,2} (?:in"
    r"|out of) (?:every )?\d{1,5})"
    r"(?: of)?(?: all| the| the general| US| adult)? (?P<whom>people|adults|women|men|children"
    r"|population|teenagers|older adults)\b(?P<rest>[^.?!]{0,60})",
    re.I,
)
#: What is counted among people; "diagnoses" and its like as well.
_COUNTED = frozenset(
    (
        "people person persons adult adults women men children athletes runners fracture fractures "
        "case cases injuries patient patients individual individuals population deaths falls "
        "births pregnancies infants seniors workers sufferers hospitalisations hospitalizations "
        "operations surgeries visits"
    ).split()
)
#: One of them stands after each share of everybody.
_WHOM = frozenset("people adults women men children population teenagers".split())
_WORD = later(r"\w++")
_HAVING = later(
    r"^,? (?:will |may |can |do |who )?(?:\w+ly )?(?:have|has|get|gets|develop|develops|experience"
    r"|live with|are affected|is affected|suffer|report)\b",
    re.I,
)
#: How it goes on with those who have it: they are the group that was counted.
_AGAIN = later(
    r"\b(?:another|again|a second|relapses?|recurrences?)\b|\bwithin (?:\d|an? |one |two )", re.I
)
#: Words, and beginnings of words, that name a place, a group or a source.
_CONTEXT = frozenset(
    (
        "us usa uk britain british england english scotland wales ireland irish france french "
        "china chinese country countries study studies trial survey review spain spanish state "
        "states western premenopausal postmenopausal"
    ).split()
)
_CONTEXT_BEGINS = (
    "america", "australia", "europe", "german", "india", "japan", "world", "global", "nation",
    "research", "asia", "africa", "iraq", "brazil", "international", "canad", "ital", "pregnan",
)  # fmt: skip
_MORE_CONTEXT = later(
    r"\b(?:(?:19|20)\d\ds?|U\.S\.?A?|US\.A|U\.K|according to|United Kingdom"
    r"|(?:pre|post)-menopausal)\b"
    r"|\b(?:over|under|aged?|older than|younger than|between)(?: the age of)? \d{2}\b|\bages? \d",
    re.I,
)
#: What is counted is no people: doses, times, parts of the body.
_NO_STATISTIC = frozenset(
    (
        "mg kg ml iu unit units steps calories minute minutes hour hours rep reps repetitions "
        "clients reviews bones muscles nerves joints degrees feet miles mutations cell cells gene "
        "genes times members"
    ).split()
)
_AGE_OR_RATE = later(r"\byears (?:ago|old)\b|/[^\W\d_]", re.I)


def without_context(page: Page, options: Options) -> Iterator[Observation]:
    """A figure about people in a sentence that names no place, year, group or study."""
    counting = {id(each) for each in texts_matching(page, _COUNT)}
    for passage in passages(page, ("paragraph", "item"), (Part.ARTICLE, Part.ASIDE)):
        found = _first(passage, counts=id(passage) in counting)
        if found is None:
            continue
        start, end, severity = found
        yield Observation(
            passage.text.span(start, end),
            f"'{passage.text.text[start:end]}': where, when and among whom? Add the country and "
            "the year, or the group that was counted.",
            severity=severity,
        )


def _first(passage: Passage, counts: bool) -> tuple[int, int, Severity | None] | None:
    text = passage.text.text
    for match in _COUNT.finditer(text) if counts else ():
        if _counts_people(passage, match) and not _has_context(passage, match.start()):
            return (*match.span(), None)
    for match in _SHARE.finditer(text) if not _WHOM.isdisjoint(passage.unit_texts) else ():
        rest = match["rest"]
        if not _HAVING.search(rest) or _AGAIN.search(rest):
            continue
        if not _has_context(passage, match.start()):
            return (*match.span("figure"), Severity.SUGGESTION)
    return None


def _counts_people(passage: Passage, match: re.Match[str]) -> bool:
    text = passage.text.text
    around = text[match.start() : match.end() + 25]
    if (
        holds_any(around, "$£€")
        or not _NO_STATISTIC.isdisjoint(_WORD.findall(around.casefold()))
        or _AGE_OR_RATE.search(around)
        or text[: match.start()].endswith(("per ", "out of ", "every "))
        or text[max(0, match.start() - 2) : match.start()].rstrip()[-1:] in tuple("=<>≥≤:$£€#(")
    ):
        return False
    after = _WORD.findall(text[match.end() : match.end() + 60].casefold())
    return any(word in _COUNTED or (word.startswith("diagnos") and len(word) > 7) for word in after)


def _has_context(passage: Passage, offset: int) -> bool:
    """Does the sentence, or the one before, name a place, a year, a group or a source?"""
    text = passage.text.text
    sentence = passage.sentence_at(offset)
    before = [each for each in passage.sentences if each.end <= sentence.start]
    around = text[before[-1].start if before else 0 : sentence.end]
    return any(map(_is_context, _WORD.findall(around.casefold()))) or bool(
        _MORE_CONTEXT.search(around)
    )


def _is_context(word: str) -> bool:
    return word in _CONTEXT or word.startswith(_CONTEXT_BEGINS)
