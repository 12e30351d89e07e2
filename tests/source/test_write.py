from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from ptlint.source import write
from ptlint.source.write import CannotWrite, write_atomically


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_new_bytes_take_the_place_of_the_old_ones(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    write_atomically(str(file), b"new\r\n")
    assert file.read_bytes() == b"new\r\n"
    assert names(tmp_path) == ["a.md"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_the_mode_stays(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    file.chmod(mode)
    write_atomically(str(file), b"new")
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_new_file_has_the_mode_of_new_files(tmp_path: Path) -> None:
    (tmp_path / "usual.md").write_bytes(b"")
    write_atomically(str(tmp_path / "new.md"), b"new")
    modes = {(tmp_path / name).stat().st_mode for name in names(tmp_path)}
    assert names(tmp_path) == ["new.md", "usual.md"]
    assert len(modes) == 1


def test_of_a_link_the_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real/a.md")
    write_atomically(str(tmp_path / "link.md"), b"new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real" / "a.md").read_bytes() == b"new"
    assert (names(tmp_path), names(tmp_path / "real")) == (["link.md", "real"], ["a.md"])


def test_relative_names_and_names_that_are_not_utf_8(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    name = os.fsdecode(b"caf\xe9.md")
    Path(name).write_bytes(b"old")
    write_atomically(name, b"new")
    assert Path(name).read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "chown"])
@pytest.mark.parametrize(
    ("error", "raised"),
    [(OSError(28, "No space left on device"), CannotWrite), (KeyboardInterrupt(), None)],
)
def test_when_it_fails_the_old_file_stands_alone(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    error: BaseException,
    raised: type[Exception] | None,
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise error

    if step == "chown" and isinstance(error, OSError):
        monkeypatch.setattr(Path, "replace", fail)
    else:
        monkeypatch.setattr(write.os, step, fail)
    with pytest.raises(raised or type(error)):
        write_atomically(str(file), b"new")
    assert file.read_bytes() == b"old"
    assert names(tmp_path) == ["a.md"]


def test_an_owner_that_may_not_be_kept_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", refuse)
    write_atomically(str(file), b"new")
    assert file.read_bytes() == b"new"


def test_a_read_only_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(CannotWrite, match="left as it was: the file is read-only"):
        write_atomically(str(file), b"new")
    assert file.read_bytes() == b"old"


def test_the_message_names_the_file_and_the_reason(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="No such file or directory") as caught:
        write_atomically(str(tmp_path / "gone" / "a.md"), b"new")
    assert caught.value.path.endswith("a.md")
    assert str(caught.value).startswith(str(tmp_path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "report"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(str(pipe), b"words")
    assert os.read(reader, 99) == b"words"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    os.close(reader)
