"""Testimonials that claim an outcome (FTC Endorsement Guides)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Observation
from ptlint.page.model import Page, Paragraph, Part, Style
from ptlint.page.passages import Passage, passages

_OUTCOME = re.compile(
    r"\b(?:I (?:was|am|feel) (?:completely |totally |now )?(?:cured|healed|pain[- ]free|fixed)"
    r"|(?:my|the) (?:\w+ )?pain (?:is|was) (?:completely |totally )?gone|cured (?:me|my)"
    r"|saved my life"
    r"|fixed my (?:\w+ )?(?:back|knee|neck|shoulder|foot|hip|pain)|no more pain|changed my life)\b",
    re.I,
)
_TYPICAL = re.compile(
    r"\b(?:results? (?:may |can |will )?(?:differ|vary|not typical)|typical results?"
    r"|individual results"
    r"|most (?:people|patients) (?:can expect|feel|need))\b",
    re.I,
)
_PARTS = (Part.ARTICLE, Part.ASIDE, Part.RELATED)


def outcome(page: Page, options: Options) -> Iterator[Observation]:
    """Outcome claims in quotations, on a page that says nothing of typical results."""
    texts = list(passages(page, ("paragraph", "item"), _PARTS))
    if any(_TYPICAL.search(each.text.text) for each in passages(page, parts=tuple(Part))):
        return
    for passage in texts:
        match = _OUTCOME.search(passage.text.text) if _is_testimonial(passage) else None
        if match is not None:
            yield Observation(
                passage.text.span(*match.span()),
                f"'{match.group()}' is one person's outcome. Say beside it what most people can "
                "expect, and that results differ.",
            )


def _is_testimonial(passage: Passage) -> bool:
    quoted = isinstance(passage.block, Paragraph) and passage.block.quoted
    return (
        quoted
        or passage.text.text.startswith(("“", '"', "‘"))
        or any(inline.style is Style.QUOTE for inline in passage.inlines)
    )
