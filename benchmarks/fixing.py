"""Fixing real pages: once is twice, and ``--diff`` through ``git apply`` is ``--fix``.

    python benchmarks/fixing.py [FOLDER] [--unsafe-fixes]

FOLDER holds pages (default: ``../shared/bench/pages`` beside the repository); they are copied.
"""

from __future__ import annotations

import filecmp
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PAGES = Path(__file__).resolve().parent.parent.parent / "shared" / "bench" / "pages"


def main(words: list[str]) -> int:
    options = [word for word in words if word.startswith("--")]
    named = [word for word in words if not word.startswith("--")]
    folder = Path(named[0]) if named else PAGES
    if not folder.is_dir():
        print(f"There is no folder {folder}: name one that holds pages.")
        return 2
    with tempfile.TemporaryDirectory() as home:
        return compare(folder, Path(home), options)


def compare(folder: Path, home: Path, options: list[str]) -> int:
    copies = {name: shutil.copytree(folder, home / name) for name in ("old", "fixed", "patched")}
    run(copies["fixed"], "--fix", *options)
    once = shutil.copytree(copies["fixed"], home / "once")
    run(copies["fixed"], "--fix", *options)
    change = run(copies["patched"], "--diff", *options)
    subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"],
        cwd=copies["patched"], input=change, check=bool(change),
    )  # fmt: skip
    files = [
        path.relative_to(once).as_posix() for path in sorted(once.rglob("*")) if path.is_file()
    ]
    changed = differing(copies["old"], once, files)
    unstable = differing(once, copies["fixed"], files)
    unlike = differing(once, copies["patched"], files)
    print(f"{len(changed)} of {len(files)} files fixed {' '.join(options)}")
    print(f"{len(unstable)} change when fixed again {unstable[:5]}")
    print(f"{len(unlike)} differ from the applied patch {unlike[:5]}")
    return 1 if unstable or unlike else 0


def differing(first: Path, second: Path, files: list[str]) -> list[str]:
    return [name for name in files if not filecmp.cmp(first / name, second / name, shallow=False)]


def run(folder: Path, *words: str) -> bytes:
    command = [sys.executable, "-m", "ptlint", "check", "--no-config", "-j", "0", *words, "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    if b"Traceback" in done.stderr:
        print(done.stderr.decode())
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
