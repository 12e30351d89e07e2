"""What the linear model sees of an item: its words, word pairs, word classes and its head."""

from __future__ import annotations

from ptlint.sections.words import Words
from ptlint.sections.wordsets import word_set


def features(words: Words) -> set[str]:
    """Return the features of an item; a word's class stands in for words never seen."""
    names: set[str] = set()
    add = names.add
    small = word_set("roles-lexicon", "small")
    before, kind_before = "^", "^"
    for word, kind in zip(words.words, words.classes, strict=True):
        add(word)
        add(before + " " + word)
        if len(word) > 6:
            add(word[:5] + "-")
        if kind:
            add(kind)
        elif len(word) > 4:
            add("-" + word[-3:])
        place = kind or (word if word in small else "*")
        add(kind_before + " " + place)
        if kind_before[0] == "@":
            add(kind_before + " " + word)
        before, kind_before = word, place
    add(kind_before + " $")
    add(before + " $")
    return names | _shape(words)


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
