"""The section vocabulary: which words and phrases name which role of a condition page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ptlint.record import record
from ptlint.sections.condition import PLACEHOLDER
from ptlint.sections.phrases import PhraseBook
from ptlint.vocabulary import load

_LONGEST_TERM = 4


@record
class SectionRole:
    """One role of rules/vocabulary/sections.toml.

    ``item`` is the role its list items should have, or '' when its items are not judged;
    ``need`` is required, recommended or optional; ``order`` its usual place on a page;
    ``schema`` the property of schema.org/MedicalCondition that holds the same content.
    """

    name: str
    label: str
    item: str
    need: str
    order: int
    schema: str


@record
class SectionVocabulary:
    """All roles, and the terms and phrases by which headings and lead-ins name them.

    ``last_words`` holds the last word of each term.
    """

    roles: Mapping[str, SectionRole]
    terms: Mapping[tuple[str, ...], str]
    last_words: frozenset[str]
    headings: PhraseBook[str]
    lead_ins: PhraseBook[str]
    neutral_headings: frozenset[tuple[str, ...]]
    neutral_lead_ins: PhraseBook[str]
    topics: Mapping[str, frozenset[str]]
    modifiers: frozenset[str]
    blockers: frozenset[str]
    verbs_too: frozenset[str]


def section_roles() -> Mapping[str, SectionRole]:
    """Return the roles a section of a condition page can have, by name, in page order."""
    return section_vocabulary().roles


@cache
def section_vocabulary() -> SectionVocabulary:
    """Read the vocabulary once; it is a constant."""
    data = load("sections")
    tables = data["role"]
    void = {"name": "", **data["void"]}
    condition = "|".join([PLACEHOLDER, *data["stand-ins"]["words"].split()])
    terms = {tuple(term.split()): t["name"] for t in tables for term in _lines(t["terms"])}
    return SectionVocabulary(
        roles={t["name"]: _role(t) for t in tables},
        terms=terms,
        last_words=frozenset(term[-1] for term in terms),
        headings=_book([void, *tables], "headings", "^ ", condition),
        lead_ins=_book([void, *tables], "lead-ins", "", condition),
        neutral_headings=frozenset(tuple(h.split()) for h in _lines(data["neutral"]["headings"])),
        neutral_lead_ins=PhraseBook.of((p, "") for p in _lines(data["neutral"]["lead-ins"])),
        topics={topic: frozenset(w.split()) for topic, w in data["topics"].items()},
        modifiers=frozenset(data["modifiers"]["words"].split()),
        blockers=frozenset(data["modifiers"]["blockers"].split()),
        verbs_too=frozenset(data["modifiers"]["verbs-too"].split()),
    )


def longest_term(words: tuple[str, ...]) -> tuple[str, int]:
    """Return the role named by the last words and how many words name it, or ('', 0)."""
    terms = section_vocabulary().terms
    for size in range(min(_LONGEST_TERM, len(words)), 0, -1):
        role = terms.get(words[-size:])
        if role:
            return role, size
    return "", 0


def _role(table: Mapping[str, str]) -> SectionRole:
    return SectionRole(
        table["name"],
        table["label"],
        table.get("item", ""),
        table["need"],
        int(table["order"]),
        table["schema"],
    )


def _book(
    tables: list[Mapping[str, str]], key: str, anchor: str, condition: str
) -> PhraseBook[str]:
    return PhraseBook.of(
        (anchor + _filled(phrase, condition), table["name"])
        for table in tables
        for phrase in _lines(table[key])
    )


def _filled(phrase: str, condition: str) -> str:
    """Write out ``{c}`` (the condition or a stand-in) and ``{name}`` (its name only)."""
    return phrase.replace("{c}", condition).replace("{name}", PLACEHOLDER)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
