"""Who wrote and reviewed the page, as its text, head, JSON-LD or front matter says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from ptlint.page.mapped import MappedText
from ptlint.page.model import Byline, Metadata
from ptlint.pattern import folded_letters, later, places_of, small_letters

_CREDENTIAL = (
    r"(?:PT|DPT|SPT|PTA|MPT|MSPT|OCS|SCS|GCS|NCS|WCS|PCS|FAAOMPT|MD|DO|PhD|Ph\.D\.|M\.D\.|D\.O\."
    r"|RN|NP|PA-C|PA|OT|OTR/L|ATC|CSCS|MS|MSc|BSc|MPH|DC|DPM|MBBS|MBChB|FRCS|FRCP|MRCP|RD|PharmD"
    r"|DDS|MCSP|HCPC|EdD|DrPH|CHT|Cert\.? ?MDT|COMT)"
)
#: Words that stand behind a name without belonging to it.
_NO_NAME = (
    r"(?!(?:Published|Updated|Posted|Reviewed|Written|Edited|Last|Medically|Clinically|On|Date"
    r"|Created|Modified|Share|Read|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|January|February"
    r"|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday)\b)"
)
#: A stop belongs to a name only behind an initial or a short form.
_PART = rf"{_NO_NAME}(?:[A-Z]\.|(?:Jr|Sr|St|Dr|Mr|Mrs|Ms)\.|[A-Z][\w’'-]{{0,30}})"
_SMALL = (
    r"(?:(?:de|van|von|der|den|del|della|da|di|dos|la|le|bin|al|el|ter|y|of|for|and|the|&) ){0,2}"
)
_NAME = rf"(?:Dr\.? |Prof\.? |Professor )?{_PART}(?: {_SMALL}{_PART}){{0,5}}"
_CREDENTIALS = rf"(?:,? {_CREDENTIAL}\b\.?(?:(?:, ?| ){_CREDENTIAL}\b\.?){{0,8}})"
_LABELS = {
    "reviewer": later(
        r"(?:(?:medically|clinically|expert|fact)[- ])?"
        r"(?:reviewed|checked|approved|verified)(?: and approved)? by|(?:medical|clinical|expert|"
        r"editorial) review(?:er|ed)?(?: by)?[: ]|reviewer:",
        re.I,
    ),
    "author": later(
        r"(?:(?:originally |article |page )?written|authored|posted|published|created|prepared)"
        r" by|author(?:ed by|s)?:|contributors?:|^by(?=[ :]++[A-Z])",
        re.I,
    ),
}
#: What its label holds beside "by" at the beginning of a text.
_SIGNS = {
    "reviewer": ("review", "checked", "approved", "verified"),
    "author": (
        "author", "written by", "posted by", "published by", "created by", "prepared by",
        "contributor",
    ),
}  # fmt: skip
_WHO = later(rf"[\s:–—-]{{0,4}}(?P<name>{_NAME})(?P<credentials>{_CREDENTIALS})?")
_SIGNED = later(rf"(?P<name>{_NAME})(?P<credentials>{_CREDENTIALS})\.?")
_LAST_CREDENTIAL = later(rf"(?:{_CREDENTIAL}|MDT)\.?\Z")
#: The last word of a label with the first letter of a name behind it.
_LABELLED_NAME = later(r"(?i:by|(?:review(?:er|ed)?|authors?|contributors?)[: ])[\s:–—-]{0,4}[A-Z]")
#: What its labels begin with, in small letters; "reviewer" says more than "review".
_LABELLING = ("by", "author", "contributor", "reviewer", "review")
_SIGNATURE = 120
_OF_READERS = frozenset({"Review", "Comment", "Rating", "AggregateRating", "Question", "Answer"})
_KEYS = {
    "author": "author", "authors": "author", "byline": "author", "writer": "author",
    "reviewer": "reviewer", "reviewedby": "reviewer", "reviewed_by": "reviewer",
    "reviewed-by": "reviewer", "medical_reviewer": "reviewer", "medicalreviewer": "reviewer",
}  # fmt: skip


def bylines_of(texts: Sequence[MappedText], metadata: Metadata) -> tuple[Byline, ...]:
    """Every byline of the page: visible first, then what its data say.

    Args:
        texts: those in which the page speaks of itself.
    """
    labelled = _labelled([text.text for text in texts])
    visible = [
        found
        for number, text in enumerate(texts)
        if number in labelled or _may_be_signed(text.text)
        for found in _in_text(text)
    ]
    return (*visible, *_from_front_matter(metadata), *_from_meta(metadata), *_from_json(metadata))


def _labelled(texts: Sequence[str]) -> set[int]:
    """Which of the texts may hold a label with a name behind it; most pages have none or two."""
    joined = "\0".join(texts)
    folded = small_letters(joined)
    found = [
        at
        for label in _LABELLING
        for at in places_of(label, folded)
        if _LABELLED_NAME.match(joined, at)
    ]
    ends = list(accumulate(len(text) + 1 for text in texts)) if found else []
    return {bisect_right(ends, at) for at in found}


def _in_text(text: MappedText) -> Iterator[Byline]:
    words = text.text
    labelled = False
    for role in _roles_labelled(words) if _may_be_labelled(words) else ():
        for match in _LABELS[role].finditer(words):
            who = _WHO.match(words, match.end())
            if who is None:
                continue
            labelled = True
            span = text.span(match.start(), who.end())
            yield Byline(role, who["name"], span, (who["credentials"] or "").strip(" ,"))
    signed = None if labelled or not _may_be_signed(words) else _SIGNED.fullmatch(words.strip())
    if signed:
        yield Byline("author", signed["name"], text.span(), signed["credentials"].strip(" ,"))


def _roles_labelled(words: str) -> list[str]:
    folded = folded_letters(words)
    roles = [role for role, signs in _SIGNS.items() if any(sign in folded for sign in signs)]
    return [*roles, "author"] if folded.startswith("by") and "author" not in roles else roles


def _may_be_labelled(words: str) -> bool:
    """A cheap look before the patterns: most paragraphs of a page hold no byline."""
    folded = small_letters(words)
    labels = [label for label in _LABELLING if label in folded]
    if not labels or (labels == ["review"] and len(words) >= _SIGNATURE):
        return False
    places = (at for label in labels for at in places_of(label, folded))
    return any(_LABELLED_NAME.match(words, at) for at in places)


def _may_be_signed(words: str) -> bool:
    """Whether a line may end in a degree: "PT", "M.D.", "MSc"."""
    if len(words) >= _SIGNATURE or (words[-1:].islower() and words[-1] != "c"):
        return False
    line = words.strip()
    last = line.rstrip(".")[-1:]
    if not (last.isupper() or last == "c") or not line[0].isupper():
        return False
    return _LAST_CREDENTIAL.match(line, max(line.rfind(" "), line.rfind(",")) + 1) is not None


def _from_front_matter(metadata: Metadata) -> Iterator[Byline]:
    for key, value in metadata.front_matter.items():
        role = _KEYS.get(key.lower())
        if role and value:
            span = metadata.front_matter_spans.get(key)
            for name in _names(value):
                yield Byline(role, name, span, origin="front-matter")


def _from_meta(metadata: Metadata) -> Iterator[Byline]:
    for key in ("author", "article:author", "citation_author"):
        if metadata.meta.get(key):
            yield Byline("author", metadata.meta[key], None, origin="meta")


def _from_json(metadata: Metadata) -> Iterator[Byline]:
    for script in metadata.json_ld:
        for node in script.nodes:
            if not _OF_READERS.isdisjoint(types_of(node)):
                continue  # what a patient wrote of the clinic
            for key, role in (("author", "author"), ("reviewedBy", "reviewer")):
                for name in _names(node.get(key)):
                    yield Byline(role, name, script.span, origin="json-ld")


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value.strip():
        yield value.strip()
    elif isinstance(value, Mapping):
        yield from _names(value.get("name"))
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _names(each)


def types_of(node: Mapping[str, Any]) -> frozenset[str]:
    """The schema.org types of a JSON-LD object, without their address."""
    value = node.get("@type", ())
    names = (value,) if isinstance(value, str) else value if isinstance(value, list) else ()
    return frozenset(str(name).rsplit("/", 1)[-1] for name in names)
