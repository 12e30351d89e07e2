"""Findings by success criterion of WCAG 2.2, levels A and AA."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ptlint.record import record, replace
from ptlint.vocabulary import load

if TYPE_CHECKING:
    from ptlint.catalogue.rule import Rule
    from ptlint.config.settings import Settings
    from ptlint.findings.finding import Finding
    from ptlint.run import Result


@record
class Criterion:
    """A success criterion that the rules of a run decide, wholly or in part.

    Attributes:
        number: as in the recommendation, such as "1.4.3".
        level: "A" or "AA".
        coverage: "decided" or "partly", or "person" where a finding only asks for a look.
        rules: the rules of the run that report its failures, in alphabetical order.
        findings: the fingerprints of its findings, in the order of the report.
    """

    number: str
    name: str
    level: str
    coverage: str
    rules: tuple[str, ...]
    findings: tuple[str, ...]


def with_criteria(result: Result, settings: Settings) -> Result:
    """The result with its findings by criterion; the rules are those that the settings choose."""
    from ptlint.config.active import active_rules
    from ptlint.config.load import known_rules

    known = known_rules(settings)
    ran = {each.rule.name for each in active_rules(settings, known, settings.selection)}
    # Overrides and other pages' settings may have chosen more.
    ran.update(each.rule for each in result.findings)
    return replace(result, criteria=by_criterion(result.findings, known, ran))


def by_criterion(
    findings: Sequence[Finding], known: Mapping[str, Rule], ran: Collection[str]
) -> tuple[Criterion, ...]:
    """The criteria that the rules of a run decide, those without a finding among them.

    Args:
        known: every rule by name.
        ran: the names of the rules that ran.
    """
    rules: dict[str, list[str]] = defaultdict(list)
    for name in sorted(ran):
        for number in known[name].wcag if name in known else ():
            rules[number].append(name)
    return tuple(
        Criterion(
            number, facts["title"], facts["level"], facts["coverage"], tuple(rules[number]),
            tuple(each.fingerprint for each in findings if each.rule in rules[number]),
        )
        for number, facts in load("wcag").items()
        if number in rules
    )  # fmt: skip


def left_out(criteria: Sequence[Criterion]) -> tuple[int, int]:
    """How many further criteria need a person, and how many only rules that were off decide."""
    listed = {each.number for each in criteria}
    coverage = [facts["coverage"] for number, facts in load("wcag").items() if number not in listed]
    person = coverage.count("person")
    return person, len(coverage) - person


def as_data(criterion: Criterion) -> dict[str, Any]:
    """A criterion as the JSON report gives it."""
    return {
        "number": criterion.number,
        "name": criterion.name,
        "level": criterion.level,
        "coverage": criterion.coverage,
        "rules": list(criterion.rules),
        "findings": list(criterion.findings),
    }


def from_data(entry: Mapping[str, Any]) -> Criterion:
    """A criterion from the JSON report."""
    return Criterion(
        str(entry["number"]),
        str(entry["name"]),
        str(entry["level"]),
        str(entry["coverage"]),
        tuple(map(str, entry["rules"])),
        tuple(map(str, entry["findings"])),
    )
