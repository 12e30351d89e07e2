"""The report for people: each finding with its line, the words underlined, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby

from ptlint.findings.finding import Finding, Problem, Related, Severity
from ptlint.report import View
from ptlint.report.frame import columns, frame, visible, wrapped
from ptlint.report.json_report import summary
from ptlint.run import Result
from ptlint.source.lines import LineIndex

_COLOURS = {"error": "31", "warning": "33", "suggestion": "36", "bold": "1", "dim": "2", "ok": "32"}
_MOST_RELATED = 6


def render(result: Result, view: View) -> str:
    """The text report."""
    lines: list[str] = []
    for path, group in groupby(result.findings, lambda each: each.path):
        source = _Lines(view.sources(path) if view.sources else "")
        for finding in group:
            lines += [*_finding(finding, source, view), ""]
    lines += [line for problem in result.problems for line in _problem(problem, view)]
    if view.statistics:
        lines += [*_statistics(result), ""]
    lines += [line for text in aside(result) for line in wrapped(text, view.width)]
    return "\n".join([*lines, *_summary(result, view)]) + "\n"


def aside(result: Result, done: str = "fixed") -> Iterator[str]:
    """What is to be said beside the findings: what was fixed, accepted, or left unseen.

    Args:
        done: "would fix" where nothing was written.
    """
    counts = Counter((each.path, each.rule) for each in result.fixed)
    for (path, rule), count in sorted(counts.items()):
        times = f" ({count} times)" if count > 1 else ""
        yield f"{visible(path, keep_bytes=True)}: {done} {rule}{times}"
    if result.accepted:
        yield f"{_plural(result.accepted, 'finding')} accepted by the baseline."
    yield from result.notes


class _Lines:
    """The lines of a source, for frames; empty where the text cannot be had again."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._index = LineIndex(text)

    def line(self, number: int) -> str:
        if not self._text or number > self._index.count:
            return ""
        span = self._index.line_span(number)
        return self._text[span.start : span.end]


def _finding(finding: Finding, source: _Lines, view: View) -> Iterator[str]:
    place = finding.place
    paint = _painter(view)
    where = f"{visible(finding.path, keep_bytes=True)}:{place.line}:{place.column}"
    yield (
        f"{paint('bold', where)}: {paint(finding.severity.value, finding.severity.value)} "
        f"{paint('dim', '[' + finding.rule + ']')}"
    )
    yield from wrapped(finding.message, view.width, "  ")
    own = (place.line, place.column, place.end_line, place.end_column)
    if not any(_at(each) == own for each in finding.related):
        yield from _frame(own, source, view, finding.severity)
    for related in finding.related[:_MOST_RELATED]:
        yield from _frame(_at(related), source, view, finding.severity, related.message)
    if len(finding.related) > _MOST_RELATED:
        yield f"    … and {len(finding.related) - _MOST_RELATED} more"
    yield from wrapped(_advice(finding), view.width, "  ")


def _advice(finding: Finding) -> str:
    if finding.fix:
        kind = "" if finding.fix.safe else " (check the result)"
        return f"Fix{kind}: {finding.fix.title}"
    first = finding.help.split("\n\n", 1)[0]
    return f"How to fix: {first}" if first.strip() else ""


def _at(related: Related) -> tuple[int, int, int, int]:
    place = related.place
    return (place.line, place.column, place.end_line, place.end_column)


def _frame(
    place: tuple[int, int, int, int],
    source: _Lines,
    view: View,
    severity: Severity,
    note: str = "",
) -> Iterator[str]:
    line, column, end_line, end_column = place
    text = source.line(line)
    if not text.strip():
        yield from wrapped(note, view.width, "    ")
        return
    end = end_column - 1 if end_line == line else len(text)
    gutter, below = f"{line:>6} | ", " " * 6 + " | "
    shown, marks = frame(text, column - 1, end, max(view.width - len(gutter), 20))
    paint = _painter(view)
    yield paint("dim", gutter) + shown
    beside = len(below) + len(marks) + 1 + columns(visible(note)) <= view.width
    note_beside = f" {visible(note)}" if note and beside else ""
    yield paint("dim", below) + paint(severity.value, marks) + note_beside
    if not beside:
        yield from wrapped(note, view.width, below)


def _problem(problem: Problem, view: View) -> Iterator[str]:
    path = visible(problem.path, keep_bytes=True)
    yield f"{path}: {_painter(view)('error', problem.title)}"
    yield from wrapped(problem.message, view.width, "  ")


def _statistics(result: Result) -> Iterator[str]:
    counts = Counter((each.rule, each.severity.value) for each in result.findings)
    for (rule, severity), count in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])):
        yield f"{count:>6}  {rule} ({severity})"


def _summary(result: Result, view: View) -> Iterator[str]:
    counts = summary(result)
    files = _plural(counts["files"], "page")
    if not result.findings and not result.problems:
        yield _painter(view)("ok", f"No findings in {files}.")
        return
    parts = [
        _plural(counts[key], key.removesuffix("s"))
        for key in ("errors", "warnings", "suggestions")
        if counts[key]
    ]
    fixable = sum(bool(each.fix and each.fix.safe) for each in result.findings)
    last = f"{', '.join(parts) or 'No findings'} in {files}."
    doubtful = sum(bool(each.fix and not each.fix.safe) for each in result.findings)
    last += f" {fixable} can be fixed with --fix." if fixable else ""
    last += f" {doubtful} more with --unsafe-fixes, for you to look at." if doubtful else ""
    if counts["files"]:
        yield from wrapped(last, view.width)
    if counts["suppressed"]:
        yield f"{counts['suppressed']} suppressed by comments."
    unchecked = {problem.path for problem in result.problems if not problem.checked}
    if unchecked:
        yield f"{_plural(len(unchecked), 'file')} could not be checked."


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")


def _painter(view: View) -> Callable[[str, str], str]:
    def paint(name: str, text: str) -> str:
        return f"\x1b[{_COLOURS[name]}m{text}\x1b[0m" if view.colour else text

    return paint
