"""``ptlint rules`` and ``ptlint rule NAME``: what is checked, and why."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import click

from ptlint.catalogue.index import built_in_rules, rules_folder
from ptlint.catalogue.page import read_page
from ptlint.catalogue.rule import Rule
from ptlint.config.load import nearest
from ptlint.vocabulary import load


@click.command()
@click.option("--format", "report_format", type=click.Choice(["text", "json"]), default="text")
@click.option("--category", help="Only the rules of this category.")
@click.option("--wcag", is_flag=True, help="Show what is decided of WCAG 2.2, levels A and AA.")
def rules(report_format: str, category: str | None, wcag: bool) -> None:
    """List every rule."""
    if wcag:
        _show_wcag(report_format)
        return
    listed = [
        rule
        for rule in sorted(built_in_rules().values(), key=lambda each: (each.category, each.name))
        if category in (None, rule.category)
    ]
    if not listed:
        known = {rule.category for rule in built_in_rules().values()}
        raise click.UsageError(f"there is no category '{category}'{nearest(str(category), known)}")
    if report_format == "json":
        click.echo(json.dumps([as_data(rule) for rule in listed], indent=2))
        return
    width = max(len(rule.name) for rule in listed)
    for rule in listed:
        click.echo(f"{rule.category:<16} {rule.name:<{width}}  {rule.severity:<10}  {rule.title}")


@click.command()
@click.argument("name")
def rule(name: str) -> None:
    """Explain the rule NAME: what it reports, why, how to fix it, with examples."""
    known = built_in_rules()
    named = [each for each in known.values() if name == each.name or name in each.aliases]
    if not named:
        raise click.UsageError(f"there is no rule '{name}'{nearest(name, known)}")
    for each in named:
        page = read_page(rules_folder() / each.path)
        click.echo(f"{each.name} ({each.category}, {each.severity}, fix: {each.fix})\n")
        click.echo(f"{each.title}\n\n{page.body}")


def wcag_coverage() -> list[dict[str, Any]]:
    """Each success criterion of levels A and AA: how far it is decided, and by which rules."""
    return [
        {
            "criterion": criterion,
            **facts,
            "rules": sorted(
                rule.name for rule in built_in_rules().values() if criterion in rule.wcag
            ),
        }
        for criterion, facts in load("wcag").items()
    ]


def _show_wcag(report_format: str) -> None:
    criteria = wcag_coverage()
    if report_format == "json":
        click.echo(json.dumps(criteria, indent=2))
        return
    for each in criteria:
        name = f"{each['criterion']:<7}{each['level']:<3}"
        click.echo(f"{name} {each['coverage']:<8} {each['title']}")
        if each.get("why"):
            click.echo(f"{'':<20}{each['why']}")
        if each["rules"]:
            click.echo(f"{'':<20}rules: {', '.join(each['rules'])}")
    counts = Counter(each["coverage"] for each in criteria)
    click.echo(
        f"\n{len(criteria)} criteria: {counts['decided']} decided, {counts['partly']} partly, "
        f"{counts['person']} need a person."
    )


def as_data(rule: Rule) -> dict[str, Any]:
    """A rule as ``ptlint rules --format json`` gives it."""
    return {
        "name": rule.name,
        "category": rule.category,
        "title": rule.title,
        "severity": rule.severity.value,
        "fix": rule.fix,
        "formats": list(rule.formats),
        "scope": rule.scope.value,
        "profiles": list(rule.profiles),
        "wcag": list(rule.wcag),
        "act": list(rule.act),
        "axe": list(rule.axe),
        "standards": list(rule.standards),
        "aliases": list(rule.aliases),
        "summary": rule.summary,
        "options": [
            {"name": option.name, "default": option.default, "doc": option.doc}
            for option in rule.options
        ],
    }
