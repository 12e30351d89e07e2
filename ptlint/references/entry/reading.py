"""The way in: read an entry, or ask whether a text is one.

The grammar is loaded only when a text is worth reading, for most pages never are.
"""

from __future__ import annotations

from functools import lru_cache

from ptlint.pattern import later

from .model import LONGEST, Entry

REFERENCE = 0.5
"""Likeness from which on a text is taken for a reference entry."""

# Each alternative begins with a plain sign, by which texts without one are passed over quickly.
_WORTH_READING = later(
    r"1(?<!\w1)(?:[6-9]\d\d[a-z]?\b|0\.\d{4})|2(?<!\w2)0\d\d[a-z]?\b|https?:|www\."
    r"|\.(?<=\w\.)[a-z]{2,4}/|n(?<!\wn)\.\s?d\.|P(?<!\wP)[Mm][Ii][Dd]\b|p(?<!\wp)[Mm][Ii][Dd]\b"
)


@lru_cache(maxsize=1024)
def parse_entry(text: str) -> Entry:
    """Read a reference entry of any of the common styles.

    `text` is one entry as a reader sees it (markup of Markdown may remain). Never raises: what
    cannot be read stays None and lowers the confidence. Offsets count characters of `text`.
    """
    from .parse import read_entry

    return read_entry(text)


def is_reference(text: str) -> float:
    """How much `text` (a list item, a line) looks like a reference entry, from 0 to 1.

    From `REFERENCE` on it may be taken for one. Steps of an exercise, opening hours, addresses,
    telephone lists and cards of related articles stay below.
    """
    if not may_be_reference(text):
        return 0.0
    from .likeness import likeness

    return likeness(parse_entry(text))


def may_be_reference(text: str) -> bool:
    """Whether `text` is worth reading as an entry: it holds a year, an address or an identifier."""
    return len(text) <= LONGEST and _may_hold(text) and _WORTH_READING.search(text) is not None


def _may_hold(text: str) -> bool:
    """Whether a text has the signs of any of them, without which most texts are."""
    return (
        "1" in text
        or "2" in text
        or "http" in text
        or "www." in text
        or "/" in text
        or "d." in text
        or "mid" in text.lower()
    )
