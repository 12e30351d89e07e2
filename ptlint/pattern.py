"""Regular expressions that are compiled when they are first asked.

Compiling costs far more than looking through one page, and most pages have no use for most
expressions: a page without a date of publication never asks how long dates are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, cast

from ptlint.expressions import expressions

_METHODS = (
    "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split",
    "flags", "groups", "groupindex",
)  # fmt: skip


def later(source: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile(source, flags)``, put off until a method of it is asked for.

    What comes back serves wherever its own methods are called; the functions of ``re`` and
    ``isinstance`` do not take it for an expression.
    """
    return cast("re.Pattern[str]", _Later(source, flags))


def one_of(signs: str, inside: str = "") -> str:
    """What ``[…]`` means for a set of signs, in a form that is compiled twenty times faster.

    A set that reaches beyond U+00FF and is not one or two runs of neighbours costs 0.3 ms to
    compile, as much as two hundred letters. Nor does it fall into such a set again where it is
    one choice of several.

    Args:
        signs: the signs themselves, none written as an escape.
        inside: what else stands in the set, as it is written there: ``\\s``, ``a-z``.
    """
    plain = [sign for sign in signs if sign <= "\xff"]
    runs = list(_runs(sorted({ord(sign) for sign in signs if sign > "\xff"})))
    sets = [f"[{inside}{''.join(map(re.escape, plain))}]"] if plain or inside else []
    for place in range(0, len(runs), 2):
        pair = "".join(f"{chr(start)}-{chr(end)}" for start, end in runs[place : place + 2])
        sets.append(f"(?=[{pair}]).")
    return sets[0] if len(sets) == 1 else f"(?:{'|'.join(sets)})"


def small_letters(text: str) -> str:
    """A text in small letters, every sign in its place.

    An expression that ignores case takes twice as long to compile, and longer to look, as one
    in small letters that is asked of this. ("İ" is the one letter whose small form is two.)
    """
    return text.replace("İ", "I").lower()


def folded_letters(text: str) -> str:
    """A text in small letters as ``re.I`` sees them: "ı" is an i there, and "ſ" an s."""
    return small_letters(text).replace("ı", "i").replace("ſ", "s")


def places_of(sought: str, text: str) -> Iterator[int]:
    """Where a string begins in a text, also inside itself."""
    at = text.find(sought)
    while at >= 0:
        yield at
        at = text.find(sought, at + 1)


def _runs(codes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of neighbours."""
    start = 0
    for place in range(1, len(codes) + 1):
        if place == len(codes) or codes[place] != codes[place - 1] + 1:
            yield codes[start], codes[place - 1]
            start = place


class _Later:
    """Has the methods of an expression as its own once the first was asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._written = source, flags
        self.pattern = source  # larger expressions are written with it

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = expressions().compiled(*self._written)
        for each in _METHODS:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)
