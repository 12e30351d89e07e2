"""The catalogue of rules: all rule pages as one value.

Reading a hundred and more pages costs tens of milliseconds, so the build writes an index of
their front matter into ``ptlint/_index``. In a checkout it is used only while it describes exactly
the pages that are there; otherwise (a page was edited) the pages themselves are read.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ptlint.catalogue.rule import Option, Rule, Scope
from ptlint.findings.finding import Severity
from ptlint.record import as_table
from ptlint.vocabulary import INDEX, rules_are_installed, rules_folder

__all__ = ["built_in_rules", "read_rules", "rule_paths", "rules_folder", "write_index"]

_RULES = INDEX / "rules.json"
_SEVERITIES = {each.value: each for each in Severity}
_SCOPES = {each.value: each for each in Scope}
#: Fields that are tuples, which JSON gives as lists.
_LISTED = ("formats", "profiles", "wcag", "act", "axe", "standards", "aliases")


def rule_paths(folder: Path) -> list[Path]:
    """Every rule page below ``folder``: one folder a category, vocabularies left out."""
    return sorted(path for path in folder.glob("*/*.md") if path.parent.name != "vocabulary")


@cache
def built_in_rules() -> Mapping[str, Rule]:
    """The rules that ship with ptlint, by name."""
    folder = rules_folder()
    rules = _indexed(folder) or _read(rule_paths(folder))
    return {rule.name: rule for rule in rules}


def read_rules(folders: Iterable[Path]) -> Mapping[str, Rule]:
    """Rules from a site's own folders of rule pages.

    Raises:
        RulePageError: a page cannot be used.
    """
    paths = [path for folder in folders for path in sorted(folder.rglob("*.md"))]
    return {rule.name: rule for rule in _read(paths)}


def write_index(folder: Path, target: Path) -> None:
    """Writes the index that the installed package starts from (called by the build)."""
    target.mkdir(exist_ok=True)
    rules = [_plain(as_table(rule)) for rule in _read(rule_paths(folder))]
    content = {"pages": _stamp(folder), "rules": rules}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    (target / "rules.json").write_text(text, encoding="utf-8")


def _read(paths: Iterable[Path]) -> list[Rule]:
    # The reader of pages is not needed, so not imported, where the index holds.
    from ptlint.catalogue.page import read_page

    return [read_page(path).rule for path in paths]


def _stamp(folder: Path) -> dict[str, int]:
    """The size of each rule page; asked at every start, so without a path object a page."""
    with os.scandir(folder) as found:
        categories = [each.path for each in found if each.is_dir() and each.name != "vocabulary"]
    return {
        f"{os.path.basename(category)}/{page.name}": page.stat().st_size  # noqa: PTH119
        for category in categories
        for page in os.scandir(category)
        if page.name.endswith(".md")
    }


def _plain(rule: dict[str, Any]) -> dict[str, Any]:
    # No profile at all is something else than the default: such a rule is off.
    return {k: v for k, v in rule.items() if k == "profiles" or v not in ("", (), {}, None)}


def _indexed(folder: Path) -> list[Rule] | None:
    try:
        content = json.loads(_RULES.read_bytes())
    except (OSError, ValueError):
        return None
    if not rules_are_installed() and content.get("pages") != _stamp(folder):
        return None
    return [_from_index(entry) for entry in content["rules"]]


def _from_index(entry: dict[str, Any]) -> Rule:
    values = {**entry, **{key: tuple(entry[key]) for key in _LISTED if key in entry}}
    values["severity"] = _SEVERITIES[entry["severity"]]
    values["scope"] = _SCOPES[entry["scope"]]
    if "options" in entry:
        values["options"] = tuple([Option(**option) for option in entry["options"]])
    return Rule(**values)
