"""Items that may contradict their heading, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ptlint.sections.headings import HeadingRoles
from ptlint.sections.items import ItemRoles, item_roles, telling_words
from ptlint.sections.tolerance import accepted_roles, anchors, families, is_fair, promised_items
from ptlint.sections.words import read_words

POSSIBLE = 0.7  # an item below this doubt is left alone, whatever its neighbours say

_SENTENCE = 5
_BRACKETS = re.compile(r"\([^()]{0,300}\)")
_LABEL = re.compile(r"[^:–—]{2,50}(?=:\s|\s[–—-]\s)")


@dataclass(frozen=True, slots=True)
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

    @property
    def aside(self) -> bool:
        """Whether the item is a whole sentence whose only cue is often said in passing."""
        sentence = self.item.text.rstrip().endswith(".") and len(self.item.text.split()) >= _SENTENCE
        roles = families()[self.family]
        rules = [cue.rule for cue in self.item.cues if cue.rule.role in roles]
        return sentence and all(rule.aside or not rule.sure for rule in rules)

    @property
    def cue(self) -> str:
        """The name of the cue that decided, or '' when only the words spoke."""
        best = self._best()
        return best[0] if best else ""

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Offsets into the item's text of the words that decided."""
        best = self._best()
        if best:
            return best[1]
        roles = families()[self.family]
        return telling_words(self.item, max(roles, key=self.item.chance))

    def quoted(self) -> str:
        """The words that decided, as a message shows them: ``'history of' + 'trauma'``."""
        return " + ".join(f"'{self.item.text[start:end]}'" for start, end in self.spans)

    def _best(self) -> tuple[str, tuple[tuple[int, int], ...]] | None:
        roles = families()[self.family]
        speaking = [cue for cue in self.item.cues if cue.rule.role in roles]
        if not speaking:
            return None
        best = max(speaking, key=lambda cue: (cue.rule.sure, cue.rule.weight))
        return best.rule.name, best.spans


def find_suspects(
    heading: HeadingRoles, items: Sequence[ItemRoles], condition: str | None
) -> list[Suspect]:
    """Return the items that ``heading`` does not seem to accept, in their order."""
    accepted = accepted_roles(heading)
    promised = promised_items(heading)
    found = []
    for number, item in enumerate(items):
        if 1 - item.chance(*accepted) >= POSSIBLE:
            suspect = _suspect(number, item, accepted, condition)
            fair = is_fair(_bare(item.text), suspect.family, promised)
            if suspect.doubt >= POSSIBLE and not fair:
                found.append(suspect)
    return found


def _suspect(
    number: int, item: ItemRoles, accepted: frozenset[str], condition: str | None
) -> Suspect:
    wrong = {f: [r for r in roles if r not in accepted] for f, roles in families().items()}
    family = max(wrong, key=lambda f: item.chance(*wrong[f]))
    doubt = min(1 - part.chance(*accepted) for part in (item, *_parts(item.text, condition)))
    speaking = [cue for cue in item.cues if cue.rule.role in wrong[family]]
    anchored = bool(speaking) or not anchors()[family].isdisjoint(read_words(item.text).classes)
    return Suspect(
        number, item, family, doubt, any(cue.rule.sure for cue in speaking), anchored
    )


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
