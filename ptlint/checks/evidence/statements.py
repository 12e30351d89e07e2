"""Statements that a health page owes its readers: its limits, and who pays for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.place import missing
from ptlint.findings.finding import Observation
from ptlint.page.model import Page, Part
from ptlint.page.passages import passages

_NOT = r"(?:not|never|n[o’']t|cannot|neither|isn[’']t|without)\b"
_DISCLAIMER = re.compile(
    rf"\b{_NOT}[^.?!]{{0,90}}\b(?:substitute|replace|replacement|intended (?:as|to be)|constitute"
    r"|medical advice|professional advice|individual advice|diagnos)"
    r"|\b(?:educational|informational?|general information|information)(?: and \w+)?"
    r" (?:purposes?|use)(?: only)?\b|\bdisclaimer\b|\bfor (?:general )?information only\b",
    re.I,
)
_DISCLOSURE = re.compile(
    r"\b(?:funded|sponsored|supported|paid for|owned|operated|run) by\b|\bfunding\b|\bsponsor"
    r"|\b(?:conflicts?|declarations?|competing)(?: of)? interests?\b|\bdisclosures?\b|\bdisclose"
    r"|\badvertis(?:ing|ement|ers?)\b|\baffiliate\b|\beditorial (?:policy|standards|process)\b"
    r"|\babout (?:us|the (?:author|practice|clinic|site))\b|\bwho we are\b|\bnon-?profit\b"
    r"|\bcommission\b",
    re.I,
)
_EVERYWHERE = tuple(Part)


def disclaimer_missing(page: Page, options: Options) -> Iterator[Observation]:
    """No statement that the page does not replace professional advice."""
    if not _says(page, _DISCLAIMER):
        yield missing(
            page,
            "The page does not say that it cannot replace advice from a professional. Add a line "
            "such as 'This page is for general information; ask your therapist or doctor about "
            "your own case', or link to the site's disclaimer.",
        )


def disclosure_missing(page: Page, options: Options) -> Iterator[Observation]:
    """Nothing about who owns or pays for the page."""
    if not _says(page, _DISCLOSURE):
        yield missing(
            page,
            "The page does not say who owns it and who pays for it. State it, with any interest "
            "in the treatments named, or link to the page that does ('About us').",
        )


def _says(page: Page, statement: re.Pattern[str]) -> bool:
    """Do the texts of any part of the page, or the words of its links, say so?"""
    texts = (each.text.text for each in passages(page, parts=_EVERYWHERE))
    if any(statement.search(text) for text in texts):
        return True
    return any(statement.search(link.text.text or link.name) for link in page.links)
