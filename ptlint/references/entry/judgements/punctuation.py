"""Punctuation marks that collide in an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.pattern import later, one_of

from ..model import Entry
from .model import Judgement

_ADDRESS = later(r"(?:https?:|www\.|\b10\.\d{4,9}/|\bdoi:)\S+", re.I)
_CLOSED = one_of(')”"', r"\d")
_COLLISIONS: tuple[tuple[re.Pattern[str], str], ...] = (
    (later(rf"(?<={_CLOSED})\.,(?=\s)"), ","),
    (later(r"(?<![.\s])\.\.(?!\.)"), "."),
    (later(r",\s?,(?=\s)"), ","),
    (later(r"(?<=[^\s.]);\s?,(?=\s)"), ";"),
    (later(r"(?<=[^\s.]),\.(?!\s?\.)"), "."),
    (later(r"(?<=[^\s.])\.\s\.(?!\s?\.)(?=\s|$)"), "."),
    (later(r"(?<=[.?!][”\"])\.(?=\s|$)"), ""),
    (later(r"(?<=[?!])\.(?=\s|$)"), ""),
)


def collisions(entry: Entry) -> Iterator[Judgement]:
    """Marks that stand doubled or fight each other (".,", "..", ",,"); addresses are left out."""
    if entry.confidence < 0.5:
        return
    hidden = [match.span() for match in _ADDRESS.finditer(entry.text)]
    for pattern, right in _COLLISIONS:
        for match in pattern.finditer(entry.text):
            if not any(start <= match.start() < end - 1 for start, end in hidden):
                yield _judgement(entry.text, match, right)


def _judgement(text: str, match: re.Match[str], right: str) -> Judgement:
    word = text[max(0, match.start() - 24) : match.start()].rpartition(" ")[2]
    return Judgement(
        "reference-punctuation", *match.span(),
        f"“{word}{match.group()}” has one punctuation mark too many. Write “{word}{right}”.",
        replacement=right, safe=True,
    )  # fmt: skip
