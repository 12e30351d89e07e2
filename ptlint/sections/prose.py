"""Paragraphs that contradict their heading.

Running text names other roles in passing all the time, so a paragraph is reported only when it
says nothing of what its heading promises.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ptlint.record import replace
from ptlint.sections.cues import find_cues
from ptlint.sections.groups import judge_group
from ptlint.sections.headings import HeadingRoles, heading_roles
from ptlint.sections.items import item_roles
from ptlint.sections.phrases import PhraseBook
from ptlint.sections.tolerance import promised_items
from ptlint.sections.verdicts import GroupVerdict, ItemCue, Level
from ptlint.sections.words import Words, read_unplaced, read_words
from ptlint.vocabulary import load

SURGERY = "surgery"
_THERAPY = frozenset({"pt-help"})
_SURGERY_CONFIDENCE = 0.9
_OWN = 0.3  # a sentence with this chance of a promised role speaks for its heading


def judge_paragraph(
    heading: HeadingRoles,
    sentences: Sequence[str],
    condition: str | None = None,
    title: str | None = None,
) -> list[GroupVerdict]:
    """Return the groups of ``sentences`` of one paragraph that contradict ``heading``.

    Two cases are reported: an operation under "How can physical therapy help?", and two or
    more sentences that all follow the rules of one other role (a suggestion only).
    """
    surgery = judge_surgery(heading, sentences, condition, title)
    return [surgery] if surgery else _foreign(heading, sentences, condition)


def judge_surgery(
    heading: HeadingRoles,
    texts: Sequence[str],
    condition: str | None = None,
    title: str | None = None,
) -> GroupVerdict | None:
    """Return the sentences or items about an operation under a physical-therapy heading.

    Pages on life after an operation may speak of it anywhere, and so may a text that also says
    what the therapy does. Two such texts make a warning, a lone one a suggestion.
    """
    if not may_be_surgical(heading) or _is_surgical(heading, condition, title):
        return None
    read = [read_words(text) for text in texts]
    found = [n for n, words in enumerate(read) if _about_surgery(words)]
    if not found or any(_about_therapy(w) for n, w in enumerate(read) if n not in found):
        return None
    cues = tuple(ItemCue(SURGERY, _spans(read[n])) for n in found)
    level: Level = "warning" if len(found) > 1 else "suggestion"
    return GroupVerdict("treatment", tuple(found), cues, _SURGERY_CONFIDENCE, level, SURGERY)


def may_be_surgical(heading: HeadingRoles) -> bool:
    """Whether ``judge_surgery`` can report anything under ``heading``."""
    return heading.roles == _THERAPY


def _foreign(
    heading: HeadingRoles, sentences: Sequence[str], condition: str | None
) -> list[GroupVerdict]:
    if len(sentences) < 2 or not all(map(_has_cue, sentences)):
        return []
    promised = promised_items(heading)
    read = [item_roles(sentence, condition) for sentence in sentences]
    if any(item.chance(*promised) >= _OWN for item in read):
        return []
    verdicts = judge_group(heading, sentences, condition)
    return [
        replace(verdict, level="suggestion")
        for verdict in verdicts
        if len(verdict.items) == len(sentences) and all(cue.name for cue in verdict.cues)
    ]


def _has_cue(sentence: str) -> bool:
    return any(True for _ in find_cues(read_unplaced(sentence)))


def _is_surgical(heading: HeadingRoles, condition: str | None, title: str | None) -> bool:
    names = [heading_roles(name) for name in (condition, title) if name]
    return SURGERY in heading.topics or any(SURGERY in name.topics for name in names)


def _about_surgery(words: Words) -> bool:
    book, unless = _surgery()
    return any(True for _ in book.find(words)) and not any(True for _ in unless.find(words))


def _about_therapy(words: Words) -> bool:
    """Whether a text says something of what its therapist does."""
    return any(True for _ in _therapy().find(words))


def _spans(words: Words) -> tuple[tuple[int, int], ...]:
    hit = next(_surgery()[0].find(words))
    return tuple((words.spans[a][0], words.spans[b - 1][1]) for a, b in hit.runs)


@cache
def _surgery() -> tuple[PhraseBook[str], PhraseBook[str]]:
    table = load("roles")["surgery"]
    return _book(table["phrases"]), _book(table["unless"])


@cache
def _therapy() -> PhraseBook[str]:
    return _book(load("roles")["surgery"]["unless"])


def _book(lines: str) -> PhraseBook[str]:
    return PhraseBook.of((line, SURGERY) for line in lines.splitlines() if line.strip())
