"""``ptlint`` and ``python -m ptlint``."""

from __future__ import annotations

import atexit
import gc

from ptlint.garbage import COLLECT_AFTER


def main() -> None:
    """The command line, as a program of its own.

    Modules, rules and vocabularies live as long as the run. Looking through them for garbage while
    they are imported, and once more at the end, costs a twentieth of a run over one page.
    """
    gc.set_threshold(COLLECT_AFTER)
    atexit.register(gc.freeze)
    from ptlint.cli import main as commands

    commands(prog_name="ptlint")


if __name__ == "__main__":
    main()
