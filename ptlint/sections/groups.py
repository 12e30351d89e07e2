"""Which items of a list or section contradict its heading."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ptlint.sections.items import ItemRoles, item_roles, telling_words
from ptlint.sections.vocabulary import section_roles
from ptlint.vocabulary import load

Level = Literal["error", "warning", "suggestion"]

SURE = 0.93  # a lone item at this doubt is reported
LIKELY = 0.8  # two items at this doubt agree
POSSIBLE = 0.7  # a neighbour of a sure item joins its group at this doubt
RULE_SURE = 0.85  # with a hand-written rule behind it a lone item needs less


@dataclass(frozen=True, slots=True)
class ItemCue:
    """Why an item says what it says: a name and the (start, end) offsets of the words."""

    name: str
    spans: tuple[tuple[int, int], ...]

    def quoted(self, text: str) -> str:
        """The words as a message shows them: ``'history of' + 'trauma'``."""
        return " + ".join(f"'{text[start:end]}'" for start, end in self.spans)


@dataclass(frozen=True, slots=True)
class GroupVerdict:
    """Items of one section that belong under another heading.

    ``role`` is what the items say (an item role), ``items`` their numbers in the list given,
    ``cues`` one reason each, ``confidence`` the chance that the verdict is right.
    """

    role: str
    items: tuple[int, ...]
    cues: tuple[ItemCue, ...]
    confidence: float
    level: Level
    topic: str = ""


@dataclass(frozen=True, slots=True)
class _Suspect:
    number: int
    item: ItemRoles
    family: str
    doubt: float
    ruled: bool


def judge_group(
    roles: Collection[str], items: Sequence[str], condition: str | None = None
) -> list[GroupVerdict]:
    """Return the groups of ``items`` that contradict a heading with ``roles``.

    ``roles`` are section roles (HeadingRoles.roles); when they are empty, or one of them is a
    role whose content is free (an overview, an outlook), nothing is judged.
    """
    accepted = accepted_roles(roles)
    if not accepted:
        return []
    suspects = [
        suspect
        for number, text in enumerate(items)
        if (suspect := _suspect(number, item_roles(text, condition), accepted))
    ]
    verdicts = (_verdict([s for s in suspects if s.family == f]) for f in _families())
    return [verdict for verdict in verdicts if verdict]


def promised_items(roles: Collection[str]) -> frozenset[str]:
    """The item roles that section roles promise ('risk-factors' promises 'risk_factor')."""
    table = section_roles()
    return frozenset(table[role].item for role in roles) - {""}


def accepted_roles(roles: Collection[str]) -> frozenset[str]:
    """The item roles that may stand under ``roles``; empty when the section is not judged."""
    table = section_roles()
    promised = [table[role].item for role in roles]
    if not promised or "" in promised:
        return frozenset()
    return frozenset().union(*(_accepts()[role] for role in promised))


def _suspect(number: int, item: ItemRoles, accepted: frozenset[str]) -> _Suspect | None:
    doubt = 1 - item.chance(*accepted)
    if doubt < POSSIBLE:
        return None
    wrong = {f: [r for r in roles if r not in accepted] for f, roles in _families().items()}
    family = max(wrong, key=lambda f: item.chance(*wrong[f]))
    ruled = any(cue.rule.sure and cue.rule.role in wrong[family] for cue in item.cues)
    return _Suspect(number, item, family, doubt, ruled)


def _verdict(group: Sequence[_Suspect]) -> GroupVerdict | None:
    sure = [s for s in group if s.doubt >= (RULE_SURE if s.ruled else SURE)]
    likely = [s for s in group if s.doubt >= LIKELY]
    if not group:
        return None
    if not sure and len(likely) < 2:
        best = max(group, key=lambda s: s.doubt)
        return _told([best], "suggestion") if best.doubt >= LIKELY else None
    agreed = len(likely) >= 2 or any(s.ruled for s in sure)
    return _told(group, "error" if agreed else "warning")


def _told(group: Sequence[_Suspect], level: Level) -> GroupVerdict:
    role = _common_role(group)
    unsure = 1.0
    for suspect in group:
        unsure *= 1 - suspect.doubt
    cues = tuple(_cue(s, role) for s in group)
    return GroupVerdict(role, tuple(s.number for s in group), cues, 1 - unsure, level)


def _common_role(group: Sequence[_Suspect]) -> str:
    """The role of the family that the items of the group most likely share."""
    roles = _families()[group[0].family]
    return max(roles, key=lambda role: sum(s.item.chance(role) for s in group))


def _cue(suspect: _Suspect, role: str) -> ItemCue:
    family = _families()[suspect.family]
    speaking = [cue for cue in suspect.item.cues if cue.rule.role in family]
    if speaking:
        best = max(speaking, key=lambda cue: (cue.rule.sure, cue.rule.weight))
        return ItemCue(best.rule.name, best.spans)
    return ItemCue("", telling_words(suspect.item, role))


@cache
def _families() -> dict[str, tuple[str, ...]]:
    return {name: tuple(roles) for name, roles in load("roles")["families"].items()}


@cache
def _accepts() -> dict[str, frozenset[str]]:
    return {role: frozenset(roles) for role, roles in load("roles")["accepts"].items()}


def iter_flagged(verdicts: Sequence[GroupVerdict]) -> Iterator[int]:
    """Numbers of the items reported as errors or warnings."""
    for verdict in verdicts:
        if verdict.level != "suggestion":
            yield from verdict.items
