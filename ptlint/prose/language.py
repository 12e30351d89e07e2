"""A cheap guess of the language, so that rules about English prose stay silent on others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ptlint.prose.tokens import word_texts
from ptlint.prose.vocabulary import english

#: As many characters decide it as a short page has.
DECIDING = 2_000
# English prose has some 30 of its function words in a hundred, lists of names some 6.
_LEAST_SHARE = 0.05
_FEW_WORDS = 25
# Letters that are not Latin; what stands between the ranges are signs. An expression of such
# ranges takes 3 ms to compile.
_OTHER_SCRIPTS = (("\u0250", "\u1fff"), ("\u2c00", "\ud7ff"), ("\uf900", "\U0010ffff"))


def is_english(text: str) -> bool:
    """Guess whether a text is English.

    A text counts as English unless there is evidence against it: other scripts, more function
    words of other languages than English ones, or hardly an English one in 25 words and more. So a
    short heading or a list of names is English.

    Args:
        text: prose of a page, the more the surer; the first ``DECIDING`` characters decide.
    """
    told = text[:DECIDING]
    return are_english(word_texts(told.lower()), told)


def are_english(sample: Sequence[str], told: str) -> bool:
    """The same for a text whose words, in small letters, are known."""
    if _other_scripts(told) and not _is_latin(sample):
        return False
    vocabulary = english()
    native = sum(map(vocabulary.native.__contains__, sample))
    foreign = sum(map(vocabulary.foreign.__contains__, sample))
    if len(sample) < _FEW_WORDS:
        return foreign <= native + 1
    return native > 2 * foreign and native >= _LEAST_SHARE * len(sample)


def _other_scripts(text: str) -> bool:
    if text.isascii():
        return False
    return any(first <= sign <= last for sign in set(text) for first, last in _OTHER_SCRIPTS)


def _is_latin(words: Iterable[str]) -> bool:
    """Tell whether most letters stand in words that start in the Latin script."""
    letters = latin = 0
    for word in words:
        if word[0].isalpha():
            letters += len(word)
            latin += len(word) if word[0] < "\u0250" else 0
    return 2 * latin >= letters
