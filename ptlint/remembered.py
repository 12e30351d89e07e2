"""What was found on pages that have not changed since, kept between runs.

An outcome counts again only for the same bytes of the same page under the same settings, rules,
day and ptlint; each page has one small file, which its next outcome replaces. A file that cannot
be read or written is no reason to stop: the page is checked as if there were none.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from ptlint import __version__
from ptlint.cache_folder import cache_folder, keep_file
from ptlint.config.load import known_rules
from ptlint.config.settings import Settings
from ptlint.digest import sha256
from ptlint.findings.finding import Edit, Finding, Fix, Place, Related, Severity
from ptlint.findings.outcome import Outcome
from ptlint.record import as_table, record
from ptlint.source.span import Span
from ptlint.vocabulary import rules_folder

#: Seconds after which the outcomes of settings that nobody uses are deleted.
_KEPT = 30 * 86_400
_PACKAGE = Path(__file__).resolve().parent


@record
class Memory:
    """The outcomes of one ptlint under one set of settings.

    Attributes:
        folder: holds a file a page.
    """

    folder: Path

    def recall(self, page: str, data: bytes) -> Outcome | None:
        """The outcome for these bytes of a page, if there is one.

        Args:
            page: its name in reports.
        """
        try:
            kept = json.loads(self._file(page).read_bytes())
            if kept["page"] != _digest(data):
                return None
            return Outcome(tuple(map(_finding, kept["findings"])), kept["suppressed"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, page: str, data: bytes, outcome: Outcome) -> None:
        """Keeps an outcome for the next run, unless something went wrong with the page."""
        if outcome.problems:
            return
        kept = {
            "page": _digest(data),
            "findings": as_table(outcome.findings),
            "suppressed": outcome.suppressed,
        }
        with suppress(OSError):
            keep_file(self._file(page), json.dumps(kept, separators=(",", ":")).encode("ascii"))

    def _file(self, page: str) -> Path:
        name = _digest(page.encode("utf-8", "surrogateescape"))
        return self.folder / f"{name}.json"


def memory_for(settings: Settings) -> Memory | None:
    """What is remembered under these settings; None where nothing may be, or can be.

    Plugins are code whose changes cannot be seen, and what servers said changes by itself.
    """
    if settings.plugins or settings.answers is not None:
        return None
    try:
        folder = cache_folder() / "pages"
        memory = Memory(folder / _digest("\0".join(_grounds(settings)).encode()))
        if not memory.folder.is_dir():
            memory.folder.mkdir(parents=True)
            _tidy(folder, time.time() - _KEPT)
        return memory
    except (OSError, RuntimeError):
        return None


def _grounds(settings: Settings) -> Iterator[str]:
    """Everything beside a page's own bytes that its findings rest on."""
    yield __version__
    yield sys.version
    yield repr((settings.selection, settings.overrides, settings.max_bytes, settings.today))
    yield str(settings.root.resolve())
    if settings.rule_paths:
        yield repr(sorted(known_rules(settings).items()))
    # An installation or update of any package changes the folder that holds click.
    yield str(Path(click.__file__).parent.parent.stat().st_mtime_ns)
    if rules_folder().parent != _PACKAGE:
        yield from _checkout()


def _checkout() -> Iterator[str]:
    """The state of a checkout's own files, which change without an installation."""
    for folder in (str(_PACKAGE), str(rules_folder())):
        yield from sorted(_files(folder))


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for each in found:
            if not each.is_dir():
                status = each.stat()
                yield f"{each.name}:{status.st_size}:{status.st_mtime_ns}"
            elif each.name != "__pycache__":
                yield from _files(each.path)


def _tidy(folder: Path, oldest: float) -> None:
    import shutil

    for each in folder.iterdir():
        if each.stat().st_mtime < oldest:
            shutil.rmtree(each, ignore_errors=True)


def _digest(data: bytes) -> str:
    return sha256(data).hex()


def _finding(table: dict[str, Any]) -> Finding:
    related = tuple(Related(Place(**each["place"]), each["message"]) for each in table["related"])
    known = {
        "severity": Severity(table["severity"]),
        "place": Place(**table["place"]),
        "span": Span(**table["span"]),
        "related": related,
        "fix": _fix(table["fix"]) if table["fix"] else None,
    }
    return Finding(**{**table, **known})


def _fix(table: dict[str, Any]) -> Fix:
    edits = tuple(Edit(**each) for each in table["edits"])
    return Fix(table["title"], edits, table["safe"])
