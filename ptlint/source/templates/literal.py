"""Code in Markdown, where template signs are shown and not run: fences and code spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.pattern import later

# A fence may stand in a list item or a quotation.
_FENCE = later(r"^[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)?(`{3,}+|~{3,}+)([^\r\n]*+)", re.M)
_TICKS = later(r"(?<!\\)`++")
_PARAGRAPH_END = later(r"(?:\r\n?|\n)[ \t]*+(?:\r|\n)")


def literal_ranges(text: str) -> list[tuple[int, int]]:
    """The ranges of fenced code blocks and code spans in Markdown, sorted."""
    if "`" not in text and "~~~" not in text:
        return []
    ranges: list[tuple[int, int]] = []
    prose_from = 0
    for start, end in [*_fences(text), (len(text), len(text))]:
        ranges.extend(_code_spans(text, prose_from, start))
        ranges.append((start, end))
        prose_from = end
    return ranges[:-1]


def _fences(text: str) -> Iterator[tuple[int, int]]:
    opening = None
    for fence in _FENCE.finditer(text):
        marks, rest = fence[1], fence[2].strip()
        if opening is None:
            if marks[0] == "~" or "`" not in rest:
                opening = fence
        elif marks.startswith(opening[1]) and not rest:
            yield opening.start(), fence.end()
            opening = None
    if opening is not None:
        yield opening.start(), len(text)


def _code_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of backticks paired with the next run of the same length in their paragraph."""
    breaks = _PARAGRAPH_END.finditer(text, start, end)
    paragraph_end = start
    open_runs: dict[int, int] = {}
    spans: list[tuple[int, int]] = []
    for ticks in _TICKS.finditer(text, start, end):
        while paragraph_end <= ticks.start():
            following = next(breaks, None)
            paragraph_end = following.end() if following else end + 1
            open_runs.clear()
        length = len(ticks[0])
        opened = open_runs.pop(length, None)
        if opened is None:
            open_runs[length] = ticks.start()
        else:
            spans.append((opened, ticks.end()))
            open_runs = {size: at for size, at in open_runs.items() if at < opened}
    yield from _outermost(spans)


def _outermost(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    done = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= done:
            yield start, end
            done = end
