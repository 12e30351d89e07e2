"""What other agencies (mEDRA, JaLC, KISTI …) have on record, as CSL JSON by content negotiation.

DOI content negotiation: doi.org redirects to the agency's own service, which may know the type.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ptlint.online.answers import Work
from ptlint.online.crossref import plain
from ptlint.online.exchange import Request
from ptlint.online.services import Service, in_path

TYPE = "application/vnd.citationstyles.csl+json"


def request(doi: str, service: Service) -> Request:
    """Asks doi.org for a work's record; the reply is a redirect to the agency's."""
    return Request(f"{service.base}/{in_path(doi)}", accept=TYPE, limit=2_000_000)


def work(body: Any, doi: str) -> Work | None:
    """The record in CSL JSON; None if it is none of this DOI."""
    if not isinstance(body, dict) or str(body.get("DOI", "")).lower() != doi.lower():
        return None
    title = body.get("title")
    return Work(
        title=plain(title) if isinstance(title, str) else "",
        authors=tuple(_families(body.get("author"))),
        years=_years(body),
        volume=str(body.get("volume") or ""),
        page=str(body.get("page") or "").partition("-")[0],
        sources=("doi.org",),
    )


def _families(listed: Any) -> Iterator[str]:
    for each in listed if isinstance(listed, list) else ():
        name = each.get("family") or each.get("literal") if isinstance(each, dict) else None
        if isinstance(name, str):
            yield name


def _years(body: dict[str, Any]) -> tuple[int, ...]:
    issued = body.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    first = parts[0][0] if isinstance(parts, list) and parts and parts[0] else None
    written = str(first)
    return (int(written),) if written.isdecimal() else ()
