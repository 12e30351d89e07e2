"""Which items of a list or section contradict its heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

from ptlint.sections.headings import HeadingRoles
from ptlint.sections.items import ItemRoles, item_roles
from ptlint.sections.suspects import (
    Suspect,
    cue_of,
    find_suspects,
    is_bare_name,
    is_said_in_passing,
    names_foreign,
)
from ptlint.sections.tolerance import (
    accepted_roles,
    families,
    plain_complaints,
    promised_items,
)
from ptlint.sections.verdicts import GroupVerdict, Level
from ptlint.sections.words import read_words

# Doubts: the chance that an item belongs to none of the roles its heading accepts.
RULED = 0.85  # enough for an item with a hand-written rule behind it
AGREED = 0.97  # what items with a word of the family must reach together
LONE = 0.93  # a lone item with a word of the family, for a warning
BRIEF = 28  # words; a longer item names many things in passing
OWN = 0.4  # an item with this chance of a promised role speaks for its heading
SUGGESTED = 0.8  # below this nothing is said

_PLAIN = ("topic", "question")  # forms of headings that are hardly ever read wrongly


def judge_group(
    heading: HeadingRoles, items: Sequence[str], condition: str | None = None
) -> list[GroupVerdict]:
    """Return the groups of list ``items`` that contradict ``heading``.

    Nothing is judged under a heading that is unknown, that promises free content (an overview),
    or that asks for what the other roles hold (questions a doctor asks, other diagnoses).
    """
    if not _may_contradict(heading, items, condition):
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


def _may_contradict(heading: HeadingRoles, items: Sequence[str], condition: str | None) -> bool:
    """Whether any item is anchored in what its heading does not accept: most lists have none.

    Only items with a word or cue of a foreign family are read as a whole for it.
    """
    accepted = accepted_roles(heading)
    if not accepted:
        return False
    foreign = [item for item in items if names_foreign(item, accepted)]
    read = [item_roles(item, condition) for item in foreign]
    return any(suspect.anchored for suspect in find_suspects(heading, read, condition))


def flagged_items(verdicts: Sequence[GroupVerdict]) -> Iterator[int]:
    """Numbers of the items reported as errors or warnings."""
    for verdict in verdicts:
        if verdict.level != "suggestion":
            yield from verdict.items


def _level(group: Sequence[Suspect], promised: frozenset[str]) -> Level | None:
    """How sure a group is: a rule or items that agree make an error."""
    if _bare_names(group, promised):
        return None
    anchored = [s for s in group if s.anchored and not _is_aside(s, promised)]
    ruled = any(s.ruled and s.doubt >= RULED for s in anchored)
    if ruled or (len(anchored) > 1 and _joint(anchored) >= _odds(AGREED)):
        return "error"
    brief = [s for s in anchored if len(s.item.text.split()) <= BRIEF]
    if any(s.doubt >= LONE for s in brief) and not _needs_company(group, promised):
        return "warning"
    return "suggestion" if any(s.doubt >= SUGGESTED for s in anchored) else None


def _speaks_for(item: ItemRoles, promised: frozenset[str]) -> bool:
    return item.chance(*promised) >= OWN


def _bare_names(group: Sequence[Suspect], promised: frozenset[str]) -> bool:
    """One or two names of diseases under "Symptoms" may be meant as what the trouble leads to."""
    return "symptom" in promised and len(group) < 3 and all(map(is_bare_name, group))


def _needs_company(group: Sequence[Suspect], promised: frozenset[str]) -> bool:
    """A lone complaint may well be the cause of another trouble (a cough, poor sleep)."""
    return (
        not promised.isdisjoint(("cause", "risk_factor"))
        and group[0].family == "complaints"
        and all(plain_complaints().isdisjoint(read_words(s.item.text).words) for s in group)
    )


def _is_aside(suspect: Suspect, promised: frozenset[str]) -> bool:
    """A sentence under "Treatment" may say in passing where the trouble comes from."""
    return (
        suspect.family == "background"
        and is_said_in_passing(suspect)
        and promised.isdisjoint(("symptom", "cause"))
    )


def _joint(group: Sequence[Suspect]) -> float:
    return sum(_odds(s.doubt) for s in group)


def _odds(chance: float) -> float:
    """Natural-log odds, kept finite."""
    return log(max(chance, 1e-6) / max(1 - chance, 1e-6))


def _lowered(level: Level, group: Sequence[Suspect]) -> Level:
    """A list of which no item fits its lead-in more likely has a lead-in read wrongly."""
    many = any(s.ruled for s in group) or sum(s.anchored for s in group) > 2
    return "warning" if level == "error" and many else "suggestion"


def _verdict(group: Sequence[Suspect], level: Level) -> GroupVerdict:
    told = group if level != "suggestion" else [max(group, key=lambda s: s.doubt)]
    unsure = 1.0
    for suspect in told:
        unsure *= 1 - suspect.doubt
    role = _common_role(told)
    cues = tuple(map(cue_of, told))
    return GroupVerdict(role, tuple(s.number for s in told), cues, 1 - unsure, level)


def _common_role(group: Sequence[Suspect]) -> str:
    """The role of the family that the items of the group most likely share."""
    roles = families()[group[0].family]
    return max(roles, key=lambda role: sum(s.item.chance(role) for s in group))
