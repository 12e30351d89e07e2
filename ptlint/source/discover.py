"""Finding the pages to check: files, folders, patterns such as ``pages/*.html``, and ``-``.

A named file is always checked. A named folder is searched for pages by the endings
of their names; what ``.gitignore`` files and the configuration leave out is not
found there, nor are folders of tools and builds (``ignore.DEFAULT_FOLDERS``), nor
what lies behind links to other folders.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ptlint.pattern import later
from ptlint.record import record, replace
from ptlint.source.format import format_of_name
from ptlint.source.ignore import IgnoreFiles, is_left_out, is_out
from ptlint.source.patterns import Patterns, patterns

_GLOB = later(r"[*?\[]")
# Programs that print pages; they are read when they are named.
_PROGRAMS = (".jsx", ".tsx")
# "page.html", "notes.txt": a name that says what the file is; "back-pain" or "a.org%2Fb" does not.
_PLAIN_ENDING = later(r"\.[A-Za-z][A-Za-z0-9_+-]{0,11}~?$")
_HTML_BEGINNING = later(
    r"(?:\xef\xbb\xbf)?(?:\s++|<!--.{0,900}?-->)*+<(?:!doctype html|html[\s>])",
    re.ASCII | re.IGNORECASE | re.DOTALL,
)
_BEGINNING = 1024
_NOT_PAGES = later(r"(?:robots|humans|ads|requirements[\w.-]*|CMakeLists)\.txt", re.IGNORECASE)


@record
class Found:
    """A file to check, under the name by which it was found; ``-`` is standard input."""

    path: str


@record
class NotFound:
    """A name that leads to no file, or a folder that cannot be searched."""

    path: str
    message: str


@record
class _Search:
    excluded: Patterns
    included: Patterns
    ignore_files: IgnoreFiles
    force_exclude: bool

    def leaves_out(self, path: str, is_folder: bool) -> bool:
        return is_left_out(os.path.abspath(path), is_folder, self.excluded, self.ignore_files)


def discover(
    paths: Iterable[str],
    *,
    exclude: Sequence[str] = (),
    include: Sequence[str] = (),
    force_exclude: bool = False,
    root: str = ".",
) -> Iterator[Found | NotFound]:
    """The files to check, each once: names in the order given, folders in sorted order.

    Args:
        paths: files, folders, patterns with ``*``, ``?``, ``[…]`` or ``**``, or ``-``.
        exclude: patterns, written as in ``.gitignore``, of what is left out.
        include: patterns of the files that a search finds, in place of those whose
            names end like pages; patterns that begin with ``!`` take some out.
        force_exclude: leave out files and folders even when they are named.
        root: the folder that the patterns are relative to.
    """
    folder = os.path.abspath(root)
    search = _Search(
        patterns(folder, exclude), patterns(folder, include), IgnoreFiles(folder), force_exclude
    )
    seen: set[str] = set()
    for path in paths:
        for found in _named(path, search):
            key = _identity(found.path)
            if isinstance(found, NotFound) or key not in seen:
                seen.add(key)
                yield found


def _identity(path: str) -> str:
    return os.path.realpath(path) if os.path.islink(path) else os.path.abspath(path)


def _named(path: str, search: _Search) -> Iterator[Found | NotFound]:
    if path == "-":
        yield Found(path)
    elif not os.path.lexists(path) and _GLOB.search(path):
        yield from _matching(path, search)
    elif search.force_exclude and search.leaves_out(path, os.path.isdir(path)):
        return
    elif os.path.isdir(path):
        yield from _in_folder(path, search)
    else:
        yield _file(path)


def _file(path: str) -> Found | NotFound:
    if os.path.isfile(path):
        return Found(path)
    if os.path.islink(path):
        return NotFound(path, "is a link that leads nowhere")
    if os.path.lexists(path):
        return NotFound(path, "is neither a file nor a folder")
    return NotFound(path, "does not exist")


def _matching(pattern: str, search: _Search) -> Iterator[Found | NotFound]:
    import glob

    names = sorted(glob.iglob(pattern, recursive=True))
    if not names:
        yield NotFound(pattern, "matches no file")
    for name in names:
        if os.path.isdir(name) or not _is_page(name, search):
            continue
        if not search.leaves_out(name, is_folder=False):
            yield Found(name)


def _in_folder(path: str, search: _Search) -> Iterator[Found | NotFound]:
    folder = os.path.abspath(path)
    ignored = search.ignore_files.above(folder)
    if search.leaves_out(folder, is_folder=True):
        # It was named, so what leaves it out as a whole has no say about its pages.
        ignored, search = (), replace(search, excluded=replace(search.excluded, spec=None))
    prefix = "" if path in (".", "./", ".\\") else path
    yield from _walk(_Folder(prefix, folder, ignored), search)


class _Folder(NamedTuple):
    """A folder to search: its name as found, its absolute path, the ignore files above."""

    name: str
    place: str
    ignored: tuple[Patterns, ...]


def _walk(top: _Folder, search: _Search) -> Iterator[Found | NotFound]:
    waiting: list[_Folder | Found] = [top]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Found):
            yield here
            continue
        try:
            inside = list(_entries(here, search))
        except OSError as error:
            reason = f"is a folder that cannot be searched: {error.strerror or error}"
            yield NotFound(here.name or ".", reason)
            continue
        waiting.extend(reversed(inside))


def _entries(folder: _Folder, search: _Search) -> Iterator[_Folder | Found]:
    """The pages and the folders that lie in one folder, sorted by their names."""
    ignored = search.ignore_files.beside(folder.ignored, folder.place)
    with os.scandir(folder.place) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    for entry in entries:
        name, place = os.path.join(folder.name, entry.name), os.path.join(folder.place, entry.name)
        if _is_folder(entry):
            if not is_out(place, True, search.excluded, ignored):
                yield _Folder(name, place, ignored)
            continue
        wanted = _is_page(place, search) and _is_file(entry)
        if wanted and not is_out(place, False, search.excluded, ignored):
            yield Found(name)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # gone since the folder was listed, or a link in a circle
        return False


def _is_page(path: str, search: _Search) -> bool:
    verdict = search.included.verdict(os.path.abspath(path))
    if verdict is not None:
        return verdict
    if search.included.spec is not None and any(
        pattern.include for pattern in search.included.spec.patterns
    ):
        return False
    name = os.path.basename(path)
    is_program = name.lower().endswith(_PROGRAMS)
    if not _PLAIN_ENDING.search(name):
        return _begins_like_html(path)
    return bool(format_of_name(name)) and not is_program and not _NOT_PAGES.fullmatch(name)


def _begins_like_html(path: str) -> bool:
    """Is a file without a telling name a web page, as copies of whole sites save them?"""
    try:
        with open(path, "rb") as file:
            return bool(_HTML_BEGINNING.match(file.read(_BEGINNING).decode("latin-1")))
    except OSError:
        return False
