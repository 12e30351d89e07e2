"""Statements that a health page owes its readers: its limits, and who pays for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import folded_text
from ptlint.checks.place import missing
from ptlint.findings.finding import Observation
from ptlint.page.model import Page
from ptlint.pattern import later, places_of

_NOT = later(r"\b(?:not|never|cannot|neither|without)\b|n[’']t\b|\bno\b")
#: How words begin that say what a page does not do, and how far before them "not" may stand.
_REPLACES = (
    "substitute", "replace", "intended as", "intended to be", "constitute", "medical advice",
    "professional advice", "individual advice", "diagnos",
)  # fmt: skip
_REACH = 90
_DISCLAIMER = later(
    r"\b(?:educational|informational?|general information|information)(?: and \w+)?"
    r" (?:purposes?|use)(?: only)?\b|\bdisclaimer\b"
    r"|\bfor general information\b|\bfor information only\b"
)
_DISCLOSURE = later(
    r"\b(?:funded|sponsored|supported|paid for|owned|operated|run) by\b|\bfunding\b|\bsponsor"
    r"|\b(?:owns|funds|runs|operates|pays for) (?:this|the) (?:web)?(?:site|page)\b"
    r"|\b(?:conflicts?|declarations?|competing)(?: of)? interests?\b|\bdisclosures?\b|\bdisclose"
    r"|\badvertis(?:ing|ement|ers?)\b|\baffiliate\b|\beditorial (?:policy|standards|process)\b"
    r"|\babout (?:us|the (?:author|practice|clinic|site))\b|\bwho we are\b|\bnon-?profit\b"
    r"|\bcommission\b"
)
#: What says so holds one of these.
_OF_DISCLAIMERS = ("education", "information", "disclaimer")
_OF_DISCLOSURES = (
    "fund", "sponsor", "supported by", "paid for by", "owned by", "operated by", "run by", "owns",
    "runs", "operates", "pays for", "interest", "disclos", "advertis", "affiliate", "editorial",
    "about us", "about the", "who we are", "profit", "commission",
)  # fmt: skip


def disclaimer_missing(page: Page, options: Options) -> Iterator[Observation]:
    """No statement that the page does not replace professional advice."""
    if not _says(page, _disclaims):
        yield missing(
            page,
            "The page does not say that it cannot replace advice from a professional. Add a line "
            "such as 'This page is for general information; ask your therapist or doctor about "
            "your own case', or link to the site's disclaimer.",
        )


def disclosure_missing(page: Page, options: Options) -> Iterator[Observation]:
    """Nothing about who owns or pays for the page."""
    if not _says(page, _discloses):
        yield missing(
            page,
            "The page does not say who owns it and who pays for it. State it, with any interest "
            "in the treatments named, or link to the page that does ('About us').",
        )


def _disclaims(text: str) -> bool:
    return _holds(text, _OF_DISCLAIMERS, _DISCLAIMER) or any(
        _NOT.search(_before(text, start)) for word in _REPLACES for start in _starts(text, word)
    )


def _starts(text: str, word: str) -> Iterator[int]:
    """Where words begin that begin with a string."""
    return (at for at in places_of(word, text) if not text[max(0, at - 1) : at].isalnum())


def _before(text: str, end: int) -> str:
    """What stands closely before in the same sentence and line."""
    before = text[max(0, end - _REACH) : end]
    return before.rpartition("\n")[2].rpartition(". ")[2]


def _discloses(text: str) -> bool:
    return _holds(text, _OF_DISCLOSURES, _DISCLOSURE)


def _holds(text: str, signs: Iterable[str], form: re.Pattern[str]) -> bool:
    """Is the form found in a line that holds a sign of it?"""
    return any(form.search(text, *line) for sign in signs for line in _lines_with(text, sign))


def _lines_with(text: str, sign: str) -> Iterator[tuple[int, int]]:
    at = text.find(sign)
    while at >= 0:
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        yield text.rfind("\n", 0, at) + 1, end
        at = text.find(sign, end)


def _says(page: Page, states: Callable[[str], bool]) -> bool:
    """Do the texts of any part of the page, or the words of its links, say so?"""
    if states(page.once(folded_text)):
        return True
    links = "\n".join(link.text.text or link.name for link in page.links)
    return states(links.casefold())
