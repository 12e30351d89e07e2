"""Signs on the skin that are described for light skin only (NHS: skin symptoms)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import holding
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part
from ptlint.page.model import List, Page
from ptlint.page.passages import Passage, passages_by_word
from ptlint.pattern import later

_COLOURS = ("red", "redness", "reddened", "reddish", "pink", "pale", "paleness", "pallor")
_PARTS = (Part.ARTICLE, Part.ASIDE)
_KINDS = ("paragraph", "item", "cell")
#: A colour of the skin: the word itself, or a place that turns it.
_SIGN = later(
    r"\bskin\b[^.?!;]{0,60}?\b(?P<after>red(?:ness|dened|dish)?|pink|pale(?:ness)?|pallor)\b"
    r"|\b(?P<before>red(?:ness|dened|dish)?|pink|pale(?:ness)?)\b[^.?!;]{0,25}?\b(?:skin|rash"
    r"|patch(?:es)?)\b"
    r"|\b(?P<of>redness)\b(?! of the eyes?| in the eyes?)",
    re.I,
)
_NOT = later(
    r"\b(?:eyes?|light|blood|flags?|meat|wine|card|cross|lining|throat|gums?|colon|tonsils?|ear)\b",
    re.I,
)
#: Signs that show, or are felt, on every skin.
_OTHER = later(
    r"\b(?:brown|black|dark\w*|skin tones?|swell\w*|swollen|warm\w*|hot|heat|itch\w*|sore|tender\w*"
    r"|pain\w*|purpl\w*|blu(?:e|ish)|gr[ae]y\w*|smooth|rough|dry|scal\w*|blister\w*|bump\w*"
    r"|burn\w*|discolou?r\w*|bruis\w*|lump\w*)\b",
    re.I,
)


def light_skin_only(page: Page, options: Options) -> Iterator[Observation]:
    """The first such sign of a page that names no other skin and no other sign beside it."""
    by_word = page.once(passages_by_word)
    if any(word in by_word for word in ("brown", "tone", "tones", "darker")):
        return
    for passage in holding(page, _COLOURS, kinds=_KINDS, parts=_PARTS):
        match = _SIGN.search(passage.text.text)
        if match is not None and _alone(passage, match):
            group = str(match.lastgroup)
            yield Observation(
                passage.text.span(*match.span(group)),
                f"'{match[group]}' shows on light skin. Say how it looks on brown and black skin "
                "as well, or name a sign that everybody can feel: heat, swelling, pain.",
            )
            return


def _alone(passage: Passage, match: re.Match[str]) -> bool:
    """Does neither its sentence nor, in a list, the item beside it name another sign?"""
    sentence = passage.sentence_at(match.start())
    text = passage.text.text[sentence.start : sentence.end]
    if isinstance(passage.block, List):
        text = " ".join(item.text.text for item in passage.block.all_items())
    return not (_NOT.search(text) or _OTHER.search(text))
