"""A string as words: lower-cased, with their offsets and the class the lexicon gives them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import islice

from ptlint.pattern import later, one_of
from ptlint.record import record
from ptlint.vocabulary import load

# A word with its inner hyphens and apostrophes, a number, or a mark that parts phrases.
_JOINER, _MARK = one_of("'’-‑"), one_of(":;,.→–—/&+?!()")
_WORD = later(rf"[^\W\d_]++(?:{_JOINER}[^\W\d_]++)*+|\d++(?:[.,]\d++)*+|{_MARK}|(?<=\s)--?+(?=\s)")
# The same where a text is ASCII, as most are: a set of plain signs is looked up sooner.
_ASCII_WORD = later(
    r"[A-Za-z]++(?:['-][A-Za-z]++)*+|\d++(?:[.,]\d++)*+|[:;,./&+?!()]|(?<=\s)--?+(?=\s)"
)
_DASHES = frozenset(("→", "–", "—", "-", "--"))
_LONGEST = 4000  # code points; sixty words end long before
_MAX_WORDS = 60  # an item's role shows early; this bounds the work on a runaway paragraph


@record
class Words:
    """Parallel tuples: the normalised words, their classes ('' if none) and (start, end)."""

    words: tuple[str, ...]
    classes: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.words)


def read_words(text: str, limit: int = _MAX_WORDS) -> Words:
    """Split ``text`` into at most ``limit`` words; offsets count code points of ``text``."""
    found = list(islice(_expression(text).finditer(text), limit))
    words, classes = _read([match[0] for match in found])
    return Words(words, classes, tuple([match.span() for match in found]))


@lru_cache(maxsize=256)
def read_unplaced(text: str, limit: int = _MAX_WORDS) -> Words:
    """The same words without their offsets, in less time."""
    words, classes = _read(_expression(text).findall(text[:_LONGEST])[:limit])
    return Words(words, classes, ())


def _expression(text: str) -> re.Pattern[str]:
    return _ASCII_WORD if text.isascii() else _WORD


def _read(said: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words as they are compared, and their classes; compounds are joined in their last word."""
    if not said:
        return (), ()
    words, kinds = zip(*map(_known, said), strict=True)
    if _compounds().keys().isdisjoint(words):
        return words, kinds
    return _joined(list(words), list(kinds))


def _joined(words: list[str], kinds: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    seconds = _compounds()
    for place in range(1, len(words)):
        firsts = seconds.get(words[place])
        kind = firsts.get(words[place - 1]) if firsts else None
        if kind:
            words[place] = words[place - 1] + "-" + words[place]
            kinds[place] = kind
    return tuple(words), tuple(kinds)


@lru_cache(maxsize=16384)
def _known(word: str) -> tuple[str, str]:
    """A word as it is compared, and its class."""
    normal = _normal(word)
    return normal, word_class(normal)


def _normal(word: str) -> str:
    if word[0].isdecimal():
        return "#"
    if not word[0].isalpha():
        return ":" if word in _DASHES else "and" if word in "&+" else word
    return word.lower().replace("’", "'").replace("‑", "-")


def word_class(word: str) -> str:
    """Return the lexicon's class of a lower-case word (``'@body'``), or ``''``."""
    known = _classes().get(word)
    if known is not None:
        return known
    for part in _parts(word):
        if part in _classes():
            return _classes()[part]
    return _class_by_ending(word) if len(word) > 5 else ""


def _parts(word: str) -> list[str]:
    """Simpler forms under which the lexicon may know a word."""
    forms = [word[:-2]] if word.endswith("'s") else []
    if word.endswith("s") and len(word) > 3:
        forms.append(word[:-1])
    if "-" in word:
        forms += reversed(word.split("-"))
    return forms


def _class_by_ending(word: str) -> str:
    singular = word.removesuffix("s")
    for endings, kind in _endings():
        if word.endswith(endings) or singular.endswith(endings):
            return kind
    return ""


@cache
def _classes() -> Mapping[str, str]:
    table: dict[str, str] = {}
    for kind, words in load("roles-lexicon")["classes"].items():
        for word in words.split():
            table.setdefault(word, "@" + kind)
    return table


@cache
def _compounds() -> Mapping[str, Mapping[str, str]]:
    """The class of two words that mean one thing, by the second and then the first word."""
    table: dict[str, dict[str, str]] = {}
    for kind, pairs in load("roles-lexicon")["compounds"].items():
        for pair in pairs.replace("\n", "").split(","):
            first, second = pair.split()
            table.setdefault(second, {})[first] = "@" + kind
    return table


@cache
def _endings() -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple((tuple(e), "@" + kind) for kind, e in load("roles-lexicon")["endings"].items())
