"""Whether two strings name the same DOI, and whether a link's text and target do."""

from __future__ import annotations

import re
from urllib.parse import unquote

from ptlint.pattern import later
from ptlint.references.doi.model import DoiFault, Flaw
from ptlint.references.doi.single import Format, doi_of_href
from ptlint.references.doi.text import find_dois
from ptlint.references.doi.wording import doi_link, fault

_HEAD = later(
    r"\s*(?:(?:https?:)?/{0,2}(?:www\.|dx\.)?doi\.org/|(?:info:)?doi[:\s/]{1,3})?", re.IGNORECASE
)
_WEB = later(r"(?:https?:)?//", re.IGNORECASE)
_RUNS_ON = later(r"…|\.{3}")
_CAPITALS = later(r"[A-Z]+")


def canonical(doi: str) -> str:
    """A DOI for comparison: without label or resolver, in lower case (DOIs have no case)."""
    match = _HEAD.match(doi)
    bare = doi[match.end() :] if match else doi
    if match and "doi.org" in match.group().lower():
        bare = unquote(bare)
    # DOI Handbook 2.4: only ASCII letters are compared without case.
    return _CAPITALS.sub(lambda letters: letters.group().lower(), bare.strip())


def differ(link_text: str, href: str, format: Format = "html") -> DoiFault | None:
    """The fault if a link shows one DOI but leads to another, or to a page that is no DOI.

    The offsets are those of `href`. None if the text shows no DOI, or more than one.
    """
    if link_text.strip() == href.strip():
        return None
    shown = find_dois(link_text)
    if len(shown) != 1 or shown[0].doi is None or _RUNS_ON.match(link_text, shown[0].end):
        return None
    if shown[0].form in ("publisher-address", "other-address"):
        return None
    target = doi_of_href(href, format)
    if target is None and (not _WEB.match(href.strip()) or not _is_all(link_text, shown[0].text)):
        return None
    if target is not None and canonical(target) == canonical(shown[0].doi):
        return None
    right = None if target else shown[0].doi
    by = doi_link(right) if right else None
    flaw = Flaw("doi-text-href-differ", 0, len(href), by)
    return fault(href, shown[0].text, right, flaw)


def _is_all(link_text: str, shown: str) -> bool:
    """Whether the link's text is the DOI and nothing else."""
    return len(link_text.strip(" \t\r\n.,;:()[]<>")) <= len(shown)
