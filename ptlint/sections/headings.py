"""What a heading or a lead-in line promises: the roles of the section below it.

A heading is read three ways, the first that answers decides: as one of the phrases of the
vocabulary ("How is it treated?"), or by its last words ("Early symptoms of a stroke"), or not
at all. A heading that is not understood has no role; nothing is guessed for it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from ptlint.sections.condition import mask_condition
from ptlint.sections.phrases import Hit
from ptlint.sections.topic import read_topic
from ptlint.sections.vocabulary import section_vocabulary
from ptlint.sections.words import Words, read_words

Kind = Literal["question", "statement", "lead-in", "topic"]

_ANCHOR = re.compile(r"\{[#:.][^{}]{0,80}\}\s*$")
_BREAKS = frozenset(":?!;.")
_SENTENCE_ENDS = frozenset("?!.")
_LONGEST_HEADING = 14
_AUXILIARIES = frozenset(
    "is are am was can could do does did should will would has have".split()
)
_ASKING = _AUXILIARIES | frozenset("what who why how when where which".split())
_QUESTION_VERBS = _AUXILIARIES | frozenset("causes gets happens makes helps treats".split())
_FINITE = _AUXILIARIES | frozenset("we you i it they may might include".split())
_ASSERTING = frozenset("is are was were isn't aren't".split())
_RELATIVES = frozenset("that which who what how".split())
_TITLES = frozenset("dr mr mrs ms prof st vs".split())
_CONTRASTS = frozenset("but however although".split())
_SHORT = 6
_FIRST = ("when-to-get-help", "risk-factors")  # believed wherever they stand in a lead-in


@dataclass(frozen=True, slots=True)
class HeadingRoles:
    """What a heading promises.

    ``roles`` are names of rules/vocabulary/sections.toml; empty means unknown. ``kind`` is the
    heading's form. ``neutral`` tells that the line names no role of its own and the section
    above goes on ("These include:"); a line that is not understood is not neutral. ``topics``
    holds narrower subjects the heading names ('surgery').
    """

    roles: frozenset[str]
    kind: Kind
    neutral: bool = False
    topics: frozenset[str] = frozenset()


def heading_roles(
    text: str, condition: str | None = None, title: str | None = None
) -> HeadingRoles:
    """Return what the heading ``text`` promises.

    ``condition`` is the page's condition (name or slug), ``title`` its title; their words are
    taken for the condition's name. Never raises: a heading not understood has no roles.
    """
    text = _ANCHOR.sub("", text)
    words = _masked(text, condition, title)
    kind = _kind(text, words.words)
    if words.words in section_vocabulary().neutral_headings:
        return HeadingRoles(frozenset(), kind, neutral=True)
    if kind == "lead-in":
        return replace(lead_in_roles(text, condition, title), kind=kind)
    long = len(words) > _LONGEST_HEADING and kind != "question"
    return HeadingRoles(frozenset() if long else _roles_of(words), kind, topics=_topics(words))


def lead_in_roles(
    text: str, condition: str | None = None, title: str | None = None
) -> HeadingRoles:
    """Return what a lead-in line ("Symptoms include:") or an inline label promises.

    Only the last sentence of ``text`` counts; when that says nothing itself ("These include:")
    the sentence before it does.
    """
    sentences = _sentences(_masked(text, condition, title))
    last = sentences[-1] if sentences else Words((), (), ())
    roles = _lead_in_roles(last)
    if roles or not _passes_over(last):
        return HeadingRoles(roles, "lead-in", topics=_topics(last))
    before = _lead_in_roles(sentences[-2]) if len(sentences) > 1 else frozenset()
    return HeadingRoles(before, "lead-in", neutral=len(sentences) == 1, topics=_topics(last))


def _passes_over(words: Words) -> bool:
    """Whether a lead-in only says that a list comes: "These include:", "For example:"."""
    return any(True for _ in section_vocabulary().neutral_lead_ins.find(words))


def _masked(text: str, condition: str | None, title: str | None) -> Words:
    words = read_words(text, limit=80)
    return mask_condition(words, " ".join(filter(None, (condition, title))))


def _kind(text: str, words: tuple[str, ...]) -> Kind:
    tail = text.rstrip(" *_\u200b")
    if tail.endswith("?"):
        return "question"
    if tail.endswith(":") or words[-1:] in (("include",), ("includes",), ("including",)):
        return "lead-in"
    if words and words[0] in _ASKING and (
        words[0] in _AUXILIARIES or not _QUESTION_VERBS.isdisjoint(words[1:2])
    ):
        return "question"
    return "topic" if _FINITE.isdisjoint(words) else "statement"


def _roles_of(words: Words) -> frozenset[str]:
    """Roles of a heading: those of its parts between colons, dashes and question marks."""
    roles: set[str] = set()
    outside, inside = _without_brackets(words)
    for part in _split(outside, _BREAKS):
        roles |= _part_roles(part)
    return frozenset(roles) or (_part_roles(inside) if inside.words else frozenset())


def _part_roles(words: Words) -> frozenset[str]:
    best = _best_phrase(words)
    if best is None:
        return read_topic(words) or _halves(words)
    end = best.runs[-1][1]
    if not best.value or (words.words[0] not in _ASKING and _asserts(words.words[end:])):
        return frozenset()
    return frozenset({best.value}) | _second_question(words, end)


def _halves(words: Words) -> frozenset[str]:
    """Roles of "Home care and what helps": both sides of the "and" must be understood."""
    if "and" not in words.words:
        return frozenset()
    middle = words.words.index("and")
    first = _part_roles(_cut(words, 0, middle))
    second = _part_roles(_cut(words, middle + 1, len(words)))
    return first | second if first and second else frozenset()


def _asserts(rest: tuple[str, ...]) -> bool:
    """Whether a heading goes on as a whole sentence: "Living with pain is exhausting"."""
    return any(
        word in _ASSERTING and (not place or rest[place - 1] not in _RELATIVES)
        for place, word in enumerate(rest)
    )


def _best_phrase(words: Words) -> Hit[str] | None:
    """The heading phrase that names most of the words; one that names no role wins over all."""
    hits = list(section_vocabulary().headings.find(words))
    void = next((hit for hit in hits if not hit.value), None)
    return void or max(hits, key=_named, default=None)


def _named(hit: Hit[str]) -> int:
    return hit.named


def _second_question(words: Words, start: int) -> frozenset[str]:
    """Roles of what follows an "and" or a comma: "… , and who is at risk"."""
    roles: set[str] = set()
    for place in range(start, len(words)):
        if words.words[place] in ("and", ",", "or"):
            rest = _cut(words, place + 1, len(words))
            best = _best_phrase(rest)
            roles |= {best.value} if best else read_topic(rest)
    return frozenset(roles - {""})


def _lead_in_roles(words: Words) -> frozenset[str]:
    hits = list(section_vocabulary().lead_ins.find(words))
    found = {hit.value for hit in hits}
    if "" in found:
        return frozenset()
    topic = read_topic(words, lead_in=True)
    if topic:
        return topic
    for first in _FIRST:
        if first in found:
            return frozenset({first})
    return _opening_roles(hits) or _short_heading(words)


def _opening_roles(hits: list[Hit[str]]) -> frozenset[str]:
    """The roles of the phrases that begin first and name most words."""
    start = min((hit.runs[0][0] for hit in hits), default=0)
    opening = [hit for hit in hits if hit.runs[0][0] == start]
    most = max(map(_named, opening), default=0)
    return frozenset(hit.value for hit in opening if hit.named == most)


def _short_heading(words: Words) -> frozenset[str]:
    best = _best_phrase(words) if len(words) <= _SHORT else None
    return frozenset({best.value} if best else ()) - {""}


def _topics(words: Words) -> frozenset[str]:
    table = section_vocabulary().topics
    return frozenset(topic for topic, names in table.items() if not names.isdisjoint(words.words))


def _sentences(words: Words) -> list[Words]:
    """The sentences, or clauses after a "but", of a lead-in, without the marks that end them."""
    parts = _split(words, _SENTENCE_ENDS | _CONTRASTS)
    return [_trimmed(part) for part in parts if _trimmed(part).words]


def _trimmed(words: Words) -> Words:
    stop = len(words)
    while stop and words.words[stop - 1] in _BREAKS | {","}:
        stop -= 1
    return _cut(words, 0, stop)


def _without_brackets(words: Words) -> tuple[Words, Words]:
    if "(" not in words.words:
        return words, _cut(words, 0, 0)
    start = words.words.index("(")
    stop = words.words.index(")", start) if ")" in words.words[start:] else len(words)
    before, inside, after = (
        _cut(words, 0, start), _cut(words, start + 1, stop), _cut(words, stop + 1, len(words))
    )
    return Words(before.words + after.words, before.classes + after.classes,
                 before.spans + after.spans), inside


def _split(words: Words, marks: frozenset[str]) -> list[Words]:
    ends = [n for n in range(len(words)) if _parts_at(words.words, n, marks)] + [len(words)]
    starts = [0] + [n + 1 for n in ends[:-1]]
    return [_cut(words, a, b) for a, b in zip(starts, ends) if a < b]


def _parts_at(words: tuple[str, ...], place: int, marks: frozenset[str]) -> bool:
    """Whether a mark parts the words here; the stop of "Dr." does not."""
    after_title = words[place] == "." and place and words[place - 1] in _TITLES
    return words[place] in marks and not after_title


def _cut(words: Words, start: int, stop: int) -> Words:
    return Words(words.words[start:stop], words.classes[start:stop], words.spans[start:stop])
