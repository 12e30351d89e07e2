"""Web addresses in reference entries: fragments, tracking, chatbots, searches and proxies.

What an address carries is decided in ``ptlint.references.entry.judgements.addresses``; here its
words and the target of its link are mended together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Edit, Fix, Note, Observation, Severity
from ptlint.page.model import Page, Reference
from ptlint.pattern import later
from ptlint.record import record
from ptlint.references.entry.judgements.addresses import (
    addresses_in,
    clean_address,
    from_chatbot,
    is_search,
)
from ptlint.source.escapes import unescaped
from ptlint.source.source import Format
from ptlint.source.span import Span

_DIRECTIVE = ":~:"
#: The address behind a redirect: google.com/url?q=https://…
_TARGET = later(r"[?&](?:q|url|u)=(?P<url>https?(?::|%3a)[^&\s]{3,1500})", re.I)
_SHOWN = 60


@record
class Address:
    """A web address of an entry.

    Attributes:
        url: the address itself, entities decoded.
        places: where it stands: in the entry's words, in the target of a link, or both.
    """

    url: str
    places: tuple[Span, ...]


Mend = Callable[[str], str]


def addresses(page: Page) -> tuple[Address, ...]:
    """Every web address of the page's reference entries; ask through ``page.once``."""
    return tuple(
        address
        for listed in page.references
        for entry in listed.entries
        for address in _of_entry(entry, page)
    )


def _of_entry(entry: Reference, page: Page) -> Iterator[Address]:
    found: dict[str, list[Span]] = {}
    for url, place in (*_shown(entry, page), *_linked(entry, page)):
        places = found.setdefault(url, [])
        if not any(place.overlaps(other) for other in places):
            places.append(place)
    for url, places in found.items():
        yield Address(url, tuple(places))


def _shown(entry: Reference, page: Page) -> Iterator[tuple[str, Span]]:
    for start, end in addresses_in(entry.text.text):
        url, place = entry.text.text[start:end], entry.text.span(start, end)
        if unescaped(page.source.slice(place)) == url:
            yield url, place


def _linked(entry: Reference, page: Page) -> Iterator[tuple[str, Span]]:
    for link in entry.links:
        if link.href and link.href_span and page.source.format is not Format.TEXT:
            yield unescaped(page.source.slice(link.href_span)), link.href_span


def fragments(page: Page, options: Options) -> Iterator[Observation]:
    """Text fragments and tracking parameters in the addresses of references."""
    for each in page.once(addresses):
        # What hangs on a DOI, and what a chatbot left, have rules of their own.
        if "doi.org/" in each.url or from_chatbot(each.url) or clean_address(each.url) == each.url:
            continue
        if _DIRECTIVE in each.url:
            shown = _short(each.url[each.url.index(_DIRECTIVE) :])
            message = (
                f"This address ends in a quotation ('{shown}') that breaks as soon as the text "
                f"there changes. Delete everything from '{_DIRECTIVE}' on."
            )
        else:
            message = (
                f"This address carries tracking parameters. Use '{_short(clean_address(each.url))}'"
                ": the page is the same."
            )
        mild = None if _DIRECTIVE in each.url else Severity.SUGGESTION
        yield _observation(page, each, message, clean_address, safe=True, severity=mild)


def chatbot(page: Page, options: Options) -> Iterator[Observation]:
    """Addresses that a chatbot handed out."""
    for each in page.once(addresses):
        if from_chatbot(each.url):
            yield _observation(
                page,
                each,
                "A chatbot gave this address ('utm_source'). Open the source, see that it says "
                "what the page claims, and delete the parameter.",
                clean_address,
                safe=False,
            )


def detours(page: Page, options: Options) -> Iterator[Observation]:
    """Search results, redirects and library proxies in the place of the source's own address."""
    for each in page.once(addresses):
        if is_search(each.url):
            yield _observation(
                page,
                each,
                f"This address is a search, a redirect or a library's log-in ('{_short(each.url)}')"
                ", not the source. Give the address of the source itself.",
                _target if _TARGET.search(each.url) else None,
                safe=False,
            )


def _target(url: str) -> str:
    match = _TARGET.search(url)
    return unquote(match["url"]) if match else url


def _observation(
    page: Page,
    address: Address,
    message: str,
    mend: Mend | None,
    *,
    safe: bool,
    severity: Severity | None = None,
) -> Observation:
    fix = None
    if mend is not None:
        new = mend(address.url)
        edits = (
            Edit(place.start, place.end, _as_written(new, page.source.slice(place)))
            for place in address.places
        )
        fix = Fix("Write the plain address", tuple(sorted(edits)), safe=safe)
    notes = tuple(Note(place, "the link's target") for place in address.places[1:])
    return Observation(address.places[0], message, notes, fix, severity)


def _as_written(url: str, before: str) -> str:
    """An address with its ampersands written as they were."""
    return url.replace("&", "&amp;") if "&amp;" in before else url


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
