"""A run over many files: each is read and checked by itself, one after the other or in turn."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ptlint.catalogue.rule import Rule
from ptlint.config.load import known_rules
from ptlint.config.settings import Settings
from ptlint.findings.finding import Finding, Problem
from ptlint.findings.outcome import Outcome
from ptlint.garbage import COLLECT_AFTER, seldom_collected
from ptlint.record import record
from ptlint.source.load import read_bytes
from ptlint.source.unreadable import UnreadableFile

if TYPE_CHECKING:
    from ptlint.remembered import Memory
    from ptlint.report.criteria import Criterion

#: Below this many files, starting processes costs more than it saves (measured).
_WORTH_A_POOL = 64


@record
class Result:
    """What a run found.

    Attributes:
        files: how many files were checked.
        problems: what went wrong, most of all the files that could not be checked.
        fixed: the findings that were fixed before.
        change: what fixing did or would do, as a patch (of standard input: the fixed page).
        interrupted: the run was stopped by its user before the last file.
        accepted: how many findings a baseline holds, which are left out.
        notes: what else is to be said of the run.
        criteria: the findings by success criterion, where that was asked for.
    """

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    files: int
    suppressed: int
    fixed: tuple[Finding, ...] = ()
    change: bytes = b""
    interrupted: bool = False
    accepted: int = 0
    notes: tuple[str, ...] = ()
    criteria: tuple[Criterion, ...] | None = None


class FileCheck(Protocol):
    """What is done with one file: check it, or fix and check it."""

    def __call__(
        self, path: str, settings: Settings, rules: Mapping[str, Rule], stdin_name: str = "-"
    ) -> Outcome: ...


def run(
    paths: Iterable[str],
    settings: Settings,
    jobs: int = 1,
    before: Iterable[Problem] = (),
    progress: Callable[[int], None] | None = None,
    stdin_name: str = "-",
    check: FileCheck | None = None,
) -> Result:
    """Checks every file; what cannot be read becomes a problem and the run goes on.

    Args:
        paths: files, or "-" for standard input.
        jobs: processes to use; 0 means one a core.
        before: problems already met while looking for files.
        progress: told after each file how many are done.
        stdin_name: the name that standard input is reported and configured under.
        check: what is done with each file; ``check_file`` when left out.
    """
    outcomes: list[Outcome] = []
    interrupted = False
    try:
        with seldom_collected():
            for outcome in _outcomes(list(paths), settings, jobs, stdin_name, check or check_file):
                outcomes.append(outcome)
                if progress:
                    progress(len(outcomes))
    except KeyboardInterrupt:
        interrupted = True
    return Result(
        tuple(sorted((each for one in outcomes for each in one.findings), key=_by_place)),
        (*before, *(each for one in outcomes for each in one.problems)),
        sum(one.checked for one in outcomes),
        sum(one.suppressed for one in outcomes),
        tuple(each for one in outcomes for each in one.fixed),
        b"".join(one.change for one in outcomes),
        interrupted,
        notes=(_stopped(len(outcomes)),) if interrupted else (),
    )


def _stopped(done: int) -> str:
    return f"Stopped after {done} page{'s' * (done != 1)}: the others were not checked."


def _by_place(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.sort_key


def check_file(
    path: str,
    settings: Settings,
    rules: Mapping[str, Rule],
    stdin_name: str = "-",
    memory: Memory | None = None,
) -> Outcome:
    """The outcome for one file, or a problem that says why there is none.

    Args:
        memory: what earlier runs found on pages that have not changed since.
    """
    name = stdin_name if path == "-" else reported_path(path, settings.root)
    try:
        data = read_bytes(path, settings.max_bytes)
        known = memory.recall(name, data) if memory else None
        if known is not None:
            return known
        outcome = _checked(name, data, settings, rules)
        if memory:
            memory.keep(name, data, outcome)
        return outcome
    except UnreadableFile as error:
        return unchecked(name, error.reason)
    except Exception as error:
        # Whatever a page does to a reader, the other pages are still checked.
        return unchecked(name, own_fault(error))


def _checked(name: str, data: bytes, settings: Settings, rules: Mapping[str, Rule]) -> Outcome:
    # Reading and checking are not needed, so not imported, where the outcome is known.
    from ptlint.lint import lint
    from ptlint.source.source import read

    return lint(read(name, data, limit=settings.max_bytes), settings, rules)


def unchecked(name: str, reason: str) -> Outcome:
    """The outcome of a file that could not be checked."""
    return Outcome(problems=(Problem(name, reason),), checked=False)


def own_fault(error: Exception) -> str:
    """What is said of a page that no reader should have failed on."""
    what = f"{type(error).__name__}: {error}"
    return f"could not be read ({what}). This is a fault of ptlint: please report it."


def reported_path(path: str, root: Path) -> str:
    """A path as reports name it: below the root with "/", otherwise as it was given."""
    try:
        absolute = os.path.abspath(path)  # noqa: PTH100 - a link keeps its own name
        return Path(absolute).relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.replace(os.sep, "/")


def _outcomes(
    paths: list[str], settings: Settings, jobs: int, stdin_name: str, check_one: FileCheck
) -> Iterator[Outcome]:
    rules = known_rules(settings)
    check = partial(check_one, settings=settings, rules=rules, stdin_name=stdin_name)
    workers = min(jobs or os.cpu_count() or 1, len(paths))
    if workers <= 1 or len(paths) < _WORTH_A_POOL:
        yield from map(check, paths)
        return
    from concurrent.futures import ProcessPoolExecutor

    chunk = max(1, min(32, len(paths) // (workers * 4)))
    with ProcessPoolExecutor(workers, initializer=_begin_worker) as pool:
        try:
            yield from pool.map(check, paths, chunksize=chunk)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _begin_worker() -> None:
    import signal

    # Ctrl-C is the parent's to answer.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(COLLECT_AFTER)
