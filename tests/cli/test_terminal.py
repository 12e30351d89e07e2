from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from ptlint.cli.terminal import Progress, wants_colour

ONLY = ("check", "--select", "doi-doubled-resolver")
Run = Callable[..., subprocess.CompletedProcess[bytes]]
PAGE = "# Sore wrists\n\nSee https://doi.org/https://doi.org/10.5555/wrist.1 for more.\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "expected"),
    [
        (Terminal(), {}, True),
        (io.StringIO(), {}, False),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True),
        (Terminal(), {"FORCE_COLOR": "0"}, False),
        (io.StringIO(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_when_colours_are_used(
    stream: io.StringIO, environment: dict[str, str], expected: bool
) -> None:
    assert wants_colour(stream, environment) is expected


def test_progress_is_for_long_runs_on_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    now = iter([0.0, 0.5, 2.0, 2.0, 2.05, 3.0, 3.0, 9.0])
    clock = SimpleNamespace(monotonic=lambda: next(now))
    monkeypatch.setattr("ptlint.cli.terminal.time", clock)
    stream = Terminal()
    progress = Progress(9, stream)
    for done in range(1, 5):
        progress(done)
    progress.clear()
    assert stream.getvalue().split("\r")[1:] == ["  2 of 9 pages", "  4 of 9 pages", " " * 14, ""]
    silent = io.StringIO()
    Progress(9, silent)(1)  # not even after a long time
    assert silent.getvalue() == ""


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(PAGE * 2000)
    script = f'"{sys.executable}" -m ptlint check --no-config a.md | head -1'
    done = subprocess.run(["sh", "-c", script], cwd=tmp_path, capture_output=True, check=False)
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_encoding_of_the_terminal(ptlint: Run, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.md").write_text("# Caf\u00e9 \u2192 \U0001f9b4\n\n" + PAGE)
    for name in ("text", "concise", "json", "junit", "sarif", "html"):
        done = ptlint(*ONLY, "--format", name, "a.md", env={"PYTHONIOENCODING": encoding})
        assert (done.returncode, done.stderr) == (1, b""), name


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes only there")
def test_a_name_that_is_not_utf_8(ptlint: Run, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    (tmp_path / name).write_text(PAGE)
    for report in ("text", "concise", "json", "junit", "sarif", "github", "gitlab", "html"):
        done = ptlint(*ONLY, "--format", report, name)
        assert done.returncode == 1, done.stderr
        assert b"Traceback" not in done.stderr


def test_the_report_goes_where_it_is_told(ptlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(PAGE)
    done = ptlint(*ONLY, "a.md", "--format", "json", "--output", "out.json")
    assert (done.stdout, (tmp_path / "out.json").read_bytes()[:1]) == (b"", b"{")
    done = ptlint(*ONLY, "a.md", "--output", "no/such/folder/out.json")
    assert done.returncode == 2
    assert b"cannot be written" in done.stderr


def test_github_gets_a_summary_of_the_job(ptlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(PAGE)
    ptlint(*ONLY, "--format", "github", env={"GITHUB_STEP_SUMMARY": str(tmp_path / "s.txt")})
    assert "## ptlint" in (tmp_path / "s.txt").read_text()


def test_a_json_report_is_shown_in_another_format(ptlint: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(PAGE)
    ptlint(*ONLY, "--format", "json", "-o", "run.json", "a.md")
    direct = ptlint(*ONLY, "--format", "html", "a.md").stdout
    assert ptlint("report", "run.json", "--format", "html").stdout == direct
    (tmp_path / "no.json").write_text("{}")
    assert b"no JSON report" in ptlint("report", "no.json").stderr
