"""The first screen of the HTML report: what was found, where most, and how hard pages read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ptlint.findings.finding import Severity
from ptlint.record import record
from ptlint.report.html.reading import ShownPage
from ptlint.run import Result

_WORST = 15
_HARDEST = 18


@record
class RuleCount:
    rule: str
    category: str
    severity: str
    count: int


@record
class PageCount:
    number: int
    path: str
    errors: int
    warnings: int
    suggestions: int


@record
class Bar:
    """A bar of the chart: how many pages read at a grade; x, y and height in its own units."""

    label: str
    count: int
    x: int
    y: int
    height: int


@record
class Overview:
    rules: tuple[RuleCount, ...]
    worst: tuple[PageCount, ...]
    bars: tuple[Bar, ...]
    graded: int


def overview(result: Result, pages: Sequence[ShownPage]) -> Overview:
    counts = Counter((each.rule, each.category, each.severity.value) for each in result.findings)
    rules = sorted(
        (RuleCount(*key, count) for key, count in counts.items()),
        key=lambda each: (-Severity(each.severity).weight, -each.count, each.rule),
    )
    grades = [page.grade for page in pages if page.grade is not None]
    return Overview(tuple(rules), _worst(pages), _bars(grades), len(grades))


def _worst(pages: Sequence[ShownPage]) -> tuple[PageCount, ...]:
    counted = [_counted(page) for page in pages]
    counted.sort(key=lambda each: (-each.errors, -each.warnings, -each.suggestions, each.path))
    return tuple(counted[:_WORST])


def _counted(page: ShownPage) -> PageCount:
    kinds = Counter(note.finding.severity.value for note in page.notes)
    counts = (kinds["error"], kinds["warning"], kinds["suggestion"])
    return PageCount(page.number, page.path, *counts)


def _bars(grades: Sequence[float]) -> tuple[Bar, ...]:
    """One bar a grade from the easiest page to the hardest, in a field 100 high."""
    if not grades:
        return ()
    rounded = Counter(min(max(round(each), 0), _HARDEST) for each in grades)
    most = max(rounded.values())
    bars = []
    for at, level in enumerate(range(min(rounded), max(rounded) + 1)):
        height = round(100 * rounded[level] / most)
        label = f"{level}+" if level == _HARDEST else str(level)
        bars.append(Bar(label, rounded[level], at * 34, 100 - height, height))
    return tuple(bars)
