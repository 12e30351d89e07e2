"""The bytes of one file, or the reason why there are none."""

from __future__ import annotations

import codecs
import stat
import sys
from pathlib import Path

from ptlint.source.decode import SIZE_LIMIT, too_large
from ptlint.source.format import Format
from ptlint.source.source import Source, read
from ptlint.source.unreadable import UnreadableFile


def load(path: str, format: Format | None = None, limit: int = SIZE_LIMIT) -> Source:
    """The source of a file; ``-`` is standard input.

    Raises:
        UnreadableFile: as :func:`read_bytes`, or when the bytes are no text.
    """
    return read(path, read_bytes(path, limit), format, limit)


def read_bytes(path: str, limit: int = SIZE_LIMIT) -> bytes:
    """The bytes of a file; ``-`` is standard input.

    Args:
        limit: the largest size in bytes; of a larger file nothing is read.

    Raises:
        UnreadableFile: missing, a folder or a device, not permitted, empty, or too large.
    """
    if path == "-":
        if sys.stdin is None:
            raise UnreadableFile(path, "is closed: there is no standard input")
        return _within(path, sys.stdin.buffer.read(limit + 1), limit)
    try:
        place = Path(path)
        status = place.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFile(path, "is a folder, not a page")
        # Opening a pipe would wait for a writer that may never come.
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile(path, "is neither a file nor a folder")
        if status.st_size > limit:
            raise UnreadableFile(path, too_large(status.st_size, limit))
        with place.open("rb") as file:
            data = file.read(status.st_size + 1)
            if len(data) > status.st_size:  # it has grown since, or its size is not told
                data += file.read(limit + 1 - len(data))
            return _within(path, data, limit)
    except OSError as error:
        raise UnreadableFile(path, _reason(error)) from error
    except ValueError as error:  # a zero byte in the name
        raise UnreadableFile(path, "is no name of a file") from error


def _within(path: str, data: bytes, limit: int) -> bytes:
    if len(data) > limit:
        raise UnreadableFile(path, too_large(len(data), limit))
    # A page that was lost must not look like a page without faults.
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise UnreadableFile(path, "is empty: there is nothing to check")
    return data


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    if isinstance(error, PermissionError):
        return "may not be read by this user"
    return f"cannot be read: {error.strerror or error}"
