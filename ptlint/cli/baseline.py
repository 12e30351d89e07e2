"""``ptlint baseline``: accept today's findings, so that later runs report new ones only."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from ptlint.cli.choice import Choice, choice_options, files_for, settings_for
from ptlint.cli.terminal import CannotRun, Progress, say, write_out
from ptlint.config.load import ConfigError
from ptlint.config.settings import Settings
from ptlint.exit_codes import STOPPED, TROUBLE
from ptlint.findings.baseline import entries_of, written
from ptlint.run import run

#: The name when neither the command line nor the configuration gives one.
NAME = "ptlint-baseline.json"


@click.command()
@choice_options
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write the baseline here.")
def baseline(output: str | None, **options: Any) -> None:
    """Accept the findings of PATHS; "ptlint check" then reports new ones only."""
    choice = Choice(**options)
    try:
        settings = settings_for(choice)
    except ConfigError as error:
        raise CannotRun(str(error)) from None
    files, problems = files_for(choice, settings)
    progress = Progress(len(files))
    result = run(files, settings, choice.jobs, problems, progress)
    progress.clear()
    if result.interrupted:
        say("Stopped: no baseline was written.")
        sys.exit(STOPPED)
    for problem in result.problems:
        say(f"{problem.path}: {problem.title}: {problem.message}")
    if result.problems and not result.files:
        say("No page could be checked: no baseline was written.")
        sys.exit(TROUBLE)
    target = _target(output, settings)
    write_out(written(entries_of(result.findings)), str(target), machine=True)
    pages = f"{result.files} page{'s' * (result.files != 1)}"
    say(f"{target}: {len(result.findings)} findings of {pages} are accepted.")
    if not settings.baseline:
        say(f'Name it in ptlint.toml:  baseline = "{target.name}"')
    sys.exit(TROUBLE if result.problems else 0)


def _target(output: str | None, settings: Settings) -> Path:
    if output:
        return Path(output)
    return settings.root / (settings.baseline or NAME)
