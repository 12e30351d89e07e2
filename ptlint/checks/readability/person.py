"""Changing names for the people the page is about (federal plain language: same terms)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import holding
from ptlint.findings.finding import Observation
from ptlint.page.model import Page, Part
from ptlint.page.passages import passages_by_word

#: "We" that means everybody, not the clinic.
_EVERYBODY = re.compile(
    r"\b(?:(?:as|when|if|once|while|because) we (?:age|get older|grow|grow older|get old|walk|run"
    r"|sit"
    r"|stand|move|bend|lift|sleep|breathe|stretch)\b"
    r"|our (?:bod(?:y|ies)|bones?|muscles|joints?|spines?|backs?|knees|hips|feet|brains?|necks?"
    r"|shoulders|hands|hearts?|skin|immune systems?|nerves|discs|discs)\b"
    r"|(?:many|most|some|all) of us\b)",
    re.I,
)
_OTHERS = ("you", "your", "people", "patients", "individuals", "persons")
_PARTS = (Part.ARTICLE, Part.ASIDE, Part.RELATED)
_TEXTS = ("paragraph", "item", "cell")


def shifts(page: Page, options: Options) -> Iterator[Observation]:
    """The first "we" for everybody, where the page names its people in two other ways."""
    by_word = page.once(passages_by_word)
    if not {"we", "our", "us"} & by_word.keys():
        return
    written = {
        word
        for word in _OTHERS
        if any(passage.stands_in(_TEXTS, _PARTS) for passage in by_word.get(word, ()))
    }
    if not written:
        return
    for passage in holding(page, ("we", "our", "us"), kinds=_TEXTS, parts=_PARTS):
        match = _EVERYBODY.search(passage.text.text)
        if match is not None:
            others = " and ".join(f"'{word}'" for word in _OTHERS if word in written - {"your"})
            yield Observation(
                passage.text.span(*match.span()),
                f"'{match.group()}' takes readers in as 'we'; elsewhere the page says "
                f"{others or repr('your')}. Keep to 'you' for advice and 'people' for facts.",
            )
            return
