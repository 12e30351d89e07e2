"""The options that say what is checked, shared by the commands that check."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from ptlint.config.load import find_config, known_rules, load_settings, require_known
from ptlint.config.settings import PROFILES, Selection, Settings
from ptlint.findings.finding import Problem
from ptlint.record import record, replace
from ptlint.source.discover import Found, discover

_Command = TypeVar("_Command", bound=Callable[..., Any])

_OPTIONS = (
    click.argument("paths", nargs=-1, type=click.Path(readable=False)),
    click.option("--select", multiple=True, help="Only these rules, categories or aliases."),
    click.option("--extend-select", multiple=True, help="These as well."),
    click.option("--ignore", multiple=True, help="Never these."),
    click.option("--profile", type=click.Choice(PROFILES), help="The rules to start from."),
    click.option("--config", type=click.Path(exists=True, dir_okay=False), help="Use this file."),
    click.option("--no-config", is_flag=True, help="Read no configuration file."),
    click.option("--exclude", multiple=True, help="Globs of paths to leave out."),
    click.option("--force-exclude", is_flag=True, help="Leave them out even if named (for hooks)."),
    click.option(
        "--jobs", "-j", type=click.IntRange(min=0), default=1, help="Processes; 0: all cores."
    ),
)


@record
class Choice:
    """What a command was asked to check."""

    paths: tuple[str, ...]
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    profile: str | None
    config: str | None
    no_config: bool
    exclude: tuple[str, ...]
    force_exclude: bool
    jobs: int


def choice_options(command: _Command) -> _Command:
    """Adds the options; the command takes them as keywords and hands them to ``Choice``."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def settings_for(choice: Choice) -> Settings:
    """The settings of the configuration file with what the command line asks for on top.

    Raises:
        ConfigError: the file or a name on the command line cannot be used.
    """
    settings = _configured(choice)
    chosen = Selection(
        choice.profile, _names(choice.select), _names(choice.extend_select), _names(choice.ignore)
    )
    rules = known_rules(settings)
    require_known(chosen.select, rules, "--select")
    require_known(chosen.extend_select, rules, "--extend-select")
    require_known(chosen.ignore, rules, "--ignore")
    return replace(
        settings,
        selection=_on_top(settings.selection, chosen),
        exclude=settings.exclude + choice.exclude,
    )


def files_for(choice: Choice, settings: Settings) -> tuple[list[str], list[Problem]]:
    """The files to check, and the names that lead to none."""
    files: list[str] = []
    problems: list[Problem] = []
    named = choice.paths or _configured_paths(settings)
    for found in discover(
        named,
        exclude=settings.exclude,
        include=settings.include,
        force_exclude=choice.force_exclude,
        root=str(settings.root),
    ):
        if isinstance(found, Found):
            files.append(found.path)
        else:
            problems.append(Problem(found.path, found.message))
    if not files and not problems and not choice.force_exclude:
        # A wrong folder must not look like a site without faults.
        problems.append(Problem(named[0], "holds no page to check"))
    return files, problems


def on_disk(root: Path, path: str) -> Path:
    """Where the file of a reported path is."""
    below = root / path
    return below if below.exists() else Path(path)


def _configured_paths(settings: Settings) -> tuple[str, ...]:
    """The configuration's paths start at its own folder, wherever the command runs."""
    return tuple(os.path.relpath(settings.root / each) for each in settings.paths) or (".",)


def _configured(choice: Choice) -> Settings:
    if choice.no_config:
        return Settings(root=Path.cwd())
    named = choice.config
    return load_settings(Path(named) if named else find_config(_start(choice.paths)))


def _start(paths: tuple[str, ...]) -> Path:
    """Where the search for a configuration begins: the common folder of what is checked."""
    named = [os.path.abspath(path) for path in paths if path != "-"]  # noqa: PTH100
    if not named:
        return Path.cwd()
    common = Path(os.path.commonpath(named))
    return common if common.is_dir() else common.parent


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _on_top(before: Selection, chosen: Selection) -> Selection:
    return replace(
        before,
        profile=chosen.profile or before.profile,
        select=chosen.select or (() if chosen.profile else before.select),
        extend_select=before.extend_select + chosen.extend_select,
        ignore=before.ignore + chosen.ignore,
    )
