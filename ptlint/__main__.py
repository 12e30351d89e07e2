"""``ptlint`` and ``python -m ptlint``."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress

from ptlint.exit_codes import STOPPED, TROUBLE
from ptlint.garbage import COLLECT_AFTER

#: What keeps processes, files or figures that want an orderly end.
_ORDERLY = frozenset({"multiprocessing", "sqlite3", "coverage", "_lsprof"})


def main() -> None:
    """The command line, as a program of its own.

    Modules, rules and vocabularies live as long as the run. Looking through them for garbage while
    they are imported, and once more at the end, costs a twentieth of a run over one page.
    """
    gc.set_threshold(COLLECT_AFTER)
    atexit.register(gc.freeze)
    try:
        from ptlint.cli import main as commands

        commands(prog_name="ptlint")
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            _end_at_once(end.code or 0)
        raise
    except KeyboardInterrupt:
        _end_with("Stopped.", STOPPED)
    except OSError as error:  # a full disk behind "--version >file"
        _end_with(f"Error: cannot go on: {error.strerror or error}", TROUBLE)


def _end_at_once(code: int) -> None:
    """Leaves it to the system to take the run's objects away, which costs Python 4 ms."""
    watched = sys.getprofile() or sys.gettrace()
    if watched or not _ORDERLY.isdisjoint(sys.modules):
        return
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # as with ">&-"
                stream.flush()
    except (OSError, ValueError):
        return  # the interpreter, which tries again, knows what to say of it
    os._exit(code)


def _end_with(message: str, code: int) -> None:
    with suppress(Exception):
        sys.stderr.write(f"{message}\n")
        sys.stderr.flush()
    os._exit(code)  # what is still to be written cannot be


if __name__ == "__main__":
    main()
