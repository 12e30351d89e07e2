"""Changing names for the people the page is about (federal plain language: same terms)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import holding
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part
from ptlint.page.model import Page
from ptlint.page.passages import Passage, passages_by_word
from ptlint.pattern import later

#: "We" that means everybody, not the clinic.
_EVERYBODY = {
    "we": later(
        r"\b(?:as|when|if|once|while|because) we (?:age|get older|grow|grow older|get old|walk|run"
        r"|sit|stand|move|bend|lift|sleep|breathe|stretch)\b",
        re.I,
    ),
    "our": later(
        r"\bour (?:bod(?:y|ies)|bones?|muscles|joints?|spines?|backs?|knees|hips|feet|brains?"
        r"|necks?|shoulders|hands|hearts?|skin|immune systems?|nerves|discs)\b",
        re.I,
    ),
    "us": later(r"\b(?:many|most|some|all) of us\b", re.I),
}
_OTHERS = ("you", "your", "people", "patients", "individuals", "persons")
_PARTS = (Part.ARTICLE, Part.ASIDE, Part.RELATED)
_TEXTS = ("paragraph", "item", "cell")


def shifts(page: Page, options: Options) -> Iterator[Observation]:
    """The first "we" for everybody, where the page names its people in two other ways."""
    by_word = page.once(passages_by_word)
    if not _EVERYBODY.keys() & by_word.keys():
        return
    written = {
        word
        for word in _OTHERS
        if any(passage.stands_in(_TEXTS, _PARTS) for passage in by_word.get(word, ()))
    }
    if not written:
        return
    for passage in holding(page, _EVERYBODY, kinds=_TEXTS, parts=_PARTS):
        match = _first(passage)
        if match is not None:
            others = " and ".join(f"'{word}'" for word in _OTHERS if word in written - {"your"})
            yield Observation(
                passage.text.span(*match.span()),
                f"'{match.group()}' takes readers in as 'we'; elsewhere the page says "
                f"{others or repr('your')}. Keep to 'you' for advice and 'people' for facts.",
            )
            return


def _first(passage: Passage) -> re.Match[str] | None:
    """The first of its words for everybody."""
    found = [
        match
        for word, form in _EVERYBODY.items()
        if word in passage.unit_texts and (match := form.search(passage.text.text))
    ]
    return min(found, key=lambda match: match.start(), default=None)
