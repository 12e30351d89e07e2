"""The machine-readable report; its shape is fixed by ``schema.json`` beside this module."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from ptlint import __version__
from ptlint.findings.finding import Finding, Fix, Problem, Related
from ptlint.report import View
from ptlint.run import Result


def render(result: Result, view: View) -> str:  # noqa: ARG001 - as every format
    """The JSON report."""
    return json.dumps(report(result), ensure_ascii=True, indent=2) + "\n"


def report(result: Result) -> dict[str, Any]:
    """The report as plain data."""
    data = {
        "version": 1,
        "tool": {"name": "ptlint", "version": __version__},
        "summary": summary(result),
        "findings": [finding(each) for each in result.findings],
        "problems": [_problem(each) for each in result.problems],
    }
    if result.criteria is not None:
        from ptlint.report.criteria import as_data

        data["criteria"] = [as_data(each) for each in result.criteria]
    return data


def summary(result: Result) -> dict[str, int]:
    """Counts of files, findings by severity, and suppressed findings."""
    counts = Counter(each.severity.value for each in result.findings)
    return {
        "files": result.files,
        "errors": counts["error"],
        "warnings": counts["warning"],
        "suggestions": counts["suggestion"],
        "suppressed": result.suppressed,
    }


def finding(each: Finding) -> dict[str, Any]:
    """One finding as plain data."""
    return {
        "rule": each.rule,
        "category": each.category,
        "severity": each.severity.value,
        "path": each.path,
        "line": each.place.line,
        "column": each.place.column,
        "end_line": each.place.end_line,
        "end_column": each.place.end_column,
        "message": each.message,
        "excerpt": each.excerpt,
        "help": each.help,
        "related": [_related(related) for related in each.related],
        "fix": _fix(each.fix),
        "fingerprint": each.fingerprint,
    }


def _problem(problem: Problem) -> dict[str, Any]:
    shown: dict[str, Any] = {"path": problem.path, "message": problem.message}
    return {**shown, "checked": True} if problem.checked else shown


def _related(related: Related) -> dict[str, Any]:
    place = related.place
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "message": related.message,
    }


def _fix(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    edits = [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits]
    return {"safe": fix.safe, "title": fix.title, "edits": edits}
