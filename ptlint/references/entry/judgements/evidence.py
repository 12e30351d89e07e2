"""Entries whose kind of source is weak, unreviewed or replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ptlint.pattern import later
from ptlint.vocabulary import load

from ..model import Entry, Field
from .addresses import addresses_in, is_weak_host
from .model import Judgement

_WEAK: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        later(r"\bcase (?:report|study)\b|\ba report of (?:a|one) case\b", re.I),
        "a case report, which tells of one patient",
    ),
    (later(r"\b(?:press|news) release\b", re.I), "a press release"),
    (later(r"\b(?:sponsored (?:content|post)|advertorial)\b", re.I), "an advertisement"),
)


def weak(entry: Entry) -> Iterator[Judgement]:
    """A case report or a press release stands for evidence."""
    if not entry.title:
        return
    for pattern, what in _WEAK:
        match = pattern.search(entry.title.value)
        if match and "case study method" not in entry.title.value.lower():
            yield Judgement(
                "reference-weak-evidence", entry.title.start, entry.title.end,
                f"This source is {what}. Add a review, guideline or trial that supports the "
                "statement, if there is one.",
            )  # fmt: skip
            return


def low_quality_host(entry: Entry) -> Iterator[Judgement]:
    """A page that anyone can write, a shop, or a chatbot is cited as a source."""
    for start, end in addresses_in(entry.text):
        host = is_weak_host(entry.text[start:end])
        if host:
            yield Judgement(
                "ref-low-quality-host", start, end,
                f"{host} is no reliable source for health advice. Cite the study, guideline or "
                "health service that it draws on.",
            )  # fmt: skip
            return
    name = _machine_author(entry)
    if name:
        yield Judgement(
            "ref-low-quality-host", name.start, name.end,
            f"“{name.value}” is a chatbot, not a source. Cite the study, guideline or health "
            "service behind its answer.",
        )  # fmt: skip


def _machine_author(entry: Entry) -> Field | None:
    data: dict[str, Any] = load("reference_hosts")
    author = entry.authors.authors[0] if entry.authors else None
    fields = [entry.title, entry.container, entry.publisher]
    if author:
        fields.append(Field(author.family, author.start, author.end))
    names = data["machine_authors"]
    return next((f for f in fields if f and f.value.lower().strip(". ") in names), None)


def preprint(entry: Entry) -> Iterator[Judgement]:
    """A manuscript that nobody has reviewed yet."""
    if entry.kind == "preprint":
        field = entry.container or entry.doi or entry.title
        if field:
            yield Judgement(
                "ref-preprint", field.start, field.end,
                "This is a preprint: no other expert has reviewed it yet. Cite the published "
                "article if there is one, or say that it is a preprint.",
            )  # fmt: skip


def superseded(entry: Entry) -> Iterator[Judgement]:
    """A guideline of which the shipped table knows a newer edition."""
    field = entry.title or entry.doi
    for guideline in load("superseded_guidelines")["guideline"]:
        if field and _is_meant(entry, guideline):
            doi = guideline["newer_doi"]
            where = f" (https://doi.org/{doi})" if doi else ""
            note = f" {guideline['note']}" if guideline.get("note") else ""
            yield Judgement(
                "reference-superseded", field.start, field.end,
                f"A newer edition of this guideline exists: {guideline['newer']}{where}.{note}",
            )  # fmt: skip
            return


def _is_meant(entry: Entry, guideline: dict[str, Any]) -> bool:
    doi = entry.doi.value.lower() if entry.doi else ""
    if doi in guideline["dois"]:
        return True
    if doi == guideline["newer_doi"].lower() and doi:
        return False
    year = entry.year.value if entry.year else ""
    if not year.isdigit() or int(year) > guideline["until"]:
        return False
    text = entry.text.lower()
    container = entry.container.value.lower() if entry.container else ""
    fits = not guideline["container"] or any(part in container for part in guideline["container"])
    return fits and all(word in text for word in guideline["words"])
