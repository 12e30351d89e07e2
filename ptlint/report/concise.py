"""One line a finding: ``path:line:column: severity rule message``, for editors and grep."""

from __future__ import annotations

from ptlint.report import View
from ptlint.run import Result


def render(result: Result, view: View) -> str:
    """The concise report; problems are lines of the same shape."""
    lines = [
        f"{each.path}:{each.place.line}:{each.place.column}: "
        f"{each.severity} {each.rule} {' '.join(each.message.split())}"
        for each in result.findings
    ]
    lines += [f"{each.path}:1:1: problem {each.message}" for each in result.problems]
    return "".join(line + "\n" for line in lines)
