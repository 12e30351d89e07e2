"""Writing a file so that it is either wholly new or wholly as it was."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path


class CannotWrite(Exception):  # noqa: N818 - it says what happened
    """A file that could not be written; it stands as it was."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def write_atomically(path: str, data: bytes) -> None:
    """Put ``data`` in place of a file's content in one step.

    The bytes go to a new file in the same folder, onto the disk, and only then under
    the name. Mode and, where permitted, owner stay. Of a link the target is written. What is no
    file (``/dev/null``, ``/dev/stdout``, a named pipe) is written to, never replaced.

    Raises:
        CannotWrite: no space, no permission, a folder that is gone; the old content stands.
    """
    try:
        if _is_no_file(Path(path)):
            Path(path).write_bytes(data)
        else:
            _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        reason = f"cannot be written and was left as it was: {error.strerror or error}"
        raise CannotWrite(path, reason) from error


def _is_no_file(path: Path) -> bool:
    status = _status(path)
    return status is not None and not stat.S_ISREG(status.st_mode)


def _replace(target: Path, data: bytes) -> None:
    status = _status(target)
    if status is not None and not os.access(target, os.W_OK):
        # Renaming would get past the protection of a file that is read-only.
        raise PermissionError(13, "the file is read-only")
    import tempfile

    handle, name = tempfile.mkstemp(prefix=".ptlint-", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _keep_mode_and_owner(temporary, status)
        temporary.replace(target)
    except BaseException:  # Ctrl-C too must leave no stray file
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _keep_mode_and_owner(temporary: Path, status: os.stat_result | None) -> None:
    if status is None:
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        return
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(temporary, status.st_uid, status.st_gid)
    temporary.chmod(stat.S_IMODE(status.st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the new name last; not every system can, and the file itself is safe already."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
