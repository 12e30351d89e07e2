"""Page ranges that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.pattern import later

from ..letters import DASH
from ..model import Entry
from .model import Judgement

RULE = "reference-pages-malformed"
_PART = later(rf"([A-Za-z]*)(\d+)([A-Za-z]*)\s?{DASH}{{1,2}}\s?([A-Za-z]*)(\d+)([A-Za-z]*)")
_LABEL = later(r"(?<![\w.])(p{1,2})\.(\s?)$", re.I)


def is_falling(first: str, last: str) -> bool:
    """Whether a range ends before it begins, once an abbreviated end ("518–24") is written out."""
    if last.startswith("0") or len(first) > 6:
        return False  # an article number with a dash in it
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return int(last) < int(first)


def malformed(entry: Entry) -> Iterator[Judgement]:
    """A range of one page, a range that runs backwards, p. with a range, pp. with one page."""
    if not entry.pages:
        return
    label = _LABEL.search(entry.text[: entry.pages.start])
    parts = [*_PART.finditer(entry.text, entry.pages.start, entry.pages.end)]
    for match in parts:
        yield from _range(entry, match, label)
    if label and entry.kind != "unknown":
        yield from _label(entry, label, ranged=bool(parts))


def _range(entry: Entry, match: re.Match[str], label: re.Match[str] | None) -> Iterator[Judgement]:
    prefix, first, _, other, last, _ = match.groups()
    after = entry.text[match.end() : match.end() + 2]
    if (other and other.lower() != prefix.lower()) or after[:1] in ("-", "–") or after == ".e":
        return
    whole = match.group()
    if match[1] + match[2] + match[3] in (match[4] + match[5] + match[6], match[5]):
        start = label.start() if label and label.end() == match.start() else match.start()
        page = match[1] + match[2] + match[3]
        yield Judgement(
            RULE, start, match.end(),
            f"The page range “{whole}” begins and ends on the same page. Write “p. {page}”, or "
            "look up the last page.",
            replacement=f"p. {page}" if start < match.start() else page,
        )  # fmt: skip
    elif not match[3] and not match[6] and is_falling(first, last):
        yield Judgement(
            RULE, match.start(), match.end(),
            f"The page range “{whole}” ends before it begins. Check the page numbers.",
        )  # fmt: skip


def _label(entry: Entry, label: re.Match[str], *, ranged: bool) -> Iterator[Judgement]:
    pages = entry.pages.value if entry.pages else ""
    letters = label[1]
    several = ranged or "," in pages or "–" in pages or "-" in pages or "+" in entry.text[-6:]
    if len(letters) == 2 and not several and pages.isdigit() and len(pages) < 6:
        right = letters[0]
        message = f"“{letters}.” stands before a single page. Write “{right}. {pages}”."
    elif len(letters) == 1 and ranged:
        right = letters * 2
        message = f"“{letters}.” stands before several pages. Write “{right}. {pages}”."
    else:
        return
    yield Judgement(RULE, label.start(1), label.end(1), message, replacement=right)
