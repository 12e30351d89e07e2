"""The numbers of a reference list, and the order in which the text cites them."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.citations import page_citations
from ptlint.findings.finding import Note, Observation
from ptlint.page.model import Page, Reference, ReferenceList

_HEAD = 12
#: Fewer entries than this may stand in the order of the alphabet by chance.
_TELLING_ORDER = 5


def gap(page: Page, options: Options) -> Iterator[Observation]:
    """A list whose numbers skip one, repeat one or do not begin at 1."""
    for listed in page.references:
        numbered = [entry for entry in listed.entries if entry.number is not None]
        if len(numbered) < 2 or len(numbered) < len(listed.entries):
            continue
        expected = _first(numbered, page, listed)
        for entry in numbered:
            if entry.number != expected:
                yield Observation(
                    entry.span,
                    f"The references go from {expected - 1} to {entry.number}. Number them in one "
                    "row, so that citations find their entry.",
                )
                break
            expected += 1


def _first(numbered: list[Reference], page: Page, listed: ReferenceList) -> int:
    """Where the numbering begins: lists under further headings may go on from the one before."""
    start = numbered[0].number or 1
    return start if listed is not page.references[0] else 1


def cited_out_of_order(page: Page, options: Options) -> Iterator[Observation]:
    """Numbered references whose first citations do not follow the order of the list."""
    citations = page.once(page_citations)
    if _is_alphabetical(citations.entries):
        return
    known = {entry.number for entry in citations.entries if entry.number is not None}
    highest, last = 0, None
    seen: set[int] = set()
    for marker, span in citations.markers:
        for number in marker.numbers:
            if number in seen or number not in known:
                continue
            seen.add(number)
            if number < highest:
                yield Observation(
                    span,
                    f"Reference {number} is cited for the first time after reference {highest}. "
                    "Number the references in the order in which the text cites them.",
                    related=(Note(last, f"reference {highest}"),) if last else (),
                )
                return
            highest, last = number, span


def _is_alphabetical(entries: tuple[Reference, ...]) -> bool:
    """Lists in the order of the alphabet are numbered without regard to the text."""
    heads = [entry.text.text[:_HEAD].casefold() for entry in entries]
    return len(heads) >= _TELLING_ORDER and heads == sorted(heads)
