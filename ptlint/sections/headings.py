"""What a heading or a lead-in line promises: the roles of the section below it.

A heading is read as one of the phrases of the vocabulary ("How is it treated?"), else by its
last words ("Early symptoms of a stroke"). A heading that is not understood has no role; nothing
is guessed for it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from ptlint.pattern import later
from ptlint.record import record
from ptlint.sections.condition import mask_condition
from ptlint.sections.cutting import PART_MARKS, brackets, sentences, split
from ptlint.sections.phrases import Hit
from ptlint.sections.promise import asks, best_phrase, named, promised_roles, topics_of
from ptlint.sections.topic import read_topic
from ptlint.sections.vocabulary import section_vocabulary
from ptlint.sections.words import Words, read_unplaced
from ptlint.sections.wordsets import word_set

Kind = Literal["question", "statement", "lead-in", "topic"]

_ANCHOR = later(r"\{[#:.][^{}]{0,80}\}\s*+$")
_INCLUDING = frozenset(("include", "includes", "including"))
_LONGEST_HEADING = 14  # words; a longer one is a sentence set as a heading
_LONGEST_LABEL = 6
_LONGEST_NAME = 8
_FIRST = ("when-to-get-help", "risk-factors")  # believed wherever they stand in a lead-in
_NONE = frozenset[str]()


@record
class HeadingRoles:
    """What a heading promises.

    ``roles`` are names of rules/vocabulary/sections.toml; empty means unknown. ``kind`` is the
    heading's form. ``neutral`` tells that the line names no role of its own and the section
    above goes on ("These include:"); a line that is not understood is not neutral. ``topics``
    holds narrower subjects the heading names: 'surgery', 'questions', 'differential'.
    """

    roles: frozenset[str]
    kind: Kind
    neutral: bool = False
    topics: frozenset[str] = _NONE


# Several rules ask of the same headings and lead-ins of a page, and the pages of a site share
# those that do not name the condition.
@lru_cache(maxsize=4096)
def heading_roles(
    text: str, condition: str | None = None, title: str | None = None
) -> HeadingRoles:
    """Return what the heading ``text`` promises.

    ``condition`` is the page's condition (name or slug), ``title`` its title; their words are
    taken for the condition's name. Never raises: a heading not understood has no roles.
    """
    said = _ANCHOR.sub("", text) if "{" in text else text
    words = _masked(said, condition, title)
    if words is None:
        return heading_roles(text)
    kind = _kind(said, words.words)
    if kind == "lead-in" and words.words not in section_vocabulary().neutral_headings:
        return lead_in_roles(said, condition, title)
    return _promised(words.words, words.classes, kind)


# With its condition masked, a heading is the same on many pages of a site.
@lru_cache(maxsize=2048)
def _promised(said: tuple[str, ...], classes: tuple[str, ...], kind: Kind) -> HeadingRoles:
    words = Words(said, classes, ())
    if words.words in section_vocabulary().neutral_headings:
        return HeadingRoles(_NONE, kind, neutral=True)
    long = len(words) > _LONGEST_HEADING and kind != "question"
    return HeadingRoles(_NONE if long else _roles_of(words), kind, topics=topics_of(words))


@lru_cache(maxsize=4096)
def lead_in_roles(
    text: str, condition: str | None = None, title: str | None = None
) -> HeadingRoles:
    """Return what a lead-in line ("Symptoms include:") or an inline label promises.

    Only the last sentence of ``text`` counts; when that says nothing itself ("These include:")
    the sentence before it does.
    """
    line = _masked(text, condition, title)
    return lead_in_roles(text) if line is None else _led_in(line.words, line.classes)


@lru_cache(maxsize=2048)
def _led_in(words: tuple[str, ...], classes: tuple[str, ...]) -> HeadingRoles:
    said = sentences(brackets(Words(words, classes, ()))[0])
    last = said[-1] if said else Words((), (), ())
    roles = _lead_in_roles(last)
    if roles or not _passes_over(last):
        return HeadingRoles(roles, "lead-in", topics=topics_of(last))
    before = _lead_in_roles(said[-2]) if len(said) > 1 else _NONE
    return HeadingRoles(before, "lead-in", neutral=len(said) == 1, topics=topics_of(last))


def _masked(text: str, condition: str | None, title: str | None) -> Words | None:
    """The words with the condition's name masked; None if it is given, but not among them."""
    words = read_unplaced(text, limit=80)
    if condition is None and title is None:
        return words
    names = [name for name in _names(condition, title) if name != text]
    masked = mask_condition(words, " ".join(names))
    return None if masked is words else masked


@lru_cache(maxsize=64)
def _names(*given: str | None) -> tuple[str, ...]:
    """Those names that are short enough to be one."""
    return tuple(name for name in given if name and len(name.split()) <= _LONGEST_NAME)


def _kind(text: str, words: tuple[str, ...]) -> Kind:
    tail = text.rstrip(" *_\u200b")
    if tail.endswith("?"):
        return "question"
    if tail.endswith(":") or not _INCLUDING.isdisjoint(words[-1:]):
        return "lead-in"
    auxiliaries = word_set("sections", "auxiliaries")
    if asks(words):
        verbs = word_set("sections", "question-verbs")
        if not auxiliaries.isdisjoint(words[:2]) or not verbs.isdisjoint(words[1:2]):
            return "question"
    subjects = word_set("sections", "subjects")
    return "topic" if auxiliaries.isdisjoint(words) and subjects.isdisjoint(words) else "statement"


def _roles_of(words: Words) -> frozenset[str]:
    """Roles of a heading: those of its parts between colons, dashes and question marks."""
    outside, inside = brackets(words)
    roles = _NONE.union(*map(promised_roles, split(outside, PART_MARKS)))
    return roles or (promised_roles(inside) if inside.words else _NONE)


def _lead_in_roles(words: Words) -> frozenset[str]:
    hits = list(section_vocabulary().lead_ins.find(words))
    found = {hit.value for hit in hits}
    if "" in found:
        return _NONE
    topic = read_topic(words, lead_in=True)
    if topic:
        return topic
    for first in _FIRST:
        if first in found:
            return frozenset({first})
    return _opening_roles(hits) or _label_roles(words)


def _opening_roles(hits: list[Hit[str]]) -> frozenset[str]:
    """The roles of the phrases that begin first and name most words."""
    start = min((hit.runs[0][0] for hit in hits), default=0)
    opening = [hit for hit in hits if hit.runs[0][0] == start]
    most = max(map(named, opening), default=0)
    return frozenset(hit.value for hit in opening if hit.named == most)


def _label_roles(words: Words) -> frozenset[str]:
    """The role of a short line that is worded like a heading: "What helps:"."""
    best = best_phrase(words) if len(words) <= _LONGEST_LABEL else None
    return frozenset({best.value} if best else ()) - {""}


def _passes_over(words: Words) -> bool:
    """Whether a lead-in only says that a list comes: "These include:", "For example:"."""
    return any(True for _ in section_vocabulary().neutral_lead_ins.find(words))
