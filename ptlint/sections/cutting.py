"""Cut words into sentences, parts and what stands in brackets."""

from __future__ import annotations

from ptlint.sections.words import Words
from ptlint.sections.wordsets import word_set

PART_MARKS = frozenset(":?!;.")
SENTENCE_MARKS = frozenset("?!.")


def cut(words: Words, start: int, stop: int) -> Words:
    """The words from number ``start`` up to ``stop``."""
    return Words(words.words[start:stop], words.classes[start:stop], words.spans[start:stop])


def split(words: Words, marks: frozenset[str]) -> list[Words]:
    """The runs of words between ``marks``; empty runs are left out."""
    if marks.isdisjoint(words.words):
        return [words] if words.words else []
    ends = [n for n, word in enumerate(words.words) if word in marks and _parts_at(words.words, n)]
    starts = [0, *(n + 1 for n in ends)]
    return [cut(words, a, b) for a, b in zip(starts, [*ends, len(words)], strict=True) if a < b]


def _parts_at(words: tuple[str, ...], place: int) -> bool:
    """Whether a mark parts the words here; the stop of "Dr." does not."""
    titles = word_set("sections", "titles")
    return words[place] != "." or place == 0 or words[place - 1] not in titles


def sentences(words: Words) -> list[Words]:
    """Sentences, and clauses after a "but", without the marks that end them."""
    parts = split(words, SENTENCE_MARKS | word_set("sections", "contrasts"))
    return [trimmed for part in parts if (trimmed := _trimmed(part)).words]


def _trimmed(words: Words) -> Words:
    stop = len(words)
    while stop and (words.words[stop - 1] in PART_MARKS or words.words[stop - 1] == ","):
        stop -= 1
    return cut(words, 0, stop) if stop < len(words) else words


def brackets(words: Words) -> tuple[Words, Words]:
    """The words outside and inside the first pair of brackets."""
    if "(" not in words.words:
        return words, cut(words, 0, 0)
    start = words.words.index("(")
    stop = words.words.index(")", start) if ")" in words.words[start:] else len(words)
    before, after = cut(words, 0, start), cut(words, stop + 1, len(words))
    outside = Words(
        before.words + after.words, before.classes + after.classes, before.spans + after.spans
    )
    return outside, cut(words, start + 1, stop)
