"""Which items of a list or section contradict its heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import Literal

from ptlint.sections.headings import HeadingRoles
from ptlint.sections.items import ItemRoles, item_roles
from ptlint.sections.suspects import Suspect, find_suspects
from ptlint.sections.tolerance import (
    accepted_roles,
    families,
    plain_complaints,
    promised_items,
)
from ptlint.sections.words import read_words

Level = Literal["error", "warning", "suggestion"]

# Doubts: the chance that an item belongs to none of the roles its heading accepts.
RULED = 0.85  # enough for an item with a hand-written rule behind it
AGREED = 0.97  # what items with a word of the family must reach together
LONE = 0.95  # a lone item with a word of the family, for a warning
OWN = 0.4  # an item with this chance of a promised role speaks for its heading
SUGGESTED = 0.8  # below this nothing is said

_PLAIN = ("topic", "question")  # forms of headings that are hardly ever read wrongly


@dataclass(frozen=True, slots=True)
class GroupVerdict:
    """Items of one section that belong under another heading.

    ``role`` is what the items say (an item role), ``items`` their numbers in the list given,
    ``suspects`` the reasons, item by item, and ``confidence`` the chance that the verdict is
    right. ``topic`` is 'surgery' when the treatment is another profession's.
    """

    role: str
    items: tuple[int, ...]
    suspects: tuple[Suspect, ...]
    confidence: float
    level: Level
    topic: str = ""


def judge_group(
    heading: HeadingRoles, items: Sequence[str], condition: str | None = None
) -> list[GroupVerdict]:
    """Return the groups of list ``items`` that contradict ``heading``.

    Nothing is judged under a heading that is unknown, that promises free content (an overview),
    or that asks for what the other roles hold (questions a doctor asks, other diagnoses).
    """
    if not accepted_roles(heading):
        return []
    promised = promised_items(heading)
    read = [item_roles(text, condition) for text in items]
    suspects = find_suspects(heading, read, condition)
    certain = heading.kind in _PLAIN or any(_speaks_for(item, promised) for item in read)
    verdicts = []
    for family in families():
        group = [s for s in suspects if s.family == family]
        level = _level(group, promised)
        if level:
            verdicts.append(_verdict(group, level if certain else _lowered(level, group)))
    return verdicts


def flagged_items(verdicts: Sequence[GroupVerdict]) -> Iterator[int]:
    """Numbers of the items reported as errors or warnings."""
    for verdict in verdicts:
        if verdict.level != "suggestion":
            yield from verdict.items


def _level(group: Sequence[Suspect], promised: frozenset[str]) -> Level | None:
    """How sure a group is: a rule or items that agree make an error."""
    anchored = [s for s in group if s.anchored and not _is_aside(s, promised)]
    ruled = any(s.ruled and s.doubt >= RULED for s in anchored)
    if ruled or (len(anchored) > 1 and _joint(anchored) >= _odds(AGREED)):
        return "error"
    if any(s.doubt >= LONE for s in anchored) and not _needs_company(group, promised):
        return "warning"
    return "suggestion" if any(s.doubt >= SUGGESTED for s in anchored) else None


def _speaks_for(item: ItemRoles, promised: frozenset[str]) -> bool:
    return item.chance(*promised) >= OWN


def _needs_company(group: Sequence[Suspect], promised: frozenset[str]) -> bool:
    """A lone complaint may well be the cause of another trouble (a cough, poor sleep)."""
    return (
        not promised.isdisjoint(("cause", "risk_factor"))
        and group[0].family == "complaints"
        and all(plain_complaints().isdisjoint(read_words(s.item.text).words) for s in group)
    )


def _is_aside(suspect: Suspect, promised: frozenset[str]) -> bool:
    """A sentence under "Treatment" may say in passing where the trouble comes from."""
    background = suspect.family == "background"
    return background and suspect.aside and promised.isdisjoint(("symptom", "cause"))


def _joint(group: Sequence[Suspect]) -> float:
    return sum(_odds(s.doubt) for s in group)


def _odds(chance: float) -> float:
    """Natural-log odds, kept finite."""
    return log(max(chance, 1e-6) / max(1 - chance, 1e-6))


def _lowered(level: Level, group: Sequence[Suspect]) -> Level:
    """A list of which no item fits its lead-in more likely has a lead-in read wrongly."""
    many = sum(s.ruled for s in group) > 1 or sum(s.anchored for s in group) > 2
    return "warning" if level == "error" and many else "suggestion"


def _verdict(group: Sequence[Suspect], level: Level) -> GroupVerdict:
    told = group if level != "suggestion" else [max(group, key=lambda s: s.doubt)]
    unsure = 1.0
    for suspect in told:
        unsure *= 1 - suspect.doubt
    role = _common_role(told)
    return GroupVerdict(role, tuple(s.number for s in told), tuple(told), 1 - unsure, level)


def _common_role(group: Sequence[Suspect]) -> str:
    """The role of the family that the items of the group most likely share."""
    roles = families()[group[0].family]
    return max(roles, key=lambda role: sum(s.item.chance(role) for s in group))
