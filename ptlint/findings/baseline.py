"""The baseline: findings that a site has accepted, so that only new ones are reported.

An entry is known by its rule, its page and the words concerned, never by its line. It goes
on holding when a paragraph moves, also to another page, and when a page gets a new name.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from ptlint.findings.finding import Finding
from ptlint.record import as_table, record

#: Shorter words than this may stand on two pages by chance.
_TELLING = 20


class BaselineError(ValueError):
    """A baseline file that cannot be used; the message says why."""


@record(order=True)
class Entry:
    """One accepted finding.

    Attributes:
        text: the words concerned, as an excerpt of one line.
        fingerprint: of rule, path and words, as in the report.
    """

    path: str
    rule: str
    text: str
    fingerprint: str


@record
class Sifted:
    """What a baseline leaves.

    Attributes:
        new: findings that it does not hold.
        accepted: how many it does.
        idle: entries that no finding matched.
    """

    new: tuple[Finding, ...]
    accepted: int
    idle: tuple[Entry, ...]


def entries_of(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """The entries that accept these findings, in the order in which they are written."""
    return tuple(
        sorted(
            Entry(each.path, each.rule, each.excerpt, _base(each.fingerprint)) for each in findings
        )
    )


def written(entries: Iterable[Entry]) -> str:
    """The content of a baseline file: one entry a line, so that versions compare well."""
    lines = [json.dumps(as_table(entry), ensure_ascii=False) for entry in sorted(entries)]
    body = ",\n".join(lines)
    return '{"version": 1, "findings": [' + (f"\n{body}\n" if body else "") + "]}\n"


def entries_in(content: str) -> tuple[Entry, ...]:
    """The entries of a baseline file.

    Raises:
        BaselineError: it is none.
    """
    try:
        data = json.loads(content)
        if data["version"] != 1:
            raise BaselineError("was written by a newer ptlint")
        return tuple(_entry(each) for each in data["findings"])
    except (ValueError, KeyError, TypeError) as error:
        if isinstance(error, BaselineError):
            raise
        raise BaselineError("is no baseline: write one with 'ptlint baseline'") from error


def sift(
    findings: Sequence[Finding],
    entries: Sequence[Entry],
    checked: Collection[str],
    is_gone: Callable[[str], bool],
) -> Sifted:
    """Tells new findings from accepted ones; each entry accepts one finding.

    Args:
        checked: the paths of this run.
        is_gone: says of a path that there is no such file any more.
    """
    free, rest, accepted = list(entries), list(findings), 0
    gone = {path for path in {entry.path for entry in entries} if is_gone(path)}
    elsewhere = gone | set(checked)
    rounds: tuple[tuple[_Key, _Key, Callable[[Entry], bool]], ...] = (
        (_by_fingerprint, _entry_fingerprint, lambda _: True),
        (_by_words, _entry_words, lambda _: True),
        (_by_text, _entry_text, lambda entry: entry.path in gone),
        (_by_text, _entry_text, lambda e: e.path in elsewhere and len(e.text) >= _TELLING),
    )
    for of_finding, of_entry, may in rounds:
        before = len(rest)
        rest, free = _matched(rest, free, of_finding, of_entry, may)
        accepted += before - len(rest)
    return Sifted(tuple(rest), accepted, tuple(free))


_Key = Callable[[Any], tuple[str, ...]]


def _matched(
    findings: list[Finding],
    entries: list[Entry],
    of_finding: _Key,
    of_entry: _Key,
    may: Callable[[Entry], bool],
) -> tuple[list[Finding], list[Entry]]:
    """The findings and entries that stay without a partner under these keys."""
    waiting: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    idle: list[Entry] = []
    for entry in entries:
        (waiting[of_entry(entry)] if may(entry) else idle).append(entry)
    left = []
    for finding in findings:
        partners = waiting.get(of_finding(finding))
        if partners:
            partners.pop()
        else:
            left.append(finding)
    return left, idle + [entry for group in waiting.values() for entry in group]


def _by_fingerprint(finding: Finding) -> tuple[str, ...]:
    return (finding.path, finding.rule, _base(finding.fingerprint))


def _entry_fingerprint(entry: Entry) -> tuple[str, ...]:
    return (entry.path, entry.rule, entry.fingerprint)


def _by_words(finding: Finding) -> tuple[str, ...]:
    return (finding.path, finding.rule, _normalised(finding.excerpt))


def _entry_words(entry: Entry) -> tuple[str, ...]:
    return (entry.path, entry.rule, _normalised(entry.text))


def _by_text(finding: Finding) -> tuple[str, ...]:
    return (finding.rule, _normalised(finding.excerpt))


def _entry_text(entry: Entry) -> tuple[str, ...]:
    return (entry.rule, _normalised(entry.text))


def _normalised(text: str) -> str:
    return " ".join(text.casefold().split())


def _base(fingerprint: str) -> str:
    """Without the number that tells repetitions on one page apart."""
    return fingerprint.partition("-")[0]


def _entry(data: dict[str, Any]) -> Entry:
    values = [data[key] for key in ("path", "rule", "text", "fingerprint")]
    if not all(isinstance(value, str) for value in values):
        raise BaselineError("is no baseline: an entry holds something that is no text")
    return Entry(*values)
