"""Faults that an entry shows by itself; what is wrong is decided in ``ptlint.references.entry``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.references.entries import PageEntry, page_entries
from ptlint.findings.finding import Edit, Fix, Observation, Severity
from ptlint.page.model import Page
from ptlint.pattern import later
from ptlint.references.entry import Entry
from ptlint.references.entry.judgements import (
    Judgement,
    collisions,
    disagreements,
    future,
    malformed,
    preprint,
    superseded,
)

_JUDGES: dict[str, Callable[[Entry], Iterator[Judgement]]] = {
    "pages": malformed,
    "punctuation": collisions,
    "agreement": disagreements,
    "preprint": preprint,
    "superseded": superseded,
}
#: "p." before several pages is a slip of the pen; the pages themselves are right.
_ONLY_LABEL = later(r"pp?", re.I)


def check(page: Page, options: Options) -> Iterator[Observation]:
    """What the judgement that the rule page names in ``data.judgement`` says of each entry."""
    judge = _JUDGES[options.data["judgement"]]
    for each in page.once(page_entries):
        for judgement in judge(each.fields):
            if not _is_allowed(page, each, judgement):
                yield observation(page, each, judgement)


def future_years(page: Page, options: Options) -> Iterator[Observation]:
    """Entries dated later than today."""
    for each in page.once(page_entries):
        for judgement in future(each.fields, options.today):
            yield observation(page, each, judgement)


def _is_allowed(page: Page, each: PageEntry, judgement: Judgement) -> bool:
    """Is a fault made good elsewhere: a preprint marked as one, the newer edition listed too?"""
    if judgement.rule == "ref-preprint":
        return "[preprint]" in each.text.casefold()
    if judgement.rule == "reference-superseded":
        return any(
            other.doi and f"doi.org/{other.doi})" in judgement.message.casefold()
            for other in page.once(page_entries)
        )
    return False


def observation(page: Page, each: PageEntry, judgement: Judgement) -> Observation:
    """A judgement at its place on the page."""
    place, fix = each.span(judgement.start, judgement.end), None
    words = each.text[judgement.start : judgement.end]
    if judgement.replacement is not None and page.source.slice(place) == words:
        edit = Edit(place.start, place.end, judgement.replacement)
        fix = Fix(f"Write '{judgement.replacement}'", (edit,), safe=judgement.safe)
    mild = judgement.rule == "reference-pages-malformed" and _ONLY_LABEL.fullmatch(words)
    return Observation(
        place, judgement.message, fix=fix, severity=Severity.SUGGESTION if mild else None
    )
