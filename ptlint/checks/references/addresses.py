"""Web addresses in reference entries: fragments, tracking, searches and proxies."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Edit, Fix, Note, Observation, Severity
from ptlint.page.model import Page, Reference
from ptlint.source.source import Format
from ptlint.source.span import Span

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]{1,2000}+", re.I)
_TRAILING = ".,;:!?'’”»"
#: A text fragment (WICG "Scroll to Text Fragment"), with what stands before it after the "#".
_DIRECTIVE = re.compile(r"(?P<hash>#)(?P<id>[^#:]*?)(?P<directive>:~:[^#]*+)$")
_TRACKING = re.compile(
    r"(?:utm_\w+|gclid|fbclid|msclkid|dclid|gbraid|wbraid|mc_[ce]id|_hs(?:enc|mi)|igshid|yclid"
    r"|srsltid|mkt_tok|_ga|ref_src)=",
    re.I,
)
_CHATBOT = re.compile(
    r"utm_source=(?:chatgpt\.com|openai|chatgpt|perplexity(?:\.ai)?|copilot\.com|gemini)\b", re.I
)
_SEARCH = re.compile(
    r"(?:https?://)?(?:[\w-]{1,40}\.){0,4}(?:google\.[a-z.]{2,6}/(?:url|search)\?"
    r"|scholar\.google\.[a-z.]{2,6}/scholar\?|bing\.com/(?:search|ck)|duckduckgo\.com/\?"
    r"|search\.yahoo\.com|l\.facebook\.com/l\.php|safelinks\.protection\.outlook\.com)",
    re.I,
)
_PROXY = re.compile(
    r"(?:https?://)?[^/\s]{0,200}(?:ezproxy|\.proxy\.|libproxy|idm\.oclc\.org)[^/\s]{0,100}"
    r"|(?:https?://)?0-[a-z0-9.-]{1,80}\.[a-z.]{0,40}(?:edu|ac\.uk|lib)\b",
    re.I,
)
_TARGET = re.compile(r"[?&;](?:q|url|u)=(?P<url>https?(?::|%3a)[^&\s]{3,1500})", re.I)


@dataclass(frozen=True, slots=True)
class Address:
    """A web address of an entry, as shown and as linked.

    Attributes:
        written: the address as the source has it.
        places: where it stands: in the entry's words, in the target of a link, or both.
    """

    written: str
    places: tuple[Span, ...]


def addresses(page: Page) -> tuple[Address, ...]:
    """Every web address of the page's reference entries; ask through ``page.once``."""
    found: dict[str, list[Span]] = {}
    for listed in page.references:
        for entry in listed.entries:
            for address, place in (*_shown(entry, page), *_linked(entry, page)):
                places = found.setdefault(f"{entry.span.start} {html.unescape(address)}", [])
                if place not in places:
                    places.append(place)
    return tuple(
        Address(page.source.slice(places[0]), tuple(places)) for places in found.values()
    )


def _shown(entry: Reference, page: Page) -> Iterator[tuple[str, Span]]:
    for match in _URL.finditer(entry.text.text):
        address = match.group().rstrip(_TRAILING)
        if address.endswith(")") and address.count("(") < address.count(")"):
            address = address[:-1]
        place = entry.text.span(match.start(), match.start() + len(address))
        if html.unescape(page.source.slice(place)) == address:
            yield address, place


def _linked(entry: Reference, page: Page) -> Iterator[tuple[str, Span]]:
    for link in entry.links:
        if link.href and link.href_span and page.source.format is not Format.TEXT:
            yield page.source.slice(link.href_span), link.href_span


Mend = Callable[[str], str]


def fragments(page: Page, options: Options) -> Iterator[Observation]:
    """Text fragments and tracking parameters in the addresses of references."""
    for address in page.once(addresses):
        plain = html.unescape(address.written)
        if "doi.org/" in plain:
            continue  # what hangs on a DOI is reported as such
        directive = _DIRECTIVE.search(plain)
        if directive:
            yield _mendable(
                address,
                f"This address ends in a quotation ('{_short(directive.group())}') that breaks as "
                "soon as the text there changes. Delete everything from ':~:' on.",
                without_extras,
                page,
                safe=True,
            )
        elif _tracks(plain):
            yield _mendable(
                address,
                f"This address carries tracking parameters ('{_short(_parameters(plain))}'). "
                "Delete them: the page is the same without.",
                without_extras,
                page,
                safe=True,
                severity=Severity.SUGGESTION,
            )


def _tracks(address: str) -> bool:
    return bool(_TRACKING.search(address)) and not _CHATBOT.search(address)


def _parameters(address: str) -> str:
    match = _TRACKING.search(address)
    return address[match.start() :] if match else ""


def without_extras(written: str) -> str:
    """An address without its text fragment and tracking parameters; a real fragment stays."""
    head, sign, fragment = written.partition("#")
    kept = fragment.partition(":~:")[0]
    path, mark, query = head.partition("?")
    if mark and not _CHATBOT.search(query):
        query = _without_tracking(query)
    return path + (mark + query if query else "") + (sign + kept if kept else "")


def _without_tracking(query: str) -> str:
    joint = "&amp;" if "&amp;" in query else "&"
    return joint.join(each for each in query.split(joint) if not _TRACKING.match(each))


def chatbot(page: Page, options: Options) -> Iterator[Observation]:
    """Addresses that a chatbot handed out."""
    for address in page.once(addresses):
        match = _CHATBOT.search(html.unescape(address.written))
        if match:
            yield _mendable(
                address,
                f"'{match.group()}' shows that a chatbot gave this address. Open the source, see "
                "that it says what the page claims, and delete the parameter.",
                _without_chatbot,
                page,
                safe=False,
            )


def _without_chatbot(written: str) -> str:
    head, sign, fragment = written.partition("#")
    path, mark, query = head.partition("?")
    query = _without_tracking(query)
    return path + (mark + query if query else "") + sign + fragment


def detours(page: Page, options: Options) -> Iterator[Observation]:
    """Search results, redirects and library proxies in the place of the source's own address."""
    for address in page.once(addresses):
        plain = html.unescape(address.written)
        if _SEARCH.match(plain):
            target = _TARGET.search(plain)
            mend = (lambda _, found=target: unquote(found["url"])) if target else None
            message = (
                f"This address is a search or a redirect ('{_short(plain)}'), not the source. Give "
                "the address of the source itself."
            )
            yield _mendable(address, message, mend, page, safe=False)
        elif _PROXY.match(plain):
            message = (
                f"This address leads through a library's proxy ('{_short(plain)}'), which only its "
                "members can use. Give the source's own address or DOI."
            )
            yield _mendable(address, message, None, page, safe=False)


def _mendable(
    address: Address,
    message: str,
    mend: Mend | None,
    page: Page,
    *,
    safe: bool,
    severity: Severity | None = None,
) -> Observation:
    fix = None
    if mend is not None:
        edits = tuple(
            Edit(place.start, place.end, mend(page.source.slice(place)))
            for place in _apart(address.places)
        )
        fix = Fix("Write the plain address", edits, safe=safe)
    notes = tuple(Note(place, "the link's target") for place in address.places[1:])
    return Observation(address.places[0], message, notes, fix, severity)


def _apart(places: tuple[Span, ...]) -> list[Span]:
    """The places without those that overlap an earlier one, in source order."""
    kept: list[Span] = []
    for place in sorted(places, key=lambda each: each.start):
        if not kept or not kept[-1].overlaps(place):
            kept.append(place)
    return kept


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
