"""Showing what came of a run: the report, what is said beside it, and the exit code."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

from ptlint.cli.narrow import text_on_disk
from ptlint.cli.terminal import (
    columns_of,
    say,
    summarise,
    wants_colour,
    write_bytes,
    write_out,
)
from ptlint.cli.wishes import Wishes
from ptlint.config.settings import Settings
from ptlint.exit_codes import FINDINGS, STOPPED, TROUBLE
from ptlint.findings.finding import Severity
from ptlint.report import FOR_PEOPLE, View, render
from ptlint.run import Result


def exit_code(result: Result, settings: Settings, wishes: Wishes) -> int:
    """0: nothing at or above ``fail_on``; 1: findings; 2: a file could not be checked.

    With --diff, 1 says that something would change.
    """
    if result.interrupted:
        return STOPPED
    if result.problems:
        return TROUBLE
    failing = bool(result.change) if wishes.diff else _fails(result, settings)
    return FINDINGS if failing and not wishes.exit_zero else 0


def _fails(result: Result, settings: Settings) -> bool:
    limit = Severity(settings.fail_on).weight
    warnings = sum(each.severity is Severity.WARNING for each in result.findings)
    too_many = settings.max_warnings is not None and warnings > settings.max_warnings
    return too_many or any(each.severity.weight >= limit for each in result.findings)


def show(result: Result, settings: Settings, wishes: Wishes, from_stdin: bool) -> None:
    """Writes the report; beside a patch or a fixed page it goes to standard error."""
    if wishes.diff:
        write_bytes(result.change)
        _say_aside(result, "would fix")
        return
    report = render(wishes.report_format, result, _view(settings, wishes, from_stdin))
    if wishes.fix and from_stdin:
        write_bytes(result.change)
        say(report.rstrip("\n"))
    else:
        write_out(report, wishes.output, wishes.report_format not in FOR_PEOPLE)
    if wishes.report_format != "text":
        _say_aside(result)
    if wishes.report_format == "github":
        summarise(result)


def _say_aside(result: Result, done: str = "fixed") -> None:
    """What only the text report has room for."""
    from ptlint.report.text import aside

    for line in aside(result, done):
        say(line)


def _view(settings: Settings, wishes: Wishes, from_stdin: bool) -> View:
    colour = wishes.output is None and wants_colour(sys.stdout, os.environ)
    width = 100 if wishes.output else columns_of(sys.stdout)
    # A file of that name may hold something else than what came from standard input.
    elsewhere = wishes.stdin_filename if from_stdin else None
    sources = partial(_text_of, settings.root, elsewhere)
    return View(colour, width, wishes.statistics, sources, settings)


def _text_of(root: Path, elsewhere: str | None, path: str) -> str:
    return "" if path == elsewhere else text_on_disk(root, path)
