"""Sentences of a text, with their exact places.

A full stop ends a sentence unless the words around it say otherwise: an abbreviation, an initial,
a list label, or a lower-case word that goes on. Everything is decided from at most a few dozen
characters on either side of a stop, so that the work grows with the number of stops alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ptlint.pattern import later, one_of
from ptlint.prose.tokens import word_texts
from ptlint.prose.vocabulary import Vocabulary, english
from ptlint.record import record


@record
class Sentence:
    """A sentence's place: `text[start:end]`, code points, end exclusive, no space at either end."""

    start: int
    end: int


_STOPS = one_of(".!?…")
_CLOSING = one_of("\"'”’»)]")
_OPENING = one_of("\"'“‘«([")
_DASHES = one_of(",–-")
_RAISED = one_of("¹²³⁰⁴⁵⁶⁷⁸⁹*†‡")
# Reference marks that follow a stop belong to the sentence that they support.
# The first sign stands alone, so that a search runs from sign to sign.
_STOP = later(
    rf"""
    [.!?…\n]
    (?: (?<=\n)(?P<gap>[^\S\n]*+\n)
      | (?<!\n)(?<!{_STOPS}{_STOPS})(?P<more>{_STOPS}*+){_CLOSING}*+
        (?P<mark>(?:
            \s?\[\d(?:\d|\s|{_DASHES}){{0,20}}\]
          | \(\d(?:\d|{_DASHES}){{0,12}}\)
          | {_RAISED}
          | \d{{1,3}}(?:{_DASHES}\d{{1,3}}){{0,8}}
        ){{1,4}}+)?+
        (?:(?=\s|\Z)|(?P<glued>(?=[A-Z])))
    )
    """,
    re.VERBOSE,
)
_NEXT = later(rf"(?P<space>\s*+){_OPENING}*+(?P<word>[^\W_]{{0,24}}+)")
# How far to look back for the word before a stop: no abbreviation is longer.
_REACH = 12
# How far to look back for the word before that one.
_FAR_REACH = 40
_BEFORE = later(r"[^\s(\[“”\"‘/—–,;:]++\Z")
_LABEL = later(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})\Z")
_LETTERS_WITH_STOPS = later(r"(?:[^\W\d_]\.){1,4}[^\W\d_]\Z")


@lru_cache(maxsize=1024)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Part a text into sentences.

    An empty line ends a sentence too. Closing quotes, brackets and reference marks after the stop
    belong to the sentence. The last sentence needs no stop. Several rules ask for those of the same
    paragraphs, so the last thousand texts are remembered.

    Args:
        text: a paragraph, a list item or several with empty lines between them.

    Returns:
        The sentences in order; what lies between them is white space.
    """
    vocabulary = english()
    found = []
    start = _after_space(text, 0)
    for stop in _STOP.finditer(text, start):
        following = _NEXT.match(text, stop.end())
        if following is None or not _ends_sentence(text, start, stop, following, vocabulary):
            continue
        end = _before_space(text, stop.start()) if stop["gap"] else stop.end()
        if start < end:
            found.append(Sentence(start, end))
        start = following.end("space")
    end = _before_space(text, len(text))
    return (*found, Sentence(start, end)) if start < end else tuple(found)


@lru_cache(maxsize=1024)
def words_by_sentence(text: str) -> tuple[tuple[str, ...], ...]:
    """Give the texts of the words of each of a text's sentences."""
    parted = sentences(text)
    if len(parted) == 1:
        return (tuple(word_texts(text)),)
    return tuple(tuple(word_texts(text[each.start : each.end])) for each in parted)


def _after_space(text: str, start: int) -> int:
    return len(text) - len(text[start:].lstrip())


def _before_space(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _ends_sentence(
    text: str, start: int, stop: re.Match[str], following: re.Match[str], vocabulary: Vocabulary
) -> bool:
    word = following["word"]
    if stop["gap"] or not word:
        return True
    if stop["glued"] is not None:
        return _is_missing_space(text, stop, word, vocabulary)
    if _goes_on(word) or (stop["mark"] and not _can_carry_mark(text, stop, word)):
        return False
    return _signs(stop) != "." or _full_stop_ends(text, start, stop.start(), word, vocabulary)


def _signs(stop: re.Match[str]) -> str:
    return stop.string[stop.start() : stop.end("more")]


def _goes_on(word: str) -> bool:
    """A lower-case word goes on with the sentence; "mRNA", "pH" and "iPhone" may open one."""
    return word[0].islower() and not word[1:2].isupper()


def _can_carry_mark(text: str, stop: re.Match[str], word: str) -> bool:
    """Tell "healed.1 The" (a reference mark) from "see p.12 The" and "0.5 The"."""
    before = text[max(0, stop.start() - 2) : stop.start()]
    return (
        not stop["mark"][0].isdigit()
        or (len(before) == 2 and before.isalpha() and word[0].isupper())
        or before[-1:] in {")", "%", "”", "’"}
    )


def _is_missing_space(text: str, stop: re.Match[str], word: str, vocabulary: Vocabulary) -> bool:
    """Tell "the bone.This weakens it" from "example.Com" and "www.clinic.com/page?The"."""
    run = text[max(0, stop.start() - _FAR_REACH) : stop.start()].split()
    after = text[stop.end() + len(word) : stop.end() + len(word) + 1]
    return (
        _signs(stop) in {".", "!", "?"}
        and bool(run)
        and len(run[-1]) > 1
        and run[-1].isalpha()
        and run[-1].islower()
        and word.lower() in vocabulary.openers
        and (after.isspace() or after == ",")
    )


def _full_stop_ends(text: str, start: int, stop: int, word: str, vocabulary: Vocabulary) -> bool:
    """Decide a single full stop before a word that is not in lower case."""
    before = _BEFORE.search(text, max(start, stop - _REACH), stop)
    if before is None:
        return True
    token = before[0].strip("'’")
    opens = word[0].isupper() and word.lower() in vocabulary.openers
    if len(token) == 1 and token.isupper():
        return opens or _is_named_by_letter(text, start, before.start(), vocabulary)
    if _LABEL.match(before[0]) and _numbers_what_follows(text, start, before.start()):
        return False
    kind = vocabulary.abbreviations.get(token.lower())
    if kind is None:
        return opens or "." not in token or not _LETTERS_WITH_STOPS.match(token)
    return _abbreviation_ends(kind, token, word, opens, vocabulary)


def _abbreviation_ends(
    kind: str, token: str, word: str, opens: bool, vocabulary: Vocabulary
) -> bool:
    if kind == "numbered":
        return not (word[0].isdigit() or (len(word) == 1 and token.lower() != "no"))
    if kind == "time":
        return word.lower() not in vocabulary.after_time
    return kind == "open" and opens


def _numbers_what_follows(text: str, start: int, label: int) -> bool:
    """Tell whether "1", "a" or "iv" stands where labels stand: at the start, or after a colon."""
    return label <= start + 1 or text[max(start, label - 2) : label].rstrip()[-1:] in {":", ";"}


def _is_named_by_letter(text: str, start: int, letter: int, vocabulary: Vocabulary) -> bool:
    """Tell "vitamin D. Calcium helps" from "Michael D. Ross"."""
    lead = text[max(start, letter - _FAR_REACH) : letter].split()
    return bool(lead) and lead[-1].strip("(“\"'").lower() in vocabulary.named_by_letter
