"""Findings on lines that changed since a git revision."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable, Mapping, Sequence

from ptlint.findings.finding import Finding
from ptlint.record import record
from ptlint.source.source import Source

Ranges = tuple[tuple[int, int], ...]

#: Every line: the file is new.
ALL: Ranges = ((1, 1 << 60),)

_LINE_END = re.compile(r"\r\n?|\n")
_HUNK = re.compile(rb"@@ -\S++ \+(\d++)(?:,(\d++))? @@")


class CannotCompare(ValueError):  # noqa: N818 - it says what happened
    """git cannot say what changed; the message says why, in git's words."""


@record
class Changes:
    """The changed lines of the work tree.

    Attributes:
        lines: real path to ranges of 1-based lines, both ends included.
    """

    lines: Mapping[str, Ranges]

    def of(self, path: str) -> Ranges:
        """The changed lines of a file; none if it is as it was."""
        return self.lines.get(os.path.realpath(path), ())


def changes_since(revision: str, folder: str) -> Changes:
    """What changed since a branch left ``revision``, uncommitted and new files included.

    Raises:
        CannotCompare: there is no git, no repository or no such revision.
    """
    if revision.startswith("-"):
        raise CannotCompare(f"'{revision}' is no revision")
    top = os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\r\n"))
    commit = _git(folder, "rev-parse", "--verify", f"{revision}^{{commit}}").decode().strip()
    # Histories that share nothing, or are cut short, are compared as they are.
    with contextlib.suppress(CannotCompare, IndexError):
        commit = _git(folder, "merge-base", commit, "HEAD").decode().split()[0]
    diff = _git(
        top, "-c", "core.quotePath=true", "diff", "--unified=0", "--text", "--no-color",
        "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/",
        "--find-renames", commit, "--",
    )  # fmt: skip
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0")
    changed = dict(_ranges(diff))
    changed.update((name, ALL) for name in new if name)
    return Changes({_path(top, name): lines for name, lines in changed.items()})


def on_changed_lines(findings: Iterable[Finding], ranges: Ranges) -> tuple[Finding, ...]:
    """The findings that touch a changed line, themselves or with a related place."""
    return tuple(each for each in findings if any(_touches(span, ranges) for span in _rows(each)))


def carried_over(ranges: Ranges, before: Source, now: Source) -> Ranges:
    """The changed lines of a page after some fixes, which are changes themselves."""
    if before is now:
        return ranges
    import difflib

    old, new = _LINE_END.split(before.text), _LINE_END.split(now.text)
    found: list[tuple[int, int]] = []
    for tag, i, i_end, j, j_end in difflib.SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            shift = j - i
            found += [
                (max(first, i + 1) + shift, min(last, i_end) + shift)
                for first, last in ranges
                if first <= i_end and last > i
            ]
        elif j_end > j:
            found.append((j + 1, j_end))
    return tuple(found)


def _rows(finding: Finding) -> Iterable[tuple[int, int]]:
    for place in (finding.place, *(related.place for related in finding.related)):
        # An end at column 1 is the end of the line before.
        ends_before = place.end_column == 1 and place.end_line > place.line
        yield place.line, place.end_line - ends_before


def _touches(rows: tuple[int, int], ranges: Ranges) -> bool:
    return any(first <= rows[1] and rows[0] <= last for first, last in ranges)


def _ranges(diff: bytes) -> Iterable[tuple[bytes, Ranges]]:
    name, found = b"", list[tuple[int, int]]()
    skip = 0
    for line in diff.split(b"\n"):
        if skip:  # content of a hunk, whatever it looks like
            skip -= not line.startswith(b"\\")
        elif line.startswith(b"+++ "):
            name, found = _name(line[4:]), []
        elif (hunk := _HUNK.match(line)) and name:
            start, count = int(hunk[1]), int(hunk[2] or 1)
            skip = count + _removed(line)
            if count:
                found.append((start, start + count - 1))
            yield name, tuple(found)


def _removed(hunk: bytes) -> int:
    _, _, count = hunk.split(b" ", 2)[1].partition(b",")
    return int(count or 1)


def _name(written: bytes) -> bytes:
    """The name behind "+++ ": git writes special signs as in C, and ends some with a tab."""
    written = written.rstrip(b"\t\r")
    if written.startswith(b'"'):
        written = written[1:-1].decode("unicode_escape").encode("latin-1")
    return written.removeprefix(b"b/") if written != b"/dev/null" else b""


def _path(top: str, name: bytes) -> str:
    return os.path.realpath(os.path.join(top, os.fsdecode(name)))  # noqa: PTH118


def _git(folder: str, *words: str) -> bytes:
    import subprocess

    try:
        done = subprocess.run(["git", "-C", folder, *words], capture_output=True, check=False)
    except OSError as error:
        raise CannotCompare(f"git cannot be started: {error.strerror or error}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["git failed"]
        raise CannotCompare(said[0].removeprefix("fatal: "))
    return done.stdout


def kept(changed: Mapping[str, Ranges], findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings on changed lines, over pages; ``changed`` is by reported path."""
    return tuple(each for each in findings if on_changed_lines((each,), changed.get(each.path, ())))
