"""Text made ready for readability formulas.

Counted as it stands, a page comes out up to 24 grades too hard: a list item without a stop runs
into the next one, and too easy where the stop of "Dr." or "1.5" counts as a sentence's end. Here
every block and every sentence ends, what is not prose goes, and no stop is left inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.prose.segmentation import Sentence, sentences
from ptlint.prose.tokens import word_texts
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
        text: its words between single spaces, with no punctuation but apostrophes and hyphens.
    """

    place: Sentence
    text: str


# Marks of references: [1], [2, 5–7], (3), superscripts, and (Lee et al., 2019).
_MARKS = re.compile(
    r"""
      \[\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,12}\]
    | \(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,12}\)
    | \((?=[^\W\d_])[^()]{2,120}?,\s(?:19|20)\d\d[a-z]?\)
    | (?<=[^\W\d_][.!?])\d{1,3}(?:[,–-]\d{1,3}){0,8}(?=\s|\Z)
    | https?://[^\s<>"]++
    | \b10\.\d{4,9}/[^\s<>"]++
    """,
    re.VERBOSE,
)
# Most blocks have no sign of any of them, which is sooner seen.
_SIGNS = re.compile(r"[\[(/]|[.!?]\d")
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
    unmarked = _MARKS.sub(_blank, block) if _SIGNS.search(block) else block
    for place in sentences(unmarked):
        words = [
            word
            for word in word_texts(unmarked[place.start : place.end])
            if len(word) <= LONGEST_WORD
        ]
        if len(words) >= SHORTEST_SENTENCE:
            yield PreparedSentence(place, " ".join(words).translate(_PLAIN))


def _blank(mark: re.Match[str]) -> str:
    """Spaces as many as the mark has characters, and its closing stop: places stay true."""
    text = mark[0]
    return " " * (len(text) - 1) + text[-1] if text[-1] in ".!?" else " " * len(text)
