"""What one ``ptlint check`` of one page costs from nothing: CPU of whole processes.

    python benchmarks/cold_start.py [PAGE] [--runs N] [--against COMMAND]

PAGE is ../shared/bench/pages/seed.txt beside the repository unless named. Times are user and
system time of the process as the system counts them; the first run, which may have to compile
modules and has no outcome to remember, is not counted. ``--against`` gives another program's
command, run in turn with ptlint so that both meet the same load. A bare import of what ptlint
cannot do without (click and lxml) runs in turn too: it says how busy the machine is.
"""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT.parent / "shared" / "bench" / "pages" / "seed.txt"


def main() -> None:
    options = _options()
    if not options.page.is_file():
        raise SystemExit(f"there is no page {options.page}: name one")
    check = [sys.executable, "-m", "ptlint", "check", "--no-config", "--exit-zero"]
    page = str(options.page.resolve())
    commands = {
        "import click, lxml.etree": [sys.executable, "-c", "import click, lxml.etree"],
        "ptlint check --no-cache": [*check, "--no-cache", page],
        "ptlint check, the page unchanged since the run before": [*check, page],
    }
    if options.against:
        commands[options.against] = shlex.split(options.against)
    print(f"{'CPU ms of':<60} {'least':>6} {'median':>7}")
    for name, times in measured(commands, options.runs).items():
        print(f"{name[:60]:<60} {min(times):>6.0f} {median(times):>7.0f}")


def measured(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, list[float]]:
    """CPU milliseconds of each run of each command, all commands in turn."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            spent = cpu_milliseconds(command)
            if number:
                times[name].append(spent)
    return times


def cpu_milliseconds(command: Sequence[str]) -> float:
    """User and system time of one process and its children, in milliseconds."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    # An installed program has its modules compiled; a checkout has after the first run.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{shlex.join(command)} ended with {process.returncode}")
    return 1000 * (usage.ru_utime + usage.ru_stime)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("page", nargs="?", type=Path, default=PAGE)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--against", metavar="COMMAND")
    return parser.parse_args()


if __name__ == "__main__":
    main()
