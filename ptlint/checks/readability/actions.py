"""Pages that do not say what to do next (PEMAT-P, actionability)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import holding
from ptlint.checks.place import missing
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part
from ptlint.page.model import Page
from ptlint.page.passages import passages
from ptlint.pattern import later

_ACTION = later(
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
#: Each action holds one of these words.
_ACTING = (
    "ask", "see", "call", "contact", "speak", "talk", "visit", "tell", "consult", "message",
    "phone", "book", "schedule", "make", "request", "arrange", "get", "seek", "you",
)  # fmt: skip
_IMPERATIVES = frozenset(
    (
        "try start do use take keep avoid rest apply put hold repeat stretch place lie stand sit "
        "wear eat drink ask stop make walk lift sleep limit stay check learn follow choose replace "
        "consider"
    ).split()
)
_FIRST_WORD = later(r"\w++")
_PARTS = tuple(part for part in Part if part is not Part.REFERENCES)
_ENOUGH = 2


def missing_action(page: Page, options: Options) -> Iterator[Observation]:
    """A page without an instruction, an address to turn to, or a thing to ask."""
    if not page.whole_document:
        return
    if any(_ACTION.search(each.text.text) for each in holding(page, _ACTING, parts=_PARTS)):
        return
    instructions = sum(
        _begins_with_imperative(passage.text.text)
        for passage in passages(page, parts=(Part.ARTICLE,))
        if passage.kind != "heading"
    )
    phone = any((link.href or "").startswith("tel:") for link in page.links)
    if instructions < _ENOUGH and not phone:
        yield missing(
            page,
            "The page does not tell readers what to do next. Add one clear step: whom to ask, "
            "where to book, or what to begin with.",
        )


def _begins_with_imperative(text: str) -> bool:
    first = _FIRST_WORD.match(text)
    return first is not None and first[0].casefold() in _IMPERATIVES
