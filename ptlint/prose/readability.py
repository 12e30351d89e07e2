"""Reading grade of a page: Flesch-Kincaid, SMOG, Flesch reading ease and Coleman-Liau.

Words and syllables are counted once, as textstat counts them, and every formula is fed from these
counts with textstat's own coefficients: the figures are those that it gives for `prepared_text`.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from heapq import nlargest

from ptlint.pattern import places_of
from ptlint.prose.counting import counting_of
from ptlint.prose.preparation import (
    SHORTEST_SENTENCE,
    PreparedSentence,
    parted,
    piece_words,
    plain,
    prepare,
)
from ptlint.prose.segmentation import Sentence
from ptlint.prose.tokens import word_texts
from ptlint.prose.vocabulary import english
from ptlint.record import record

# McLaughlin 1969 asks for thirty sentences; G. H. McLaughlin, "SMOG grading", J. Reading 12.
SMOG_SENTENCES = 30
# Under these the formulas jump with every word.
STEADY_WORDS = 100
STEADY_SENTENCES = 10
# Syllables of a long word: SMOG's polysyllables.
LONG_WORD = 3
# A formula made for whole texts says little of a shorter sentence.
LONG_SENTENCE = 10


@record
class Counts:
    """What the formulas are fed with; sentences of one or two words are left out of all."""

    words: int
    sentences: int
    syllables: int
    long_words: int
    letters: int

    def flesch_kincaid(self) -> float:
        """School grade after Kincaid et al. 1975 (US grades)."""
        return _kincaid(self.words, self.sentences, self.syllables) if self.words else 0.0

    def flesch_ease(self) -> float:
        """Reading ease after Flesch 1948: 100 very easy, 60–70 plain, under 30 very hard."""
        if not self.words:
            return 0.0
        length = self.words / self.sentences
        return 206.835 - 1.015 * length - 84.6 * self.syllables / self.words

    def smog(self) -> float:
        """School grade after McLaughlin 1969, whatever the number of sentences."""
        if not self.words:
            return 0.0
        per_thirty = 30 * self.long_words / self.sentences
        return 1.043 * math.sqrt(per_thirty) + 3.1291

    def coleman_liau(self) -> float:
        """School grade after Coleman & Liau 1975, with textstat's coefficients."""
        if not self.words:
            return 0.0
        return (5.8 * self.letters - 29.6 * self.sentences) / self.words - 15.8


def _kincaid(words: int, sentences: int, syllables: int) -> float:
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


@record
class HardSentence:
    """One of the hardest sentences of a page.

    Args:
        block: the index of its block.
        place: where it stands in the text of that block.
        words: its number of words.
        grade: its own Flesch-Kincaid grade.
    """

    block: int
    place: Sentence
    words: int
    grade: float


@record
class Readability:
    """How hard a page is to read.

    Args:
        words: words counted (those of sentences of three words and more).
        sentences: sentences counted.
        long_words: words of three and more syllables.
        grade: Flesch-Kincaid grade.
        grade_without_terms: the same without the words that were to be ignored; None when none
            were given.
        smog: SMOG grade; None under thirty sentences, for which it is not defined.
        smog_estimate: the same formula over the sentences that there are. Equal to `smog` where
            that is given; under thirty sentences a rough figure, to be called an estimate.
        ease: Flesch reading ease.
        coleman_liau: Coleman-Liau index.
        steady: whether there are enough words and sentences (100 and 10) to rely on the figures.
        hardest: the sentences with the highest grades, hardest first; those of fewer than ten
            words after all others.
    """

    words: int
    sentences: int
    long_words: int
    grade: float
    grade_without_terms: float | None
    smog: float | None
    smog_estimate: float
    ease: float
    coleman_liau: float
    steady: bool
    hardest: tuple[HardSentence, ...]


#: The index of a block, one of its sentences, and what its words count for.
_CountedSentence = tuple[int, PreparedSentence, int]
# Four counts stand in one number: one sum adds up those of all words.
_BITS = 32
_MOST = (1 << _BITS) - 1


def grade(
    blocks: Sequence[str], *, ignoring: Collection[str] = (), hardest: int = 3
) -> Readability:
    """Grade the prose of a page.

    Args:
        blocks: paragraphs, list items and table cells, one string each. The end of a block ends a
            sentence. Headings, reference entries and navigation are for the caller to leave out.
        ignoring: terms that readers of the page know, such as those of its title; a word of them
            is left out, in the plural too, for `grade_without_terms` (WCAG 2.2 SC 3.1.5 grades a
            text after the removal of proper names and titles).
        hardest: how many of the hardest sentences to name.

    Returns:
        The grades, all 0.0 for a page without a sentence of three words.
    """
    counted = [(index, *each) for index, block in enumerate(blocks) for each in _counted(block)]
    total = _counts([count for _, _, count in counted])
    return Readability(
        words=total.words,
        sentences=total.sentences,
        long_words=total.long_words,
        grade=total.flesch_kincaid(),
        grade_without_terms=_without_terms(counted, ignoring) if ignoring else None,
        smog=total.smog() if total.sentences >= SMOG_SENTENCES else None,
        smog_estimate=total.smog(),
        ease=total.flesch_ease(),
        coleman_liau=total.coleman_liau(),
        steady=total.words >= STEADY_WORDS and total.sentences >= STEADY_SENTENCES,
        hardest=_hardest(counted, hardest),
    )


def prepared_text(blocks: Iterable[str]) -> str:
    """Give the text whose scores in textstat are the grades: every sentence with a full stop."""
    return " ".join(f"{one.text}." for block in blocks for one in prepare(block))


@lru_cache(maxsize=512)
def _counted(block: str) -> tuple[tuple[PreparedSentence, int], ...]:
    """Give the sentences of a block with their counts; long paragraphs are graded twice."""
    counted = [(one, sum(map(_piece_counts, one.pieces))) for one in parted(block)]
    return tuple([each for each in counted if each[1] & _MOST >= SHORTEST_SENTENCE])


@lru_cache(maxsize=1 << 15)
def _piece_counts(piece: str) -> int:
    """Give what the words of a piece count for: one, as a rule."""
    return sum(map(_word_counts, piece_words(piece)))


def _word_counts(word: str) -> int:
    """Give what a word counts for: words, syllables, long words and letters, in one number."""
    if word.isascii() and word.isalpha():  # most are: one word, its letters as they stand
        count = _syllables(word.lower())
        return _joined(1, count, int(count >= LONG_WORD), len(word))
    listed = counting_of(word).list_words(word)
    syllables = [_syllables(each) for each in listed]
    letters = sum(len(each) - each.count("'") for each in listed)
    long_words = sum(each >= LONG_WORD for each in syllables)
    return _joined(len(listed), sum(syllables), long_words, letters)


def _joined(words: int, syllables: int, long_words: int, letters: int) -> int:
    return (((letters << _BITS | long_words) << _BITS) | syllables) << _BITS | words


@cache
def _syllables(listed: str) -> int:
    return counting_of(listed).count_syllables(listed)


def _counts(sentences: Sequence[int]) -> Counts:
    """Add up what sentences count for."""
    total = sum(sentences)
    syllables, long_words = total >> _BITS & _MOST, total >> 2 * _BITS & _MOST
    return Counts(total & _MOST, len(sentences), syllables, long_words, total >> 3 * _BITS)


def _hardest(counted: Sequence[_CountedSentence], number: int) -> tuple[HardSentence, ...]:
    return tuple(
        HardSentence(block, one.place, count & _MOST, _hardness((block, one, count))[1])
        for block, one, count in nlargest(number, counted, key=_hardness)
    )


def _hardness(sentence: _CountedSentence) -> tuple[bool, float]:
    """One long word sends a short sentence's grade up: what can be split comes first."""
    words = sentence[2] & _MOST
    return words >= LONG_SENTENCE, _kincaid(words, 1, sentence[2] >> _BITS & _MOST)


def _without_terms(counted: Sequence[_CountedSentence], terms: Collection[str]) -> float:
    ignored = _forms(terms)
    there = list(set().union(*(one.pieces for _, one, _ in counted)))
    apart = {piece: _counts_of(piece, ignored) for piece in _may_hold(there, ignored)}
    left = []
    for _, one, count in counted:
        if apart.keys().isdisjoint(one.pieces):
            left.append(count)
            continue
        kept = count - sum([apart.get(piece, 0) for piece in one.pieces])
        left += [kept] if kept & _MOST >= SHORTEST_SENTENCE else []
    return _counts(left).flesch_kincaid()


def _may_hold(pieces: Sequence[str], terms: frozenset[str]) -> Iterator[str]:
    """Give the pieces that hold the letters of a term, of which few pages have more than ten."""
    lowered = plain("\n".join(pieces)).lower()
    for term in terms:
        if any(other in term for other in terms - {term}):
            continue  # what holds "hips" holds "hip"
        for at in places_of(term, lowered):
            yield pieces[lowered.count("\n", 0, at)]


def _counts_of(piece: str, terms: frozenset[str]) -> int:
    """Give what those words of a piece count for that are terms."""
    words = piece_words(piece)
    return sum(_word_counts(one) for one in words if one.lower().removesuffix("'s") in terms)


def _forms(terms: Iterable[str]) -> frozenset[str]:
    """Give the words of the terms, the function words apart, in the singular and the plural."""
    words = {word.lower() for term in terms for word in word_texts(term)} - english().function
    endings = {f"{word}{ending}" for word in words for ending in ("s", "es")}
    singular = {word.removesuffix("s") for word in words if len(word) > 4}
    return frozenset(words | endings | singular)
