"""From settings to the rules that run on one path."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache

from ptlint.catalogue.options import Options
from ptlint.catalogue.rule import Rule
from ptlint.config.settings import Selection, Settings
from ptlint.findings.finding import Observation, Severity
from ptlint.page.model import Page
from ptlint.record import field, lazy, record, replace

Check = Callable[[Page, Options], Iterator[Observation]]


@record
class ActiveRule:
    """A rule that runs: with its options, and the severity settings gave it, if they did."""

    rule: Rule
    options: Options
    severity: Severity | None

    @lazy
    def function(self) -> Check:
        """What checks a page, imported when first asked for."""
        return load_check(self.rule.check)

    def check(self, page: Page) -> Iterator[Observation]:
        return self.function(page, self.options)


@cache
def load_check(name: str) -> Check:
    """The function behind ``module:function`` below ptlint.checks, imported when first used.

    A name that starts with a colonless dotted package of its own ("clinic_rules.x:check")
    is taken from there: so plugins bring their checks.
    """
    module, _, function = name.partition(":")
    try:
        home = importlib.import_module(f"ptlint.checks.{module}")
    except ModuleNotFoundError as error:
        if not f"ptlint.checks.{module}".startswith(str(error.name)):
            raise
        home = importlib.import_module(module)
    check: Check = getattr(home, function)
    return check


@record
class Plan:
    """What is checked on the paths that the same overrides match.

    Attributes:
        rules: every rule there is, active or not.
        applying: a sort of page to the active rules that can judge it; filled as pages come.
    """

    rules: Mapping[str, Rule]
    selection: Selection
    active: tuple[ActiveRule, ...]
    applying: dict[tuple[object, ...], tuple[ActiveRule, ...]] = field(default_factory=dict)


def plan_for(settings: Settings, rules: Mapping[str, Rule], path: str) -> Plan:
    """The plan for a path (relative to the root), worked out once for all paths alike."""
    matching = _matching(settings, path)
    plan = settings.plans.get(matching)
    if plan is None or plan.rules is not rules:
        selection = _selection(settings, matching)
        plan = Plan(rules, selection, active_rules(settings, rules, selection))
        settings.plans[matching] = plan
    return plan


def selection_for(settings: Settings, path: str) -> Selection:
    """The selection for a path (relative to the root): the run's, then each matching override."""
    return _selection(settings, _matching(settings, path))


def _matching(settings: Settings, path: str) -> tuple[int, ...]:
    return tuple(
        number
        for number, override in enumerate(settings.overrides)
        if any(_matches(path, pattern) for pattern in override.paths)
    )


def _selection(settings: Settings, matching: tuple[int, ...]) -> Selection:
    selection = settings.selection
    for number in matching:
        selection = _combined(selection, settings.overrides[number].selection)
    return selection


def active_rules(
    settings: Settings, rules: Mapping[str, Rule], selection: Selection
) -> tuple[ActiveRule, ...]:
    """The rules that are on under a selection, in the order of their names.

    Rules that read what servers said are off in a run that asks none.
    """
    return tuple(
        _activated(rules[name], selection, settings)
        for name in sorted(rules)
        if _is_on(rules[name], selection)
        and (settings.answers is not None or not rules[name].online)
    )


def _is_on(rule: Rule, selection: Selection) -> bool:
    severity = selection.severities.get(rule.name)
    if severity == "off" or any(rule.answers_to(each) for each in selection.ignore):
        return False
    if any(rule.answers_to(each) for each in selection.extend_select):
        return True
    if selection.select:
        return any(rule.answers_to(each) for each in selection.select)
    return (selection.profile or "default") in rule.profiles or severity is not None


def _activated(rule: Rule, selection: Selection, settings: Settings) -> ActiveRule:
    values = {option.name: option.default for option in rule.options}
    values.update(rule.profile_options.get(selection.profile or "default", {}))
    values.update(selection.options.get(rule.name, {}))
    severity = selection.severities.get(rule.name)
    options = Options(values, rule.data, settings.today, settings.answers)
    return ActiveRule(rule, options, Severity(severity) if severity else None)


def _combined(first: Selection, second: Selection) -> Selection:
    return replace(
        second,
        profile=second.profile or first.profile,
        select=second.select or first.select,
        extend_select=first.extend_select + second.extend_select,
        ignore=first.ignore + second.ignore,
        severities={**first.severities, **second.severities},
        options={**first.options, **second.options},
        page_kind=second.page_kind or first.page_kind,
    )


def _matches(path: str, pattern: str) -> bool:
    pattern = pattern.removeprefix("./")
    if pattern.endswith("/"):
        pattern += "**"
    candidates = {pattern, pattern.replace("**/", ""), pattern.replace("/**", "/*")}
    return any(fnmatchcase(path, each) for each in candidates)
