"""Passive sentences, on pages where there are too many (CDC CCI; PEMAT-P item 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import holding
from ptlint.findings.finding import Observation
from ptlint.page.model import Page
from ptlint.page.passages import WRITTEN, Passage, passages
from ptlint.pattern import later, small_letters
from ptlint.vocabulary import load

_BE = ("is", "are", "was", "were", "be", "been", "being")
#: In small letters.
_PASSIVE = later(
    r"\b(?:(?:can|may|might|must|should|will|would|could) (?:also |often |sometimes |usually )?be"
    r"|(?:has|have|had) been|(?:is|are) being|is|are|was|were)"
    r" (?:not |also |often |usually |typically |sometimes |commonly |generally |then |first "
    r"|best |\w{3,12}ly )?"
    r"(?P<participle>[a-z]{2,15}ed|done|given|taken|made|seen|found|held|kept|known|worn|shown"
    r"|put|felt)"
    r"\b(?![-’'])(?: to as\b)?"
)
_TEXTS = ("paragraph", "item")
#: What has fewer words is no sentence.
_SHORTEST = 5


@cache
def _states() -> frozenset[str]:
    """Participles that describe a state rather than an act."""
    return frozenset(load("states")["words"].split())


def dense(page: Page, options: Options) -> Iterator[Observation]:
    """Each passive, where more of the page's sentences are passive than the share allows."""
    with_be = {id(passage) for passage in holding(page, _BE, kinds=_TEXTS)}
    found: list[tuple[Passage, re.Match[str]]] = []
    sentences = 0
    for passage in passages(page, _TEXTS, WRITTEN):
        if not passage.has_words(_SHORTEST):
            continue
        sentences += len(passage.sentences)
        if id(passage) in with_be:
            found.extend((passage, match) for match in _passives(passage.text.text))
    if sentences < options.whole("sentences"):
        return
    share = 100 * len(found) / sentences
    if share <= options.number("share"):
        return
    for passage, match in found:
        written = passage.text.text[slice(*match.span())]
        yield Observation(
            passage.text.span(*match.span()),
            f"'{written}' is passive, as {share:.0f}% of the page's sentences are. Say who "
            "does it: 'your therapist checks …', or tell readers what to do.",
        )


def _passives(text: str) -> Iterator[re.Match[str]]:
    for match in _PASSIVE.finditer(small_letters(text)):
        if match["participle"] not in _states():
            yield match
