"""``ptlint rules`` and ``ptlint rule NAME``: what is checked, and why."""

from __future__ import annotations

import json
from typing import Any

import click

from ptlint.catalogue.index import built_in_rules, rules_folder
from ptlint.catalogue.page import read_page
from ptlint.catalogue.rule import Rule
from ptlint.config.load import nearest


@click.command()
@click.option("--format", "report_format", type=click.Choice(["text", "json"]), default="text")
@click.option("--category", help="Only the rules of this category.")
def rules(report_format: str, category: str | None) -> None:
    """List every rule."""
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
