"""Shares that are given in several ways in one text (NHS: statistics)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import holding, holds_any
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part
from ptlint.page.model import Page
from ptlint.page.passages import Passage
from ptlint.pattern import later

_WHOM = (
    r"(?:people|persons|adults|women|men|children|patients|cases|fractures|injuries|runners"
    r"|athletes"
    r"|those|these|them|individuals|teenagers|seniors|population|workers|americans)"
)
_FORMS = {
    "percent": later(rf"\b\d[\d.]{{0,4}} ?(?:%|per ?cent)(?: of (?:\w+ ){{0,2}}{_WHOM}\b)", re.I),
    "one in so many": later(
        r"\b(?:\d{1,2}|one|two|three) (?:in|out of) (?:every )?(?:\d{1,5}|two|three|four|five|six"
        r"|ten)\b"
        r"(?! (?:minutes|hours|days|weeks|months|years))",
        re.I,
    ),
    "fraction": later(
        rf"\b(?:half|one[- ]third|a third|two[- ]thirds|a quarter"
        rf"|three[- ]quarters) of (?:\w+ ){{0,2}}{_WHOM}\b",
        re.I,
    ),
    "count": later(r"\d(?<![\d.,]\d)[\d.,]{0,12} ?(?:million|billion|thousand)\b", re.I),
}
#: Strings of which a way needs one.
_NEEDED = {"percent": ("%", "cent", "CENT", "Cent")}
_OF_THESE = later(r"\bof (?:these|those|them)\b", re.I)
#: What two ways need; a text with less than two of them mixes nothing.
_SIGNS = (("%", "percent", "per cent"), (" in ", " out of "), ("half", "third", "quarter"))
_SHARES = ("percent", "half", "third", "quarter", "thirds", "quarters")
_TEXTS = ("paragraph", "item")


def formats_mixed(page: Page, options: Options) -> Iterator[Observation]:
    """The second way in which a text gives a share."""
    for passage in holding(page, _SHARES, ("%",), kinds=_TEXTS, parts=(Part.ARTICLE, Part.ASIDE)):
        found = _found(passage)
        if len(found) > 1:
            (_, first, _), (start, second, end) = found[:2]
            yield Observation(
                passage.text.span(start, end),
                f"'{passage.text.text[start:end]}' is a {second} after a {first}: readers cannot "
                "compare them. Give both in the same way, for example '1 in 5' and '2 in 5'.",
            )


def _found(passage: Passage) -> list[tuple[int, str, int]]:
    """The first place of each way, in order; a count matters only beside its fraction."""
    text = passage.text.text
    if sum(any(sign in text for sign in signs) for signs in _SIGNS) < 2:
        return []
    hits = [
        (name, form.search(text))
        for name, form in _FORMS.items()
        if name not in _NEEDED or holds_any(text, _NEEDED[name])
    ]
    if not any(hit and name == "fraction" and _OF_THESE.search(hit[0]) for name, hit in hits):
        hits = [(name, hit) for name, hit in hits if name != "count"]
    return sorted((hit.start(), name, hit.end()) for name, hit in hits if hit)
