"""Find the name of a page's condition in a heading and put one placeholder in its place."""

from __future__ import annotations

from functools import lru_cache

from ptlint.sections.words import Words, read_words, word_class
from ptlint.sections.wordsets import word_set

PLACEHOLDER = "{c}"


@lru_cache(maxsize=256)
def name_words(condition: str) -> frozenset[str]:
    """The words of a condition's name, slug or page title that name it, without a plural s."""
    naming = word_set("sections", "condition-classes") | {""}
    others = word_set("sections", "no-name")
    plain = condition.replace("-", " ").replace("_", " ")
    return frozenset(
        _stem(w)
        for w in read_words(plain).words
        if w[0].isalpha() and w not in others and word_class(w) in naming
    )


def mask_condition(words: Words, condition: str | None) -> Words:
    """Put ``{c}`` for every run of words that name the condition."""
    names = _name_forms(condition) if condition else frozenset[str]()
    if names.isdisjoint(words.words):
        return words
    new: list[tuple[str, str, tuple[int, int]]] = []
    spans = words.spans or ((0, 0),) * len(words)
    for word, kind, span in zip(words.words, words.classes, spans, strict=True):
        if word not in names:
            new.append((word, kind, span))
        elif new and new[-1][0] == PLACEHOLDER:
            new[-1] = (PLACEHOLDER, "", (new[-1][2][0], span[1]))
        else:
            new.append((PLACEHOLDER, "", span))
    masked, kinds, places = zip(*new, strict=True)
    return Words(masked, kinds, places if words.spans else ())


@lru_cache(maxsize=256)
def _name_forms(condition: str) -> frozenset[str]:
    """The words that name the condition, with and without a plural s."""
    names = name_words(condition)
    return frozenset(form for name in names for form in (name, name + "s") if _stem(form) == name)


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
