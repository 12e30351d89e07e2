"""Which findings of a run are wanted: new ones, and those on changed lines."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ptlint.cli.choice import on_disk
from ptlint.config.active import active_rules, selection_for
from ptlint.config.load import ConfigError, known_rules
from ptlint.config.settings import Settings
from ptlint.findings.finding import Finding
from ptlint.record import record, replace
from ptlint.run import Result, reported_path
from ptlint.source.source import Source, read

if TYPE_CHECKING:
    from ptlint.findings.baseline import Entry
    from ptlint.findings.changed import Change, Known


@record
class Narrow:
    """What the options say of the findings that are wanted.

    Attributes:
        accepted: the entries of the baseline.
        changed: reported path to what changed there; ``None``: every line counts.
    """

    root: Path
    accepted: tuple[Entry, ...] = ()
    changed: Mapping[str, Change] | None = None

    def of_page(
        self, before: Source, now: Source, findings: Sequence[Finding]
    ) -> Sequence[Finding]:
        """The wanted findings of one page, while it is being fixed."""
        if self.accepted:
            from ptlint.findings.baseline import sift

            findings = sift(findings, self.accepted, (now.path,), self.is_gone).new
        if self.changed is None:
            return findings
        from ptlint.findings.changed import Change, carried_over, new_of_page

        change = self.changed.get(before.path, Change(()))
        lines = carried_over(change.lines, before, now)
        return new_of_page(findings, replace(change, lines=lines))

    def is_gone(self, path: str) -> bool:
        return not (self.root / path).exists()

    @property
    def narrows(self) -> bool:
        return bool(self.accepted) or self.changed is not None


def accepted_entries(settings: Settings, named: str | None) -> tuple[Entry, ...]:
    """The baseline that the command line (from here) or the configuration (from its root) names.

    Raises:
        ConfigError: it cannot be read.
    """
    path = baseline_path(settings, named)
    if path is None:
        return ()
    from ptlint.findings.baseline import BaselineError, entries_in

    try:
        return entries_in(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        advice = f"write it with 'ptlint baseline -o {path}'"
        raise ConfigError(f"the baseline {path} does not exist; {advice}") from None
    except (OSError, UnicodeDecodeError, BaselineError) as error:
        raise ConfigError(f"{path}: {error}") from None


def baseline_path(settings: Settings, named: str | None) -> Path | None:
    if named:
        return Path(named)
    return settings.root / settings.baseline if settings.baseline else None


def changed_pages(
    revision: str, files: Sequence[str], settings: Settings, stdin_name: str
) -> dict[str, Change]:
    """Reported path to what changed there, for those of the files that changed.

    Raises:
        ConfigError: git cannot say.
    """
    from ptlint.findings.changed import CannotCompare, Change, changes_since

    names = {stdin_name if path == "-" else path: path == "-" for path in files}
    try:
        changes = changes_since(revision, os.fspath(settings.root))
        found = {}
        for name, is_input in names.items():
            lines = changes.of(name)
            if lines is not None:
                reported = name if is_input else reported_path(name, settings.root)
                found[reported] = Change(lines, changes.before(name))
    except CannotCompare as error:
        raise ConfigError(f"--changed-since {revision}: {error}") from None
    return found


def looked_back(narrow: Narrow, settings: Settings) -> Narrow:
    """With what was already found on the changed pages before they changed."""
    if narrow.changed is None:
        return narrow
    changed = {
        path: replace(each, known=_found_in(path, each.before, settings))
        for path, each in narrow.changed.items()
    }
    return replace(narrow, changed=changed)


def _found_in(path: str, content: bytes | None, settings: Settings) -> Known:
    from ptlint.findings.changed import known_of
    from ptlint.lint import lint

    if content is None:
        return {}
    try:
        page = read(path, content, limit=settings.max_bytes)
        return known_of(lint(page, settings, known_rules(settings)).findings)
    except Exception:  # then it was no page, and everything on it is new
        return {}


def narrowed(
    result: Result, narrow: Narrow, checked: Collection[str], settings: Settings
) -> tuple[Result, tuple[Entry, ...]]:
    """The result with the wanted findings alone, and the entries that have had their day."""
    from ptlint.findings.baseline import sift
    from ptlint.findings.changed import new_of

    sifted = sift(result.findings, narrow.accepted, checked, narrow.is_gone)
    findings = sifted.new
    if narrow.changed is not None:
        findings = new_of(narrow.changed, findings)
    result = replace(result, findings=findings, accepted=sifted.accepted)
    broken = {problem.path for problem in result.problems}
    idle = [
        entry
        for entry in sifted.idle
        if entry.path not in broken and (entry.path in checked or narrow.is_gone(entry.path))
    ]
    return result, tuple(entry for entry in idle if _was_looked_for(entry, settings))


def _was_looked_for(entry: Entry, settings: Settings) -> bool:
    """Did the entry's rule run on its page? If not, its silence says nothing."""
    rules = known_rules(settings)
    if entry.rule not in rules:
        return True
    active = active_rules(
        settings, {entry.rule: rules[entry.rule]}, selection_for(settings, entry.path)
    )
    return bool(active)


def prune(path: Path, entries: Sequence[Entry], idle: Collection[Entry]) -> None:
    """Writes the baseline without the entries that match nothing (each as often as it is idle).

    Raises:
        ConfigError: the file cannot be written.
    """
    from ptlint.findings.baseline import written
    from ptlint.source.write import CannotWrite, write_atomically

    left = list(entries)
    for entry in idle:
        left.remove(entry)
    try:
        write_atomically(os.fspath(path), written(left).encode())
    except CannotWrite as error:
        raise ConfigError(str(error)) from None


def text_on_disk(root: Path, path: str) -> str:
    """A reported page's text, read again for code frames; nothing if it is gone."""
    from ptlint.source.load import load
    from ptlint.source.unreadable import UnreadableFile

    try:
        return load(os.fspath(on_disk(root, path))).text
    except UnreadableFile:
        return ""
