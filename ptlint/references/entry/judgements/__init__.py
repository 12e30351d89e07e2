"""What is wrong with a reference entry or a list of them; each function is one rule."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from ..model import Entry
from .addresses import bare, clean_address, pmid_unlinked, searched, tracked
from .age import future, old
from .agreement import disagreements
from .completeness import incomplete, missing_fields, no_date
from .evidence import low_quality_host, preprint, superseded, weak
from .lists import duplicates, mixed_styles, numbering_gaps
from .model import Judgement, ListJudgement
from .pages import malformed
from .punctuation import collisions

__all__ = [
    "Judgement",
    "ListJudgement",
    "bare",
    "clean_address",
    "collisions",
    "disagreements",
    "duplicates",
    "future",
    "incomplete",
    "judge_entry",
    "judge_list",
    "low_quality_host",
    "malformed",
    "missing_fields",
    "mixed_styles",
    "no_date",
    "numbering_gaps",
    "old",
    "pmid_unlinked",
    "preprint",
    "searched",
    "superseded",
    "tracked",
    "weak",
]


def judge_entry(
    entry: Entry, today: datetime.date, *, pmid_linked: bool = True
) -> Iterator[Judgement]:
    """Everything that can be said of one entry on the day `today`."""
    for judge in (
        incomplete,
        no_date,
        malformed,
        collisions,
        bare,
        tracked,
        searched,
        disagreements,
        weak,
        low_quality_host,
        preprint,
        superseded,
    ):
        yield from judge(entry)
    yield from old(entry, today)
    yield from future(entry, today)
    yield from pmid_unlinked(entry, linked=pmid_linked)


def judge_list(entries: Sequence[Entry]) -> Iterator[ListJudgement]:
    """Everything that only the whole list shows."""
    yield from duplicates(entries)
    yield from mixed_styles(entries)
    yield from numbering_gaps([entry.label for entry in entries])
