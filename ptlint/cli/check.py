"""``ptlint check``: the command that everything else is for."""

from __future__ import annotations

import sys
from functools import partial
from typing import Any

import click

from ptlint.cli.asking import asked
from ptlint.cli.choice import Choice, choice_options, files_for, settings_for
from ptlint.cli.narrow import (
    Narrow,
    accepted_entries,
    baseline_path,
    changed_pages,
    looked_back,
    narrowed,
    prune,
)
from ptlint.cli.showing import exit_code, show
from ptlint.cli.terminal import CannotRun, Progress, quietly, say
from ptlint.cli.wishes import Wishes, wish_options, wishes_in
from ptlint.config.load import ConfigError
from ptlint.config.settings import Settings
from ptlint.exit_codes import STOPPED
from ptlint.expressions import keep_expressions
from ptlint.record import replace
from ptlint.report import MissingProgram
from ptlint.run import Result, check_file, reported_path, run


@click.command()
@choice_options
@wish_options
def check(**options: Any) -> None:
    """Check PATHS: files, folders, globs or - for standard input."""
    choice = Choice(**{name: options.pop(name) for name in Choice.__match_args__})
    wishes = wishes_in(options, choice.paths)
    try:
        if wishes.watch:
            from ptlint.watch import watch

            watch(choice, partial(_checked_and_shown, wishes=wishes))
        code = _checked_and_shown(choice, wishes)
        keep_expressions()
        sys.exit(code)
    except (ConfigError, MissingProgram) as error:
        raise CannotRun(str(error)) from None
    except KeyboardInterrupt:
        say("Stopped.")
        sys.exit(STOPPED)


def _checked_and_shown(choice: Choice, wishes: Wishes) -> int:
    settings = _strictness(settings_for(choice), wishes)
    result = _checked(choice, settings, wishes)
    if wishes.by:
        from ptlint.report.criteria import with_criteria

        result = with_criteria(result, settings)
    quietly(lambda: show(result, settings, wishes, choice.paths == ("-",)))
    return exit_code(result, settings, wishes)


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
    narrow = looked_back(narrow, online.settings)
    progress = Progress(len(files))
    try:
        result = run(
            files, online.settings, choice.jobs, problems, progress, wishes.stdin_filename,
            check=_file_check(narrow, online.settings, wishes),
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
        changed = changed_pages(wishes.changed_since, files, settings, wishes.stdin_filename)
    return Narrow(settings.root, entries, changed)


def _file_check(narrow: Narrow, settings: Settings, wishes: Wishes) -> Any:
    if not (wishes.fix or wishes.diff):
        return None if wishes.no_cache else _remembering(settings)
    from ptlint.fix import fix_file

    wanted = narrow.of_page if narrow.narrows else None
    return partial(
        fix_file, unsafe=wishes.unsafe_fixes, write=wishes.fix and not wishes.diff, wanted=wanted
    )


def _remembering(settings: Settings) -> Any:
    from ptlint.remembered import memory_for

    return partial(check_file, memory=memory_for(settings))


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
