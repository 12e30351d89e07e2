"""JUnit's XML, as build servers show it: a suite a page, a case a rule that spoke there."""

from __future__ import annotations

from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from ptlint.findings.finding import Finding, Problem, Severity
from ptlint.report import View
from ptlint.report.pages import readable
from ptlint.run import Result


def render(result: Result, view: View) -> str:
    """The report: what fails the build is a failure, the rest is the case's output.

    Findings below the severity at which a build fails (``fail-on``) do not make a case fail,
    so that the build server and the exit code agree.
    """
    limit = Severity(view.settings.fail_on).weight
    suites: list[str] = []
    failures = 0
    tests = 0
    for path, group in groupby(result.findings, lambda each: each.path):
        found = list(group)
        cases = _cases(path, found, limit)
        failed = sum("<failure" in case for case in cases)
        suites += [_suite(path, len(cases), failed), *cases, "  </testsuite>"]
        failures, tests = failures + failed, tests + len(cases)
    for problem in result.problems:
        suites += _broken(problem)
    if not suites:
        suites = [_passed(result.files)]
        tests = 1
    total = tests + len(result.problems)
    head = f'<testsuites name="ptlint" tests="{total}" failures="{failures}"'
    head += f' errors="{len(result.problems)}">'
    start = '<?xml version="1.0" encoding="UTF-8"?>'
    return "\n".join([start, head, *suites, "</testsuites>"]) + "\n"


def _suite(path: str, tests: int, failures: int) -> str:
    counts = f'tests="{tests}" failures="{failures}" errors="0"'
    return f"  <testsuite name={_value(path)} {counts}>"


def _cases(path: str, findings: list[Finding], limit: int) -> list[str]:
    by_rule = sorted(findings, key=lambda each: each.rule)
    return [
        _case(path, rule, list(group), limit)
        for rule, group in groupby(by_rule, lambda each: each.rule)
    ]


def _case(path: str, rule: str, findings: list[Finding], limit: int) -> str:
    body = escape(readable("\n".join(_line(each) for each in findings)))
    head = f"    <testcase name={_value(rule)} classname={_value(path)} file={_value(path)}>"
    worst = max(findings, key=lambda each: each.severity.weight)
    if worst.severity.weight < limit:
        return f"{head}<system-out>{body}</system-out></testcase>"
    words = _value(" ".join(worst.message.split()))
    kind = _value(worst.severity)
    return f"{head}<failure message={words} type={kind}>{body}</failure></testcase>"


def _line(finding: Finding) -> str:
    place = finding.place
    words = " ".join(finding.message.split())
    return f"{finding.path}:{place.line}:{place.column}: {finding.severity} {words}"


def _broken(problem: Problem) -> list[str]:
    path = _value(problem.path)
    case = f'    <testcase name="{problem.title}" classname={path}>'
    head = f'  <testsuite name={path} tests="1" failures="0" errors="1">'
    return [head, f"{case}<error message={_value(problem.message)}/></testcase>", "  </testsuite>"]


def _passed(files: int) -> str:
    case = f'<testcase name="no findings in {files} pages" classname="ptlint"/>'
    return f'  <testsuite name="ptlint" tests="1" failures="0" errors="0">{case}</testsuite>'


def _value(text: str) -> str:
    return quoteattr(readable(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
