"""``ptlint check``: the command that everything else is for."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from ptlint.config.load import (
    ConfigError,
    find_config,
    known_rules,
    load_settings,
    require_known,
)
from ptlint.config.settings import PROFILES, Selection, Settings
from ptlint.findings.finding import Problem, Severity
from ptlint.report import FORMATS, View, render
from ptlint.run import Result, run
from ptlint.source.discover import Found, discover

FINDINGS, TROUBLE = 1, 2


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "report_format", type=click.Choice(list(FORMATS)), default="text")
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write the report here.")
@click.option("--select", multiple=True, help="Only these rules, categories or aliases.")
@click.option("--extend-select", multiple=True, help="These as well.")
@click.option("--ignore", multiple=True, help="Never these.")
@click.option("--profile", type=click.Choice(PROFILES), help="The set of rules to start from.")
@click.option("--fail-on", type=click.Choice([each.value for each in Severity]))
@click.option("--max-warnings", type=click.IntRange(min=0), help="Fail above this many warnings.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@click.option("--statistics", is_flag=True, help="Add counts per rule.")
@click.option("--config", type=click.Path(exists=True, dir_okay=False), help="Use this file.")
@click.option("--no-config", is_flag=True, help="Read no configuration file.")
@click.option("--exclude", multiple=True, help="Globs of paths to leave out.")
@click.option("--force-exclude", is_flag=True, help="Leave them out even if named (for hooks).")
@click.option("--stdin-filename", default="-", help="The name that - stands for.")
@click.option("--jobs", "-j", type=click.IntRange(min=0), default=1, help="Processes; 0: all cores.")
def check(  # noqa: PLR0917 - one parameter an option, as click hands them over
    paths: tuple[str, ...],
    report_format: str,
    output: str | None,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    fail_on: str | None,
    max_warnings: int | None,
    exit_zero: bool,
    statistics: bool,
    config: str | None,
    no_config: bool,
    exclude: tuple[str, ...],
    force_exclude: bool,
    stdin_filename: str,
    jobs: int,
) -> None:
    """Check PATHS: files, folders, globs or - for standard input."""
    try:
        settings = _settings(config, no_config, paths)
        chosen = Selection(profile, _names(select), _names(extend_select), _names(ignore))
        settings = _with_choice(settings, chosen, fail_on, max_warnings)
        result = _checked(
            paths, replace(settings, exclude=settings.exclude + exclude),
            force_exclude, jobs, stdin_filename,
        )  # fmt: skip
    except ConfigError as error:
        raise click.UsageError(str(error)) from None
    _write(render(report_format, result, _view(settings, output, statistics)), output)
    sys.exit(0 if exit_zero and not result.problems else exit_code(result, settings))


def exit_code(result: Result, settings: Settings) -> int:
    """0: nothing at or above ``fail_on``; 1: findings; 2: a file could not be checked."""
    if result.problems:
        return TROUBLE
    limit = Severity(settings.fail_on).weight
    warnings = sum(each.severity is Severity.WARNING for each in result.findings)
    too_many = settings.max_warnings is not None and warnings > settings.max_warnings
    failing = any(each.severity.weight >= limit for each in result.findings)
    return FINDINGS if failing or too_many else 0


def _settings(config: str | None, no_config: bool, paths: tuple[str, ...]) -> Settings:
    if no_config:
        return Settings(root=Path.cwd())
    return load_settings(Path(config) if config else find_config(_start(paths)))


def _start(paths: tuple[str, ...]) -> Path:
    """Where the search for a configuration begins: the common folder of what is checked."""
    named = [os.path.abspath(path) for path in paths if path != "-"]
    if not named:
        return Path.cwd()
    common = Path(os.path.commonpath(named))
    return common if common.is_dir() else common.parent


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _with_choice(
    settings: Settings, chosen: Selection, fail_on: str | None, max_warnings: int | None
) -> Settings:
    """The settings with what the command line asks for on top."""
    require_known(
        (*chosen.select, *chosen.extend_select, *chosen.ignore), known_rules(settings), "option"
    )
    before = settings.selection
    selection = replace(
        before,
        profile=chosen.profile or before.profile,
        select=chosen.select or (() if chosen.profile else before.select),
        extend_select=before.extend_select + chosen.extend_select,
        ignore=before.ignore + chosen.ignore,
    )
    return replace(
        settings,
        selection=selection,
        fail_on=fail_on or settings.fail_on,
        max_warnings=settings.max_warnings if max_warnings is None else max_warnings,
    )


def _checked(
    paths: tuple[str, ...], settings: Settings, force: bool, jobs: int, stdin_name: str
) -> Result:
    named = paths or settings.paths or (".",)
    files: list[str] = []
    problems: list[Problem] = []
    for found in discover(
        named,
        exclude=settings.exclude,
        include=settings.include,
        force_exclude=force,
        root=str(settings.root),
    ):
        if isinstance(found, Found):
            files.append(found.path)
        else:
            problems.append(Problem(found.path, found.message))
    return run(files, settings, jobs, problems, stdin_name=stdin_name)


def _view(settings: Settings, output: str | None, statistics: bool) -> View:
    terminal = output is None and sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size((100, 24)).columns if terminal else 100
    return View(colour, width, statistics, lambda path: _text(settings.root, path))


def _text(root: Path, path: str) -> str:
    from ptlint.source.source import read
    from ptlint.source.unreadable import UnreadableFile

    try:
        file = root / path
        return read(path, (file if file.exists() else Path(path)).read_bytes()).text
    except (OSError, UnreadableFile):
        return ""


def _write(report: str, output: str | None) -> None:
    if output is None:
        click.echo(report, nl=False)
        return
    try:
        Path(output).write_text(report, encoding="utf-8")
    except OSError as error:
        raise click.UsageError(f"{output}: cannot be written: {error.strerror}") from None
