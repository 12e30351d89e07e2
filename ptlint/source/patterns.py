"""Patterns of paths, written as in a ``.gitignore`` file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ptlint.record import record

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@record
class Patterns:
    """Patterns that hold below one folder; the last one that matches a path decides.

    Attributes:
        folder: the absolute path of the folder that the patterns are relative to.
        spec: the compiled patterns, ``None`` when there are none.
    """

    folder: str
    spec: GitIgnoreSpec | None

    def verdict(self, path: str, is_folder: bool = False) -> bool | None:
        """Whether the patterns match an absolute path.

        Returns:
            ``True`` for a match, ``False`` for one that a ``!`` pattern takes back,
            ``None`` when no pattern speaks of the path.
        """
        if self.spec is None:
            return None
        inside = below(path, self.folder)
        if not inside:
            return None
        return self.spec.check_file(f"{inside}/" if is_folder else inside).include


def patterns(folder: str, lines: Iterable[str]) -> Patterns:
    """The patterns of some lines; lines that are no pattern say nothing, as in git."""
    meant = [line for line in lines if line.strip() and not line.startswith("#")]
    if not meant:
        return Patterns(folder, None)
    from pathspec import GitIgnoreSpec

    try:
        return Patterns(folder, GitIgnoreSpec.from_lines(meant))
    except ValueError:
        return Patterns(folder, GitIgnoreSpec.from_lines(filter(_is_pattern, meant)))


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        return bool(GitIgnoreSpec.from_lines([line]))
    except ValueError:
        return False


def below(path: str, folder: str) -> str:
    """An absolute path seen from a folder above it, with ``/``; nothing when it is not below."""
    prefix = folder if folder.endswith(os.sep) else folder + os.sep
    if not path.startswith(prefix):
        return ""
    inside = path[len(prefix) :]
    return inside if os.sep == "/" else inside.replace(os.sep, "/")
