from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from ptlint.source.load import load, read_bytes
from ptlint.source.unreadable import UnreadableFile


def test_a_file_is_read_as_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_bytes(b"\xef\xbb\xbf# Knee\r\npain\r")
    source = load(str(file))
    assert (source.path, source.text, source.format) == (str(file), "# Knee\r\npain\r", "markdown")


def test_standard_input_is_a_file_called_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(b"# Knee\n")

    monkeypatch.setattr(sys, "stdin", Input())
    assert load("-").text == "# Knee\n"


def test_standard_input_has_the_same_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(b"a" * 11)

    monkeypatch.setattr(sys, "stdin", Input())
    with pytest.raises(UnreadableFile, match="files over"):
        read_bytes("-", limit=10)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.html", "does not exist"),
        ("folder.html", "is a folder"),
        ("pipe.html", "is neither a file nor a folder"),
        ("large.html", "is 0.1 MB; files over 0.0 MB are not read"),
        ("loop.html", "cannot be read: Too many levels"),
        ("a\0b.html", "is no name of a file"),
    ],
)
def test_what_cannot_be_read_has_a_reason(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder.html").mkdir()
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "large.html").write_bytes(b"a" * 100_000)
    (tmp_path / "loop.html").symlink_to("loop.html")
    with pytest.raises(UnreadableFile) as caught:
        load(str(tmp_path / name), limit=10_000)
    assert reason in caught.value.reason
    assert str(caught.value).startswith(str(tmp_path))


def test_a_file_without_permission_has_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_bytes(b"a")

    def refuse(*_: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableFile, match="may not be read by this user"):
        load(str(tmp_path / "a.md"))
