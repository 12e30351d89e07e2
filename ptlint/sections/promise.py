"""The role a wording promises: by a phrase of the vocabulary, or by its last words."""

from __future__ import annotations

from ptlint.sections.cutting import cut
from ptlint.sections.phrases import Hit
from ptlint.sections.topic import read_topic
from ptlint.sections.vocabulary import section_vocabulary
from ptlint.sections.words import Words
from ptlint.sections.wordsets import word_set

_GOING_ON = frozenset(("and", ",", "or"))


def promised_roles(words: Words) -> frozenset[str]:
    """Roles of one part of a heading; none when it is not understood."""
    best = best_phrase(words)
    if best is None:
        return read_topic(words) or _halves(words)
    end = best.runs[-1][1]
    if not best.value or (not asks(words.words[:1]) and _asserts(words.words[end:])):
        return frozenset()
    return frozenset({best.value}) | _second_question(words, end)


def best_phrase(words: Words) -> Hit[str] | None:
    """The heading phrase that names most of the words; one that names no role wins over all."""
    hits = list(section_vocabulary().headings.find(words))
    void = next((hit for hit in hits if not hit.value), None)
    return void or max(hits, key=named, default=None)


def named(hit: Hit[str]) -> int:
    """How many words a phrase names."""
    return hit.named


def topics_of(words: Words) -> frozenset[str]:
    """Narrower subjects that the words name ('surgery')."""
    table = section_vocabulary().topics
    return frozenset(topic for topic, names in table.items() if not names.isdisjoint(words.words))


def asks(words: tuple[str, ...]) -> bool:
    """Whether the first of ``words`` opens a question."""
    if not words:
        return False
    first = words[0]
    return first in word_set("sections", "question-words") or first in word_set(
        "sections", "auxiliaries"
    )


def _halves(words: Words) -> frozenset[str]:
    """Roles of "Home care and what helps": both sides of the "and" must be understood."""
    if "and" not in words.words:
        return frozenset()
    middle = words.words.index("and")
    first = promised_roles(cut(words, 0, middle))
    second = promised_roles(cut(words, middle + 1, len(words))) if first else frozenset()
    return first | second if second else frozenset()


def _second_question(words: Words, start: int) -> frozenset[str]:
    """Roles of what follows an "and" or a comma: "… , and who is at risk"."""
    roles: set[str] = set()
    for place in range(start, len(words)):
        if words.words[place] in _GOING_ON:
            rest = cut(words, place + 1, len(words))
            best = best_phrase(rest)
            roles |= {best.value} if best else read_topic(rest)
    return frozenset(roles - {""})


def _asserts(rest: tuple[str, ...]) -> bool:
    """Whether a heading goes on as a whole sentence: "Living with pain is exhausting"."""
    asserting, relatives = word_set("sections", "asserting"), word_set("sections", "relatives")
    return any(
        word in asserting and (not place or rest[place - 1] not in relatives)
        for place, word in enumerate(rest)
    )
