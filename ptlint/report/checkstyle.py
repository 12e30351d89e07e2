"""Checkstyle's XML, which most build servers and editors read."""

from __future__ import annotations

from itertools import groupby
from xml.sax.saxutils import quoteattr

from ptlint.findings.finding import Finding, Severity
from ptlint.report import View
from ptlint.report.pages import readable
from ptlint.run import Result

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "info"}


def render(result: Result, view: View) -> str:  # noqa: ARG001 - as every format
    """The report; a file that could not be checked has one error without a rule."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="10.0">']
    for path, group in groupby(result.findings, lambda each: each.path):
        lines += [f"  <file name={_value(path)}>", *map(_error, group), "  </file>"]
    for problem in result.problems:
        words = _value(f"{problem.title.capitalize()}: {problem.message}")
        error = f'<error line="1" severity="error" message={words} source="ptlint"/>'
        lines.append(f"  <file name={_value(problem.path)}>{error}</file>")
    return "\n".join([*lines, "</checkstyle>"]) + "\n"


def _error(finding: Finding) -> str:
    place = f'line="{finding.place.line}" column="{finding.place.column}"'
    source = _value(f"ptlint.{finding.category}.{finding.rule}")
    words = _value(" ".join(finding.message.split()))
    severity = _SEVERITIES[finding.severity]
    return f'    <error {place} severity="{severity}" message={words} source={source}/>'


def _value(text: str) -> str:
    return quoteattr(readable(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
