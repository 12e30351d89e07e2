"""What is said beside the findings, and of what could not be checked."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ptlint.cli.asking import Asked
from ptlint.cli.showing import show
from ptlint.cli.wishes import Wishes
from ptlint.config.settings import Settings
from ptlint.findings.finding import Problem
from ptlint.report import FORMATS, View, render
from ptlint.report.from_json import result_in
from ptlint.report.text import aside
from ptlint.run import Result, run

Run = Callable[..., subprocess.CompletedProcess[bytes]]
PAGE = "# Sore wrists\n\nSee https://doi.org/https://doi.org/10.5555/wrist.1 for more.\n"
ONLY = ("check", "--no-config", "--select", "doi-doubled-resolver")
NOTE = "Could not check 1 DOI: no answer."


def test_a_diff_fixes_nothing(ptlint: Run, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(PAGE)
    assert ptlint(*ONLY, "--diff").stderr == b"page.md: would fix doi-doubled-resolver\n"


@pytest.mark.parametrize("name", [each for each in FORMATS if each not in ("text", "html")])
def test_what_a_report_has_no_room_for_is_said_beside_it(
    capfd: pytest.CaptureFixture[str], name: str
) -> None:
    values = dict.fromkeys(Wishes.__match_args__, None)
    wishes = Wishes(**{**values, "report_format": name})  # type: ignore[arg-type]
    show(Result((), (), 1, 0, notes=(NOTE,)), Settings(), wishes, from_stdin=False)
    assert capfd.readouterr().err == NOTE + "\n"


def test_online_checks_that_were_stopped_leave_every_page_checked() -> None:
    told = Asked(Settings(), ("The online checks were stopped.",), complete=False)
    result = told.told_in(Result((), (), 3, 0))
    assert result.interrupted
    assert list(aside(result)) == ["The online checks were stopped."]


def test_a_run_that_was_stopped_says_so(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE)

    def stop(done: int) -> None:
        raise KeyboardInterrupt

    result = run([str(page)] * 3, Settings(root=tmp_path), progress=stop)
    assert list(aside(result)) == ["Stopped after 1 page: the others were not checked."]


def test_a_file_that_cannot_be_read_is_no_page(ptlint: Run, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_bytes(b"\x00\x01\x02" * 100)
    shown = ptlint(*ONLY, "page.md").stdout.decode()
    assert "in 1 page" not in shown
    assert shown.endswith("1 file could not be checked.\n")
    assert json.loads(ptlint(*ONLY, "--format=json").stdout)["summary"]["files"] == 0
    assert b"in 1 page" not in ptlint(*ONLY, "--fix").stdout


def test_a_page_that_cannot_be_written_was_checked_all_the_same() -> None:
    problem = Problem("a.md", "cannot be written and was left as it was", checked=True)
    result = Result((), (problem,), 1, 0)
    view = View()
    shown = render("text", result, view)
    assert shown.startswith("a.md: problem\n")
    assert "could not be checked" not in shown
    assert "No findings in 1 page." in shown
    again = result_in(render("json", result, view), lambda _: "")
    for name in FORMATS:
        assert render(name, again, view) == render(name, result, view)


@pytest.mark.parametrize("words", [("check", "--online", "."), ("online", "status")])
def test_a_faulty_table_for_servers_is_named(
    ptlint: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "ptlint.toml").write_text("\n[online]\nbudgt = 3\n")
    (tmp_path / "page.md").write_text(PAGE)
    done = ptlint(*words)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        f"Error: {tmp_path / 'ptlint.toml'}:3: online: unknown key 'budgt'; "
        "did you mean 'budget'?\n"
    )
    age = ptlint("check", "--online", "--online-max-age", "soon", ".")
    assert age.stderr.startswith(b"Error: 'soon' is no age")


def test_a_faulty_configuration_is_no_wrong_use(ptlint: Run, tmp_path: Path) -> None:
    (tmp_path / "ptlint.toml").write_text("\nselct = []\n")
    for command in ("check", "baseline"):
        done = ptlint(command, ".")
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode() == (
            f"Error: {tmp_path / 'ptlint.toml'}:2: unknown key 'selct'; did you mean 'select'?\n"
        )
