"""A run over many files: each is read and checked by itself, one after the other or in turn."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ptlint.catalogue.rule import Rule
from ptlint.config.load import known_rules
from ptlint.config.settings import Settings
from ptlint.findings.finding import Finding, Problem
from ptlint.lint import Outcome, lint
from ptlint.source.load import read_bytes
from ptlint.source.source import read
from ptlint.source.unreadable import UnreadableFile

#: Below this many files, starting processes costs more than it saves (measured).
_WORTH_A_POOL = 64


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found.

    Attributes:
        files: how many files were checked.
        problems: the files that could not be.
    """

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    files: int
    suppressed: int


def run(
    paths: Iterable[str],
    settings: Settings,
    jobs: int = 1,
    before: Iterable[Problem] = (),
    progress: Callable[[int], None] | None = None,
    stdin_name: str = "-",
) -> Result:
    """Checks every file; what cannot be read becomes a problem and the run goes on.

    Args:
        paths: files, or "-" for standard input.
        jobs: processes to use; 0 means one a core.
        before: problems already met while looking for files.
        progress: told after each file how many are done.
        stdin_name: the name that standard input is reported and configured under.
    """
    findings: list[Finding] = []
    problems, suppressed, files = list(before), 0, 0
    for outcome in _outcomes(list(paths), settings, jobs, stdin_name):
        findings.extend(outcome.findings)
        problems.extend(outcome.problems)
        suppressed += outcome.suppressed
        files += 1
        if progress:
            progress(files)
    findings.sort(key=lambda each: each.sort_key)
    return Result(tuple(findings), tuple(problems), files, suppressed)


def check_file(
    path: str, settings: Settings, rules: Mapping[str, Rule], stdin_name: str = "-"
) -> Outcome:
    """The outcome for one file, or a problem that says why there is none."""
    name = stdin_name if path == "-" else reported_path(path, settings.root)
    try:
        data = read_bytes(path, settings.max_bytes)
        return lint(read(name, data, limit=settings.max_bytes), settings, rules)
    except UnreadableFile as error:
        return Outcome(problems=(Problem(name, error.reason),))
    except (RecursionError, MemoryError) as error:
        return Outcome(problems=(Problem(name, f"is too deeply nested or large ({error})"),))


def reported_path(path: str, root: Path) -> str:
    """A path as reports name it: below the root with "/", otherwise as it was given."""
    try:
        return Path(os.path.abspath(path)).relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.replace(os.sep, "/")


def _outcomes(
    paths: list[str], settings: Settings, jobs: int, stdin_name: str
) -> Iterator[Outcome]:
    rules = known_rules(settings)
    check = partial(check_file, settings=settings, rules=rules, stdin_name=stdin_name)
    workers = min(jobs or os.cpu_count() or 1, len(paths))
    if workers <= 1 or len(paths) < _WORTH_A_POOL:
        yield from map(check, paths)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(check, paths, chunksize=max(1, min(32, len(paths) // (workers * 4))))
