"""``ptlint`` and ``python -m ptlint``."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from ptlint.garbage import COLLECT_AFTER

#: What keeps files, processes or figures that want an orderly end.
_ORDERLY = frozenset({"multiprocessing", "sqlite3", "coverage", "cProfile", "pdb"})


def main() -> None:
    """The command line, as a program of its own.

    Modules, rules and vocabularies live as long as the run. Looking through them for garbage while
    they are imported, and once more at the end, costs a twentieth of a run over one page.
    """
    gc.set_threshold(COLLECT_AFTER)
    atexit.register(gc.freeze)
    from ptlint.cli import main as commands

    try:
        commands(prog_name="ptlint")
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            _end_at_once(end.code or 0)
        raise


def _end_at_once(code: int) -> None:
    """Leaves it to the system to take the run's objects away, which costs Python 4 ms."""
    if not _ORDERLY.isdisjoint(sys.modules):
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return  # the interpreter, which tries again, knows what to say of it
    os._exit(code)


if __name__ == "__main__":
    main()
