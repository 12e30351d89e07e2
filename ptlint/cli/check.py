"""``ptlint check``: the command that everything else is for."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import Any

import click

from ptlint.cli.asking import asked, online_options
from ptlint.cli.choice import Choice, choice_options, files_for, settings_for
from ptlint.cli.narrow import (
    Narrow,
    accepted_entries,
    baseline_path,
    changed_lines,
    narrowed,
    prune,
    text_on_disk,
)
from ptlint.cli.terminal import (
    Progress,
    columns_of,
    quietly,
    say,
    summarise,
    wants_colour,
    write_bytes,
    write_out,
)
from ptlint.config.load import ConfigError
from ptlint.config.settings import Settings
from ptlint.findings.finding import Severity
from ptlint.record import record, replace
from ptlint.report import FOR_PEOPLE, FORMATS, MissingProgram, View, render
from ptlint.run import Result, reported_path, run

FINDINGS, TROUBLE, STOPPED = 1, 2, 130


@record
class Wishes:
    """What is to be done with the findings."""

    report_format: str
    output: str | None
    fail_on: str | None
    max_warnings: int | None
    exit_zero: bool
    statistics: bool
    stdin_filename: str
    fix: bool
    diff: bool
    unsafe_fixes: bool
    baseline: str | None
    no_baseline: bool
    prune: bool
    changed_since: str | None
    watch: bool
    online: bool
    online_max_age: str | None


@click.command()
@choice_options
@click.option("--format", "report_format", type=click.Choice(list(FORMATS)), default="text")
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write the report here.")
@click.option("--fail-on", type=click.Choice([each.value for each in Severity]))
@click.option("--max-warnings", type=click.IntRange(min=0), help="Fail above this many warnings.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@click.option("--statistics", is_flag=True, help="Add counts per rule.")
@click.option("--stdin-filename", default="-", help="The name that - stands for.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without a look at it.")
@click.option("--diff", is_flag=True, help="Show what --fix would change; change nothing.")
@click.option("--unsafe-fixes", is_flag=True, help="Mend also what needs a look afterwards.")
@click.option("--baseline", type=click.Path(dir_okay=False), help="Leave out what it accepts.")
@click.option("--no-baseline", is_flag=True, help="Leave the configured baseline aside.")
@click.option("--prune", is_flag=True, help="Take out of the baseline what no longer occurs.")
@click.option("--changed-since", metavar="REF", help="Only lines changed since a git revision.")
@click.option("--watch", is_flag=True, help="Check again whenever a page is saved.")
@online_options
def check(**options: Any) -> None:
    """Check PATHS: files, folders, globs or - for standard input."""
    choice = Choice(**{name: options.pop(name) for name in Choice.__match_args__})
    wishes = Wishes(**options)
    if wishes.unsafe_fixes and not (wishes.fix or wishes.diff):
        raise click.UsageError("--unsafe-fixes goes with --fix, or with --diff for a look first")
    if wishes.fix and "-" in choice.paths and len(choice.paths) > 1:
        raise click.UsageError("--fix takes standard input (-) alone, not with other paths")
    try:
        if wishes.watch:
            from ptlint.watch import watch

            watch(choice, partial(_checked_and_shown, wishes=wishes))
        sys.exit(_checked_and_shown(choice, wishes))
    except (ConfigError, MissingProgram) as error:
        raise click.UsageError(str(error)) from None
    except KeyboardInterrupt:
        say("Stopped.")
        sys.exit(STOPPED)


def exit_code(result: Result, settings: Settings) -> int:
    """0: nothing at or above ``fail_on``; 1: findings; 2: a file could not be checked."""
    if result.interrupted:
        return STOPPED
    if result.problems:
        return TROUBLE
    limit = Severity(settings.fail_on).weight
    warnings = sum(each.severity is Severity.WARNING for each in result.findings)
    too_many = settings.max_warnings is not None and warnings > settings.max_warnings
    failing = any(each.severity.weight >= limit for each in result.findings)
    return FINDINGS if failing or too_many else 0


def _checked_and_shown(choice: Choice, wishes: Wishes) -> int:
    settings = _strictness(settings_for(choice), wishes)
    result = _checked(choice, settings, wishes)
    quietly(lambda: _show(result, settings, wishes, choice.paths == ("-",)))
    if wishes.diff:
        return _code_of_diff(result, wishes)
    code = exit_code(result, settings)
    return 0 if code == FINDINGS and wishes.exit_zero else code


def _strictness(settings: Settings, wishes: Wishes) -> Settings:
    most = wishes.max_warnings
    return replace(
        settings,
        fail_on=wishes.fail_on or settings.fail_on,
        max_warnings=settings.max_warnings if most is None else most,
    )


def _checked(choice: Choice, settings: Settings, wishes: Wishes) -> Result:
    files, problems = files_for(choice, settings)
    narrow = _narrow(files, settings, wishes)
    if narrow.changed is not None:
        names = narrow.changed
        files = [path for path in files if _name(path, settings, wishes) in names]
    online = asked(files, settings, wishes.online, wishes.online_max_age)
    progress = Progress(len(files))
    try:
        result = run(
            files, online.settings, choice.jobs, problems, progress, wishes.stdin_filename,
            check=_file_check(narrow, wishes),
        )  # fmt: skip
    finally:
        progress.clear()
    checked = {_name(path, settings, wishes) for path in files}
    if narrow.narrows:
        result = _narrowed(result, narrow, checked, settings, wishes)
    return online.told_in(result)


def _narrow(files: list[str], settings: Settings, wishes: Wishes) -> Narrow:
    wanted = not wishes.no_baseline
    entries = accepted_entries(settings, wishes.baseline) if wanted else ()
    changed = None
    if wishes.changed_since:
        changed = changed_lines(wishes.changed_since, files, settings, wishes.stdin_filename)
    return Narrow(settings.root, entries, changed)


def _file_check(narrow: Narrow, wishes: Wishes) -> Any:
    if not (wishes.fix or wishes.diff):
        return None
    from ptlint.fix import fix_file

    wanted = narrow.of_page if narrow.narrows else None
    return partial(
        fix_file, unsafe=wishes.unsafe_fixes, write=wishes.fix and not wishes.diff, wanted=wanted
    )


def _narrowed(
    result: Result, narrow: Narrow, checked: set[str], settings: Settings, wishes: Wishes
) -> Result:
    result, idle = narrowed(result, narrow, checked, settings)
    # A run that was stopped has not looked everywhere.
    if not idle or result.interrupted:
        return result
    count = f"{len(idle)} accepted finding{'s' * (len(idle) != 1)}"
    path = baseline_path(settings, wishes.baseline)
    if wishes.prune and path is not None:
        prune(path, narrow.accepted, idle)
        return replace(result, notes=(f"{count} taken out of the baseline.",))
    note = f"{count} of the baseline no longer occur{'s' * (len(idle) == 1)}: tidy with --prune."
    return replace(result, notes=(note,))


def _name(path: str, settings: Settings, wishes: Wishes) -> str:
    return wishes.stdin_filename if path == "-" else reported_path(path, settings.root)


def _show(result: Result, settings: Settings, wishes: Wishes, from_stdin: bool) -> None:
    """Writes the report; beside a patch or a fixed page it goes to standard error."""
    machine = wishes.report_format not in FOR_PEOPLE
    if wishes.diff:
        write_bytes(result.change)
        _say_aside(result)
        return
    view = _view(settings, wishes)
    if wishes.fix and from_stdin:
        write_bytes(result.change)
        say(render(wishes.report_format, result, view).rstrip("\n"))
        return
    write_out(render(wishes.report_format, result, view), wishes.output, machine)
    if machine:
        _say_aside(result)
    if wishes.report_format == "github":
        summarise(result)


def _say_aside(result: Result) -> None:
    """What a report for programs has no room for."""
    from ptlint.report.text import aside

    for line in aside(result):
        say(line)


def _code_of_diff(result: Result, wishes: Wishes) -> int:
    if result.interrupted:
        return STOPPED
    if result.problems:
        return TROUBLE
    return FINDINGS if result.change and not wishes.exit_zero else 0


def _view(settings: Settings, wishes: Wishes) -> View:
    colour = wishes.output is None and wants_colour(sys.stdout, os.environ)
    width = 100 if wishes.output else columns_of(sys.stdout)
    return View(colour, width, wishes.statistics, partial(text_on_disk, settings.root), settings)
