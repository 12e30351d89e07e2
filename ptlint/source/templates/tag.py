"""One piece of template code, and the filler that takes its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ptlint.pattern import later

# Private-use characters: no page has them in its prose, no parser gives them a meaning.
OUTPUT_FILLER = "\ue000"
CONTROL_FILLER = "\ue001"

_NOT_A_LINE_END = later(r"[^\r\n]")


class Tag(NamedTuple):
    """Template code from ``start`` to ``end`` (exclusive), in code points.

    Attributes:
        prints: whether words take its place on the finished page (``{{ name }}``),
            or none (``{% if x %}``).
        resume: where to look for the next tag when what follows is literal text;
            -1 for right after the tag.
    """

    start: int
    end: int
    prints: bool
    resume: int = -1


def fill(text: str, tags: Iterable[Tag]) -> str:
    """``text`` with every tag overwritten by filler; line ends inside tags stay."""
    pieces: list[str] = []
    done = 0
    for tag in tags:
        filler = OUTPUT_FILLER if tag.prints else CONTROL_FILLER
        code = text[tag.start : tag.end]
        pieces.append(text[done : tag.start])
        one_line = "\n" not in code and "\r" not in code
        pieces.append(filler * len(code) if one_line else _NOT_A_LINE_END.sub(filler, code))
        done = tag.end
    return "".join([*pieces, text[done:]])
