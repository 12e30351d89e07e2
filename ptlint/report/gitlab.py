"""GitLab's code quality report (a subset of Code Climate's)."""

from __future__ import annotations

import json
from typing import Any

from ptlint.digest import sha256
from ptlint.findings.finding import Finding, Problem, Severity
from ptlint.report import View
from ptlint.run import Result

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}


def render(result: Result, view: View) -> str:  # noqa: ARG001 - as every format
    """The report; a file that could not be checked is a blocker."""
    entries = [_finding(each) for each in result.findings]
    entries += [_problem(each) for each in result.problems]
    return json.dumps(entries, ensure_ascii=True, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "description": " ".join(finding.message.split()),
        "check_name": finding.rule,
        # The fingerprint of a finding knows its path, so it is unique in the whole report.
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "categories": ["Style" if finding.severity is Severity.SUGGESTION else "Bug Risk"],
        "location": _location(finding.path, finding.place.line, finding.place.end_line),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    key = f"{problem.path}\0{problem.message}".encode("utf-8", "surrogatepass")
    return {
        "description": f"{problem.title.capitalize()}: {problem.message}",
        "check_name": "not-checked",
        "fingerprint": sha256(key).hex()[:16],
        "severity": "blocker",
        "categories": ["Bug Risk"],
        "location": _location(problem.path, 1, 1),
    }


def _location(path: str, begin: int, end: int) -> dict[str, Any]:
    return {"path": path, "lines": {"begin": begin, "end": end}}
