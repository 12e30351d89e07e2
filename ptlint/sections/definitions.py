"""Does a sentence say what a condition is? (PEMAT-P items 1 and 4)"""

from __future__ import annotations

from functools import cache

from ptlint.sections.condition import PLACEHOLDER, mask_condition
from ptlint.sections.cutting import brackets
from ptlint.sections.words import read_words
from ptlint.vocabulary import load

_REACH = 14  # words from the start of the sentence to its verb
_ARTICLES = frozenset(("a", "an", "the"))


def defines(sentence: str, condition: str | None = None) -> bool:
    """Whether ``sentence`` says what ``condition`` is: "X is …", "X happens when …", "X means …".

    "X is common" or "X is one of the most …" defines nothing. Without a condition any subject
    will do; with one the subject must name it or stand for it ("It is …"), except before "happens
    when", where a plain name may stand ("A broken spine bone happens when …").
    """
    words = brackets(mask_condition(read_words(sentence), condition))[0].words
    if _names_it(words):
        return True
    for place, word in enumerate(words[1:_REACH], start=1):
        if word not in _turns():
            continue
        after = words[place + 1 :]
        if word in _set("events") and after[:1] and after[0] in _set("openers"):
            return True
        known = condition is None or _is_subject(words[:place])
        if word in _set("verbs") and after:
            return known
        if word in _set("beings"):
            return known and _says_what(after)
    return False


def _names_it(words: tuple[str, ...]) -> bool:
    """Whether the sentence ends in the name: "This is called frozen shoulder"."""
    if PLACEHOLDER not in words:
        return False
    naming = [n for n, word in enumerate(words) if word in _set("naming")]
    return any(PLACEHOLDER in words[n : n + 4] for n in naming)


def _is_subject(words: tuple[str, ...]) -> bool:
    return PLACEHOLDER in words or not _set("subjects").isdisjoint(words[:3])


def _says_what(predicate: tuple[str, ...]) -> bool:
    """Whether the words after "is" name a kind of thing."""
    if not predicate or predicate[0] in _set("empty"):
        return False
    if predicate[0] in _set("participles"):
        return True
    if predicate[0] in _set("openers"):
        return len(predicate) > 2
    if predicate[0] not in _ARTICLES:
        return len(predicate) > 2 and not predicate[0].endswith(("ed", "able", "ible"))
    return _head(predicate[1:]) not in _set("hollow") | _set("empty") | {""}


def _head(words: tuple[str, ...]) -> str:
    """The noun of a phrase: its last word before a preposition or a relative clause."""
    for place, word in enumerate(words):
        if word in _set("breaks"):
            return words[place - 1] if place else ""
    return words[-1] if words[-1:] != (".",) else "".join(words[-2:-1])


@cache
def _turns() -> frozenset[str]:
    """The words between a subject and what is said of it."""
    return _set("events") | _set("verbs") | _set("beings")


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("sections")["defining"][name].split())
