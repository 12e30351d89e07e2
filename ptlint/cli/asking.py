"""The options of online checks, and the asking that goes before a check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ptlint.cli.terminal import CannotRun, Progress
from ptlint.config.load import ConfigError, in_its_file, known_rules
from ptlint.config.settings import Settings
from ptlint.record import record, replace

if TYPE_CHECKING:
    from ptlint.online.plan import Plan
    from ptlint.online.session import Told
    from ptlint.run import Result

_Command = TypeVar("_Command", bound=Callable[..., Any])
_MOST_REASONS = 8
_NO_CONTACT = (
    "Servers could not see whom to turn to: set 'contact' to a mail address in the configuration."
)
_THINGS = {
    "doi": "DOI", "work": "record", "pmid": "PubMed number", "link": "address",
    "anchor": "place on a page", "copy": "archived copy",
}  # fmt: skip


def online_options(command: _Command) -> _Command:
    """Adds --online and --online-max-age."""
    age = click.option(
        "--online-max-age", metavar="AGE", help="Ask again what is older, such as 7d, 12h or 0."
    )
    asks = click.option(
        "--online", is_flag=True, help="Ask servers too: DOIs, retractions, links that are dead."
    )
    return asks(age(command))


@record
class Asked:
    """Settings that hold the answers, and what is to be said of the asking."""

    settings: Settings
    notes: tuple[str, ...] = ()
    complete: bool = True

    def told_in(self, result: Result) -> Result:
        """The result with what is to be said of the asking."""
        return replace(
            result,
            notes=(*self.notes, *result.notes),
            interrupted=result.interrupted or not self.complete,
        )


def asked(files: list[str], settings: Settings, online: bool, max_age: str | None) -> Asked:
    """Asks what the pages give to ask, if that was wished for.

    Raises:
        click.UsageError: a page comes from standard input.
        CannotRun: what online checks need is not installed.
        ConfigError: the table [online] or the age cannot be used.
    """
    if max_age is not None and not online:
        raise click.UsageError("--online-max-age goes with --online")
    if not online:
        return Asked(settings)
    if "-" in files:
        raise click.UsageError("--online takes files, not standard input (-)")
    from ptlint.online.collect import collected
    from ptlint.online.session import OnlineMissingError, ask

    plan = _plan(settings, max_age)
    reading = Progress(len(files))
    try:
        wanted = collected(files, settings, known_rules(settings), reading)
    finally:
        reading.clear()
    bar = _Bar()
    try:
        told = ask(wanted, plan, bar)
    except OnlineMissingError as error:
        raise CannotRun(str(error)) from None
    finally:
        bar.clear()
    notes = (*_notes(told), *(_NO_CONTACT,) * (told.asked > 0 and plan.contact is None))
    return Asked(replace(settings, answers=told.answers), notes, told.complete)


def _plan(settings: Settings, max_age: str | None) -> Plan:
    from ptlint.online.plan import plan_of, seconds

    if max_age is not None:
        seconds(max_age)  # what is wrong with it is not the file's fault
    try:
        return plan_of(settings, max_age)
    except ConfigError as error:
        raise in_its_file(error, settings) from None


class _Bar:
    """How many questions of a round are answered, on a terminal and in long runs only."""

    def __init__(self) -> None:
        self._progress: Progress | None = None
        self._total = 0

    def __call__(self, done: int, total: int) -> None:
        if self._progress is None or total != self._total:
            self.clear()
            self._progress, self._total = Progress(total, what="questions answered"), total
        self._progress(done)

    def clear(self) -> None:
        if self._progress:
            self._progress.clear()


def _notes(told: Told) -> Iterator[str]:
    yield from told.troubles
    records = [each.work for each in told.answers.known.values() if each.work]
    sources = Counter(source for work in records for source in work.sources)
    if sources:
        where = ", ".join(f"{name} ({count})" for name, count in sorted(sources.items()))
        yield f"Records of sources, retractions among them, were read at {where}."
    unanswered = Counter(
        (question.kind.value, answer.reason)
        for question, answer in told.answers.known.items()
        if answer.verdict.value == "unknown"
    )
    for (kind, reason), count in unanswered.most_common(_MOST_REASONS):
        thing = _THINGS.get(kind, kind) if count == 1 else _plural(_THINGS.get(kind, kind))
        yield f"Could not check {count} {thing}: {reason}."
    rest = sum(unanswered.values()) - sum(n for _, n in unanswered.most_common(_MOST_REASONS))
    if rest:
        yield f"Could not check {rest} more, each for a reason of its own."
    if not told.complete:
        yield "The online checks were stopped; what was known by then is reported."


def _plural(thing: str) -> str:
    return {"address": "addresses", "archived copy": "archived copies",
            "place on a page": "places on pages"}.get(thing, f"{thing}s")  # fmt: skip
