"""Character classes that Python's regular expressions lack (capital and small letters)."""

from __future__ import annotations

_RANGES = ((0x41, 0x250), (0x370, 0x530), (0x1E00, 0x1F00))
_LETTERS = [chr(c) for low, high in _RANGES for c in range(low, high) if chr(c).isalpha()]

UPPER = "".join(c for c in _LETTERS if c.isupper())
"""Capital letters of the Latin, Greek and Cyrillic alphabets, for use inside [ ]."""

LOWER = "".join(c for c in _LETTERS if not c.isupper())
"""Small letters of the same alphabets."""

HYPHEN = "\\-\u2010\u2011"
"""Hyphens that join the parts of a name."""

DASH = "\\-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
"""Everything that writers set between the ends of a range."""

OPEN_QUOTES = '"\u201c\u201e\u00ab'
CLOSE_QUOTES = '"\u201d\u201c\u00bb'
APOSTROPHE = "'\u2019\u02bc`"
