"""GitHub workflow commands: notes beside the lines of a pull request, and a summary of the job.

GitHub shows ten errors, ten warnings and ten notices of a step, so the worst go first and the
last of each kind says how many more there are.
"""

from __future__ import annotations

from collections import Counter

from ptlint.findings.finding import Finding, Severity
from ptlint.report import View
from ptlint.report.json_report import summary
from ptlint.report.pages import worst_first
from ptlint.run import Result

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "notice",
}
#: Annotations of one kind that GitHub shows of a step.
_SHOWN = 10
_MOST_ROWS = 10


def render(result: Result, view: View) -> str:  # noqa: ARG001 - as every format
    """The commands; what GitHub would not show follows as plain lines of the log."""
    lines = [
        f"::error file={_property(problem.path)},title={problem.title}::{_data(problem.message)}"
        for problem in result.problems
    ]
    rest: list[Finding] = []
    for severity, command in _COMMANDS.items():
        of_kind = [each for each in worst_first(result.findings) if each.severity is severity]
        room = _SHOWN - (min(len(lines), _SHOWN) if severity is Severity.ERROR else 0)
        lines += [_command(command, each) for each in of_kind[:room]]
        rest += of_kind[room:]
    if rest:
        lines += [f"{len(rest)} more, which GitHub does not show beside the lines:"]
        lines += [_plain(each) for each in rest]
    return "".join(f"{line}\n" for line in lines)


def step_summary(result: Result) -> str:
    """A page in Markdown for $GITHUB_STEP_SUMMARY: counts, rules, pages with most findings."""
    counts = summary(result)
    parts = [
        "## ptlint\n",
        f"{counts['errors']} errors, {counts['warnings']} warnings and "
        f"{counts['suggestions']} suggestions in {counts['files']} pages.\n",
    ]
    rules = Counter((each.rule, each.severity.value) for each in result.findings)
    if rules:
        parts += ["| Rule | Severity | Findings |", "|---|---|--:|"]
        parts += [f"| {name} | {kind} | {n} |" for (name, kind), n in rules.most_common()]
    grave = [each for each in result.findings if each.severity is not Severity.SUGGESTION]
    pages = Counter(each.path for each in grave)
    if pages:
        parts += ["", "| Page | Errors and warnings |", "|---|--:|"]
        parts += [f"| {_cell(path)} | {count} |" for path, count in pages.most_common(_MOST_ROWS)]
    broken = result.problems[:_MOST_ROWS]
    parts += [f"\n- {_cell(each.path)}: {_cell(each.message)}" for each in broken]
    return "\n".join(parts) + "\n\n"


def _command(command: str, finding: Finding) -> str:
    place = finding.place
    where = f"file={_property(finding.path)},line={place.line},endLine={place.end_line}"
    if place.line == place.end_line:
        # GitHub shows columns only of findings within one line; its ends are inclusive.
        end = max(place.column, place.end_column - 1)
        where += f",col={place.column},endColumn={end}"
    title = _property(finding.rule)
    advice = finding.fix.title if finding.fix else finding.help.split("\n\n", 1)[0]
    words = f"{finding.message}\n{' '.join(advice.split())}".strip()
    return f"::{command} {where},title={title}::{_data(words)}"


def _plain(finding: Finding) -> str:
    """A line of the log that cannot be taken for a command."""
    place = finding.place
    words = " ".join(finding.message.split())
    line = f"{finding.path}:{place.line}:{place.column}: {finding.severity} {finding.rule} {words}"
    line = " ".join(line.split())
    return f" {line}" if line.startswith(("::", "##[")) else line.replace("##[", "# #[")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    flat = " ".join(text.split())
    return "".join(f"\\{char}" if char in "\\|`*_[]<>" else char for char in flat)
