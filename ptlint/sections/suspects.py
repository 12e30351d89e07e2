"""Items that may contradict their heading, with the words that say so."""

from __future__ import annotations

from collections.abc import Sequence

from ptlint.pattern import later
from ptlint.record import record
from ptlint.sections.cues import Cue, find_cues
from ptlint.sections.features import head_of
from ptlint.sections.headings import HeadingRoles
from ptlint.sections.items import ItemRoles, item_roles, telling_words
from ptlint.sections.tolerance import (
    accepted_roles,
    families,
    is_anchored,
    is_fair,
    promised_items,
    shows_family,
    side_labels,
)
from ptlint.sections.verdicts import ItemCue
from ptlint.sections.words import read_unplaced, read_words

POSSIBLE = 0.7  # an item below this doubt is left alone, whatever its neighbours say

_SENTENCE = 5
_BARE_NAME = 3
_FELT = ("@complaint", "@difficulty")
_BRACKETS = later(r"\([^()]{0,300}\)")
_LABEL = later(r"[^:–—]{2,50}(?=:\s|\s[–—-]\s)")


@record
class Suspect:
    """An item of a list that speaks for a foreign family of roles.

    ``doubt`` is the chance that its heading accepts none of its roles; ``ruled`` tells that a
    hand-written rule says so, ``anchored`` that it has a word of the family at all.
    """

    number: int
    item: ItemRoles
    family: str
    doubt: float
    ruled: bool
    anchored: bool


def cue_of(suspect: Suspect) -> ItemCue:
    """The cue that decided, or the words that spoke most for the family."""
    cues = _family_cues(suspect)
    if cues:
        best = max(cues, key=lambda cue: (cue.rule.sure, cue.rule.weight))
        return ItemCue(best.rule.name, best.spans(suspect.item.text))
    role = max(families()[suspect.family], key=suspect.item.chance)
    return ItemCue("", telling_words(suspect.item, role))


def is_said_in_passing(suspect: Suspect) -> bool:
    """Whether an item is a whole sentence whose only cue is often said in passing."""
    text = suspect.item.text.rstrip()
    sentence = text.endswith(".") and len(text.split()) >= _SENTENCE
    return sentence and all(c.rule.aside or not c.rule.sure for c in _family_cues(suspect))


def is_bare_name(suspect: Suspect) -> bool:
    """Whether an item is no more than the name of a disease."""
    words = read_words(_bare(suspect.item.text))
    short = len(words) <= _BARE_NAME and "@disease" in words.classes
    return short and not suspect.ruled


def _family_cues(suspect: Suspect) -> list[Cue]:
    roles = families()[suspect.family]
    return [cue for cue in suspect.item.cues if cue.rule.role in roles]


def names_foreign(text: str, accepted: frozenset[str]) -> bool:
    """Whether a text has a word or a cue of a family that is not accepted: the least sign."""
    words = read_unplaced(text)
    for family, roles in families().items():
        if not accepted.issuperset(roles) and shows_family(words.classes, family):
            return True
    return any(cue.rule.role not in accepted for cue in find_cues(words))


def find_suspects(
    heading: HeadingRoles, items: Sequence[ItemRoles], condition: str | None
) -> list[Suspect]:
    """Return the items that ``heading`` does not seem to accept, in their order."""
    accepted = accepted_roles(heading)
    promised = promised_items(heading)
    found = []
    for number, item in enumerate(items):
        if 1 - item.chance(*accepted) >= POSSIBLE and not _is_ruled_in(item, accepted):
            suspect = _suspect(number, item, accepted, condition)
            fair = is_fair(_bare(item.text), suspect.family, promised)
            if suspect.doubt >= POSSIBLE and not fair and not _is_home(suspect, promised):
                found.append(suspect)
    return found


def _suspect(
    number: int, item: ItemRoles, accepted: frozenset[str], condition: str | None
) -> Suspect:
    family = _family(item, accepted)
    parts = _parts(item.text, condition)
    agreed = all(_family(part, accepted) == family for part in parts)
    doubt = min(1 - part.chance(*accepted) for part in (item, *parts)) if agreed else 0.0
    roles = families()[family]
    speaking = [c for c in item.cues if c.rule.role in roles and c.rule.role not in accepted]
    anchored = bool(speaking) or is_anchored(item.text, family)
    return Suspect(number, item, family, doubt, any(cue.rule.sure for cue in speaking), anchored)


def _family(item: ItemRoles, accepted: frozenset[str]) -> str:
    """The family whose foreign roles the item most likely has."""
    wrong = {f: [r for r in roles if r not in accepted] for f, roles in families().items()}
    return max(wrong, key=lambda f: item.chance(*wrong[f]))


def _is_ruled_in(item: ItemRoles, accepted: frozenset[str]) -> bool:
    """Whether a hand-written rule says that the item is where it belongs."""
    return any(cue.rule.sure and cue.rule.role in accepted for cue in item.cues)


def _is_home(suspect: Suspect, promised: frozenset[str]) -> bool:
    """Whether the item's first words speak for its heading, or for nothing of the kind.

    "Tenderness when the heel is squeezed" is a symptom, whatever the test; "Side effects: …"
    is said of a treatment.
    """
    label = _LABEL.match(suspect.item.text)
    if label and read_words(label[0]).words in side_labels():
        return True
    words = read_words(suspect.item.text)
    felt = bool(words.words) and words.classes[head_of(words.words)] in _FELT
    return felt and not suspect.ruled and "symptom" in promised


def _parts(text: str, condition: str | None) -> list[ItemRoles]:
    """The item without its brackets, and its label: they must doubt the heading as well.

    A label that only says of whom the item speaks ("Older children: …") gives way to the rest.
    """
    parts = []
    bare = _bare(text)
    if bare != text:
        parts.append(bare)
    label = _LABEL.match(text)
    if label and any(read_words(label[0]).classes):
        parts.append(text[label.end() + 1 :] if _is_group(label[0]) else label[0])
    return [item_roles(part, condition) for part in parts if len(read_words(part)) > 0]


def _bare(text: str) -> str:
    """The text without its brackets, unless nothing else is there."""
    bare = _BRACKETS.sub(" ", text)
    return bare if len(bare) > 3 else text


def _is_group(label: str) -> bool:
    """Whether a label only says of whom the item speaks ("Older children: …")."""
    return "@person" in read_words(label).classes
