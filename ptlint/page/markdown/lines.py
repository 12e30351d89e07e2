r"""Lines and stretches of a Markdown text that know their place in the file.

The parser wants ``\n`` as the only line end and sees block quote signs and indentation taken
away line by line. ``Normalised`` and ``Content`` keep, for each line, where it stands in the
file, so that every offset the parser speaks of has one source offset.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from ptlint.page.mapped import MappedText, joined
from ptlint.pattern import later
from ptlint.record import field, record
from ptlint.source.span import Span

_CRLF = later("\r\n")
#: A line of template code that prints nothing leaves an empty line; in tables and HTML it stays,
#: because such lines are written to be trimmed there.
_CODE_LINE = later(r"(?<![^\r\n])[ \t]*+\ue001[ \t\ue001]*+(?=\r?\n(?![ \t]*+[|<])|\r(?!\n)|\Z)")


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found[0])


@record
class Normalised:
    r"""A text with ``\n`` line ends only and the way back to the source.

    Attributes:
        text: what the parser reads; NUL characters are replaced as CommonMark asks.
        base: source offset of the first character.
        folded: offsets in ``text`` of the line ends that were two characters (CRLF).
    """

    text: str
    base: int = 0
    folded: tuple[int, ...] = ()

    @classmethod
    def of(cls, text: str, base: int) -> Normalised:
        """The part of a source text from offset ``base`` on."""
        body = text[base:].replace("\0", "\ufffd")
        if "\ue001" in body:
            body = _CODE_LINE.sub(_blanked, body)
        if "\r" not in body:
            return cls(body, base)
        ends = (match.start() for match in _CRLF.finditer(body))
        folded = tuple(end - number for number, end in enumerate(ends))
        return cls(body.replace("\r\n", "\n").replace("\r", "\n"), base, folded)

    def source(self, offset: int) -> int:
        """The source offset of an offset into ``text``."""
        if not self.folded:
            return offset + self.base
        return offset + self.base + bisect_right(self.folded, offset - 1)


@record
class Content:
    """Inline content of a block, cut from one or more stretches of the source.

    Attributes:
        text: the stretches put together.
        starts: offset in ``text`` of each stretch.
        places: its offset in the source.
    """

    text: str
    starts: tuple[int, ...] = field(default=(0,))
    places: tuple[int, ...] = field(default=(0,))

    @classmethod
    def of(cls, stretches: Iterable[tuple[str, int]]) -> Content:
        """Stretches as (text, source offset), in order."""
        starts, places, texts, at = [], [], [], 0
        for text, place in stretches:
            starts.append(at)
            places.append(place)
            texts.append(text)
            at += len(text)
        return cls("".join(texts), tuple(starts) or (0,), tuple(places) or (0,))

    @property
    def span(self) -> Span:
        """From the first character to the last."""
        if len(self.starts) == 1:
            return Span(self.places[0], self.places[0] + len(self.text))
        return Span(self.places[0], self.end(len(self.text)))

    def place(self, offset: int) -> int:
        """The source offset of the character at ``offset``."""
        number = bisect_right(self.starts, offset) - 1
        return self.places[number] + offset - self.starts[number]

    def end(self, offset: int) -> int:
        """The source offset behind the character before ``offset``."""
        return self.place(offset - 1) + 1 if offset else self.places[0]

    def cut(self, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """``(text, source start, source end)`` of each stretch between two offsets."""
        if len(self.starts) == 1:
            if start < end:
                place = self.places[0] + start
                yield self.text[start:end], place, place + end - start
            return
        while start < end:
            number = bisect_right(self.starts, start) - 1
            stop = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
            stop = min(stop, end)
            if stop <= start:
                return
            place = self.places[number] + start - self.starts[number]
            yield self.text[start:stop], place, place + stop - start
            start = stop

    def mapped(self) -> MappedText:
        """All of it as text that is read as it stands."""
        if len(self.starts) == 1:
            return MappedText.verbatim(self.text, self.places[0])
        return joined(self.cut(0, len(self.text)))

    def part(self, start: int, end: int) -> Content:
        """The content between two offsets."""
        return Content.of((text, place) for text, place, _ in self.cut(start, end))
