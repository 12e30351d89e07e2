"""Exercise instructions without advice on when to stop (CDC CCI)."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import holding
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part
from ptlint.page.model import Page
from ptlint.page.passages import passages
from ptlint.pattern import later, small_letters

_INSTRUCTION = later(
    r"\b(?:\d{1,2}(?:[-–]\d{1,2})? (?:reps?|repetitions)\b|(?:\d|two|three) sets of \d{1,2}"
    r"|hold (?:for |this for |it for )?(?:\d{1,2}|ten|twenty|thirty)(?:[-–]\d{1,2})? ?(?:seconds"
    r"|sec)"
    r"|repeat (?:\d{1,2}|five|ten|three)(?:[-–]\d{1,2})? times)\b"
)
#: An instruction holds one of these words.
_WORDS = ("rep", "reps", "repetitions", "sets", "hold", "repeat")
_TEXTS = ("paragraph", "item", "cell")
_PARTS = (Part.ARTICLE, Part.ASIDE)
_STOP = later(
    r"\b(?:stop (?:if|when|the|right|doing|immediately|exercis)|(?:do not|don[’']t|never) (?:push"
    r"|force|work"
    r"|exercise|go|continue)\b[^.?!]{0,40}(?:pain|hurt)|(?:should|must) not (?:hurt|cause"
    r"|be painful|feel)"
    r"|(?:ask|talk to|check with|speak (?:to|with)|consult|see) (?:your|a|with your)\b"
    r"|if (?:\w+ ){0,6}(?:pain|hurts?|dizzy)\b|pain[- ]free range|without pain"
    r"|within (?:your )?comfort"
    r"|avoid (?:\w+ ){0,4}pain|sharp pain|listen to your body|back off|ease off)\b"
)


def stop_advice_missing(page: Page, options: Options) -> Iterator[Observation]:
    """The first instruction of an exercise on a page without a word on stopping or asking."""
    if not page.whole_document:
        return
    for passage in holding(page, _WORDS, kinds=_TEXTS, parts=_PARTS):
        match = _INSTRUCTION.search(small_letters(passage.text.text))
        if match is not None:
            texts = (small_letters(each.text.text) for each in passages(page, _TEXTS, _PARTS))
            if not any(map(_STOP.search, texts)):
                yield Observation(
                    passage.text.span(*match.span()),
                    "The page gives exercises and does not say when to stop. Add: 'Stop if you "
                    "feel sharp pain', and whom to ask before starting.",
                )
            return
