"""Fixing files: each is read, fixed in passes, checked again and written in one step."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence

from ptlint.catalogue.rule import Rule
from ptlint.config.settings import Settings
from ptlint.findings.finding import Finding, Problem
from ptlint.findings.fixing import CannotFix, Fixed, fix_source
from ptlint.findings.outcome import Outcome
from ptlint.findings.patch import patch
from ptlint.lint import lint
from ptlint.record import lazy, record, replace
from ptlint.source.load import read_bytes
from ptlint.source.source import Source, read
from ptlint.source.unreadable import UnreadableFile
from ptlint.source.write import CannotWrite, write_atomically

#: Which of a page's findings are wanted: those on changed lines, those not in a baseline …
#: It is given the page as it was read and as it is after some passes.
Wanted = Callable[[Source, Source, Sequence[Finding]], Sequence[Finding]]


def fix_file(
    path: str,
    settings: Settings,
    rules: Mapping[str, Rule],
    stdin_name: str = "-",
    *,
    unsafe: bool = False,
    write: bool = True,
    wanted: Wanted | None = None,
) -> Outcome:
    """Fixes one file; what cannot be read, fixed or written becomes a problem.

    Args:
        unsafe: apply fixes that need a look afterwards as well.
        write: put the result in place; otherwise ``Outcome.patch`` holds what would change.
        wanted: chooses the findings that may be fixed; all when left out.

    Returns:
        the outcome of the page as it is afterwards, with what was fixed.
    """
    from ptlint.run import own_fault, reported_path, unchecked

    name = stdin_name if path == "-" else reported_path(path, settings.root)
    try:
        data = read_bytes(path, settings.max_bytes)
        task = _Task(read(name, data, limit=settings.max_bytes), settings, rules, unsafe, wanted)
    except UnreadableFile as error:
        return unchecked(name, error.reason)
    try:
        fixed = task.fixed
        after = fixed.source.encode(fixed.source.text) if fixed.applied else data
        if write and path != "-":
            _put(path, data, after, settings.max_bytes)
    except (CannotFix, CannotWrite) as error:
        reason = error.reason if isinstance(error, CannotWrite) else str(error)
        return _with_problem(task.before, name, reason)
    except Exception as error:
        # Whatever a page does to a reader, the other pages are still fixed.
        return unchecked(name, own_fault(error))
    change = after if path == "-" and write else patch(_patch_name(path, name), data, after)
    outcome = replace(task.after, fixed=fixed.applied, change=change)
    return _with_problem(outcome, name, _circle(fixed)) if fixed.circle else outcome


@record
class _Task:
    """One page to fix, with everything its passes need."""

    source: Source
    settings: Settings
    rules: Mapping[str, Rule]
    unsafe: bool
    wanted: Wanted | None

    @lazy
    def fixed(self) -> Fixed:
        return fix_source(self.source, self._look, self.unsafe)

    @lazy
    def before(self) -> Outcome:
        return lint(self.source, self.settings, self.rules)

    @lazy
    def after(self) -> Outcome:
        """The outcome of the fixed page."""
        return lint(self.fixed.source, self.settings, self.rules)

    def _look(self, source: Source) -> Sequence[Finding]:
        outcome = self.before if source is self.source else self._lint(source)
        found = outcome.findings
        return self.wanted(self.source, source, found) if self.wanted else found

    def _lint(self, source: Source) -> Outcome:
        return lint(source, self.settings, self.rules)


def _put(path: str, before: bytes, after: bytes, limit: int) -> None:
    if after == before:
        return
    try:
        unchanged = read_bytes(path, limit) == before
    except UnreadableFile:
        unchanged = False
    if not unchanged:
        raise CannotWrite(path, "was changed by another program just now and left as it is")
    write_atomically(path, after)


def _patch_name(path: str, name: str) -> str:
    """The path from the current folder, as ``git apply`` there will look for it."""
    if path == "-":
        return name
    below = os.path.relpath(path)
    return (name if below.startswith("..") else below).replace(os.sep, "/")


def _circle(fixed: Fixed) -> str:
    names = " and ".join(fixed.circle)
    return (
        f"the fixes of {names} undo each other here, so they were left out. "
        "This is a fault of ptlint: please report it."
    )


def _with_problem(outcome: Outcome, name: str, reason: str) -> Outcome:
    return replace(outcome, problems=(*outcome.problems, Problem(name, reason, checked=True)))
