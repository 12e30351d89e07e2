"""A result from its JSON report, so that a run can be shown in other formats later."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ptlint.findings.finding import Edit, Finding, Fix, Place, Problem, Related, Severity
from ptlint.report.criteria import Criterion, from_data
from ptlint.run import Result
from ptlint.source.lines import LineIndex
from ptlint.source.span import Span


class NoReport(ValueError):  # noqa: N818 - it says what the file is
    """A file that is no JSON report of ptlint."""


def result_in(content: str, sources: Callable[[str], str]) -> Result:
    """The result that a JSON report holds.

    Args:
        sources: a page's text, for offsets; the report itself holds lines and columns.

    Raises:
        NoReport: it holds none.
    """
    try:
        data = json.loads(content)
        if data["version"] != 1 or data["tool"]["name"] != "ptlint":
            raise NoReport("was written by another program or a newer ptlint")
        findings = tuple(_findings(data["findings"], sources))
        problems = tuple(
            Problem(each["path"], each["message"], each.get("checked") is True)
            for each in data["problems"]
        )
        summary = data["summary"]
        return Result(
            findings, problems, int(summary["files"]), int(summary["suppressed"]),
            criteria=_criteria(data.get("criteria")),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        if isinstance(error, NoReport):
            raise
        raise NoReport("is no JSON report of ptlint") from error


def _criteria(entries: list[dict[str, Any]] | None) -> tuple[Criterion, ...] | None:
    return None if entries is None else tuple(map(from_data, entries))


def _findings(entries: list[dict[str, Any]], sources: Callable[[str], str]) -> list[Finding]:
    path, index, found = "", LineIndex(""), []
    for entry in entries:
        if entry["path"] != path:
            path = entry["path"]
            index = LineIndex(sources(path))
        found.append(_finding(entry, index))
    return found


def _finding(entry: dict[str, Any], index: LineIndex) -> Finding:
    place = _place(entry)
    start = index.offset(place.line, place.column)
    return Finding(
        rule=entry["rule"],
        category=entry["category"],
        severity=Severity(entry["severity"]),
        path=entry["path"],
        place=place,
        message=entry["message"],
        excerpt=entry["excerpt"],
        help=entry["help"],
        span=Span(start, max(start, index.offset(place.end_line, place.end_column))),
        fingerprint=entry["fingerprint"],
        related=tuple(Related(_place(each), each["message"]) for each in entry["related"]),
        fix=_fix(entry["fix"]),
    )


def _place(entry: dict[str, Any]) -> Place:
    return Place(entry["line"], entry["column"], entry["end_line"], entry["end_column"])


def _fix(entry: dict[str, Any] | None) -> Fix | None:
    if entry is None:
        return None
    edits = tuple(Edit(each["start"], each["end"], each["text"]) for each in entry["edits"])
    return Fix(entry["title"], edits, entry["safe"])
