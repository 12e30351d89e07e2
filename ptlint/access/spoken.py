"""Which language a text is in, told by its small words.

Only clear cases are told: a text counts as another language when that language's function
words make up a good part of it and the expected language's are missing.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from ptlint.pattern import later
from ptlint.vocabulary import load

_WORD = later(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: Share of function words from which a text is in a language, and below which it is not.
_SPOKEN, _ABSENT = 0.25, 0.05
_LEAST_KINDS = 3
#: One of the most frequent words in this many settles that a text is in a language.
_ENOUGH = 19
_SAMPLE = 600
#: Among fewer words one that only a language has settles that they are in it.
FEW = 19
#: Characters of a text that its language is told by.
LONGEST = _SAMPLE * 12
#: In longer texts it is quicker to count the most frequent words than to look at every word.
_LONG = 400


@cache
def _languages_of_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for language, entry in load("function-words").items():
        for word in entry["words"].split():
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


@cache
def _only_in(language: str) -> frozenset[str]:
    """The function words that no other language has."""
    known = _languages_of_word()
    return frozenset(word for word, languages in known.items() if languages == (language,))


@cache
def commonest(language: str) -> tuple[str, ...]:
    """The most frequent words of a language that others lack, with a space on either side."""
    return tuple(f" {word} " for word in load("function-words")[language]["common"])


@cache
def telling(language: str) -> tuple[str, ...]:
    """Those of its most frequent words that no other language has."""
    own = _only_in(language)
    return tuple(word for word in commonest(language) if word.strip() in own)


def _is_plainly(text: str, language: str) -> bool:
    """A quick look that settles nearly every text: enough words that only its language has."""
    if len(text) > _LONG:
        return _has_common_words(text, language) or _has_own_words(text, language)
    return _has_own_words(text, language) or _has_common_words(text, language)


def _has_common_words(text: str, language: str) -> bool:
    found, spaces = 0, text.count(" ")
    for word in commonest(language):
        found += text.count(word)
        if found * _ENOUGH > spaces:
            return True
    return False


def _has_own_words(text: str, language: str) -> bool:
    words, own = text.lower().split(), _only_in(language)
    if len(words) * _ABSENT < 1:
        return not own.isdisjoint(words)
    return sum(map(own.__contains__, words)) > _ABSENT * len(words)


def is_told(language: str) -> bool:
    """Whether texts in a language can be recognised."""
    return language in load("function-words")


def name_of(language: str) -> str:
    return str(load("function-words")[language]["name"])


def other_language(text: str, expected: str, least_words: int) -> str | None:
    """The language a text is in when it is certainly not the expected one.

    Args:
        expected: a primary language subtag; texts are only judged against known languages.
        least_words: shorter texts are not judged.
    """
    text = text[:LONGEST]
    if len(text.split(" ", least_words - 1)) < least_words:
        return None
    if not is_told(expected) or _is_plainly(text, expected):
        return None
    words = [word.lower() for word in _WORD.findall(text)[:_SAMPLE]]
    if len(words) < least_words:
        return None
    known = _languages_of_word()
    small = [(word, known[word]) for word in words if word in known]
    if len(small) < _SPOKEN * len(words):
        return None
    counts = Counter(language for _, languages in small for language in languages)
    if not counts or counts[expected] == max(counts.values()):
        return None
    best = max(counts, key=lambda each: (counts[each], each))
    own = sum(expected in languages and best not in languages for _, languages in small)
    kinds = {word for word, languages in small if best in languages}
    told = counts[best] >= _SPOKEN * len(words) and len(kinds) >= _LEAST_KINDS
    return best if told and own <= _ABSENT * len(words) else None
