"""One line a finding: ``path:line:column: severity rule message``, for editors and grep."""

from __future__ import annotations

from ptlint.report import View
from ptlint.report.frame import visible
from ptlint.run import Result


def render(result: Result, view: View) -> str:  # noqa: ARG001 - as every format
    """The concise report; problems are lines of the same shape."""
    lines = [
        f"{_name(each.path)}:{each.place.line}:{each.place.column}: "
        f"{each.severity} {each.rule} {_flat(each.message)}"
        for each in result.findings
    ]
    lines += [f"{_name(each.path)}:1:1: problem {_flat(each.message)}" for each in result.problems]
    return "".join(line + "\n" for line in lines)


def _flat(text: str) -> str:
    return visible(" ".join(text.split()))


def _name(path: str) -> str:
    return visible(path, keep_bytes=True)
