"""Examination findings among symptoms: what a clinician finds, not what a reader feels."""

from __future__ import annotations

from functools import cache

from ptlint.record import record
from ptlint.sections.cutting import brackets
from ptlint.sections.phrases import PhraseBook
from ptlint.sections.words import read_words
from ptlint.vocabulary import load

_EXPLAINED = 3  # words in brackets or after a colon that make an explanation
_MARKS = frozenset((":", "or"))


@record
class SignJargon:
    """A finding worded for clinicians: its (start, end) offsets and plain words for it."""

    start: int
    end: int
    plain: str


def sign_jargon(item: str) -> SignJargon | None:
    """Return the examination finding that ``item`` is, or None.

    schema.org keeps MedicalSign (found on examination) apart from MedicalSymptom (felt); PEMAT-P
    item 3 asks for everyday words. An item that explains the finding itself is let stand.
    """
    words = read_words(item)
    outside, inside = brackets(words)
    if len(inside) >= _EXPLAINED or _goes_on(outside.words):
        return None
    for hit in _signs().find(outside):
        start, end = hit.runs[0][0], hit.runs[-1][1]
        return SignJargon(outside.spans[start][0], outside.spans[end - 1][1], hit.value)
    return None


def _goes_on(words: tuple[str, ...]) -> bool:
    """Whether an explanation follows a colon, a dash or an "or"."""
    places = [n for n, word in enumerate(words) if word in _MARKS]
    return bool(places) and len(words) - places[-1] > _EXPLAINED


@cache
def _signs() -> PhraseBook[str]:
    return PhraseBook.of(
        (line, table["plain"])
        for table in load("roles-signs")["sign"]
        for line in table["phrases"].splitlines()
        if line.strip()
    )
