"""Reference entries: reading them into fields, recognising them, judging them."""

from __future__ import annotations

from .model import SURE, Author, AuthorList, Entry, Field
from .reading import REFERENCE, is_reference, may_be_reference, parse_entry

__all__ = [
    "REFERENCE",
    "SURE",
    "Author",
    "AuthorList",
    "Entry",
    "Field",
    "is_reference",
    "may_be_reference",
    "parse_entry",
]
