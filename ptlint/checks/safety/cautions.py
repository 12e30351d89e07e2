"""Treatments that are named without their risks, or without the caution a condition asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import folded_text, holds_any
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part
from ptlint.page.model import Page
from ptlint.page.passages import Passage, passages
from ptlint.pattern import later, small_letters
from ptlint.vocabulary import load

_BODY = ("paragraph", "item", "cell")
_PARTS = (Part.ARTICLE, Part.ASIDE)


@cache
def _risks() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """What may go wrong with a treatment, what it is good for, or what else there is.

    Each with the words of which its text holds one. The short ones come first: they answer for
    most pages, and the others are never compiled.
    """
    listed = sorted(load("cautions")["risk"], key=lambda each: len(each["says"]))
    return tuple((tuple(each["holding"]), later(each["says"])) for each in listed)


@cache
def _careful() -> tuple[re.Pattern[str], ...]:
    """Who should not have a treatment, and what is avoided; the short expressions first."""
    listed = sorted(load("cautions")["careful"], key=len)
    half = len(listed) // 2
    return tuple(later(rf"\b(?:{'|'.join(part)})\b") for part in (listed[:half], listed[half:]))


def risks_missing(page: Page, options: Options) -> Iterator[Observation]:
    """Invasive treatments on a page that speaks of no risk, benefit or alternative at all."""
    procedures = (*load("cautions")["procedures"], *options.words("also"))
    whole = page.once(folded_text)
    if not page.whole_document or not any(name in whole for name in procedures):
        return
    if page.once(speaks_of_risks):
        return
    reported: set[str] = set()
    for passage in passages(page, _BODY, _PARTS):
        named = list(_named([passage], procedures))
        words = [passage.text.text[start:end] for _, start, end in named]
        fresh = [each for each in named if _word(each) not in reported]
        reported.update(map(_word, named))
        if fresh:
            listed = " and ".join(f"'{word}'" for word in dict.fromkeys(words))
            yield Observation(
                passage.text.span(*fresh[0][1:]),
                f"The page names {listed} but no benefit, risk or alternative. Say what it may do, "
                "what can go wrong, and what else is possible.",
            )


def _word(named: tuple[Passage, int, int]) -> str:
    passage, start, end = named
    return passage.text.text[start:end].casefold()


def speaks_of_risks(page: Page) -> bool:
    """Does the page name a risk, a benefit or an alternative? Ask through ``page.once``."""
    texts = [small_letters(each.text.text) for each in passages(page, _BODY, _PARTS)]
    return any(
        holds_any(text, words) and risk.search(text) for words, risk in _risks() for text in texts
    )


def caution_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A treatment named for a condition that asks for a caution, in a section without one."""
    title = page.title.text if page.title else ""
    topic = f" {page.condition or ''} {title} ".casefold()
    procedures = set(load("cautions")["procedures"])
    body = list(passages(page, _BODY, _PARTS))
    whole = page.once(folded_text)
    for row in load("cautions")["row"]:
        if row["about"] and not any(word in topic for word in row["about"]):
            continue
        if not any(name in whole for name in row["treatment"]):
            continue
        if procedures.intersection(row["treatment"]) and not page.once(speaks_of_risks):
            continue  # treatment-risks-missing says it of the whole page
        yield from _row(page, row, body)


def _row(page: Page, row: Mapping[str, Any], body: list[Passage]) -> Iterator[Observation]:
    for passage, start, end in _named(body, tuple(row["treatment"])):
        around = small_letters(_around(page, passage))
        if any(careful.search(around) for careful in _careful()):
            return
        words = passage.text.text[start:end]
        yield Observation(
            passage.text.span(start, end),
            f"'{words}' is named without a caution ({row['name']}). {row['caution']}.",
        )
        return


def _around(page: Page, passage: Passage) -> str:
    """The text of the section that a passage stands in."""
    for section in page.sections:
        if section.span.start <= passage.span.start <= section.span.end:
            inside = [
                each.text.text
                for each in passages(page)
                if section.span.start <= each.span.start <= section.span.end
            ]
            return " ".join(inside)
    return passage.text.text


def _named(texts: list[Passage], names: tuple[str, ...]) -> Iterator[tuple[Passage, int, int]]:
    for passage in texts:
        lowered = passage.text.text.casefold()
        if len(lowered) != len(passage.text.text):
            continue
        for name in names:
            at = lowered.find(name)
            if at >= 0 and _is_word(lowered, at, at + len(name)):
                yield passage, at, at + len(name)


def _is_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum())
