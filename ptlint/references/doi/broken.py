"""Strings that are meant as a DOI but do not begin like one: "doi:1O.1016/…", "doi:1016/…"."""

from __future__ import annotations

import re

from ptlint.pattern import later
from ptlint.references.doi.shapes import is_cut_off, is_whole, owners
from ptlint.references.doi.tail import find_tail

_BEGINNING = later(
    r"(?:[1il]\s?[0o])\s?[.,:;/_-]{0,2}\s?(?P<registrant>\d{4,5})\s?[/\\:.,;|_-]?\s?"
    r"(?P<suffix>[a-z0-9(]\S{3,200})",
    re.IGNORECASE,
)
_NO_DIRECTORY = later(r"[.,]?(?P<registrant>\d{4,5})/(?P<suffix>[a-z0-9(]\S{3,200})", re.I)
_NO_SUFFIX = later(r"10\.\d{4,9}/?[.,;]?\Z")


def read_broken(text: str) -> tuple[bool, str | None]:
    """Whether `text` is plainly meant as a DOI, and the DOI if the publisher's shape tells it."""
    for beginning in (_BEGINNING, _NO_DIRECTORY):
        if (match := beginning.match(text)) is not None:
            registrant = "10." + match["registrant"]
            suffix = _ended(registrant, match["suffix"])
            if is_whole(registrant, suffix):
                return True, f"{registrant}/{suffix}"
            if "." in text[:4] or is_cut_off(registrant, suffix):
                return True, None
    return _without_registrant(text)


def _without_registrant(text: str) -> tuple[bool, str | None]:
    if _NO_SUFFIX.match(text):
        return True, None
    suffix = text.rstrip(".,;:)]")
    found = set(owners(suffix))
    registrant = found.pop() if len(found) == 1 else None
    return bool(registrant or found), f"{registrant}/{suffix}" if registrant else None


def _ended(registrant: str, suffix: str) -> str:
    tail = find_tail(registrant, suffix)
    return suffix[: tail.start] if tail else suffix
