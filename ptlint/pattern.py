"""Regular expressions that are compiled when they are first asked.

Compiling costs far more than looking through one page, and most pages have no use for most
expressions: a page without a date of publication never asks how long dates are written.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = (
    "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split",
    "pattern", "flags", "groups", "groupindex",
)  # fmt: skip


def later(source: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile(source, flags)``, put off until a method of it is asked for.

    What comes back serves wherever its own methods are called; the functions of ``re`` and
    ``isinstance`` do not take it for an expression.
    """
    return cast("re.Pattern[str]", _Later(source, flags))


class _Later:
    """Has the methods of an expression as its own once the first was asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._written = source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(*self._written)
        for each in _METHODS:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)
