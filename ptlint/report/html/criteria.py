"""The part of the HTML report that shows the findings by success criterion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ptlint.record import record
from ptlint.report.criteria import Criterion, left_out
from ptlint.report.html.reading import Note, ShownPage
from ptlint.run import Result

#: Notes that a criterion links to one by one; its own link shows all of them.
_MOST_LINKED = 8


@record
class Row:
    """A criterion with findings: how many, and its first notes."""

    criterion: Criterion
    count: int
    notes: tuple[Note, ...]

    @property
    def more(self) -> int:
        return self.count - len(self.notes)


@record
class ByCriterion:
    """The findings by success criterion.

    Attributes:
        rows: criteria with findings, in the order of their numbers.
        without: criteria whose rules found nothing.
        person: how many further criteria of levels A and AA need a person altogether.
        off: how many were not looked at, since their rules are switched off.
        beyond: how many findings belong to none of the criteria.
        of_note: a note's number to the numbers of its criteria.
    """

    rows: tuple[Row, ...]
    without: tuple[Criterion, ...]
    person: int
    off: int
    beyond: int
    of_note: Mapping[int, str]


def by_criterion(result: Result, pages: Iterable[ShownPage]) -> ByCriterion | None:
    """The findings by success criterion, where that was asked for."""
    if result.criteria is None:
        return None
    notes = {note.finding.fingerprint: note for page in pages for note in page.notes}
    rows, numbers = [], defaultdict[int, list[str]](list)
    for each in result.criteria:
        found = [notes[key] for key in each.findings if key in notes]
        for note in found:
            numbers[note.number].append(each.number)
        if found:
            rows.append(Row(each, len(found), tuple(found[:_MOST_LINKED])))
    return ByCriterion(
        tuple(rows),
        tuple(each for each in result.criteria if not each.findings),
        *left_out(result.criteria),
        len(result.findings) - len(numbers),
        {number: " ".join(of_note) for number, of_note in numbers.items()},
    )
