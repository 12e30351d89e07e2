"""What came of one page."""

from __future__ import annotations

from ptlint.findings.finding import Finding, Problem
from ptlint.record import record


@record
class Outcome:
    """What came of one page: findings in order, how many were suppressed, what went wrong.

    Attributes:
        fixed: the findings that were fixed before.
        change: what fixing did or would do, as a patch (of standard input: the fixed page).
        checked: the page could be read and checked.
    """

    findings: tuple[Finding, ...] = ()
    suppressed: int = 0
    problems: tuple[Problem, ...] = ()
    fixed: tuple[Finding, ...] = ()
    change: bytes = b""
    checked: bool = True
