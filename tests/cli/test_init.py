from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ptlint.cli.folder import site_in
from ptlint.config.load import load_settings

yaml = pytest.importorskip("yaml")
ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.mark.parametrize(
    ("files", "name", "paths"),
    [
        (["hugo.toml", "content/a.md"], "Hugo", ("content",)),
        ([("config.toml", "baseURL = '/'"), "content/a.md"], "Hugo", ("content",)),
        (["_config.yml", "_posts/a.md"], "Jekyll", (".",)),
        ([".eleventy.js", "src/a.md"], "Eleventy", ("src",)),
        (["eleventy.config.mjs", "a.md"], "Eleventy", (".",)),
        (["astro.config.mjs", "src/pages/a.astro"], "Astro", ("src/pages",)),
        ([("export.xml", "<!-- generator --><rss xmlns:wp='wxr'>")], "WordPress", (".",)),
        (["wp-content/a.css", "index.html"], "WordPress", (".",)),
        (["index.html"], "plain HTML", (".",)),
        (["docs/a.md"], "Markdown", (".",)),
        (["a.txt"], "plain text", (".",)),
        ([], "no", (".",)),
    ],
)
def test_the_site_is_told_from_its_files(
    ptlint: Run, tmp_path: Path, files: list[str | tuple[str, str]], name: str, paths: tuple[str]
) -> None:
    for each in files:
        path, text = (each, "# Sore wrists\n") if isinstance(each, str) else each
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    site = site_in(tmp_path)
    assert (site.name, site.paths) == (name, paths)
    done = ptlint("init")
    assert done.returncode == 0, done.stderr
    settings = load_settings(tmp_path / "ptlint.toml")
    assert settings.paths == paths
    checked = ptlint("check")
    assert checked.returncode in (0, 1) or b"no page to check" in checked.stdout + checked.stderr
    hooks = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text())
    assert hooks["repos"][0]["hooks"][0]["id"] == "ptlint"
    job = yaml.safe_load((tmp_path / ".github/workflows/ptlint.yml").read_text())
    assert "ptlint check" in job["jobs"]["ptlint"]["steps"][3]["run"]


def test_no_file_is_written_over(ptlint: Run, tmp_path: Path) -> None:
    for name in ("ptlint.toml", ".pre-commit-config.yaml", ".gitlab-ci.yml"):
        (tmp_path / name).write_text("# mine\n")
    done = ptlint("init")
    assert done.stdout.count(b"was left alone") == 3
    assert b"additional_dependencies" in done.stdout
    assert (tmp_path / "ptlint.toml").read_text() == "# mine\n"
    assert not (tmp_path / ".github").exists()
    (tmp_path / ".pre-commit-config.yaml").write_text("repos: [] # mine\n- id: ptlint-fix\n")
    assert b"additional_dependencies" not in ptlint("init").stdout
    ptlint("init", "--force")
    assert (tmp_path / "ptlint.toml").read_text() != "# mine\n"


def test_the_hook_looks_at_the_files_of_the_published_one(ptlint: Run, tmp_path: Path) -> None:
    ptlint("init")
    written = yaml.safe_load((tmp_path / ".pre-commit-config.yaml").read_text())["repos"][0]
    published = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())[0]
    for key in ("files", "exclude", "types", "require_serial"):
        assert written["hooks"][0][key] == published[key]


def test_a_folder_that_may_not_be_written(ptlint: Run, tmp_path: Path) -> None:
    (tmp_path / ".github").write_text("a file where a folder should be")
    done = ptlint("init")
    assert done.returncode == 2
    assert b"cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts(ptlint: Run, shell: str) -> None:
    assert b"_PTLINT_COMPLETE" in ptlint("completion", shell).stdout


@pytest.mark.parametrize(
    ("words", "expected"), [("ptlint ba", b"baseline"), ("ptlint check --unsa", b"--unsafe-fixes")]
)
def test_completion_answers(ptlint: Run, words: str, expected: bytes) -> None:
    environment = {
        "_PTLINT_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    assert expected in ptlint(env=environment).stdout


def test_watch_sees_what_is_saved() -> None:
    from ptlint.watch import changes

    old, saved = {"a": (1, 1)}, {"a": (2, 1), "b": (1, 1)}
    looks = iter([old, old, saved, {"b": (1, 1)}, {"b": (1, 2)}])
    seen = changes(lambda: next(looks), lambda: None)
    assert next(seen) == ("a", "b")
    assert next(seen) == ("b",)


def test_watch_ends_with_ctrl_c(tmp_path: Path) -> None:
    import signal
    import time

    page = tmp_path / "a.md"
    page.write_text("# Sore wrists\n")
    command = [sys.executable, "-m", "ptlint", "check", "--watch", "--no-config", "--select",
               "doi-doubled-resolver", "a.md"]  # fmt: skip
    out = tmp_path / "out"
    with out.open("wb") as file:
        running = subprocess.Popen(command, cwd=tmp_path, stdout=file, stderr=subprocess.PIPE)
        for text, expected in (
            ("", b"No findings"),
            ("https://doi.org/https://doi.org/10.5555/wrist.1\n", b"1 error"),
        ):
            if text:
                page.write_text("# Sore wrists\n\nSee " + text)
            for _ in range(100):
                if expected in out.read_bytes():
                    break
                time.sleep(0.1)
            assert expected in out.read_bytes()
        time.sleep(0.2)
        running.send_signal(signal.SIGINT)
        error = running.communicate(timeout=20)[1]
    assert running.returncode == 130
    assert b"Traceback" not in error
