"""Addresses that hold a DOI without being the resolver's: publishers' pages, archives, proxies."""

from __future__ import annotations

import re

from ptlint.pattern import later, one_of
from ptlint.references.doi.shapes import is_whole
from ptlint.references.doi.tables import pattern, publisher_addresses

REACH = 400
"""How far before a DOI the start of an address is looked for."""

_BREAK = later(one_of("\"'<>`|{}“”‘’", r"\s"))
_ADDRESS = later(
    r"https?://|(?<![\w.])www\.|(?<![\w.@-])(?:(?-i:[A-Za-z0-9-]){1,40}\.){1,4}"
    r"(?:com|org|net|edu|gov|int|info|io|eu|uk|de|fr|nl|ch|au|ca|jp|br|es|it)/",
    re.IGNORECASE,
)
_HOST = later(r"(?:https?://)?(?P<host>[^/\s?#]{1,120})(?P<path>.*)", re.I | re.S)
_FILE = later(r"\.(?:svg|png|jpe?g|gif|webp|ico|css|js|json|xml|zip|csv|xlsx?|docx?|mp4)\Z")
_YEAR = later(r"10\.(?:19|20)\d\d")


def address_around(text: str, at: int) -> int | None:
    """The start of the address that the offset `at` lies in; None if it lies in none."""
    low = max(0, at - REACH)
    piece = _BREAK.split(text[low:at])[-1]
    found = _ADDRESS.search(piece)
    return at - len(piece) + found.start() if found else None


def is_publishers(address: str, registrant: str, suffix: str) -> bool:
    """Whether an address that holds a DOI is the page of that very work at its publisher's."""
    host, path = _parts(address)
    known = publisher_addresses()
    if any(service in host for service in known.services):
        return False
    if "/suppl" in path or path.partition("#")[2] or _FILE.search(path.partition("?")[0]):
        # A supplement, an image or a place on the page, which a DOI link cannot lead to.
        return False
    if registrant in known.unregistered:
        return False
    if any(host == name or host.endswith("." + name) for name in known.hosts):
        return True
    if _YEAR.fullmatch(registrant):
        # "/uploads/10.2023/photo.jpg" is a folder of a month.
        return is_whole(registrant, suffix)
    return any(part in path for part in known.paths)


def item_identifier(address: str) -> bool:
    """Whether an address names an article by its publisher item identifier (PII) only."""
    host, path = _parts(address)
    known = publisher_addresses()
    return any(host == name or host.endswith("." + name) for name in known.hosts) and any(
        pattern(form).search(path.lower()) for form in known.pii
    )


def _parts(address: str) -> tuple[str, str]:
    match = _HOST.match(address)
    return (match["host"].lower(), match["path"].lower()) if match else ("", "")
