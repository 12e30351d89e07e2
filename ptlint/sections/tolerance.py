"""What a fair editor lets stand under a heading of another role (rules/vocabulary/roles.toml)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ptlint.record import record
from ptlint.sections.headings import HeadingRoles
from ptlint.sections.vocabulary import section_roles
from ptlint.sections.words import read_words
from ptlint.vocabulary import load

_FREE_TOPICS = frozenset(("questions", "differential"))
_SHORT = 4  # words


@record
class Fair:
    """Items of ``family`` with one of ``words`` are fair under these item roles."""

    under: frozenset[str]
    family: str
    words: frozenset[str]
    longest: int


def promised_items(heading: HeadingRoles) -> frozenset[str]:
    """The item roles a heading promises ('risk-factors' promises 'risk_factor')."""
    table = section_roles()
    return frozenset(table[role].item for role in heading.roles) - {""}


def accepted_roles(heading: HeadingRoles) -> frozenset[str]:
    """The item roles that may stand under ``heading``; empty when it is not to be judged."""
    table = section_roles()
    promised = [table[role].item for role in heading.roles]
    if not promised or "" in promised or not _FREE_TOPICS.isdisjoint(heading.topics):
        return frozenset()
    return frozenset[str]().union(*(_accepts()[role] for role in promised))


def is_fair(text: str, family: str, promised: frozenset[str]) -> bool:
    """Whether an item that sounds foreign may stand all the same."""
    words = read_words(text)
    size = sum(map(str.isalpha, words.words))
    return any(
        fair.family == family
        and size <= fair.longest
        and not fair.under.isdisjoint(promised)
        and not fair.words.isdisjoint(words.words)
        for fair in _fair()
    )


@cache
def families() -> Mapping[str, tuple[str, ...]]:
    """Item roles that are hard to tell apart and are reported together, by family."""
    return {name: tuple(roles) for name, roles in load("roles")["families"].items()}


def is_anchored(text: str, family: str) -> bool:
    """Whether an item has a word that shows that it is about ``family`` at all."""
    return shows_family(read_words(text).classes, family)


def shows_family(kinds: tuple[str, ...], family: str) -> bool:
    """Whether word classes, in their order, show that a text is about ``family`` at all."""
    everywhere, opening = _anchors("anchors"), _anchors("opening-anchors")
    return not everywhere[family].isdisjoint(kinds) or (
        family in opening and not opening[family].isdisjoint(kinds[:1])
    )


@cache
def _anchors(table: str) -> Mapping[str, frozenset[str]]:
    return {name: frozenset(kinds.split()) for name, kinds in load("roles")[table].items()}


@cache
def plain_complaints() -> frozenset[str]:
    """Words of complaints that are hardly ever a cause of anything."""
    return frozenset(load("roles")["plain-complaints"]["words"].split())


@cache
def side_labels() -> frozenset[tuple[str, ...]]:
    """Labels whose items say something beside the point of their list ("Side effects: …")."""
    labels = load("roles")["beside"]["labels"].replace("\n", "").split(",")
    return frozenset(tuple(label.split()) for label in labels)


@cache
def _accepts() -> Mapping[str, frozenset[str]]:
    return {role: frozenset(roles) for role, roles in load("roles")["accepts"].items()}


@cache
def _fair() -> tuple[Fair, ...]:
    return tuple(
        Fair(
            frozenset(t["under"].split()),
            t["family"],
            frozenset(t["words"].split()),
            t.get("longest", _SHORT),
        )
        for t in load("roles")["fair"]
    )
