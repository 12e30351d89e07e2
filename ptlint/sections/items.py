"""What a list item or a sentence says: its role on a condition page, and why."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from math import exp

from ptlint.record import record
from ptlint.sections.condition import name_words
from ptlint.sections.cues import Cue, find_cues
from ptlint.sections.model import ROLES, role_model
from ptlint.sections.words import Words, read_unplaced, read_words
from ptlint.vocabulary import load

_SHORT_ITEM = 5
_TWIN_SHARE = 0.7  # how much of a cue's weight speaks for the twin role


@record
class ItemRoles:
    """The chances of each role for one item.

    ``chances`` sum to 1 and stand in the order of ``model.ROLES``; they are calibrated on
    items of pages the model has not seen (benchmarks/roles.py prints the table).
    ``cues`` are the hand-written cues that fired; ``cue.spans(text)`` gives their offsets.
    """

    text: str
    chances: tuple[float, ...]
    cues: tuple[Cue, ...]

    @property
    def role(self) -> str:
        """The likeliest role."""
        return ROLES[self.chances.index(max(self.chances))]

    @property
    def confidence(self) -> float:
        """The chance of the likeliest role."""
        return max(self.chances)

    def chance(self, *roles: str) -> float:
        """The chance that the item has one of ``roles``."""
        return sum(self.chances[ROLES.index(role)] for role in roles)


@lru_cache(maxsize=256)
def item_roles(text: str, condition: str | None = None) -> ItemRoles:
    """Return the roles ``text`` (a list item or a sentence) may have.

    ``condition`` (name or slug) only matters where it changes a meaning: dislocations are a
    risk factor on many pages and a symptom of an unstable shoulder.
    """
    words = read_unplaced(text)
    cues = tuple(find_cues(words))
    if condition and _is_own_symptom(words, condition):
        cues = tuple(cue for cue in cues if cue.rule.role not in ("risk_factor", "cause"))
        return ItemRoles(text, _lifted(_chances(words, cues), "symptom"), cues)
    return ItemRoles(text, _chances(words, cues), cues)


def _chances(words: Words, cues: Sequence[Cue]) -> tuple[float, ...]:
    scores = role_model().scores(words)
    for role, weight in _evidence(cues).items():
        scores[_NUMBERS[role]] += weight
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    total = sum(powers)
    return tuple([power / total for power in powers])


def _evidence(cues: Sequence[Cue]) -> dict[str, float]:
    """Natural-log odds by role: the strongest cue of a role, shared with its twin."""
    own: dict[str, float] = {}
    for cue in cues:
        own[cue.rule.role] = max(own.get(cue.rule.role, 0.0), cue.rule.weight)
    evidence = dict(own)
    for role, weight in own.items():
        twin = _twins().get(role)
        if twin:
            evidence[twin] = evidence.get(twin, 0.0) + _TWIN_SHARE * weight
    return evidence


def telling_words(item: ItemRoles, role: str, limit: int = 2) -> tuple[tuple[int, int], ...]:
    """Offsets of the words that speak most for ``role``, when no cue does.

    A word's say is how far the role's chance falls when the word is left out.
    """
    words = read_words(item.text)
    number = _NUMBERS[role]
    whole = role_model().scores(words)
    losses = []
    for place, word in enumerate(words.words):
        if len(word) > 2:
            scores = role_model().scores(_without(words, place))
            losses.append((_lead(whole, number) - _lead(scores, number), place))
    best = sorted(losses, reverse=True)[:limit]
    return tuple(words.spans[place] for place in sorted(place for loss, place in best if loss > 0))


def _lead(scores: Sequence[float], number: int) -> float:
    return scores[number] - sum(scores) / len(scores)


def _without(words: Words, place: int) -> Words:
    def cut(values: tuple[str, ...]) -> tuple[str, ...]:
        return values[:place] + values[place + 1 :]

    return Words(cut(words.words), cut(words.classes), words.spans)


def _is_own_symptom(words: Words, condition: str) -> bool:
    if len(words) > _SHORT_ITEM:
        return False
    return any(not own.isdisjoint(words.words) for own in _own_symptoms(condition))


def _lifted(chances: tuple[float, ...], role: str) -> tuple[float, ...]:
    """Give ``role`` at least half of all chances."""
    number = _NUMBERS[role]
    if chances[number] >= 0.5:
        return chances
    rest = 0.5 / (1 - chances[number])
    return tuple(0.5 if n == number else c * rest for n, c in enumerate(chances))


_NUMBERS = {role: number for number, role in enumerate(ROLES)}


@cache
def _twins() -> dict[str, str]:
    return dict(load("roles")["twins"])


@lru_cache(maxsize=256)
def _own_symptoms(condition: str) -> tuple[frozenset[str], ...]:
    """Words that are symptoms on pages of this condition, whatever their cue."""
    names = name_words(condition) | set(condition.lower().replace("-", " ").split())
    return tuple(
        frozenset(table["words"].split())
        for table in load("roles")["own-symptom"]
        if not names.isdisjoint(table["conditions"].split())
    )
