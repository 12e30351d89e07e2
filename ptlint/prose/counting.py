"""textstat's counting of words and syllables, offline and quick to start.

textstat costs 20 ms to import and is asked for words with letters beyond ASCII only: of the others
the same counting is done here, by the same table and patterns, with the same results.

textstat 0.7.10 to 0.7.13 imports nltk, and downloads its CMU dictionary when the first syllable is
counted. Neither is needed: the dictionary is handed in as a table (`ptlint.prose.syllables`), and
while textstat is imported a stand-in takes the place of nltk, which itself would cost 0.15 s. The
stand-in is gone from `sys.modules` afterwards, and turns into the real nltk should anything else
in textstat ever ask for it. pyphen is handed in likewise, for its slow start.

A textstat that has moved the place where the dictionary is handed in is not called at all.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from importlib import import_module
from types import ModuleType
from typing import Any

from ptlint.pattern import later
from ptlint.prose.hyphenation import Hyphenation, hyphenation
from ptlint.prose.syllables import syllable_table
from ptlint.record import record

LANGUAGE = "en_US"
_COUNTING_MODULE = "textstat.backend.counts._count_syllables"


@record
class Counting:
    """What the readability formulas are counted with.

    Args:
        list_words: gives the words of a prepared text in lower case.
        count_syllables: gives the syllables of one word, in any case.
        by: the name and version of the package that counts.
    """

    list_words: Callable[[str], list[str]]
    count_syllables: Callable[[str], int]
    by: str


class ChangedTextstatError(Exception):
    """This textstat asks for its dictionary elsewhere, so nothing can be handed in."""


def counting_of(word: str) -> Counting:
    """Give the counting that one word needs, so that few pages wait for textstat."""
    return own_counting() if word.isascii() else counting()


@cache
def counting() -> Counting:
    """Give textstat's counting, made ready at first use."""
    try:
        with _without_nltk():
            place = import_module(_COUNTING_MODULE)
        return textstat_counting(place)
    except (ImportError, AttributeError, ChangedTextstatError):
        return own_counting()


def textstat_counting(place: ModuleType) -> Counting:
    """Hand the table and the patterns in where textstat counts syllables.

    Args:
        place: the module of textstat whose `count_syllables` is to be used.

    Raises:
        ChangedTextstatError: it has no such function, or it asks for no dictionary by name.
    """
    count: Any = getattr(place, "count_syllables", None)
    names = getattr(getattr(count, "__wrapped__", count), "__code__", None)
    asked = set(names.co_names) if names else set()
    if not {"get_cmudict", "get_pyphen"} <= asked or not hasattr(place, "list_words"):
        raise ChangedTextstatError("textstat counts syllables in another way")
    vars(place)["get_cmudict"] = partial(_english_or, syllable_table(), place.get_cmudict)
    vars(place)["get_pyphen"] = partial(_english_or, _patterns(), place.get_pyphen)
    version = ".".join(str(part) for part in import_module("textstat").__version__)
    return Counting(
        partial(place.list_words, lowercase=True),
        partial(count, lang=LANGUAGE),
        f"textstat {version}",
    )


def _english_or(ours: Any, others: Callable[[str], Any], lang: str) -> Any:
    return ours if lang.partition("_")[0] == "en" else others(lang)


def _patterns() -> Hyphenation:
    """Give the patterns of American English, read by pyphen itself should they have changed."""
    try:
        return hyphenation(LANGUAGE)
    except (AttributeError, KeyError, OSError, ValueError):
        read_by_pyphen: Hyphenation = import_module("pyphen").Pyphen(lang=LANGUAGE)
        return read_by_pyphen


@contextmanager
def _without_nltk() -> Iterator[None]:
    """Let `import nltk` give a stand-in, unless the real one has been imported already."""
    if "nltk" in sys.modules:
        yield
        return
    stand_in = ModuleType("nltk")
    vars(stand_in)["__getattr__"] = partial(_real_nltk, stand_in)
    sys.modules["nltk"] = stand_in
    try:
        yield
    finally:
        if sys.modules.get("nltk") is stand_in:
            del sys.modules["nltk"]


def _real_nltk(stand_in: ModuleType, name: str) -> Any:
    """Give an attribute of the real nltk to whoever kept the stand-in."""
    if name.startswith("__") or sys.modules.get("nltk") is stand_in:
        raise AttributeError(name)
    return getattr(import_module("nltk"), name)


_QUOTES = later(r"'(?![tsd]|ve|ll|re)")
_PUNCTUATION = later(r"[^\w\s']")


@cache
def own_counting() -> Counting:
    """Give the counting of textstat 0.7.13 without textstat."""
    return Counting(_list_words, partial(_count_syllables, _patterns()), "ptlint")


def _list_words(text: str) -> list[str]:
    # A tenth of the time; most words are such.
    if text.isascii() and text.isalpha():
        return [text.lower()]
    return _PUNCTUATION.sub("", _QUOTES.sub("", text)).lower().split()


def _count_syllables(patterns: Hyphenation, text: str) -> int:
    return sum([_syllables_of(patterns, word) for word in _list_words(text)])


def _syllables_of(patterns: Hyphenation, word: str) -> int:
    """What the table says of a lower-case word, else the parts it can be hyphenated into."""
    known = syllable_table().count(word)
    return len(patterns.positions(word)) + 1 if known is None else known
