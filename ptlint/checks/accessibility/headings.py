"""Headings: levels in order, and real ones (WCAG 1.3.1, 2.4.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import UNKNOWN, quoted
from ptlint.findings.finding import Note, Observation
from ptlint.page.kinds import Part
from ptlint.page.model import Heading, Item, List, Page, Paragraph
from ptlint.source.source import Format
from ptlint.vocabulary import load

_OWN_PARTS = frozenset({Part.ARTICLE, Part.RELATED, Part.REFERENCES, Part.AUTHORSHIP})


def level_skipped(page: Page, options: Options) -> Iterator[Observation]:
    """A heading more than one level below the one before it."""
    last: Heading | None = None
    for heading in page.headings:
        if not heading.marked_up or heading.part not in _OWN_PARTS or not heading.text.text.strip():
            continue
        if last is not None and heading.level > last.level + 1:
            yield Observation(
                heading.text.span(),
                f"The heading {quoted(heading.text.text)} is level {heading.level}, but the one "
                f"before it is level {last.level}. Make it level {last.level + 1}.",
                (Note(last.text.span(), f"The heading before it, level {last.level}."),),
            )
        last = heading


def faked(page: Page, options: Options) -> Iterator[Observation]:
    """A bold line that stands where a heading should."""
    level = 1
    for block in page.blocks:
        if not isinstance(block, Heading):
            continue
        if block.marked_up:
            level = block.level
            continue
        text = block.text.text.strip()
        if page.source.format is Format.TEXT or UNKNOWN in text or not _is_title(text):
            continue
        yield Observation(
            block.text.span(),
            f"{quoted(text)} is bold text in the place of a heading: screen readers do not list "
            f"it. Make it a heading of level {min(level + 1, 6)}.",
        )


def _is_title(text: str) -> bool:
    """Whether bold words read like a title: they begin like one and are no warning or name."""
    first = text[:1]
    return (first.isupper() or first.isdigit()) and not re.search(
        r"[.!]\s|\d{3}|@|\bDr\b|\bMD\b", text
    )


def off_topic(page: Page, options: Options) -> Iterator[Observation]:
    """A heading that names one thing over a text that is plainly about another."""
    topics = load("heading-topics")
    for index, block in enumerate(page.blocks[:-1]):
        if not isinstance(block, Heading) or block.part is Part.HIDDEN:
            continue
        promised = _promised(block.text.text)
        follower = _words_of(page.blocks[index + 1]) if promised is not None else ""
        if promised is None or not follower:
            continue
        kept = _matching(follower, topics)
        fits = {promised, *topics[promised].get("accepts", ())}
        if kept and fits.isdisjoint(kept):
            yield Observation(
                block.text.span(),
                f"The heading says {quoted(block.text.text)}, but the text below it gives "
                f"{topics[kept[0]]['title']}. Name that, or move the text.",
            )


def _words_of(block: object) -> str:
    if isinstance(block, Paragraph):
        return block.text.text
    if isinstance(block, List):
        items: tuple[Item, ...] = block.items
        return " ".join(item.text.text for item in items[:7])
    return ""


def _promised(heading: str) -> str | None:
    return _topics_by_heading().get(heading.lower().strip(" :?!."))


@cache
def _topics_by_heading() -> dict[str, str]:
    """The topic of each heading that promises one; the first where several have it."""
    topics = reversed(load("heading-topics").items())
    return {heading: name for name, topic in topics for heading in topic["headings"]}


def _matching(text: str, topics: Mapping[str, Any]) -> list[str]:
    return [
        name
        for name, topic in topics.items()
        if all(re.search(pattern, text, re.IGNORECASE) for pattern in topic["evidence"])
    ]
