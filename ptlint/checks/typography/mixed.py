"""Two styles of one thing on a page: quotation marks, units, spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import texts_matching, whole_text
from ptlint.checks.kinds.quotes import is_quoted
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part, Style
from ptlint.page.model import Page
from ptlint.page.passages import Passage, passages, passages_by_word
from ptlint.pattern import later
from ptlint.prose.tokens import Word
from ptlint.vocabulary import load

_PARTS = (Part.ARTICLE, Part.ASIDE)
#: A straight mark that is no foot, inch or minute, and a curly one.
_QUOTES = (
    (
        later(r"(?<=[A-Za-z])'(?=[a-z])"),
        later(r"(?<=[A-Za-z])’(?=[a-z])"),
        "'’",
        "apostrophe",
    ),
    (later(r'(?<![\w"])"(?=[\w“])'), later(r"“"), '"“', "quotation mark"),
)
_UNITS = ("mg", "mcg", "kg", "cm", "mm", "km", "ml", "lb", "lbs", "oz", "g")
_UNIT = later(
    r"(?<![\w.,])\d[\d.,]{0,8}(?P<space>[ \u00a0]?)(?P<unit>mg|mcg|kg|cm|mm|km|ml|mL|lbs?|oz|g)"
    r"\b(?![/-])"
)


def quotes(page: Page, options: Options) -> Iterator[Observation]:
    """The first mark of the rarer style, for apostrophes and for quotation marks."""
    texts = list(passages(page, parts=_PARTS))
    for straight, curly, signs, name in _QUOTES:
        if not all(sign in page.once(whole_text) for sign in signs):
            continue
        curved = _found(texts, curly, signs[1])
        plain = _found(texts, straight, signs[0]) if curved else []
        plain = [(each, match) for each, match in plain if not _in_code(each, match.start())]
        if not plain or not curved:
            continue
        fewer, style, other = (plain, "straight", "curly")
        if len(plain) > len(curved):
            fewer, style, other = (curved, "curly", "straight")
        passage, match = fewer[0]
        yield Observation(
            passage.text.span(*match.span()),
            f"A {style} {name}, while the page has {max(len(plain), len(curved))} {other} ones. "
            "Use one style.",
        )


def _found(
    texts: list[Passage], form: re.Pattern[str], sign: str
) -> list[tuple[Passage, re.Match[str]]]:
    return [
        (each, match)
        for each in texts
        if sign in each.text.text
        for match in form.finditer(each.text.text)
    ]


def units(page: Page, options: Options) -> Iterator[Observation]:
    """The first unit in the rarer form, where a page writes both "10mg" and "10 mg"."""
    found: dict[bool, list[tuple[Passage, re.Match[str]]]] = {True: [], False: []}
    by_word = page.once(passages_by_word)
    if not any(unit in by_word for unit in _UNITS):
        return  # without a space the unit is part of the number's word, so both forms are needed
    for passage in texts_matching(page, _UNIT):
        for match in _UNIT.finditer(passage.text.text) if passage.part in _PARTS else ():
            found[bool(match["space"])].append((passage, match))
    if not (found[True] and found[False]):
        return
    rarer = len(found[True]) < len(found[False])
    passage, match = found[rarer][0]
    both = ("without a space", "with one") if rarer else ("with a space", "without")
    yield Observation(
        passage.text.span(*match.span()),
        f"'{match.group()}' is written {both[1]}, most units on the page {both[0]}. Use one form.",
    )


@cache
def _varieties() -> dict[str, tuple[str, str]]:
    """Each spelling with its variety and the other spelling."""
    table: dict[str, tuple[str, str]] = {}
    for american, british in load("spellings")["pairs"]:
        table[british] = ("British", american)
        if american.replace("iz", "is") != british:  # Oxford spelling has -ize as well
            table[american] = ("American", british)
    return table


def spellings(page: Page, options: Options) -> Iterator[Observation]:
    """The first word in the rarer spelling, where American and British words are mixed."""
    by_word = page.once(passages_by_word)
    found: dict[str, list[tuple[Passage, Word, str]]] = {"American": [], "British": []}
    words = _varieties().keys() & by_word.keys()
    if len({_varieties()[word][0] for word in words}) < len(found):
        return
    for word in words:
        variety, other = _varieties()[word]
        found[variety] += [
            (passage, unit, other)
            for passage in by_word[word]
            for unit in passage.units
            if unit.text == word and _counts(passage, unit)
        ]
    if not all(found.values()):
        return
    rarer, usual = sorted(found, key=lambda variety: len(found[variety]))
    passage, unit, other = min(found[rarer], key=lambda each: (each[0].span.start, each[1].start))
    word = passage.text.text[unit.start : unit.end]
    yield Observation(
        passage.text.span(unit.start, unit.end),
        f"'{word}' is {rarer} spelling on a page that is otherwise {usual}. Write '{other}'.",
    )


def _counts(passage: Passage, unit: Word) -> bool:
    """In small letters (names keep their spelling), in the article, the writer's own words."""
    return (
        passage.part in _PARTS
        and passage.text.text[unit.start : unit.end].islower()
        and not is_quoted(passage, unit.start, unit.end)
        and not _in_code(passage, unit.start, Style.LINK, Style.EMPHASIS, Style.QUOTE)
    )


def _in_code(passage: Passage, offset: int, *more: Style) -> bool:
    return any(
        inline.style in (Style.CODE, *more) and inline.start <= offset < inline.end
        for inline in passage.inlines
    )
