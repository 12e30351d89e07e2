"""What DataCite has on record for a DOI (DataCite REST API, metadata schema 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ptlint.online.answers import Work
from ptlint.online.crossref import plain
from ptlint.online.exchange import Request
from ptlint.online.services import Service, in_path
from ptlint.pattern import later

#: How a preprint's record points at the article it became.
_BECAME = ("IsVersionOf", "IsPreviousVersionOf", "IsPublishedIn")
_HEAD = later(r"(?:https?://(?:dx\.)?doi\.org/|doi:)", re.I)


def request(doi: str, service: Service) -> Request:
    """Asks for a work's record."""
    return Request(
        f"{service.base}/dois/{in_path(doi)}", accept="application/vnd.api+json", limit=4_000_000
    )


def work(body: Any, doi: str) -> Work | None:
    """The record in a reply of ``/dois/{doi}``; None if it is none of this DOI."""
    data = body.get("data") if isinstance(body, dict) else None
    if not isinstance(data, dict) or str(data.get("id", "")).lower() != doi.lower():
        return None
    known = data.get("attributes") or {}
    place = known.get("container") or {}
    preprint = (known.get("types") or {}).get("resourceTypeGeneral") == "Preprint"
    return Work(
        title=plain(str(next(_values(known.get("titles"), "title"), ""))),
        authors=tuple(_families(known.get("creators"))),
        years=(known["publicationYear"],) if isinstance(known.get("publicationYear"), int) else (),
        container=str(place.get("title") or known.get("publisher") or ""),
        volume=str(place.get("volume") or ""),
        page=str(place.get("firstPage") or ""),
        preprint=preprint,
        published_as=_published_as(known, doi) if preprint else "",
        sources=("DataCite",),
    )


def _values(listed: Any, key: str) -> Iterator[Any]:
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, dict) and each.get(key):
            yield each[key]


def _families(creators: Any) -> Iterator[str]:
    for each in creators if isinstance(creators, list) else ():
        name = each.get("familyName") or each.get("name") if isinstance(each, dict) else None
        if isinstance(name, str):
            yield name.partition(",")[0]


def _published_as(known: dict[str, Any], doi: str) -> str:
    """A related DOI of another registrant: the versions of a preprint share its registrant."""
    for each in known.get("relatedIdentifiers") or ():
        if each.get("relatedIdentifierType") != "DOI" or each.get("relationType") not in _BECAME:
            continue
        target = _HEAD.sub("", str(each.get("relatedIdentifier", ""))).lower()
        if target.partition("/")[0] != doi.lower().partition("/")[0]:
            return target
    return ""
