"""Find the name of a page's condition in a heading and put one placeholder in its place."""

from __future__ import annotations

from functools import lru_cache

from ptlint.sections.words import Words, read_words, word_class

PLACEHOLDER = "{c}"
_NAMING = frozenset({"", "@body", "@disease", "@trauma", "@complaint"})
_NOT_A_NAME = frozenset(
    "the a an of for and or in to your my our what why how do does i get after from with is are "
    "about guide page home index condition conditions symptoms causes treatment recovery signs "
    "risk prevention diagnosis management therapy physical physio care help tips".split()
)


@lru_cache(maxsize=256)
def name_words(condition: str) -> frozenset[str]:
    """The words of a condition's name, slug or page title that name it, without a plural s."""
    plain = condition.replace("-", " ").replace("_", " ")
    return frozenset(
        _stem(w) for w in read_words(plain).words
        if w.isalpha() and w not in _NOT_A_NAME and word_class(w) in _NAMING
    )


def mask_condition(words: Words, condition: str | None) -> Words:
    """Put ``{c}`` for every run of words that name the condition."""
    names = name_words(condition) if condition else frozenset()
    if not names:
        return words
    new: list[tuple[str, str, tuple[int, int]]] = []
    for word, kind, span in zip(words.words, words.classes, words.spans):
        if _stem(word) not in names:
            new.append((word, kind, span))
        elif new and new[-1][0] == PLACEHOLDER:
            new[-1] = (PLACEHOLDER, "", (new[-1][2][0], span[1]))
        else:
            new.append((PLACEHOLDER, "", span))
    return Words(*map(tuple, zip(*new))) if new else words  # type: ignore[arg-type]


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
