"""The same word twice in a row, also across a line break."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import eq

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.quotes import is_quoted
from ptlint.findings.finding import Edit, Fix, Observation
from ptlint.page.model import Page
from ptlint.page.passages import WRITTEN, Passage, passages
from ptlint.prose.tokens import Word

#: Words that stand twice in a row by rights, or for emphasis.
_RIGHT = frozenset(
    "that had is was very really so no ha bye far much more many on in there do".split()
)


def words(page: Page, options: Options) -> Iterator[Observation]:
    """A word in small letters that repeats the word before it, with only space between."""
    for passage in passages(page, ("paragraph", "item", "cell", "heading"), WRITTEN):
        texts = passage.unit_texts
        if not any(map(eq, texts, texts[1:])):
            continue
        for first, second in pairwise(passage.units):
            if first.text == second.text and _is_slip(passage, first, second):
                yield _observation(page, passage, first, second)


def _is_slip(passage: Passage, first: Word, second: Word) -> bool:
    text = passage.text.text
    written = text[second.start : second.end]
    if len(written) < 2 or not written.isalpha() or not written.islower() or written in _RIGHT:
        return False
    between = text[first.end : second.start]
    if not between or between.strip(" \u00a0"):
        return False
    apart = any(first.end <= inline.start <= second.start for inline in passage.inlines) or any(
        first.end <= inline.end <= second.start for inline in passage.inlines
    )
    return not apart and not is_quoted(passage, first.start, second.end)


def _observation(page: Page, passage: Passage, first: Word, second: Word) -> Observation:
    span = passage.text.span(first.start, second.end)
    gone = passage.text.span(first.end, second.end)
    word = passage.text.text[second.start : second.end]
    fix = Fix(f"Delete the second '{word}'", (Edit(gone.start, gone.end, ""),), safe=True)
    plain = page.source.slice(gone).split() == [word]  # no tag between that would go with it
    return Observation(
        span, f"'{word}' stands twice in a row. Delete one.", fix=fix if plain else None
    )
