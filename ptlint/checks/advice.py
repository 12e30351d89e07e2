"""Advice a page gives: when to get help, and what to be careful with."""

from __future__ import annotations

from ptlint.checks.kinds.holding import holding, holds_any
from ptlint.checks.structure.promises import promised_roles
from ptlint.page.kinds import Part
from ptlint.page.model import Page
from ptlint.pattern import later, small_letters

_WHO = (
    r"(?:911|999|112|111|doctor|gp|physician|(?:health ?care )?provider|emergency|a&e|hospital"
    r"|clinician|midwife|ambulance|urgent care|surgeon|therapist|specialist|health professional"
    r"|podiatrist|chiropractor|osteopath|dentist|pharmacist|dermatologist|paramedic)"
)
_ASK = (
    r"(?:call|see|contact|phone|ring|visit|speak to|speak with|talk to|tell|go to|ask|consult|dial)"
)
_WHEN = r"(?:if|when|straight away|immediately|right away|at once|as soon as|urgently|unless|for)"
_HELP = later(
    r"\b(?:seek|get|need|require)s? (?:\w+ ){0,2}(?:medical|emergency|urgent|immediate)\b"
    r"|\b(?:medical|surgical) emergency\b|\bemergency (?:room|department|care|treatment)\b"
    r"|\bred flags?\b"
)
#: Whom to ask and when, with some of the words that such advice holds: never compiled where the
#: simple one finds advice, nor for texts without them.
_ASK_SOMEBODY = later(
    rf"\b{_ASK}\b[^.?!]{{0,60}}\b{_WHO}\b[^.?!]{{0,80}}\b{_WHEN}\b"
    rf"|\bif\b[^.?!]{{0,160}}\b{_ASK}\b[^.?!]{{0,40}}\b{_WHO}\b"
)
_ASKING = (
    "call", "see", "contact", "phone", "ring", "visit", "speak ", "talk to", "tell", "go to",
    "ask", "consult", "dial",
)  # fmt: skip
_ASKED = (
    "911", "999", "112", "111", "doctor", "gp", "physician", "provider", "emergency", "a&e",
    "hospital", "clinician", "midwife", "ambulance", "urgent care", "surgeon", "therapist",
    "specialist", "professional", "podiatrist", "chiropractor", "osteopath", "dentist",
    "pharmacist", "dermatologist", "paramedic",
)  # fmt: skip
#: Advice holds one of these words.
_WORDS = (
    "911", "999", "112", "111", "doctor", "gp", "physician", "provider", "emergency", "a&e", "e",
    "hospital", "clinician", "midwife", "ambulance", "care", "surgeon", "therapist", "specialist",
    "professional", "medical", "urgent", "immediate", "flag", "flags", "podiatrist",
    "chiropractor", "osteopath", "dentist", "pharmacist", "dermatologist", "paramedic",
)  # fmt: skip
_HELP_PARTS = (Part.ARTICLE, Part.ASIDE, Part.HIDDEN)


def says_when_to_get_help(page: Page) -> bool:
    """Does the page tell readers when to get medical help, under a heading or in its text?"""
    if "when-to-get-help" in page.once(promised_roles):
        return True
    texts = [small_letters(each.text.text) for each in holding(page, _WORDS, parts=_HELP_PARTS)]
    return any(map(_HELP.search, texts)) or any(map(_asks_somebody, texts))


def _asks_somebody(text: str) -> bool:
    words = holds_any(text, _ASKING) and holds_any(text, _ASKED)
    return words and _ASK_SOMEBODY.search(text) is not None
