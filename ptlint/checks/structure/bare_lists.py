"""Lists that follow a heading at once, with no line that says what their items are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ptlint.catalogue.options import Options
from ptlint.checks.structure.promises import roles_of_heading
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part, Style
from ptlint.page.model import Heading, Item, List, Page
from ptlint.pattern import later
from ptlint.source.source import Source

#: Subjects whose items are certain, possible, or a reason to act, and a line that says which.
_SUBJECTS = {
    "when-to-get-help": "Go on the same day if you have:",
    "symptoms": "You may have:",
    "causes": "It can be caused by:",
    "risk-factors": "You are more likely to get it if you have:",
    "complications": "It can lead to:",
}
#: A heading that leads in itself ("What makes it worse", "See a doctor if") or only counts.
_LEADS_IN = later(
    r"[:?]\s*+$|^[\W\d_]*+(?:what|which|who|whom|where|why|how|when|call|see|go|get|seek|ask|contact|"
    r"book|visit|talk)\b|\b(?:if|when|that|you|include[sd]?|including|facts?|checklist|summary|tracker|"
    r"at a glance)\b",
    re.I,
)
_SENTENCE = later(r"[.!?][\"”’)\]]?\s*+$")
#: An item that names a thing and then explains it stands on its own.
_EXPLAINED = later(r"^.{1,60}?(?::\s|\s[–—-]\s)")
#: "- [ ] pain": boxes to tick are a form.
_BOX = later(r"^\s*+\S{1,3}\s++\[[ xX]\]")
_FEWEST = 3


def lead_in_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A list of symptoms, causes or risks right below a heading that does not lead into it."""
    longest = options.whole("words")
    for heading, block in pairwise(each for each in page.blocks if each.part is Part.ARTICLE):
        if not isinstance(heading, Heading) or not isinstance(block, List):
            continue
        lead_in = _lead_in_for(heading, page)
        if lead_in and _is_bare(block, longest, page.source):
            yield Observation(
                block.items[0].text.span(),
                f"This list stands right below the heading '{heading.text.text.strip()}', and no "
                "line says what its items mean for the reader. Begin with one that ends in a "
                f"colon: '{lead_in}'.",
            )


def _lead_in_for(heading: Heading, page: Page) -> str | None:
    """A line that would lead into the heading's list; none where it needs none."""
    if heading.level == 1 or _LEADS_IN.search(heading.text.text.strip()):
        return None
    roles = roles_of_heading(heading, page)
    return next((line for role, line in _SUBJECTS.items() if role in roles), None)


def _is_bare(block: List, longest: int, source: Source) -> bool:
    """Is it a list of bare names: not steps, sentences, links or terms with an explanation?"""
    if block.ordered or block.definitions or block.lead_in or len(block.items) < _FEWEST:
        return False
    return all(_is_name(item, longest, source) for item in block.items)


def _is_name(item: Item, longest: int, source: Source) -> bool:
    text = item.text.text.strip()
    if not text or item.children or len(text.split()) > longest:
        return False
    if _BOX.search(source.slice(item.span)):
        return False
    if _SENTENCE.search(text) or _EXPLAINED.match(text):
        return False
    return not any(each.style is Style.LINK for each in item.inlines)
