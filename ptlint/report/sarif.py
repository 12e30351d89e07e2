"""SARIF 2.1.0 (OASIS), as GitHub code scanning and other viewers read it.

GitHub takes 25,000 results and 10 MB (compressed) of a run; of longer ones the worst are kept.
"""

from __future__ import annotations

import json
import re
from typing import Any

from ptlint import __version__
from ptlint.catalogue.index import rules_folder
from ptlint.catalogue.page import read_page
from ptlint.catalogue.rule import Rule, RulePageError
from ptlint.findings.finding import Edit, Finding, Place, Problem, Related, Severity
from ptlint.pattern import later
from ptlint.report import View
from ptlint.report.pages import as_uri, rules_by_name, worst_first
from ptlint.run import Result
from ptlint.source.lines import LineIndex

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
#: GitHub's limits: results of a run, locations of a result, tags of a rule.
MOST_RESULTS, _MOST_RELATED, _MOST_TAGS = 25_000, 100, 10
_EXAMPLES = later(r"^## Examples\b.*", re.M | re.S)


def render(result: Result, view: View) -> str:
    """The SARIF report, without white space: it is sent to GitHub and read by programs."""
    return json.dumps(log(result, view), ensure_ascii=True, separators=(",", ":")) + "\n"


def log(result: Result, view: View) -> dict[str, Any]:
    """The SARIF log as plain data."""
    kept = worst_first(result.findings)[:MOST_RESULTS]
    kept.sort(key=lambda each: each.sort_key)
    known = rules_by_name(view)
    names = sorted({each.rule for each in kept})
    index = {name: number for number, name in enumerate(names)}
    lines = _Lines(view)
    run = {
        "tool": {"driver": _driver(names, known)},
        "automationDetails": {"id": "ptlint/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The folder that was checked."}}},
        "invocations": [_invocation(result, len(result.findings) - len(kept))],
        "results": [_result(each, index[each.rule], lines) for each in kept],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


class _Lines:
    """Line indexes of the pages whose findings have fixes; one page is kept at a time."""

    def __init__(self, view: View) -> None:
        self._read = view.sources
        self._path, self._index = "", LineIndex("")

    def of(self, path: str) -> LineIndex:
        if path != self._path:
            self._path = path
            self._index = LineIndex(self._read(path) if self._read else "")
        return self._index


def _driver(names: list[str], known: Any) -> dict[str, Any]:
    return {
        "name": "ptlint",
        "fullName": f"ptlint {__version__}",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(name, known.get(name)) for name in names],
    }


def _rule(name: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": name, "shortDescription": {"text": name}, "help": {"text": name}}
    tags = [rule.category, *(f"WCAG {each}" for each in rule.wcag), *rule.act, *rule.standards]
    return {
        "id": name,
        "name": "".join(part.capitalize() for part in name.split("-")),
        "shortDescription": {"text": _sentence(rule.title)},
        "fullDescription": {"text": _sentence(rule.summary or rule.title)},
        "help": {"text": rule.advice or rule.summary or rule.title, "markdown": _help(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": list(dict.fromkeys(tags))[:_MOST_TAGS],
            "precision": "medium" if rule.severity is Severity.SUGGESTION else "high",
            "problem.severity": {"suggestion": "recommendation"}.get(
                rule.severity.value, rule.severity.value
            ),
        },
    }


def _sentence(text: str) -> str:
    text = text.replace("`", "'")
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _help(rule: Rule) -> str:
    """The rule page in Markdown; a rule whose page is elsewhere says what its index knows."""
    try:
        body = read_page(rules_folder() / rule.path).body
    except (OSError, RulePageError):
        body = f"{rule.summary}\n\n## How to fix\n\n{rule.advice}\n"
    return f"# {rule.title}\n\n" + _EXAMPLES.sub("", body).strip() + "\n"


def _invocation(result: Result, dropped: int) -> dict[str, Any]:
    notices = [_notice(problem) for problem in result.problems]
    if dropped:
        words = f"{dropped} findings of lower severity are left out: GitHub takes {MOST_RESULTS}."
        notices.append({"level": "warning", "message": {"text": words}})
    complete = not result.problems and not result.interrupted
    done: dict[str, Any] = {"executionSuccessful": complete}
    return {**done, "toolExecutionNotifications": notices} if notices else done


def _notice(problem: Problem) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(problem.path)}}],
    }


def _result(finding: Finding, index: int, lines: _Lines) -> dict[str, Any]:
    found: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _physical(finding.path, finding.place)}],
        "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint},
    }
    if finding.related:
        found["relatedLocations"] = [
            _related(finding.path, number, each)
            for number, each in enumerate(finding.related[:_MOST_RELATED])
        ]
    if finding.fix:
        found["fixes"] = [_fix(finding, lines.of(finding.path))]
    return found


def _physical(path: str, place: Place) -> dict[str, Any]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"artifactLocation": _artifact(path), "region": region}


def _artifact(path: str) -> dict[str, str]:
    uri = as_uri(path)
    return {"uri": uri} if ":" in uri else {"uri": uri, "uriBaseId": "ROOT"}


def _related(path: str, number: int, related: Related) -> dict[str, Any]:
    words = related.message or "This belongs to it."
    where = {"id": number, "physicalLocation": _physical(path, related.place)}
    return {**where, "message": {"text": words}}


def _fix(finding: Finding, index: LineIndex) -> dict[str, Any]:
    assert finding.fix is not None
    edits = [_replacement(edit, index) for edit in finding.fix.edits]
    change = {"artifactLocation": _artifact(finding.path), "replacements": edits}
    return {"description": {"text": _sentence(finding.fix.title)}, "artifactChanges": [change]}


def _replacement(edit: Edit, index: LineIndex) -> dict[str, Any]:
    start, end = index.position(edit.start), index.position(edit.end)
    region = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}
