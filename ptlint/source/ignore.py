"""What ``.gitignore`` files and the configuration leave out of a search for pages."""

from __future__ import annotations

import os

from ptlint.source.patterns import Patterns, below, patterns

# Folders of tools and of finished builds; those whose name begins with a dot are left
# out too. "!name" among the excluded paths of the configuration takes one in again.
DEFAULT_FOLDERS = frozenset(
    ("node_modules", "bower_components", "venv", "__pycache__", "dist", "build", "_site")
)


class IgnoreFiles:
    """The ``.gitignore`` files that a search meets; each is read once.

    Those of a folder hold for the folders below it in the same repository, or, where
    there is no repository, in the same project.
    """

    def __init__(self, root: str) -> None:
        self._root = root
        self._own: dict[str, Patterns | None] = {}
        self._above: dict[str, tuple[Patterns, ...]] = {}

    def above(self, folder: str) -> tuple[Patterns, ...]:
        """Those of the folders above an absolute folder, the outermost first."""
        known = self._above.get(folder)
        if known is None:
            known = self._above[folder] = self._find_above(folder)
        return known

    def down_to(self, folder: str) -> tuple[Patterns, ...]:
        """Those of the folders above, and the folder's own; the outermost first."""
        return self.beside(self.above(folder), folder)

    def beside(self, above: tuple[Patterns, ...], folder: str) -> tuple[Patterns, ...]:
        """Those of ``above``, and the own one of an absolute folder."""
        if folder not in self._own:
            self._own[folder] = _read(folder)
        own = self._own[folder]
        return (*above, own) if own else above

    def _find_above(self, folder: str) -> tuple[Patterns, ...]:
        folders = [folder]
        while not os.path.lexists(os.path.join(folders[-1], ".git")):
            parent = os.path.dirname(folders[-1])
            if parent == folders[-1]:
                within = folders.index(self._root) if self._root in folders else 0
                folders = folders[: within + 1]
                break
            folders.append(parent)
        found: tuple[Patterns, ...] = ()
        for each in reversed(folders[1:]):
            found = self.beside(found, each)
        return found


def _read(folder: str) -> Patterns | None:
    try:
        with open(os.path.join(folder, ".gitignore"), "rb") as file:
            text = file.read().decode("utf-8-sig", "surrogateescape")
    except OSError:
        return None
    return patterns(folder, text.splitlines())


def is_out(path: str, is_folder: bool, excluded: Patterns, ignored: tuple[Patterns, ...]) -> bool:
    """Whether an absolute path is left out; the folders above it are taken to be in.

    Args:
        excluded: the patterns of the configuration, which have the first word.
        ignored: the ``.gitignore`` files that hold there, the outermost first.
    """
    verdict = excluded.verdict(path, is_folder)
    if verdict is not None:
        return verdict
    if is_folder and _is_default_folder(os.path.basename(path)):
        return True
    for rules in reversed(ignored):
        verdict = rules.verdict(path, is_folder)
        if verdict is not None:
            return verdict
    return False


def _is_default_folder(name: str) -> bool:
    return name in DEFAULT_FOLDERS or name.startswith(".")


def is_left_out(path: str, is_folder: bool, excluded: Patterns, files: IgnoreFiles) -> bool:
    """Whether an absolute path, or a folder above it within the project, is left out."""
    if path == excluded.folder or below(excluded.folder, path):
        return False  # the project itself, whatever its folder is called
    ignored = files.down_to(os.path.dirname(path))
    top = excluded.folder
    if not below(path, top):
        top = ignored[0].folder if ignored else os.path.dirname(path)
    here = top
    for part in below(path, top).split("/"):
        here = os.path.join(here, part)
        if is_out(here, here != path or is_folder, excluded, ignored):
            return True
    return False
