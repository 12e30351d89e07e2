"""How the program ends: closed streams, a full disk, a profiler, standard input that is closed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="there is no full device here")


def ended(
    arguments: str, folder: Path, program: str = "-m ptlint"
) -> subprocess.CompletedProcess[str]:
    """What a shell says of the program, called with redirections."""
    command = f"{sys.executable} {program} {arguments}"
    return subprocess.run(
        command, shell=True, cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.skipif(sys.platform == "win32", reason="redirections of a POSIX shell")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ("--version >&-", 0, ""),
        ("--help >&-", 0, ""),
        ("--version 2>&- >/dev/null", 0, ""),
        ("check - <&-", 2, ""),
        ("outline - <&-", 2, "standard input"),
        pytest.param("--version >/dev/full", 2, "cannot go on: No space left", marks=needs_full),
        pytest.param("--help >/dev/full", 2, "cannot go on: No space left", marks=needs_full),
    ],
)
def test_streams_that_are_closed_or_full(
    arguments: str, code: int, said: str, tmp_path: Path
) -> None:
    result = ended(arguments, tmp_path)
    assert result.returncode == code
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_a_profile_is_still_printed(tmp_path: Path) -> None:
    result = ended("--version", tmp_path, "-m cProfile -m ptlint")
    assert "function calls" in result.stdout


def test_long_output_comes_whole(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Gout is  a painful illness. \n\n" * 3_000)
    result = ended("check --no-cache --no-config --format json page.txt | tail -c 3", tmp_path)
    assert result.stdout.rstrip().endswith("}")


def test_a_mistyped_path_leaves_the_baseline_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Gout is  a painful illness.\n")
    assert ended("baseline page.txt", tmp_path).returncode == 0
    before = (tmp_path / "ptlint-baseline.json").read_bytes()
    result = ended("baseline pgae.txt", tmp_path)
    assert result.returncode == 2
    assert "no baseline was written" in result.stderr
    assert (tmp_path / "ptlint-baseline.json").read_bytes() == before


def test_frames_of_standard_input_are_not_read_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Other\n\nSomething  else.\n")
    arguments = "check - --stdin-filename a.md --select double-space"
    (tmp_path / "page.md").write_text("# Gout\n\nGout is  a painful illness.\n")
    result = ended(f"{arguments} <page.md", tmp_path)
    assert "double-space" in result.stdout
    assert "Something" not in result.stdout
