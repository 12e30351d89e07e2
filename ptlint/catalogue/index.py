"""The catalogue of rules: all rule pages as one value.

Reading a hundred and more pages costs tens of milliseconds, so the build writes an index of
their front matter into ``ptlint/_index``. It is used only while it describes exactly the pages
that are there; otherwise (a page was edited in a checkout) the pages themselves are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ptlint.catalogue.rule import Option, Rule, Scope
from ptlint.findings.finding import Severity
from ptlint.record import as_table
from ptlint.vocabulary import INDEX, rules_folder

__all__ = ["built_in_rules", "read_rules", "rule_paths", "rules_folder", "write_index"]

_RULES = INDEX / "rules.json"


def rule_paths(folder: Path) -> list[Path]:
    """Every rule page below ``folder``: one folder a category, vocabularies left out."""
    return sorted(path for path in folder.glob("*/*.md") if path.parent.name != "vocabulary")


@cache
def built_in_rules() -> Mapping[str, Rule]:
    """The rules that ship with ptlint, by name."""
    folder = rules_folder()
    paths = rule_paths(folder)
    rules = _indexed(paths, folder) or _read(paths)
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
    paths = rule_paths(folder)
    rules = [_plain(as_table(rule)) for rule in _read(paths)]
    content = {"pages": _stamp(paths, folder), "rules": rules}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    (target / "rules.json").write_text(text, encoding="utf-8")


def _read(paths: Iterable[Path]) -> list[Rule]:
    # The reader of pages is not needed, so not imported, where the index holds.
    from ptlint.catalogue.page import read_page

    return [read_page(path).rule for path in paths]


def _stamp(paths: list[Path], folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in paths}


def _plain(rule: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in rule.items() if value not in ("", (), {}, None)}


def _indexed(paths: list[Path], folder: Path) -> list[Rule] | None:
    try:
        content = json.loads(_RULES.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if content.get("pages") != _stamp(paths, folder):
        return None
    return [_from_index(entry) for entry in content["rules"]]


def _from_index(entry: dict[str, Any]) -> Rule:
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()
    }
    values["severity"] = Severity(entry["severity"])
    values["scope"] = Scope(entry.get("scope", "any"))
    values["options"] = tuple(Option(**option) for option in entry.get("options", ()))
    return Rule(**values)
