"""Instructions that only those can follow who see the page (WCAG 1.3.3, 1.4.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import quoted
from ptlint.checks.accessibility.spoken_texts import SpokenText, spoken_texts
from ptlint.findings.finding import Observation
from ptlint.page.model import Page
from ptlint.pattern import later

_SENTENCE = later(r"[^.!?\n]+[.!?]*+")
_ASIDE = r"(?:on|to|at|in) the (?:far |bottom |top |upper |lower )?(?:right|left)"
_SIDE = (
    rf"{_ASIDE}(?:[- ]hand)?"
    r"(?: (?:side|corner|column|of (?:the|this) (?:page|screen)))?"
)
_BODY = r"(?:knee|hip|leg|arm|hand|foot|side of your|shoulder|elbow|wrist|ankle)"
_MARKED = (
    r"(?:fields?|items?|words?|terms?|dates?|sections?|entries|steps?) (?:that are |which are )?"
    r"(?:marked |shown |written |highlighted |printed )?"
)


def check(page: Page, options: Options) -> Iterator[Observation]:
    """An instruction that names a thing by colour, shape, size or side only."""
    verbs, things, looks = map(options.words, ("verbs", "things", "looks"))
    hint = _hint(looks)
    for each in spoken_texts(page).where(hint, lower=True):
        yield from _in_text(each, hint, verbs, _patterns(verbs, things, looks))


def _in_text(
    spoken: SpokenText,
    hint: re.Pattern[str],
    verbs: tuple[str, ...],
    patterns: tuple[re.Pattern[str], ...],
) -> Iterator[Observation]:
    for sentence in _SENTENCE.finditer(spoken.text.text):
        lowered = sentence[0].lower()
        if not hint.search(lowered):
            continue
        told = any(verb.lower() in lowered for verb in verbs)
        asked = patterns if told else patterns[-1:]  # the last one goes without a verb
        found = next(filter(None, (each.search(sentence[0]) for each in asked)), None)
        if found is not None:
            start = sentence.start() + found.start()
            yield Observation(
                spoken.text.span(start, sentence.start() + found.end()),
                f"{quoted(found[0])} can be followed only by those who see it. Name the thing "
                "by its words, as in 'Select \"Book now\"'.",
            )


@lru_cache(maxsize=8)
def _hint(looks: tuple[str, ...]) -> re.Pattern[str]:
    """What every such instruction holds, in lower case: an article and a look, or a side."""
    look = "|".join(map(re.escape, looks))
    looking = [rf"{article} (?:\w+ )?(?:{look})" for article in ("the", "a(?:ny)?", "our", "this")]
    # One choice of plain beginnings is told apart more quickly than a choice of choices.
    return later(rf" (?:{'|'.join(looking)}|in (?:{look})|{_ASIDE})")


@lru_cache(maxsize=8)
def _patterns(
    verbs: tuple[str, ...], things: tuple[str, ...], looks: tuple[str, ...]
) -> tuple[re.Pattern[str], ...]:
    """A look and a thing; a thing and its side; text in a colour."""
    act, thing, look = ("|".join(map(re.escape, words)) for words in (verbs, things, looks))
    looking = (
        rf"\b(?:{act})\b(?: (?:on|at|in))? (?:the|a|any|our|this) (?:\w+ )?(?:{look})"
        rf"(?: (?:and )?(?:{look}))? (?:{thing})s?\b"
    )
    aside = rf"\b(?:{act})\b[^,;:]{{0,40}}?\b(?:{thing})s? {_SIDE}(?! {_BODY})\b"
    coloured = rf"\b{_MARKED}in (?:{look})\b(?! (?:and|blood))"
    return tuple(later(each, re.IGNORECASE) for each in (looking, aside, coloured))
