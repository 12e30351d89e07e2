"""Reading ``ptlint.toml`` or ``[tool.ptlint]``, with errors that name the nearest known key."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from ptlint.catalogue.index import built_in_rules, read_rules
from ptlint.catalogue.rule import Rule, RulePageError
from ptlint.config.settings import PROFILES, Override, Selection, Settings
from ptlint.page.kinds import PageKind
from ptlint.record import replace

_SEVERITIES = ("error", "warning", "suggestion", "off")
_SELECTION = {"profile", "select", "extend-select", "ignore", "rules", "page-kind"}
_RUN: Mapping[str, type | tuple[type, ...]] = {
    "paths": list, "include": list, "exclude": list, "fail-on": str, "max-warnings": int,
    "baseline": str, "rule-paths": list, "plugins": list, "today": (datetime.date, str),
    "max-bytes": int, "contact": str, "online": dict,
}  # fmt: skip


class ConfigError(ValueError):
    """The configuration cannot be used; the message says where and why."""


def find_config(start: Path) -> Path | None:
    """The nearest ptlint.toml, or pyproject.toml with a [tool.ptlint] table, upwards."""
    for folder in (start, *start.parents):
        own = folder / "ptlint.toml"
        if own.is_file():
            return own
        project = folder / "pyproject.toml"
        if project.is_file() and "ptlint" in _toml(project).get("tool", {}):
            return project
    return None


def load_settings(path: Path | None) -> Settings:
    """The settings of a configuration file; the defaults when there is none.

    Raises:
        ConfigError: the file cannot be read, or has unknown keys or wrong values.
    """
    if path is None:
        return Settings(root=Path.cwd())
    table = _toml(path)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("ptlint", {})
    try:
        return replace(_settings(table, path.parent), file=path)
    except ConfigError as error:
        raise _at(path, str(error)) from None


def in_its_file(error: ConfigError, settings: Settings) -> ConfigError:
    """An error that only showed when the settings were used, with their file and the line."""
    return _at(settings.file, str(error)) if settings.file else error


def known_rules(settings: Settings) -> Mapping[str, Rule]:
    """The built-in rules and the site's own, by name.

    Raises:
        ConfigError: a rule page of the site cannot be used.
    """
    if not settings.rule_paths:
        return built_in_rules()
    folders = [settings.root / each for each in settings.rule_paths]
    missing = [str(folder) for folder in folders if not folder.is_dir()]
    if missing:
        raise ConfigError(f"rule-paths: there is no folder {', '.join(missing)}")
    try:
        return {**built_in_rules(), **read_rules(folders)}
    except RulePageError as error:
        raise ConfigError(str(error)) from None


def require_known(selectors: Collection[str], rules: Mapping[str, Rule], where: str) -> None:
    """Every selector names a rule, a category, an alias or "all".

    Raises:
        ConfigError: one does not; the message names the nearest that does.
    """
    known = {"all", *rules}
    known.update(rule.category for rule in rules.values())
    known.update(alias for rule in rules.values() for alias in rule.aliases)
    for selector in selectors:
        if selector not in known:
            raise ConfigError(f"{where}: there is no rule '{selector}'{nearest(selector, known)}")


def nearest(word: str, known: Collection[str]) -> str:
    """ ", did you mean …?" where something close is known."""
    import difflib

    close = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean '{close[0]}'?" if close else ""


def _toml(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _at(path, f"this is no valid TOML: {error}") from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error


def _at(path: Path, message: str) -> ConfigError:
    """The error with the file and, where it can be told, the line."""
    from ptlint.config.place import line_of

    line = line_of(path.read_text(encoding="utf-8", errors="replace"), message)
    return ConfigError(f"{path}:{line}: {message}" if line else f"{path}: {message}")


def _settings(table: Mapping[str, Any], root: Path) -> Settings:
    _known_keys(table, _SELECTION | set(_RUN) | {"overrides"}, "")
    for key, kind in _RUN.items():
        if key in table and not isinstance(table[key], kind):
            raise ConfigError(f"'{key}' cannot be {_kind_of(table[key])}")
    run = {key.replace("-", "_"): _frozen(table[key]) for key in _RUN if key in table}
    if "today" in run:
        run["today"] = _day(run["today"])
    settings = Settings(root=root, **run)
    if settings.fail_on not in _SEVERITIES[:3]:
        raise ConfigError(f"'fail-on' is one of {', '.join(_SEVERITIES[:3])}")
    rules = known_rules(settings)
    return replace(
        settings,
        selection=_selection(table, rules, ""),
        overrides=tuple(_override(each, rules) for each in table.get("overrides", ())),
    )


def _override(table: Mapping[str, Any], rules: Mapping[str, Rule]) -> Override:
    _known_keys(table, _SELECTION | {"paths"}, "overrides: ")
    if not table.get("paths"):
        raise ConfigError("overrides: each needs 'paths', a list of globs")
    return Override(tuple(table["paths"]), _selection(table, rules, "overrides: "))


def _selection(table: Mapping[str, Any], rules: Mapping[str, Rule], where: str) -> Selection:
    profile = table.get("profile")
    if profile is not None and profile not in PROFILES:
        raise ConfigError(f"{where}there is no profile '{profile}'{nearest(profile, PROFILES)}")
    if table.get("page-kind") not in (None, *PageKind):
        raise ConfigError(f"{where}'page-kind' is condition, health, other or fragment")
    for key in ("select", "extend-select", "ignore"):
        if not isinstance(table.get(key, []), list):
            raise ConfigError(f"{where}'{key}' is a list of names")
        require_known(table.get(key, ()), rules, f"{where}{key}")
    severities, options = _rule_tables(table.get("rules", {}), rules, where)
    return Selection(
        profile=profile,
        select=tuple(table.get("select", ())),
        extend_select=tuple(table.get("extend-select", ())),
        ignore=tuple(table.get("ignore", ())),
        severities=severities,
        options=options,
        page_kind=table.get("page-kind"),
    )


def _rule_tables(
    tables: Mapping[str, Any], rules: Mapping[str, Rule], where: str
) -> tuple[dict[str, str], dict[str, dict[str, Any]]]:
    severities: dict[str, str] = {}
    options: dict[str, dict[str, Any]] = {}
    for name, table in tables.items():
        if name not in rules:
            raise ConfigError(f"{where}rules: there is no rule '{name}'{nearest(name, rules)}")
        entry = {"severity": table} if isinstance(table, str) else dict(table)
        if "severity" in entry:
            severities[name] = _severity(entry.pop("severity"), f"{where}rules.{name}")
        _typed_options(entry, rules[name], f"{where}rules.{name}")
        options[name] = entry
    return severities, options


def _severity(value: Any, where: str) -> str:
    if value not in _SEVERITIES:
        raise ConfigError(f"{where}: severity is one of {', '.join(_SEVERITIES)}")
    return str(value)


def _typed_options(entry: Mapping[str, Any], rule: Rule, where: str) -> None:
    defaults = {option.name: option.default for option in rule.options}
    _known_keys(entry, {*defaults, "severity"}, f"{where}: ")
    for name, value in entry.items():
        if not _same_kind(value, defaults[name]):
            wanted, given = _kind_of(defaults[name]), _kind_of(value)
            raise ConfigError(f"{where}.{name} wants {wanted}, not {given}")


def _kind_of(value: Any) -> str:
    """What a value of a configuration file is, in words."""
    kinds = {bool: "true or false", int: "a number", float: "a number", str: "a text"}
    return kinds.get(type(value), "a list" if isinstance(value, (list, tuple)) else "a table")


def _same_kind(value: Any, default: Any) -> bool:
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, (int, float)):
        return isinstance(value, (int, float))
    return isinstance(value, list if isinstance(default, (list, tuple)) else type(default))


def _known_keys(table: Mapping[str, Any], known: Collection[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise ConfigError(f"{where}unknown key '{key}'{nearest(key, known)}")


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _day(value: datetime.date | str) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise ConfigError(f"'today' is a date such as 2026-03-04, not '{value}'") from None
