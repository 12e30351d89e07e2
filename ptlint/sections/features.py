"""What the linear model sees of an item: its words, word pairs, word classes and its head."""

from __future__ import annotations

from functools import lru_cache

from ptlint.sections.words import Words
from ptlint.sections.wordsets import word_set


def features(words: Words) -> set[str]:
    """Return the features of an item; a word's class stands in for words never seen."""
    names: set[str] = set()
    add = names.add
    before, kind_before = "^", ""
    for word, kind in zip(words.words, words.classes, strict=True):
        names.update(_own_features(word, kind))
        add(before + " " + word)
        if kind_before:
            add(kind_before + " " + word)
        before, kind_before = word, kind
    add(before + " $")
    return names | _shape(words)


@lru_cache(maxsize=16384)
def _own_features(word: str, kind: str) -> tuple[str, ...]:
    """The features of a word by itself: the word, its class, its beginning and its end."""
    own = [word, kind] if kind else [word]
    if len(word) > 6:
        own.append(word[:5] + "-")
    if len(word) > 4 and not kind:
        own.append("-" + word[-3:])
    return tuple(own)


def _shape(words: Words) -> set[str]:
    """The item's head, the class it opens with, and its length."""
    if not words.words:
        return set()
    head = head_of(words.words)
    size = len(words)
    return {
        "h" + words.words[head],
        "h" + words.classes[head],
        "f" + words.classes[0],
        "n" + str(size if size < 5 else 5 if size < 8 else 6 if size < 14 else 7),
    }


def head_of(words: tuple[str, ...]) -> int:
    """The number of the last word before the first preposition, comma or colon."""
    head = -1
    breaks = word_set("roles-lexicon", "breaks")
    for place, word in enumerate(words):
        if word not in breaks:
            head = place
        elif head >= 0:
            break
    return max(head, 0)
