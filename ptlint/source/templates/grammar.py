"""What a template language is to the scanner: how its tags open and how they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ptlint.record import record
from ptlint.source.templates.cursor import Cursor
from ptlint.source.templates.tag import Tag

Read = Callable[[Cursor, int], Tag | None]


@record
class Grammar:
    """Tags that begin with ``opener``; ``read`` tells where one ends, or that it is none."""

    opener: str
    read: Read


def scan(
    text: str, grammars: Sequence[Grammar], literal: Sequence[tuple[int, int]] = ()
) -> Iterator[Tag]:
    """The template code of a text from start to end.

    Args:
        grammars: the languages; of two openers at one place the longer one counts.
        literal: sorted ranges in which no tag begins.
    """
    cursor = Cursor(text)
    longest_first = sorted(grammars, key=lambda grammar: -len(grammar.opener))
    ranges = iter([*literal, (len(text) + 1, len(text) + 1)])
    begin, end = next(ranges)
    position = 0
    while True:
        start, grammar = _next_opener(cursor, longest_first, position)
        if grammar is None:
            return
        while end <= start:
            begin, end = next(ranges)
        if begin <= start:
            position = end
            continue
        tag = grammar.read(cursor, start)
        if tag is None:
            position = start + 1
            continue
        yield tag
        position = max(tag.end, tag.resume)


def _next_opener(
    cursor: Cursor, grammars: Sequence[Grammar], position: int
) -> tuple[int, Grammar | None]:
    start, chosen = -1, None
    for grammar in grammars:
        found = cursor.find(grammar.opener, position)
        if found != -1 and (chosen is None or found < start):
            start, chosen = found, grammar
    return start, chosen
