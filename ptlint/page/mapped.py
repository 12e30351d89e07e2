"""Text as a reader sees it that still knows where each character stands on disk.

A paragraph on the page is not a slice of the file: entities, inline tags, soft line breaks and
escapes stand between its words. ``MappedText`` keeps the visible text together with runs that
say where each stretch of it comes from, so that a check may search the visible text and a
finding still points at the bytes an editor has to change.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import itemgetter
from typing import NamedTuple, cast

from ptlint.record import record
from ptlint.source.span import Span


class Run(NamedTuple):
    """``length`` visible characters from offset ``at`` come from source ``start`` to ``end``.

    Where ``end - start == length`` the run is verbatim, character by character. Otherwise
    (an entity, a folded line break) it is one unit: any part of it maps to the whole.
    """

    at: int
    length: int
    start: int
    end: int

    @property
    def verbatim(self) -> bool:
        return self.end - self.start == self.length


#: ``Run(…)`` of its numbers as a tuple, in a third of the time: a page has thousands of runs.
run_of = cast("Callable[[tuple[int, int, int, int]], Run]", partial(tuple.__new__, Run))

_at = itemgetter(0)


@record
class MappedText:
    """Visible text with the source spans of its runs.

    Args:
        text: what the reader sees.
        runs: where it comes from, in order, covering every character of ``text``.
    """

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def verbatim(cls, text: str, start: int) -> MappedText:
        """Text that stands in the source exactly as it is read, from offset ``start``."""
        return cls(text, (run_of((0, len(text), start, start + len(text))),) if text else ())

    def __bool__(self) -> bool:
        return bool(self.text)

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    @property
    def folded(self) -> str:
        """The words between single spaces, in folded case, as two texts are compared."""
        return " ".join(self.text.casefold().split())

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The source span of the visible characters ``start`` to ``end``.

        Raises:
            ValueError: the text is empty or the range lies outside it.
        """
        end = len(self.text) if end is None else end
        if not 0 <= start <= end <= len(self.text) or not self.runs:
            raise ValueError(f"no visible characters {start}:{end} in {self.text!r}")
        if start == end:
            point = self._source_start(start) if start < len(self.text) else self.runs[-1].end
            return Span(point, point)
        return Span(self._source_start(start), self._source_end(end))

    def _source_start(self, offset: int) -> int:
        run = self.runs[bisect_right(self.runs, offset, key=_at) - 1]
        return run.start + (offset - run.at) if run.verbatim else run.start

    def _source_end(self, end: int) -> int:
        run = self.runs[bisect_right(self.runs, end - 1, key=_at) - 1]
        return run.start + (end - run.at) if run.verbatim else run.end

    def offset_of(self, source_offset: int) -> int:
        """The visible offset of the first character at or after a source offset."""
        for run in self.runs:
            if source_offset < run.end:
                inside = max(0, source_offset - run.start) if run.verbatim else 0
                return run.at + inside
        return len(self.text)

    def slice(self, start: int, end: int) -> MappedText:
        """The visible characters ``start`` to ``end`` with their places."""
        if start == 0 and end == len(self.text):
            return self
        return MappedText(self.text[start:end], tuple(self._cut(start, end)))

    def _cut(self, start: int, end: int) -> Iterator[Run]:
        for index in range(max(bisect_right(self.runs, start, key=_at) - 1, 0), len(self.runs)):
            run = self.runs[index]
            first, last = max(start, run.at), min(end, run.at + run.length)
            if first >= last:
                break
            if run.verbatim:
                begin = run.start + (first - run.at)
                yield Run(first - start, last - first, begin, begin + (last - first))
            else:
                yield Run(first - start, last - first, run.start, run.end)

    def strip(self) -> MappedText:
        """Without white space at either end; no-break spaces stay, they are content."""
        stripped = self.text.strip(" \t\n\r\f")
        start = self.text.find(stripped) if stripped else 0
        return self.slice(start, start + len(stripped))


def joined(parts: Iterable[tuple[str, int, int]]) -> MappedText:
    """A text made of ``(visible, source start, source end)`` parts; neighbours are merged.

    A part with an empty visible text is dropped: it is markup between words.
    """
    runs: list[Run] = []
    texts: list[str] = []
    at = 0
    reach = -1  # where the last run ends in the source, if it is verbatim
    for visible, start, end in parts:
        if not visible:
            continue
        length = len(visible)
        is_verbatim = end - start == length
        if is_verbatim and start == reach:
            last = runs[-1]
            runs[-1] = run_of((last.at, last.length + length, last.start, end))
        else:
            runs.append(run_of((at, length, start, end)))
        reach = end if is_verbatim else -1
        texts.append(visible)
        at += length
    return MappedText("".join(texts), tuple(runs))
