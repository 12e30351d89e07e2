"""What is said of a reference entry."""

from __future__ import annotations

from ptlint.record import record


@record
class Judgement:
    """A fault of one entry.

    `start` and `end` are offsets into the entry's text; `replacement` is what should stand there
    instead (None: no correction is known), and `safe` says whether it may be put in unseen.
    """

    rule: str
    start: int
    end: int
    message: str
    replacement: str | None = None
    safe: bool = False


@record
class ListJudgement:
    """A fault that only the whole list shows: of entry `index`, together with `others`."""

    index: int
    judgement: Judgement
    others: tuple[int, ...] = ()
