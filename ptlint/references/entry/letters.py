"""A plain-letter picture of a text, so that patterns need only A-Z and a-z."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ptlint.pattern import later, one_of

HYPHEN = "\\-\u2010\u2011"
"""Hyphens that join the parts of a name, for use inside [ ]."""

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
DASH = one_of(DASHES)
"""Everything that writers set between the ends of a range."""

_ACCENTED = later(r"[^\W\d_A-Za-z]")
APOSTROPHES = "'\u2019\u02bc`"


@lru_cache(maxsize=2048)
def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    if base.isascii():
        return base
    return "X" if letter.isupper() else "x"


def plain_letters(text: str) -> str:
    """`text` with accents taken off and other scripts' letters as x or X; as long as before."""
    if text.isascii():
        return text
    return _ACCENTED.sub(lambda match: _plain(match.group()), text)
