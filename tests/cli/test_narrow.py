"""Baselines and changed lines, as a user's shell runs them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]

PAGE = """# Sore wrists

See https://doi.org/https://doi.org/10.5555/wrist.1 for more about rest.

## Splints

A splint helps, says https://doi.org/https://doi.org/10.5555/splint.2 in its summary.
"""
ONLY = ("check", "--format", "concise")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "ptlint.toml").write_text(
        'baseline = "accepted.json"\nselect = ["doi-doubled-resolver"]\n'
    )
    (tmp_path / "wrists.md").write_text(PAGE)
    return tmp_path


def test_a_baseline_of_everything_leaves_nothing(ptlint: Run, site: Path) -> None:
    assert ptlint(*ONLY).returncode == 2  # there is no such file yet
    assert ptlint("baseline").returncode == 0
    assert len(json.loads((site / "accepted.json").read_text())["findings"]) == 2
    done = ptlint(*ONLY)
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"2 findings accepted" in ptlint("check").stdout
    assert ptlint(*ONLY, "--no-baseline").stdout.count(b"\n") == 2


def test_only_new_findings_are_reported(ptlint: Run, site: Path) -> None:
    ptlint("baseline")
    again = "\nSee https://doi.org/https://doi.org/10.5555/wrist.1 for more.\n"
    (site / "wrists.md").write_text(PAGE + again)
    assert ptlint(*ONLY).stdout.count(b"\n") == 1, "accepted once is not accepted twice"
    (site / "new.md").write_text(PAGE.replace("10.5555", "10.5556"))
    assert ptlint(*ONLY).stdout.count(b"\n") == 3


@pytest.mark.parametrize("move", ["paragraph", "rename", "other page"])
def test_what_moves_stays_accepted(ptlint: Run, site: Path, move: str) -> None:
    ptlint("baseline")
    page = site / "wrists.md"
    parts = PAGE.split("\n\n")
    if move == "paragraph":
        page.write_text("\n\n".join(["Some words before.", *reversed(parts)]))
    elif move == "rename":
        (site / "joints").mkdir()
        page.rename(site / "joints" / "sore-wrists.md")
    else:
        page.write_text("\n\n".join(parts[:2]) + "\n")
        (site / "splints.md").write_text("# Splints\n\n" + parts[3])
    done = ptlint(*ONLY)
    assert (done.returncode, done.stdout) == (0, b""), done.stdout


def test_a_copy_is_new(ptlint: Run, site: Path) -> None:
    ptlint("baseline")
    (site / "copy.md").write_text(PAGE)
    assert ptlint(*ONLY).stdout.count(b"\n") == 2
    assert ptlint(*ONLY, "copy.md").stdout.count(b"\n") == 2


def test_entries_that_have_had_their_day_are_told_and_pruned(ptlint: Run, site: Path) -> None:
    ptlint("baseline")
    (site / "wrists.md").write_text(PAGE.split("## Splints", maxsplit=1)[0])
    assert b"1 accepted finding of the baseline no longer occurs" in ptlint("check").stdout
    assert b"no longer" not in ptlint("check", "--select", "nbsp-stray").stdout
    assert len(json.loads((site / "accepted.json").read_text())["findings"]) == 2
    assert b"taken out" in ptlint("check", "--prune").stdout
    assert len(json.loads((site / "accepted.json").read_text())["findings"]) == 1
    assert b"no longer" not in ptlint("check").stdout


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"version": 2}', '{"version": 1, "findings": [1]}']
)
def test_a_file_that_is_no_baseline(ptlint: Run, site: Path, content: str) -> None:
    (site / "accepted.json").write_text(content)
    done = ptlint(*ONLY)
    assert done.returncode == 2
    assert b"accepted.json" in done.stderr
    assert b"Traceback" not in done.stderr


def test_accepted_findings_are_not_fixed(ptlint: Run, site: Path) -> None:
    ptlint("baseline")
    ptlint("check", "--fix")
    assert (site / "wrists.md").read_text() == PAGE


def git(folder: Path, *words: str) -> None:
    name = ("-c", "user.name=A. Writer", "-c", "user.email=writer@example.org")
    subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(site: Path) -> Path:
    (site / "ptlint.toml").write_text('select = ["doi-doubled-resolver"]\n')
    git(site, "init", "--quiet", "--initial-branch=main")
    git(site, "add", ".")
    git(site, "commit", "--quiet", "-m", "first")
    return site


def changed(ptlint: Run, *words: str) -> bytes:
    return ptlint(*ONLY, "--changed-since", "main", *words).stdout


def test_only_changed_lines_are_reported(ptlint: Run, repository: Path) -> None:
    page = repository / "wrists.md"
    assert changed(ptlint) == b""
    page.write_text(PAGE.replace("A splint helps", "A soft splint helps"))
    assert changed(ptlint).startswith(b"wrists.md:7:")
    assert changed(ptlint).count(b"\n") == 1
    (repository / 'n "e\u00e9w.md').write_text(PAGE)
    assert changed(ptlint).count(b"\n") == 3
    git(repository, "add", ".")
    assert changed(ptlint).count(b"\n") == 3


def test_a_branch_is_compared_with_where_it_began(ptlint: Run, repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "work")
    (repository / "other.md").write_text("# Other\n")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "work")
    git(repository, "checkout", "--quiet", "main")
    (repository / "wrists.md").write_text("# Sore wrists\n")
    git(repository, "commit", "--quiet", "-am", "main went on")
    git(repository, "checkout", "--quiet", "work")
    assert changed(ptlint) == b""


def test_what_deleted_lines_leave_behind_is_reported(ptlint: Run, repository: Path) -> None:
    (repository / "ptlint.toml").write_text('select = ["heading-level-skip"]\n')
    page = repository / "sprains.md"
    text = "# Sprains\n\n## Care\n\nRest.\n\n### Splints\n\n#### Wrist\n\nWear it.\n"
    page.write_text(text + "\n## Later\n\n#### Old fault\n\nWords.\n")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "sprains")
    assert changed(ptlint) == b""
    page.write_text(page.read_text().replace("### Splints\n\n", ""))
    done = changed(ptlint)
    assert done.count(b"\n") == 1, done
    assert done.startswith(b"sprains.md:7:")
    git(repository, "mv", "sprains.md", "strains.md")
    assert changed(ptlint).startswith(b"strains.md:7:")
    assert changed(ptlint).count(b"\n") == 1


def test_fixes_stay_on_changed_lines(ptlint: Run, repository: Path) -> None:
    page = repository / "wrists.md"
    text = "A new first paragraph.\n\n" + PAGE.replace("A splint helps", "A soft splint helps")
    page.write_text(text)
    changed(ptlint, "--fix")
    before, after = text.split("https://doi.org/https://doi.org/10.5555/splint.2")
    assert page.read_text() == f"{before}https://doi.org/10.5555/splint.2{after}"


@pytest.mark.parametrize(
    ("word", "why"), [("nowhere", b"revision"), ("--output=x", b"no revision")]
)
def test_a_revision_that_is_none(ptlint: Run, repository: Path, word: str, why: bytes) -> None:
    done = ptlint("check", f"--changed-since={word}")
    assert done.returncode == 2
    assert why in done.stderr
    assert b"Traceback" not in done.stderr


def test_without_a_repository(ptlint: Run, site: Path) -> None:
    done = ptlint("check", "--no-baseline", "--changed-since", "main")
    assert done.returncode == 2
    assert b"not a git repository" in done.stderr
