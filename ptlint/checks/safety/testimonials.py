"""Testimonials that claim an outcome (FTC Endorsement Guides)."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import folded_text
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part, Style
from ptlint.page.model import Page, Paragraph
from ptlint.page.passages import Passage, passages
from ptlint.pattern import later, small_letters

_OUTCOME = later(
    r"\b(?:i (?:was|am|feel) (?:completely |totally |now )?(?:cured|healed|pain[- ]free|fixed)"
    r"|(?:my|the) (?:\w+ )?pain (?:is|was) (?:completely |totally )?gone|cured (?:me|my)"
    r"|saved my life"
    r"|fixed my (?:\w+ )?(?:back|knee|neck|shoulder|foot|hip|pain)|no more pain|changed my life)\b"
)
_TYPICAL = later(
    r"\b(?:results? (?:may |can |will )?(?:differ|vary|not typical)|typical results?"
    r"|individual results"
    r"|most (?:people|patients) (?:can expect|feel|need))\b"
)
_PARTS = (Part.ARTICLE, Part.ASIDE, Part.RELATED)


def outcome(page: Page, options: Options) -> Iterator[Observation]:
    """Outcome claims in quotations, on a page that says nothing of typical results."""
    texts = list(passages(page, ("paragraph", "item"), _PARTS))
    told = [each for each in texts if _is_testimonial(each)]
    if not told or _TYPICAL.search(page.once(folded_text)):
        return
    for passage in told:
        match = _OUTCOME.search(small_letters(passage.text.text))
        if match is not None:
            words = passage.text.text[match.start() : match.end()]
            yield Observation(
                passage.text.span(*match.span()),
                f"'{words}' is one person's outcome. Say beside it what most people can "
                "expect, and that results differ.",
            )


def _is_testimonial(passage: Passage) -> bool:
    quoted = isinstance(passage.block, Paragraph) and passage.block.quoted
    return (
        quoted
        or passage.text.text.startswith(("“", '"', "‘"))
        or any(inline.style is Style.QUOTE for inline in passage.inlines)
    )
