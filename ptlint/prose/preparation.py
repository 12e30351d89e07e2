"""Text made ready for readability formulas.

Counted as it stands, a page comes out up to 24 grades too hard: a list item without a stop runs
into the next one, and too easy where the stop of "Dr." or "1.5" counts as a sentence's end. Here
every block and every sentence ends, what is not prose goes, and no stop is left inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ptlint.pattern import later, one_of
from ptlint.prose.segmentation import Sentence, sentences, words_by_sentence
from ptlint.record import record

# A sentence of fewer words is none to textstat, which yet would count its words to the next one.
SHORTEST_SENTENCE = 3
# A longer run of letters is data, not a word.
LONGEST_WORD = 60


@record
class PreparedSentence:
    """A sentence as the formulas read it.

    Args:
        place: where it stands in its block.
        words: its words as they are written there.
    """

    place: Sentence
    words: Sequence[str]

    @property
    def text(self) -> str:
        """Its words between single spaces, with no punctuation but apostrophes and hyphens."""
        return " ".join(map(plain, self.words))


# Marks of references: [1], [2, 5–7], (3), superscripts, and (Lee et al., 2019). The first sign
# stands alone, so that a search runs from sign to sign.
_NUMBERS = rf"\d{{1,3}}(?:\s?{one_of(',;–-')}\s?\d{{1,3}}){{0,12}}"
_MARK = rf"""
    [\[(\d]
    (?: (?<=\[){_NUMBERS}\]
      | (?<=\(){_NUMBERS}\)
      | (?<=\()(?=[^\W\d_])[^()]{{2,120}}?,\s(?:19|20)\d\d[a-z]?\)
      | (?<=[^\W\d_][.!?]\d)\d{{0,2}}(?:{one_of(",–-")}\d{{1,3}}){{0,8}}(?=\s|\Z)
    )
"""
_MARKS = later(_MARK, re.VERBOSE)
_ADDRESSES = r"""
    | https?://[^\s<>"]++
    | \b10\.\d{4,9}/[^\s<>"]++
"""
_MARKS_AND_ADDRESSES = later(_MARK + _ADDRESSES, re.VERBOSE)
# Most blocks have no sign of any of them, which is sooner seen.
_SIGNS = later(r"[\[(/.!?](?:(?<=[\[(/])|\d)")
# What stands inside a word but is no letter of it: stops, thin spaces, soft hyphens, joiners.
_NO_LETTERS = ".,\u00a0\u2009\u202f\u00ad\u200b\u200c\u200d\u2060\ufeff"
_PLAIN = str.maketrans({"’": "'", "‐": "-", "‑": "-"} | dict.fromkeys(_NO_LETTERS))


def prepare(block: str) -> Iterator[PreparedSentence]:
    """Give the sentences of a block that count.

    Marks of references, web addresses, DOIs and e-mail addresses are left out, then sentences of
    one or two words. Words that a slash or a dash parts are two, hyphenated ones are one.

    Args:
        block: a paragraph or a list item; headings and reference entries are not prose.
    """
    unmarked = _unmarked(block) if _SIGNS.search(block) else block
    for place, listed in zip(sentences(unmarked), words_by_sentence(unmarked), strict=True):
        if len(listed) < SHORTEST_SENTENCE:
            continue
        words: Sequence[str] = listed
        if max(map(len, listed)) > LONGEST_WORD:
            words = [word for word in listed if len(word) <= LONGEST_WORD]
        if len(words) >= SHORTEST_SENTENCE:
            yield PreparedSentence(place, words)


def plain(word: str) -> str:
    """Give a word with straight apostrophes and hyphens, and no other sign inside."""
    return word if word.isalnum() else word.translate(_PLAIN)


def _unmarked(block: str) -> str:
    addressed = "://" in block or "10." in block
    return (_MARKS_AND_ADDRESSES if addressed else _MARKS).sub(_blank, block)


def _blank(mark: re.Match[str]) -> str:
    """Spaces as many as the mark has characters, and its closing stop: places stay true."""
    text = mark[0]
    return " " * (len(text) - 1) + text[-1] if text[-1] in ".!?" else " " * len(text)
