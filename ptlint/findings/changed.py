"""What is new since a git revision: findings on changed lines, and findings the page had not.

The second kind is what deleted lines leave behind: where the list of sources was taken out, what
is reported stands at a heading that nobody touched.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby

from ptlint.findings.finding import Finding
from ptlint.record import field, record
from ptlint.source.source import Source

Ranges = tuple[tuple[int, int], ...]

#: Every line: the file is new.
ALL: Ranges = ((1, 1 << 60),)

#: Findings by rule and words, and how many there are of each.
Known = Mapping[tuple[str, str], int]

_LINE_END = re.compile(r"\r\n?|\n")
_HUNK = re.compile(rb"@@ -\S++ \+(\d++)(?:,(\d++))? @@")


class CannotCompare(ValueError):  # noqa: N818 - it says what happened
    """git cannot say what changed; the message says why, in git's words."""


@record
class Changes:
    """The changed files of the work tree.

    Attributes:
        top: the folder of the work tree.
        commit: what it is compared with.
        lines: real path to ranges of 1-based lines, both ends included; none where lines were
            only taken out.
        names: real path to the file's name at the commit; new files have none.
    """

    top: str
    commit: str
    lines: Mapping[str, Ranges]
    names: Mapping[str, bytes]

    def of(self, path: str) -> Ranges | None:
        """The changed lines of a file; ``None`` if it is as it was."""
        return self.lines.get(os.path.realpath(path))

    def before(self, path: str) -> bytes | None:
        """The content of a file at the commit; ``None`` if it is new.

        Raises:
            CannotCompare: git cannot give it.
        """
        name = self.names.get(os.path.realpath(path))
        if name is None:
            return None
        return _git(self.top, "cat-file", "blob", f"{self.commit}:{os.fsdecode(name)}")


@record
class Change:
    """What changed on one page.

    Attributes:
        lines: the changed lines.
        before: the page's content before, if there was one.
        known: the findings that the page had before.
    """

    lines: Ranges
    before: bytes | None = None
    known: Known = field(default_factory=dict)


def known_of(findings: Iterable[Finding]) -> Known:
    """The findings of a page before it changed, as ``Change`` holds them."""
    return Counter(_words(each) for each in findings)


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
    changed = {name: (old, lines) for name, old, lines in _ranges(diff)}
    changed.update((name, (b"", ALL)) for name in new if name)
    return Changes(
        top,
        commit,
        {_path(top, name): lines for name, (_, lines) in changed.items()},
        {_path(top, name): old for name, (old, _) in changed.items() if old},
    )


def new_of_page(findings: Iterable[Finding], change: Change) -> tuple[Finding, ...]:
    """The findings of a page that touch a changed line, or that it did not have before.

    A finding may touch a changed line itself or with a related place.
    """
    known = dict(change.known)
    return tuple(each for each in findings if _is_new(each, change.lines, known))


def _is_new(finding: Finding, ranges: Ranges, known: dict[tuple[str, str], int]) -> bool:
    if any(_touches(rows, ranges) for rows in _rows(finding)):
        return True
    # On a line that stayed each finding has a partner of before, or else it is new.
    words = _words(finding)
    left = known.get(words, 0)
    known[words] = left - 1
    return left <= 0


def _words(finding: Finding) -> tuple[str, str]:
    """What tells a finding from others; not its message, whose figures may change a little."""
    return finding.rule, finding.excerpt


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


def _ranges(diff: bytes) -> Iterable[tuple[bytes, bytes, Ranges]]:
    """Each changed file's name, its name before, and its changed lines; the last one counts."""
    name, old, found = b"", b"", list[tuple[int, int]]()
    skip = 0
    for line in diff.split(b"\n"):
        if skip:  # content of a hunk, whatever it looks like
            skip -= not line.startswith(b"\\")
        elif line.startswith(b"--- "):
            old = _name(line[4:])
        elif line.startswith(b"+++ "):
            name, found = _name(line[4:]), []
        elif (hunk := _HUNK.match(line)) and name:
            start, count = int(hunk[1]), int(hunk[2] or 1)
            skip = count + _removed(line)
            if count:
                found.append((start, start + count - 1))
            yield name, old, tuple(found)


def _removed(hunk: bytes) -> int:
    _, _, count = hunk.split(b" ", 2)[1].partition(b",")
    return int(count or 1)


def _name(written: bytes) -> bytes:
    """The name after "--- " or "+++ ": special signs are as in C, and some end with a tab."""
    written = written.rstrip(b"\t\r")
    if written.startswith(b'"'):
        written = written[1:-1].decode("unicode_escape").encode("latin-1")
    return written[2:] if written != b"/dev/null" else b""


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


def new_of(changed: Mapping[str, Change], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The new findings of many pages; ``changed`` is by reported path."""
    pages = groupby(findings, lambda each: each.path)
    return tuple(each for path, group in pages for each in _new_at(changed.get(path), group))


def _new_at(change: Change | None, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return new_of_page(findings, change) if change else ()
