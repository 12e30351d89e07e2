"""Text made ready for readability formulas.

Counted as it stands, a page comes out up to 24 grades too hard: a list item without a stop runs
into the next one, and too easy where the stop of "Dr." or "1.5" counts as a sentence's end. Here
every block and every sentence ends, what is not prose goes, and no stop is left inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ptlint.pattern import later, one_of
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
        pieces: what stands between its spaces, with its punctuation.
    """

    place: Sentence
    pieces: Sequence[str]

    @property
    def text(self) -> str:
        """Its words between single spaces, with no punctuation but apostrophes and hyphens."""
        return " ".join([word for piece in self.pieces for word in piece_words(piece)])


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
_PLAIN = (("’", "'"), ("‐", "-"), ("‑", "-"), *((sign, "") for sign in _NO_LETTERS))


# Digits in groups are one word: the spaces between them part nothing.
_NARROW_SPACES = "\u00a0\u2009\u202f"
_GROUPED = later(rf"(?<!\w)\d{{1,3}}(?:{one_of(_NARROW_SPACES)}\d{{3}})++(?!\d)")
# What may stand around a word.
_AROUND = '.,;:!?…()[]"“”'


def prepare(block: str) -> Iterator[PreparedSentence]:
    """Give the sentences of a block that count.

    Marks of references, web addresses, DOIs and e-mail addresses are left out, then sentences of
    one or two words. Words that a slash or a dash parts are two, hyphenated ones are one.

    Args:
        block: a paragraph or a list item; headings and reference entries are not prose.
    """
    for sentence in parted(block):
        if sum(map(len, map(piece_words, sentence.pieces))) >= SHORTEST_SENTENCE:
            yield sentence


def parted(block: str) -> list[PreparedSentence]:
    """Give every sentence of a block, the shortest too, without marks of references."""
    unmarked = _unmarked(block) if _SIGNS.search(block) else block
    spaced = unmarked
    if not unmarked.isascii() and any(map(unmarked.__contains__, _NARROW_SPACES)):
        spaced = _GROUPED.sub(_together, unmarked)
    return [
        PreparedSentence(place, spaced[place.start : place.end].split())
        for place in sentences(unmarked)
    ]


def _together(digits: re.Match[str]) -> str:
    """Digits with the spaces that group them behind them: all that follows stays in its place."""
    return "".join(digits[0].split()).ljust(len(digits[0]))


def piece_words(piece: str) -> tuple[str, ...]:
    """Give the words of a piece without spaces, as the formulas read them."""
    inside = piece.strip(_AROUND)
    if inside.isascii() and inside.isalpha() and len(inside) <= LONGEST_WORD:  # as most are
        return (inside,)
    return tuple(plain(word) for word in word_texts(piece) if len(word) <= LONGEST_WORD)


def plain(words: str) -> str:
    """Give words with straight apostrophes and hyphens, and no other sign inside."""
    if not words.isalnum():
        for sign, other in _PLAIN:
            words = words.replace(sign, other)  # in a long text far quicker than a table
    return words


def _unmarked(block: str) -> str:
    addressed = "://" in block or "10." in block
    return (_MARKS_AND_ADDRESSES if addressed else _MARKS).sub(_blank, block)


def _blank(mark: re.Match[str]) -> str:
    """Spaces as many as the mark has characters, and its closing stop: places stay true."""
    text = mark[0]
    return " " * (len(text) - 1) + text[-1] if text[-1] in ".!?" else " " * len(text)
