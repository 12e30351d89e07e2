"""Checking again whenever a page is saved."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from typing import NoReturn

import click

from ptlint.cli.choice import Choice, files_for, settings_for
from ptlint.record import replace

_PAUSE = 0.4

#: A file's state: when it was written, and how long it is.
State = tuple[int, int]


def watch(choice: Choice, check: Callable[[Choice], int]) -> NoReturn:
    """Checks the pages, then each one that is saved, until Ctrl-C ends it.

    Args:
        choice: what to check; folders are searched again at each look.
        check: checks what it is given and shows the report.
    """
    check(choice)
    _tell(choice)
    for saved in changes(lambda: states(choice)):
        click.clear()
        check(replace(choice, paths=saved))
        _tell(choice)
    raise AssertionError("the changes never end")


def changes(
    look: Callable[[], dict[str, State]], pause: Callable[[], None] = lambda: time.sleep(_PAUSE)
) -> Iterator[tuple[str, ...]]:
    """The files that are new or were written since the look before, whenever there are some."""
    before = look()
    while True:
        pause()
        now = look()
        saved = tuple(path for path, state in now.items() if before.get(path) != state)
        before = now
        if saved:
            yield saved


def states(choice: Choice) -> dict[str, State]:
    """The state of every file that would be checked now."""
    found = {}
    for path in files_for(choice, settings_for(choice))[0]:
        try:
            status = os.stat(path)  # noqa: PTH116 - names of files stay strings
        except OSError:
            continue
        found[path] = (status.st_mtime_ns, status.st_size)
    return found


def _tell(choice: Choice) -> None:
    where = ", ".join(choice.paths) or "this folder"
    click.echo(f"Watching {where}. Ctrl-C ends it.", err=True)
