"""The options that say what is done with the findings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from ptlint.cli.asking import online_options
from ptlint.findings.finding import Severity
from ptlint.record import record
from ptlint.report import FORMATS

_Command = TypeVar("_Command", bound=Callable[..., Any])

#: Formats that have room for findings by success criterion.
_WITH_CRITERIA = ("html", "json")

_OPTIONS = (
    click.option("--format", "report_format", type=click.Choice(list(FORMATS)), default="text"),
    click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write the report here."),
    click.option("--by", type=click.Choice(["criterion"]), help="Group by WCAG success criterion."),
    click.option("--fail-on", type=click.Choice([each.value for each in Severity])),
    click.option(
        "--max-warnings", type=click.IntRange(min=0), help="Fail above this many warnings."
    ),
    click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings."),
    click.option("--statistics", is_flag=True, help="Add counts per rule."),
    click.option("--stdin-filename", default="-", help="The name that - stands for."),
    click.option("--fix", is_flag=True, help="Mend what can be mended without a look at it."),
    click.option("--diff", is_flag=True, help="Show what --fix would change; change nothing."),
    click.option("--unsafe-fixes", is_flag=True, help="Mend also what needs a look afterwards."),
    click.option("--baseline", type=click.Path(dir_okay=False), help="Leave out what it accepts."),
    click.option("--no-baseline", is_flag=True, help="Leave the configured baseline aside."),
    click.option("--prune", is_flag=True, help="Take out of the baseline what no longer occurs."),
    click.option("--changed-since", metavar="REF", help="Only what is new since a git revision."),
    click.option("--no-cache", is_flag=True, help="Check unchanged pages again as well."),
    click.option("--watch", is_flag=True, help="Check again whenever a page is saved."),
    online_options,
)


@record
class Wishes:
    """What is to be done with the findings."""

    report_format: str
    output: str | None
    by: str | None
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
    no_cache: bool
    watch: bool
    online: bool
    online_max_age: str | None


def wish_options(command: _Command) -> _Command:
    """Adds the options; the command takes them as keywords and hands them to ``wishes_in``."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def wishes_in(options: dict[str, Any], paths: tuple[str, ...]) -> Wishes:
    """The wishes of a command line.

    Raises:
        click.UsageError: two of them do not go together.
    """
    wishes = Wishes(**options)
    if wishes.unsafe_fixes and not (wishes.fix or wishes.diff):
        raise click.UsageError("--unsafe-fixes goes with --fix, or with --diff for a look first")
    if wishes.fix and "-" in paths and len(paths) > 1:
        raise click.UsageError("--fix takes standard input (-) alone, not with other paths")
    if wishes.by and wishes.report_format not in _WITH_CRITERIA:
        raise click.UsageError(f"--by goes with --format {' or '.join(_WITH_CRITERIA)}")
    return wishes
