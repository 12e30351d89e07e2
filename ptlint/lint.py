"""The whole way of one page: bytes → source → page → checks → findings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from operator import attrgetter

from ptlint.catalogue.rule import Rule, Scope
from ptlint.config.active import ActiveRule, Plan, plan_for
from ptlint.config.settings import Settings
from ptlint.findings.describe import describe, ordered
from ptlint.findings.finding import Finding, Observation, Problem
from ptlint.findings.outcome import Outcome
from ptlint.findings.suppress import Suppression, apply, suppressions, unused
from ptlint.page import read_page
from ptlint.page.kinds import PageKind
from ptlint.page.model import Code, Page
from ptlint.page.passages import in_english
from ptlint.source.source import Source
from ptlint.source.span import Span

_UNUSED = "unused-suppression"
_ADVISING = (PageKind.CONDITION, PageKind.HEALTH)
_start = attrgetter("start")


def lint(source: Source, settings: Settings, rules: Mapping[str, Rule]) -> Outcome:
    """Checks one page with the rules that the settings choose for its path."""
    plan = plan_for(settings, rules, source.path)
    kind = plan.selection.page_kind
    page = read_page(source, kind=PageKind(kind) if kind else None)
    problems: list[Problem] = []
    seen = list(_observations(page, _applying(plan, page), problems))
    marks = suppressions(source, [each.span for each in page.blocks if isinstance(each, Code)])
    kept, suppressed, idle = apply(seen, marks)
    kept.extend(_unused(idle, plan.active, rules, source))
    return Outcome(ordered(kept), suppressed, tuple(problems))


def applies(rule: Rule, page: Page) -> bool:
    """Can this rule judge this page (format, elements, kind of page, whole document or not)?"""
    if page.source.format.value not in rule.formats:
        return False
    if rule.english and not page.once(in_english):
        return False
    if rule.elements and page.markup is None:
        return False
    if rule.scope is Scope.CONDITION:
        return page.kind is PageKind.CONDITION
    if rule.scope is Scope.HEALTH:
        return page.kind in _ADVISING
    return rule.scope is Scope.ANY or page.whole_document


def _applying(plan: Plan, page: Page) -> tuple[ActiveRule, ...]:
    source, english, bare = page.source, page.once(in_english), page.markup is None
    sort = (source.format, english, bare, page.kind, page.whole_document)
    if sort not in plan.applying:
        plan.applying[sort] = tuple(each for each in plan.active if applies(each.rule, page))
    return plan.applying[sort]


def _observations(
    page: Page, active: tuple[ActiveRule, ...], problems: list[Problem]
) -> Iterator[tuple[Finding, bool]]:
    masked = page.source.masked
    for rule in active:
        try:
            for seen in rule.function(page, rule.options):
                if seen.about_page or not (masked and _in_template(seen.span, masked)):
                    yield _finding(seen, rule, page.source), seen.about_page
        except Exception as error:
            problems.append(_broken(rule, page, error))


def _finding(seen: Observation, active: ActiveRule, source: Source) -> Finding:
    severity = active.severity or seen.severity or active.rule.severity
    return describe(seen, active.rule, severity, source, source.path)


def _in_template(span: Span, masked: tuple[Span, ...]) -> bool:
    before = bisect_right(masked, span.start, key=_start)
    return before > 0 and span.end <= masked[before - 1].end


def _broken(active: ActiveRule, page: Page, error: Exception) -> Problem:
    what = f"{type(error).__name__}: {error}"
    return Problem(
        page.source.path,
        f"the rule {active.rule.name} failed on this page ({what}); every other rule ran. "
        "This is a fault of ptlint: please report it.",
        checked=True,
    )


def _unused(
    idle: list[Suppression],
    active: tuple[ActiveRule, ...],
    rules: Mapping[str, Rule],
    source: Source,
) -> Iterator[Finding]:
    reporter = next((each for each in active if idle and each.rule.name == _UNUSED), None)
    if reporter is None:
        return
    ran = frozenset(name for each in active for name in (each.rule.name, each.rule.category))
    known = {**rules, **{rule.category: rule for rule in rules.values()}}
    for seen in unused(idle, known, ran):
        yield _finding(seen, reporter, source)
