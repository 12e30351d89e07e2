"""Look-ups in the shipped lists of journals, publishers, organisations and given names."""

from __future__ import annotations

from functools import lru_cache

from ptlint.pattern import later, one_of
from ptlint.vocabulary import load

from .letters import plain_letters

_JOINER = one_of("'’-")
_WORD = later(rf"[^\W_]+(?:{_JOINER}[^\W_]+)*")
_CONNECTIVES = frozenset({"and", "of", "the", "in", "for", "on", "de", "et", "a", "an"})


def table(name: str) -> dict[str, list[str]]:
    """The word lists of `rules/vocabulary/<name>.toml`."""
    return load(name)


@lru_cache(maxsize=1024)
def folded(name: str) -> str:
    """A title or organisation's name for comparison: words only, lower case, "&" as "and"."""
    if name.isascii() and name.replace(" ", "").isalnum():
        words = name.lower().split()
    else:
        plain = plain_letters(name).casefold()
        words = _WORD.findall(plain.replace("&", " and ").replace("’", "'"))
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


@lru_cache(maxsize=1)
def _journals() -> frozenset[str]:
    lists = table("journals")
    return frozenset(folded(name) for name in (*lists["names"], *lists["abbreviations"]))


@lru_cache(maxsize=1)
def _abbreviated_words() -> frozenset[str]:
    lists = table("journals")
    words = {word for name in lists["abbreviations"] for word in folded(name).split()}
    return frozenset(
        words | set(lists["abbreviated_words"]) | {"j", "am", "n", "s", "u", "usa", "uk"}
    )


@lru_cache(maxsize=1)
def _organisation_words() -> frozenset[str]:
    return frozenset(table("reference_words")["organisation"])


@lru_cache(maxsize=1)
def _sites() -> frozenset[str]:
    return frozenset(folded(name) for name in table("reference_words")["sites"])


@lru_cache(maxsize=1)
def _publisher_words() -> frozenset[str]:
    return frozenset(table("reference_words")["publishers"])


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(table("reference_words")["given_names"])


@lru_cache(maxsize=1)
def _not_surnames() -> frozenset[str]:
    return frozenset(table("reference_words")["not_surnames"])


def is_journal(name: str) -> bool:
    """Whether `name` is a journal of the shipped list (a place in brackets may follow)."""
    key = folded(name)
    return key in _journals() or folded(name.partition("(")[0]) in _journals()


def is_abbreviated_title(name: str) -> bool:
    """Whether every word of `name` is an abbreviation used in journal titles ("J Clin Oncol")."""
    words = folded(name).split()
    return bool(words) and all(word in _abbreviated_words() for word in words)


def sounds_like_journal(name: str) -> bool:
    """Whether `name` could be a journal's title by its words, listed or not."""
    words = folded(name).split()
    if is_journal(name) or is_abbreviated_title(name):
        return True
    return len(words) <= 12 and bool(
        {
            "journal",
            "journals",
            "annals",
            "archives",
            "proceedings",
            "lancet",
            "bmc",
            "jama",
            "revista",
            "zeitschrift",
        }
        & set(words)
    )


def names_organisation(name: str) -> bool:
    """Whether `name` is a known health site or holds a word such as "Association"."""
    key = folded(name)
    if key in _sites() or folded(name.partition("(")[0]) in _sites():
        return True
    words = key.split()
    return len(words) > 1 and any(word in _organisation_words() for word in words)


def names_site(name: str) -> bool:
    """Whether `name` is on the shipped list of health sites and bodies."""
    return folded(name) in _sites()


def names_publisher(name: str) -> bool:
    """Whether `name` holds the name of a publishing house or "Press"."""
    key = folded(name)
    return any(word in _publisher_words() for word in key.split())


def is_given_name(word: str) -> bool:
    """Whether `word` is a common given name."""
    return word.casefold() in _given_names()


def is_surname(name: str) -> bool:
    """Whether `name` may be a family name: no word of an organisation, no "Vitamin"."""
    words = name.casefold().split()
    return not any(word in _not_surnames() or word in _organisation_words() for word in words)
