"""Treatments that are named without their risks, or without the caution a condition asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Observation
from ptlint.page.model import Page, Part
from ptlint.page.passages import Passage, passages
from ptlint.vocabulary import load

#: Words that show that a risk, a limit or a choice is spoken of.
_CAUTION = re.compile(
    r"\b(?:risks?|risky|side effects?|complications? (?:can|may|of|include)|avoid\w*|gent(?:le|ly)"
    r"|careful\w*|caution\w*|not suitable|unsuitable|should not|shouldn['’]t|do not|don['’]t|must not"
    r"|contraindicat\w*|once (?:\w+ ){0,4}healed|ask your|talk to your|check with|bruis\w*|sore(?:ness)?"
    r"|infection|bleeding|blood thinners?|pregnan\w*|under (?:the )?(?:supervision|guidance)"
    r"|only (?:if|when|after)|not recommended|unless|safe(?:ly|ty)?|benefits?|alternatives?"
    r"|may not|no better|evidence)\b",
    re.I,
)
_PROCEDURES = (
    "kyphoplasty", "vertebroplasty", "sacroplasty", "spinal fusion", "discectomy", "microdiscectomy",
    "laminectomy", "joint replacement", "knee replacement", "hip replacement", "arthroscopy",
    "arthroscopic surgery", "steroid injection", "steroid injections", "corticosteroid injection",
    "corticosteroid injections", "cortisone injection", "cortisone injections", "epidural injection",
    "epidural injections", "nerve block", "nerve blocks", "radiofrequency ablation", "prp injection",
    "botox injection", "botox injections", "dry needling", "acupuncture", "prolotherapy",
    "tendon repair", "acl reconstruction", "rotator cuff repair", "fixation", "osteotomy",
)  # fmt: skip


def risks_missing(page: Page, options: Options) -> Iterator[Observation]:
    """Invasive treatments on a page that speaks of no risk, benefit or alternative at all."""
    texts = list(passages(page, ("paragraph", "item", "cell"), (Part.ARTICLE, Part.ASIDE)))
    named = list(_named(texts, (*_PROCEDURES, *options.words("also"))))
    if not named or any(_CAUTION.search(each.text.text) for each in texts):
        return
    passage, start, end = named[0]
    words = [each.text.text[first:last].lower() for each, first, last in named]
    listed = ", ".join(f"'{word}'" for word in dict.fromkeys(words))
    yield Observation(
        passage.text.span(start, end),
        f"The page names {listed} but no benefit, risk or alternative. Say what it may do, what "
        "can go wrong, and what else is possible.",
    )


def caution_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A treatment named for a condition that asks for a caution, in a section without one."""
    topic = f" {(page.condition or '').casefold()} {page.title.text.casefold() if page.title else ''} "
    body = [each for each in passages(page, ("paragraph", "item", "cell"), (Part.ARTICLE, Part.ASIDE))]
    for row in load("cautions")["row"]:
        if row["about"] and not any(word in topic for word in row["about"]):
            continue
        yield from _row(page, row, body)


def _row(page: Page, row: Mapping[str, Any], body: list[Passage]) -> Iterator[Observation]:
    for passage, start, end in _named(body, tuple(row["treatment"])):
        if _CAUTION.search(_around(page, passage)):
            return
        words = passage.text.text[start:end]
        yield Observation(
            passage.text.span(start, end),
            f"'{words}' is named without a caution ({row['name']}). {row['caution']}.",
        )
        return


def _around(page: Page, passage: Passage) -> str:
    """The text of the section that a passage stands in."""
    for section in page.sections:
        if section.span.start <= passage.span.start <= section.span.end:
            inside = [
                each.text.text
                for each in passages(page)
                if section.span.start <= each.span.start <= section.span.end
            ]
            return " ".join(inside)
    return passage.text.text


def _named(
    texts: list[Passage], names: tuple[str, ...]
) -> Iterator[tuple[Passage, int, int]]:
    for passage in texts:
        lowered = passage.text.text.casefold()
        if len(lowered) != len(passage.text.text):
            continue
        for name in names:
            at = lowered.find(name)
            if at >= 0 and _is_word(lowered, at, at + len(name)):
                yield passage, at, at + len(name)


def _is_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum())
