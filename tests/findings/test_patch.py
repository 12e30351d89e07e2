from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ptlint.findings.patch import patch

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def test_no_change_is_no_patch() -> None:
    assert patch("a.md", b"same", b"same") == b""


def applied(folder: Path, name: str, old: bytes, new: bytes) -> bytes:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(old)
    subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"],
        cwd=folder, input=patch(name, old, new), check=True,
    )  # fmt: skip
    return file.read_bytes()


@needs_git
@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("a.md", b"one\ntwo\n", b"one\n2\n"),
        ("a.md", b"one\r\ntwo\r\n", b"one\r\n2\r\n"),
        ("a.md", b"one\ntwo", b"one\n2"),
        ("a.md", b"one\ntwo", b"one\ntwo\n"),
        ("a.md", b"one\rtwo\r", b"one\r2\r"),
        ("a.md", b"", b"x"),
        ("a.md", b"x", b""),
        ("a.md", "one\r\ntwo\r\n".encode("utf-16"), "one\r\n2\r\n".encode("utf-16")),
        ("deep/er/a b.md", b"1\n", b"2\n"),
        ("caf\u00e9.md", b"1\n", b"2\n"),
        ('"quoted"\\.md', b"1\n", b"2\n"),
        ("tab\tnew\nline.md", b"1\n", b"2\n"),
        ("a.md", b"--- a\n+++ b\n@@ -1 +1 @@\n", b"--- a\n+++ c\n@@ -1 +1 @@\n"),
        ("a.md", b"\n" * 50 + b"x\n" + b"\n" * 50, b"\n" * 50 + b"y\n" + b"\n" * 50),
    ],
)
def test_git_applies_it(tmp_path: Path, name: str, old: bytes, new: bytes) -> None:
    assert applied(tmp_path, name, old, new) == new


@needs_git
@given(st.binary(max_size=60), st.binary(max_size=60))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_git_applies_any_bytes(tmp_path: Path, old: bytes, new: bytes) -> None:
    if old != new and old and new:
        assert applied(tmp_path, "a.md", old, new) == new
