"""What a commit of one page costs with the hook, beyond pre-commit's own time.

    python benchmarks/precommit.py [--files 500] [--runs 7]

Installs the hook from a clone of this repository's last commit with the real pre-commit program,
in a new repository of 500 pages. A hook that does nothing gives pre-commit's own time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "fixtures" / "sacral-insufficiency-fracture.md"
CONFIG = """repos:
  - repo: {repo}
    rev: {revision}
    hooks:
      - id: ptlint
        args: [--exit-zero]
"""
IDLE = """repos:
  - repo: local
    hooks:
      - {id: idle, name: idle, entry: "true", language: system}
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--runs", type=int, default=7)
    wishes = parser.parse_args()
    program = shutil.which("pre-commit", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if program is None:
        print("The pre-commit program is not installed.")
        return 2
    with tempfile.TemporaryDirectory() as home:
        measure(Path(home), program, wishes.files, wishes.runs)
    return 0


def measure(home: Path, program: str, files: int, runs: int) -> None:
    site, clone = home / "site", home / "ptlint"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    revision = git(clone, "rev-parse", "HEAD").strip()
    site.mkdir()
    git(site, "init", "--quiet")
    for number in range(files):
        shutil.copy(PAGE, site / f"page-{number:03}.md")
    config = site / ".pre-commit-config.yaml"
    config.write_text(IDLE)
    os.environ["PRE_COMMIT_HOME"] = str(home / "store")
    subprocess.run([program, "install"], cwd=site, check=True, capture_output=True)
    commit(site, 0)
    own = sorted(commit(site, run) for run in range(1, runs + 1))
    config.write_text(CONFIG.format(repo=clone, revision=revision))
    first = commit(site, runs + 1)
    full = sorted(commit(site, run) for run in range(runs + 2, 2 * runs + 2))
    cost = statistics.median(full) - statistics.median(own)
    print(f"{files} pages, commits of one page, median of {runs}, wall seconds")
    print(f"first commit, which installs the hook   {first:.2f}")
    print(f"commit with a hook that does nothing    {statistics.median(own):.2f}")
    print(f"commit with ptlint                      {statistics.median(full):.2f}")
    print(f"ptlint's share                          {cost:.2f}")


def commit(site: Path, number: int) -> float:
    page = site / "page-000.md"
    page.write_text(page.read_text() + f"\nA new line, number {number}.\n")
    git(site, "add", "--all")
    start = time.perf_counter()
    git(site, "commit", "--quiet", "-m", f"page {number}")
    return time.perf_counter() - start


def git(folder: Path, *words: str) -> str:
    name = ("-c", "user.name=A. Writer", "-c", "user.email=writer@example.org")
    done = subprocess.run(
        ["git", *name, *words], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
