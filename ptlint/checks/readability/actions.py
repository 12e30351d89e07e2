"""Pages that do not say what to do next (PEMAT-P, actionability)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.place import missing
from ptlint.findings.finding import Observation
from ptlint.page.model import Page, Part
from ptlint.page.passages import passages

_ACTION = re.compile(
    r"\b(?:ask|see|call|contact|speak (?:to|with)|talk (?:to|with)|visit|tell|consult|message"
    r"|phone) "
    r"(?:your|a|an|our|the|us|with|to|my|any|one of)\b"
    r"|\b(?:book|schedule|make|request|arrange)(?: an?| your)? (?:\w+ )?(?:appointment|visit"
    r"|consultation"
    r"|evaluation|session|call|assessment)"
    r"|\bcontact us\b|\bcall (?:us|today|now|\(?\d)|\bget in touch\b|\b(?:book|schedule) (?:now"
    r"|online|today)\b"
    r"|\b(?:seek|get) (?:\w+ )?(?:medical|emergency|urgent|immediate|professional) "
    r"|\byou (?:should|can|must|need to) (?:\w+ )?(?:see|call|ask|try|do|start|use|take|rest"
    r"|avoid|keep)\b",
    re.I,
)
_IMPERATIVE = re.compile(
    r"^(?:try|start|do|use|take|keep|avoid|rest|apply|put|hold|repeat|stretch|place|lie|stand|sit"
    r"|wear|eat"
    r"|drink|ask|stop|make|walk|lift|sleep|limit|stay|check|learn|follow|choose|replace"
    r"|consider)\b",
    re.I,
)
_ENOUGH = 2


def missing_action(page: Page, options: Options) -> Iterator[Observation]:
    """A page without an instruction, an address to turn to, or a thing to ask."""
    if not page.whole_document:
        return
    instructions = 0
    for passage in passages(page, parts=tuple(Part)):
        if passage.part is Part.REFERENCES:
            continue
        if _ACTION.search(passage.text.text):
            return
        if passage.part is Part.ARTICLE and passage.kind != "heading":
            instructions += _IMPERATIVE.match(passage.text.text) is not None
    phone = any((link.href or "").startswith("tel:") for link in page.links)
    if instructions < _ENOUGH and not phone:
        yield missing(
            page,
            "The page does not tell readers what to do next. Add one clear step: whom to ask, "
            "where to book, or what to begin with.",
        )
