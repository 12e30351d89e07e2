"""The hooks in the hands of the real pre-commit program, installed from a clone of this folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.precommit

ROOT = Path(__file__).resolve().parents[2]
CLEAN = "# Sore wrists\n\nRest helps most people with sore wrists.\n"
BAD = CLEAN + "\nSee https://doi.org/https://doi.org/10.5555/wrist.1 for more.\n"
Hook = Callable[..., subprocess.CompletedProcess[str]]


def git(folder: Path, *words: str) -> None:
    name = ("-c", "user.name=A. Writer", "-c", "user.email=writer@example.org")
    subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True)


def program() -> str | None:
    beside = Path(sys.executable).with_name("pre-commit")
    return str(beside) if beside.exists() else shutil.which("pre-commit")


def repository(folder: Path) -> Path:
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


@pytest.fixture(scope="session")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A repository with the files of this one as they are now, and pre-commit's store."""
    if program() is None:
        pytest.skip("the pre-commit program is not installed")
    home = tmp_path_factory.mktemp("pre-commit")
    clone = repository(home / "ptlint")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("this is no git checkout")
    for name in listed.stdout.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, clone / name)
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "-m", "as it is")
    return clone, home / "store"


@pytest.fixture
def site(hooks: tuple[Path, Path], tmp_path: Path) -> Path:
    folder = repository(tmp_path / "site")
    head = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=hooks[0], capture_output=True, check=True
    )
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {hooks[0]}\n    rev: {head.stdout.decode().strip()}\n"
        "    hooks:\n      - id: ptlint\n        args: [--select, doi-doubled-resolver]\n"
        "      - id: ptlint-fix\n        args: [--select, doi-doubled-resolver]\n"
        "        stages: [manual]\n"
    )
    return folder


@pytest.fixture
def hook(hooks: tuple[Path, Path], site: Path) -> Hook:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment["PRE_COMMIT_HOME"] = str(hooks[1])

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        git(site, "add", "--all")
        command = [program() or "pre-commit", "run", *words]
        done = subprocess.run(
            command, cwd=site, env=environment, capture_output=True, text=True, check=False
        )
        if "InstallError" in done.stdout or "No matching distribution" in done.stdout:
            pytest.skip("the package index cannot be reached")
        assert "An unexpected error" not in done.stdout + done.stderr, done.stdout + done.stderr
        return done

    return run


def test_a_clean_page_passes_and_a_bad_one_fails(site: Path, hook: Hook) -> None:
    (site / "wrists.md").write_text(CLEAN)
    done = hook("ptlint")
    assert done.returncode == 0, done.stdout + done.stderr
    (site / "knees.md").write_text(BAD)
    done = hook("ptlint")
    assert done.returncode == 1
    assert "knees.md:5:5: error [doi-doubled-resolver]" in done.stdout
    assert "wrists.md" not in done.stdout


def test_what_is_excluded_is_left_alone_though_it_is_named(site: Path, hook: Hook) -> None:
    (site / "drafts").mkdir()
    (site / "drafts" / "knees.md").write_text(BAD)
    (site / "ptlint.toml").write_text('exclude = ["drafts/"]\n')
    assert hook("ptlint").returncode == 0
    for name in ("requirements.txt", "robots.txt", "LICENSE.txt"):
        (site / name).write_text(BAD)
    assert hook("ptlint").returncode == 0


def test_the_fixing_hook_fails_when_it_changed_a_page(site: Path, hook: Hook) -> None:
    (site / "knees.md").write_text(BAD)
    done = hook("ptlint-fix", "--hook-stage", "manual")
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stdout
    assert "knees.md: fixed doi-doubled-resolver" in done.stdout
    assert (site / "knees.md").read_text() == BAD.replace("https://doi.org/https", "https")
    assert hook("ptlint-fix", "--hook-stage", "manual").returncode == 0


def test_five_thousand_files(site: Path, hook: Hook) -> None:
    folder = site / "pages"
    folder.mkdir()
    for number in range(5000):
        (folder / f"a-page-with-a-rather-long-name-{number:04}.md").write_text(CLEAN)
    assert hook("ptlint", "--all-files").returncode == 0
    (folder / "one-bad-page.md").write_text(BAD)
    done = hook("ptlint", "--all-files")
    assert (done.returncode, done.stdout.count("[doi-doubled-resolver]")) == (1, 1)
