"""The one way in which reading a file fails."""

from __future__ import annotations


class UnreadableFile(Exception):  # noqa: N818 - it says what the file is
    """A file that cannot be checked.

    Attributes:
        path: the file.
        reason: completes a sentence that begins with the path, as "is a folder" does.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"
