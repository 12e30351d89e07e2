"""``--fix``, ``--diff`` and ``--unsafe-fixes`` as a user's shell runs them."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]

#: A page of our own with faults that rules mend safely, in whatever category they are.
PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Sore wrists</title></head><body><main>
<h1>Sore wrists</h1>
<p>Rest\u00a0helps \u00a0most people.
See https://doi.org/https://doi.org/10.5555/wrist.1 for more.</p>
<p>A splint keeps\u00a0\u00a0the joint still.</p>
</main></body></html>
"""

ONLY = ("check", "--no-config", "--select", "nbsp-stray,doi-doubled-resolver")


@pytest.mark.parametrize(
    "data",
    [
        PAGE.encode(),
        PAGE.encode("utf-8-sig"),
        PAGE.replace("\n", "\r\n").encode(),
        PAGE.encode("utf-16"),
        PAGE.replace("<head>", '<head><meta charset="windows-1252">').encode("cp1252"),
    ],
    ids=["utf-8", "bom", "crlf", "utf-16", "cp1252"],
)
def test_fix_is_what_git_makes_of_the_diff(ptlint: Run, tmp_path: Path, data: bytes) -> None:
    page, copy = tmp_path / "a" / "page.html", tmp_path / "b" / "page.html"
    for each in (page, copy):
        each.parent.mkdir()
        each.write_bytes(data)
    shown = ptlint(*ONLY, "--diff", "page.html", cwd=page.parent)
    assert (shown.returncode, page.read_bytes()) == (1, data)
    subprocess.run(["git", "apply", "-"], cwd=page.parent, input=shown.stdout, check=True)
    fixed = ptlint(*ONLY, "--fix", "page.html", cwd=copy.parent)
    assert b"fixed doi-doubled-resolver" in fixed.stdout
    assert copy.read_bytes() == page.read_bytes() != data
    assert copy.read_bytes()[:3] == data[:3]
    again = ptlint(*ONLY, "--diff", "page.html", cwd=copy.parent)
    assert (again.returncode, again.stdout) == (0, b"")


def test_a_page_without_faults_is_not_touched(ptlint: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Sore wrists\n\nRest helps most people.\n")
    os.utime(page, ns=(10**18, 10**18))
    inode = page.stat().st_ino
    ptlint("check", "--fix", "--no-config", "page.md")
    assert (page.stat().st_mtime_ns, page.stat().st_ino) == (10**18, inode)


def test_standard_input_is_fixed_to_standard_output(ptlint: Run) -> None:
    done = ptlint(*ONLY, "--fix", "-", "--stdin-filename", "a.html", input=PAGE.encode())
    assert b"https://doi.org/10.5555/wrist.1" in done.stdout
    assert b"fixed doi-doubled-resolver" in done.stderr
    again = ptlint(*ONLY, "--fix", "-", "--stdin-filename", "a.html", input=done.stdout)
    assert again.stdout == done.stdout


def test_unsafe_fixes_need_a_word_more(ptlint: Run, tmp_path: Path) -> None:
    assert b"goes with --fix" in ptlint("check", "--unsafe-fixes", ".").stderr
    page = tmp_path / "page.md"
    text = "# Sore wrists\n\n## Causes include:\n\n- Falls\n- Typing\n"
    page.write_text(text)
    rule = ("check", "--no-config", "--select", "heading-lead-in", "page.md")
    ptlint(*rule, "--fix")
    assert page.read_text() == text
    ptlint(*rule, "--fix", "--unsafe-fixes")
    assert page.read_text() != text


def test_a_full_disk_leaves_the_page_as_it_was(ptlint: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    data = (PAGE + "<!-- filler -->\n" * 600).encode()
    page.write_bytes(data)

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = ptlint(*ONLY, "--fix", "page.html", preexec_fn=small)
    assert done.returncode == 2
    assert b"cannot be written and was left as it was" in done.stdout
    assert b"Traceback" not in done.stdout + done.stderr
    assert page.read_bytes() == data
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anything")
def test_a_read_only_page_is_named(ptlint: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    page.chmod(0o444)
    assert ptlint(*ONLY, "--fix", "page.html").returncode == 2
    assert page.read_text() == PAGE


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_an_interrupted_run_leaves_each_page_old_or_new(tmp_path: Path, sign: int) -> None:
    old = (PAGE * 3).encode()
    for number in range(300):
        (tmp_path / f"{number:03}.html").write_bytes(old)
    shutil.copy(tmp_path / "000.html", tmp_path / "whole.html")
    command = [sys.executable, "-m", "ptlint", *ONLY, "--fix"]
    subprocess.run([*command, "whole.html"], cwd=tmp_path, capture_output=True, check=False)
    new = (tmp_path / "whole.html").read_bytes()
    running = subprocess.Popen(
        [*command, "."], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    while (tmp_path / "010.html").read_bytes() == old and running.poll() is None:
        time.sleep(0.005)
    running.send_signal(sign)
    out, error = running.communicate(timeout=60)
    states = {(tmp_path / f"{number:03}.html").read_bytes() for number in range(300)}
    assert states <= {old, new}
    assert len(states) == 2, "the run was over before it was stopped"
    if sign == signal.SIGINT:
        assert running.returncode == 130
        assert b"Stopped after" in out
        assert b"Traceback" not in error
