"""Statements that a health page owes its readers: its limits, and who pays for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.place import missing
from ptlint.findings.finding import Observation
from ptlint.page.model import Page, Part
from ptlint.page.passages import passages

_NOT = re.compile(r"\b(?:not|never|cannot|neither|without)\b|n[’']t\b|\bno\b", re.I)
#: What a page does not do, and how far before it the word "not" may stand.
_REPLACES = re.compile(
    r"\b(?:substitute|replace|replacement|intended (?:as|to be)|constitute|medical advice"
    r"|professional advice|individual advice|diagnos)",
    re.I,
)
_REACH = 90
_DISCLAIMER = re.compile(
    r"\b(?:educational|informational?|general information|information)(?: and \w+)?"
    r" (?:purposes?|use)(?: only)?\b|\bdisclaimer\b"
    r"|\bfor general information\b|\bfor information only\b",
    re.I,
)
_DISCLOSURE = re.compile(
    r"\b(?:funded|sponsored|supported|paid for|owned|operated|run) by\b|\bfunding\b|\bsponsor"
    r"|\b(?:owns|funds|runs|operates|pays for) (?:this|the) (?:web)?(?:site|page)\b"
    r"|\b(?:conflicts?|declarations?|competing)(?: of)? interests?\b|\bdisclosures?\b|\bdisclose"
    r"|\badvertis(?:ing|ement|ers?)\b|\baffiliate\b|\beditorial (?:policy|standards|process)\b"
    r"|\babout (?:us|the (?:author|practice|clinic|site))\b|\bwho we are\b|\bnon-?profit\b"
    r"|\bcommission\b",
    re.I,
)
_EVERYWHERE = tuple(Part)


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
    if _DISCLAIMER.search(text):
        return True
    return any(
        _NOT.search(text[max(0, match.start() - _REACH) : match.start()].rpartition(". ")[2])
        for match in _REPLACES.finditer(text)
    )


def _discloses(text: str) -> bool:
    return _DISCLOSURE.search(text) is not None


def _says(page: Page, states: Callable[[str], bool]) -> bool:
    """Do the texts of any part of the page, or the words of its links, say so?"""
    if any(states(each.text.text) for each in passages(page, parts=_EVERYWHERE)):
        return True
    return any(states(link.text.text or link.name) for link in page.links)
