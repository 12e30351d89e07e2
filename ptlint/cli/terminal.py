"""What depends on the terminal: colours, width, progress, and writing a report out."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from ptlint.run import Result

#: Seconds before a run is long enough to show how far it is.
_LONG = 1.0
_STEP = 0.1


class CannotRun(click.ClickException):
    """What the user has to mend before a run; the command itself was written rightly."""

    exit_code = 2


def wants_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """May the stream be written to in colour?

    FORCE_COLOR asks for it, NO_COLOR (no-color.org) forbids it, both with any value but an
    empty one; FORCE_COLOR=0 forbids it too. Without them a terminal that can gets colour.
    """
    forced = environment.get("FORCE_COLOR")
    if environment.get("NO_COLOR") or forced == "0":
        return False
    return bool(forced) or (stream.isatty() and environment.get("TERM") != "dumb")


def columns_of(stream: TextIO) -> int:
    """How many columns a report may take: the terminal's, 100 where there is none."""
    if not stream.isatty() and not os.environ.get("COLUMNS"):
        return 100
    import shutil

    return shutil.get_terminal_size((100, 24)).columns


class Progress:
    """How many pages are done, on a terminal and in long runs only.

    Args:
        total: how many pages there are.
        what: what is counted, if not pages.
    """

    def __init__(self, total: int, stream: TextIO | None = None, what: str = "pages") -> None:
        self._total, self._stream, self._what = total, stream or sys.stderr, what
        self._shown = 0
        self._next = time.monotonic() + _LONG
        self._live = self._stream.isatty() and os.environ.get("TERM") != "dumb"

    def __call__(self, done: int) -> None:
        if not self._live or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _STEP
        line = f"  {done} of {self._total} {self._what}"
        self._stream.write("\r" + line)
        self._stream.flush()
        self._shown = len(line)

    def clear(self) -> None:
        """Takes the line away, so that the report starts on an empty one."""
        if self._shown:
            self._stream.write("\r" + " " * self._shown + "\r")
            self._stream.flush()


def write_out(report: str, output: str | None, machine: bool) -> None:
    """Writes a report to a file, or to standard output.

    Args:
        machine: the report is read by a program: UTF-8 whatever the terminal's encoding.

    Raises:
        CannotRun: the file cannot be written.
    """
    # Names of files that are not UTF-8 come as surrogates; people get their bytes back.
    data = report.encode("utf-8", "replace" if machine else "surrogateescape")
    if output is not None:
        _to_file(output, data)
    elif machine or _speaks_utf_8(sys.stdout):
        write_bytes(data)
    else:
        _plain(report)


def summarise(result: Result) -> None:
    """Adds the run to the page that GitHub shows for a job, where there is one."""
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if target:
        from ptlint.report.github import step_summary

        with Path(target).open("a", encoding="utf-8", errors="replace") as file:
            file.write(step_summary(result))


def write_bytes(data: bytes) -> None:
    sys.stdout.flush()
    stream = sys.stdout.buffer
    stream.write(data)
    stream.flush()


def say(text: str) -> None:
    """A message beside the report, on standard error."""
    click.echo(text.encode("utf-8", "surrogateescape"), err=True)


def quietly(function: Callable[[], None]) -> None:
    """Runs what writes; a reader that has gone away (``| head -1``) ends the program in peace."""
    try:
        function()
    except BrokenPipeError:
        drop_output()


def drop_output() -> None:
    """Lets go of what could not be written: the interpreter would try again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speaks_utf_8(stream: TextIO) -> bool:
    return (stream.encoding or "").lower().replace("-", "") == "utf8"


def _plain(report: str) -> None:
    encoding = sys.stdout.encoding or "ascii"
    write_bytes(report.encode(encoding, "replace"))


def _to_file(output: str, data: bytes) -> None:
    from ptlint.source.write import CannotWrite, write_atomically

    try:
        write_atomically(output, data)
    except CannotWrite as error:
        raise CannotRun(str(error)) from None
