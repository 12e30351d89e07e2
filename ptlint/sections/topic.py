"""Headings read by their last words: "Common symptoms of …", "Shoulder surgery and recovery"."""

from __future__ import annotations

from ptlint.sections.vocabulary import longest_term, section_vocabulary
from ptlint.sections.words import Words
from ptlint.sections.wordsets import word_set


def _set(name: str) -> frozenset[str]:
    return word_set("sections", name)


def read_topic(words: Words, lead_in: bool = False) -> frozenset[str]:
    """Return the roles a noun phrase names, or none when any part of it is not understood.

    In a lead-in line ("Poor posture causes:") the last word may be a verb, so it is believed
    only after words that cannot be its subject.
    """
    if section_vocabulary().last_words.isdisjoint(words.words):
        return frozenset()
    tail = _tail_start(words.words)
    if not _tail_is_plain(words.words[tail:], lead_in):
        return frozenset()
    parts = _parts(_cut(words, tail))
    roles: set[str] = set()
    for part, kinds in parts:
        role = _part_role(part, kinds, lead_in)
        if role is None:
            return frozenset()
        roles.add(role)
    last = _part_role(*parts[-1], lead_in) if parts else ""
    return frozenset(roles - {""}) if last else frozenset()


def _cut(words: Words, stop: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return words.words[:stop], words.classes[:stop]


def _tail_start(words: tuple[str, ...]) -> int:
    tail = _set("tail")
    if tail.isdisjoint(words):
        return len(words)
    for place, word in enumerate(words):
        if place and word in tail and words[place - 1] != "range":
            return place
    return len(words)


def _tail_is_plain(tail: tuple[str, ...], lead_in: bool) -> bool:
    """Whether the words after the core only say of what: "of a stroke", "may include"."""
    if not tail or tail[-1] in ("include", "includes"):
        return True
    if "include" in tail or "includes" in tail:
        return False
    if tail[-1] == "including":
        return _set("carriers").isdisjoint(tail)
    if tail[0] in _set("carriers") or (lead_in and not _set("carriers").isdisjoint(tail)):
        return all(word in _set("carriers") for word in tail)
    return True


def _parts(
    core: tuple[tuple[str, ...], tuple[str, ...]],
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    joints, edges = _set("joints"), _set("edges")
    if joints.isdisjoint(core[0]) and edges.isdisjoint(core[0]):
        return [core] if core[0] else []
    parts: list[list[tuple[str, str]]] = [[]]
    for word, kind in zip(*core, strict=True):
        if word in joints:
            parts.append([])
        elif word not in edges:
            parts[-1].append((word, kind))
    return [(tuple(w for w, _ in p), tuple(k for _, k in p)) for p in parts if p]


def _part_role(words: tuple[str, ...], kinds: tuple[str, ...], lead_in: bool) -> str | None:
    """The role a part names; '' when it only qualifies the next; None when not understood."""
    vocabulary = section_vocabulary()
    role, size = longest_term(words)
    before = words[: len(words) - size]
    if not role:
        plain = all(k or w in vocabulary.modifiers for w, k in zip(words, kinds, strict=True))
        return "" if plain else None
    if not vocabulary.blockers.isdisjoint(before) or any(map(_acts, before, kinds)):
        return None
    if lead_in and words[-1] in vocabulary.verbs_too:
        return role if all(word in vocabulary.modifiers for word in before) else None
    return role


def _acts(word: str, kind: str) -> bool:
    """Whether a word before a term makes the heading an action: "Easing your symptoms"."""
    if word in section_vocabulary().modifiers or kind in _set("naming"):
        return False
    return kind == "@aim" or word.endswith("ing") or word in ("to", "for")
