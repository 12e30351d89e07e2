"""Headings that are really the first half of a list's lead-in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.structure.promises import roles_of_heading, with_kin
from ptlint.findings.finding import Edit, Fix, Observation, Severity
from ptlint.page.kinds import Part
from ptlint.page.model import Heading, List, Page, Paragraph
from ptlint.pattern import later, small_letters
from ptlint.sections.headings import lead_in_roles
from ptlint.source.source import Format

_TAIL = later(
    r"(?<!\s)\s*+(?:(?:(?:may |can )?includ(?:e|es|ing)|(?:are|is))?\s*+:\s*+|includes?)$"
)
#: One of these ends what the expression finds.
_ENDINGS = (":", "include", "includes")
#: "See a GP if:" heads a care card, as the NHS writes it; it has no shorter name.
_CARE_CARD = later(r"\b(?:if|when|you|have|has|had|get|with|to|for|or|and)$")

_LONGEST = 10  # words of a line that may stand for a heading


def heading_is_lead_in(page: Page, options: Options) -> Iterator[Observation]:
    """A heading that ends in a colon or in "include", and lead-ins that stand in for headings."""
    for index, block in enumerate(page.blocks):
        if isinstance(block, Heading) and block.part is Part.ARTICLE and block.marked_up:
            follower = page.blocks[index + 1] if index + 1 < len(page.blocks) else None
            yield from _marked_up(block, follower, page)
    if page.source.format is Format.TEXT:
        yield from _in_plain_text(page)


def _marked_up(heading: Heading, follower: object, page: Page) -> Iterator[Observation]:
    text = heading.text.text.strip()
    small = small_letters(text)
    tail = _TAIL.search(small) if small.endswith(_ENDINGS) else None
    if tail is None or not text[: tail.start()].strip():
        return
    if not text.endswith(":") and not isinstance(follower, List):
        return
    name = text[: tail.start()].strip()
    if _CARE_CARD.search(small_letters(name)) or text.startswith(":"):
        return
    what = "is the lead-in of a list" if isinstance(follower, List) else "ends in a colon"
    yield Observation(
        heading.text.span(),
        f"The heading '{text}' {what}. Make the heading '{name}' and, if the "
        "list needs one, put the lead-in in a line of its own below.",
        fix=_shortened(heading, tail),
    )


def _in_plain_text(page: Page) -> Iterator[Observation]:
    """Lead-in lines that start a new subject, and others that are written like these.

    The heading they stand in for is missing. A line on the subject of its section may be meant
    as a lead-in, so it is suggested only.
    """
    lines = list(_lead_in_lines(page))
    unsuited = [line for line, suited in lines if not suited]
    for line, suited in lines:
        like = next((each for each in unsuited if _is_written_like(line, each)), None)
        if not suited or like:
            yield _stands_in(line, like if suited else None)


def _lead_in_lines(page: Page) -> Iterator[tuple[Paragraph, bool]]:
    """Short lead-ins of lists with a role, and whether they go on with their section's."""
    for section in page.sections:
        roles = roles_of_heading(section.heading, page) if section.heading else frozenset()
        for block in section.blocks:
            lead_in = block.lead_in if isinstance(block, List) else None
            if not isinstance(lead_in, Paragraph) or len(lead_in.text.text.split()) > _LONGEST:
                continue
            said = lead_in_roles(lead_in.text.text, page.condition).roles
            if said and roles:
                yield lead_in, bool(said & with_kin(roles))


def _is_written_like(line: Paragraph, other: Paragraph) -> bool:
    """Whether both end in the same word and have capitals as headings do."""
    words, others = line.text.text.split(), other.text.text.split()
    capitals = all(any(each[0].isupper() for each in said[1:]) for said in (words, others))
    return line is not other and words[-1] == others[-1] and capitals


def _stands_in(line: Paragraph, like: Paragraph | None) -> Observation:
    text = line.text.text.strip()
    name = text[: _end_of_name(text)].strip()
    if like is None:
        why = "starts a new subject but reads as the lead-in of its list"
    else:
        why = f"is written like the heading '{like.text.text.strip()}' but leads in its list"
    return Observation(
        line.text.span(),
        f"The line '{text}' {why}. Put the heading '{name}' above it.",
        severity=Severity.SUGGESTION if like else None,
    )


def _end_of_name(text: str) -> int:
    tail = _TAIL.search(small_letters(text))
    return tail.start() if tail else len(text)


def _shortened(heading: Heading, tail: re.Match[str]) -> Fix:
    text = heading.text.text
    start = len(text) - len(text.lstrip()) + tail.start()
    span = heading.text.span(start, len(text.rstrip()))
    edit = Edit(span.start, span.end, "")
    return Fix("Shorten the heading to the name of the section", (edit,), safe=False)
