"""What Crossref has on record for a DOI: a work's fields, notices about it, its publication.

Crossref REST API, works: https://api.crossref.org. ``updated-by`` stands on the work that was
retracted or corrected, ``update-to`` on the notice; both name their source, since 2025 Retraction
Watch besides the publisher.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from ptlint.online.answers import Notice, Work
from ptlint.online.exchange import Request
from ptlint.online.services import Service, in_path
from ptlint.pattern import later

_KINDS = {
    "retraction": "retraction",
    "partial_retraction": "retraction",
    "withdrawal": "retraction",
    "removal": "retraction",
    "expression_of_concern": "concern",
    "correction": "correction",
    "corrigendum": "correction",
    "erratum": "correction",
}
_SOURCES = {"publisher": "Crossref", "retraction-watch": "Retraction Watch"}
_DATES = ("published-print", "published-online", "published", "issued")
_MARKUP = later(r"<[^<>]{0,200}>")
#: Publishers put these in front of the titles of works that are retracted.
_RETRACTED_TITLE = later(r"(?:retracted|withdrawn|removed)(?: (?:article|paper|chapter))?:", re.I)


def request(doi: str, service: Service, mail: str) -> Request:
    """Asks for a work's record; with a mail address in the pool of polite users."""
    mailto = f"?mailto={quote(mail)}" if mail else ""
    url = f"{service.base}/v1/works/{in_path(doi)}{mailto}"
    return Request(url, accept="application/json", limit=8_000_000)


def work(body: Any, doi: str) -> Work | None:
    """The record in a reply of ``/v1/works/{doi}``; None if it is none of this DOI."""
    message = body.get("message") if isinstance(body, dict) else None
    if not isinstance(message, dict) or str(message.get("DOI", "")).lower() != doi.lower():
        return None
    title = _text(message.get("title"))
    notices = [*_notices(message.get("updated-by"), message, doi)]
    if _RETRACTED_TITLE.match(title) and not any(each.kind == "retraction" for each in notices):
        notices.append(Notice("retraction", "", "Crossref"))
    return Work(
        title=title,
        authors=tuple(_authors(message.get("author"))),
        years=tuple(sorted(set(_years(message)))),
        container=_text(message.get("container-title")),
        volume=str(message.get("volume") or ""),
        page=_first_page(message),
        notices=tuple(notices),
        preprint=message.get("subtype") == "preprint",
        published_as=_published_as(message.get("relation"), doi),
        sources=("Crossref",),
    )


def plain(text: str) -> str:
    """A title without the JATS or HTML tags that deposited metadata may hold."""
    return " ".join(_MARKUP.sub(" ", text).replace("&amp;", "&").split())


def _text(value: Any) -> str:
    first = value[0] if isinstance(value, list) and value else value
    return plain(first) if isinstance(first, str) else ""


def _authors(listed: Any) -> Iterator[str]:
    for each in _tables(listed):
        name = each.get("family") or each.get("name")
        if isinstance(name, str):
            yield name


def _years(message: dict[str, Any]) -> Iterator[int]:
    for key in _DATES:
        parts = (message.get(key) or {}).get("date-parts") or [[None]]
        if parts[0] and isinstance(parts[0][0], int):
            yield parts[0][0]


def _first_page(message: dict[str, Any]) -> str:
    page = str(message.get("page") or message.get("article-number") or "")
    return re.split(r"[-–,]", page, maxsplit=1)[0].strip()


def _notices(listed: Any, message: dict[str, Any], doi: str) -> Iterator[Notice]:
    updates = [*_tables(listed)]
    # A publisher may write the notice over the work: the record then updates itself.
    updates += [
        each for each in _tables(message.get("update-to"))
        if str(each.get("DOI", "")).lower() == doi.lower()
    ]  # fmt: skip
    reinstated = _latest(each for each in updates if each.get("type") == "reinstatement")
    seen = set()
    for each in updates:
        kind = _KINDS.get(str(each.get("type", "")))
        if kind is None or (reinstated and _stamp(each) <= reinstated):
            continue
        notice_doi = str(each.get("DOI", "")).lower()
        if (kind, notice_doi) not in seen:
            seen.add((kind, notice_doi))
            source = _SOURCES.get(str(each.get("source")), "Crossref")
            yield Notice(kind, "" if notice_doi == doi.lower() else notice_doi, source)


def _latest(updates: Iterable[dict[str, Any]]) -> float:
    return max((_stamp(each) for each in updates), default=0.0)


def _stamp(update: dict[str, Any]) -> float:
    stamp = (update.get("updated") or {}).get("timestamp")
    return float(stamp) if isinstance(stamp, (int, float)) else 0.0


def _published_as(relation: Any, doi: str) -> str:
    if not isinstance(relation, dict):
        return ""
    for each in _tables(relation.get("is-preprint-of")):
        target = str(each.get("id", "")).lower()
        if each.get("id-type") == "doi" and target and target != doi.lower():
            return target
    return ""


def _tables(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        yield from (each for each in value if isinstance(each, dict))
