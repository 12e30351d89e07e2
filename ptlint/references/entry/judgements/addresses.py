"""Web addresses in entries: bare, tracked, from a search page, from a chatbot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ptlint.pattern import later
from ptlint.vocabulary import load

from ..model import Entry
from .model import Judgement

_ADDRESS = later(r"(?:https?:/{1,2}|(?<![\w./@-])www\.)(?:(?![“”〈〉])[^\s<>\"\[\]{}|])+")
_PARTS = later(
    r"(?:https?:/{1,2})?(?:www\.)?(?P<host>[^/?#:]+)(?::\d+)?(?P<path>[^?#]*)(?P<query>\?[^#]*)?(?P<fragment>#.*)?"
)
_AMPERSAND = later(r"&(?:amp;)?")
_TEXT_DIRECTIVE = later(r"#(?P<anchor>[^#]*?):~:.*$|:~:text=.*$")
_CAMPAIGN = later(r"[?&;]utm_source=([\w.-]+)")


@lru_cache(maxsize=1)
def _hosts() -> dict[str, tuple[str, ...]]:
    data: dict[str, Any] = load("reference_hosts")
    return {name: tuple(entries) for name, entries in data.items()}


def addresses_in(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the web addresses of a text, without the punctuation behind them."""
    from ..identifiers import trimmed_end

    for match in _ADDRESS.finditer(text):
        yield match.start(), trimmed_end(text, *match.span())


def _is_tracking(parameter: str) -> bool:
    name = parameter.partition("=")[0].lower()
    return any(
        name.startswith(known[:-1]) if known.endswith("*") else name == known
        for known in _hosts()["tracking"]
    )


def clean_address(address: str) -> str:
    """An address without text directive and tracking parameters; a real anchor stays."""
    kept = _TEXT_DIRECTIVE.sub(_real_anchor, address)
    base, mark, query = kept.partition("?")
    if not mark:
        return kept
    query, hash_sign, anchor = query.partition("#")
    parameters = _AMPERSAND.split(query)
    wanted = [part for part in parameters if not _is_tracking(part)]
    if len(wanted) == len(parameters):
        return kept
    rest = f"?{'&'.join(wanted)}" if any(wanted) else ""
    return f"{base}{rest}{hash_sign}{anchor}"


def _real_anchor(match: re.Match[str]) -> str:
    return f"#{match['anchor']}" if match["anchor"] else ""


def from_chatbot(address: str) -> bool:
    """Whether a parameter says that a chatbot supplied the address (utm_source=chatgpt.com)."""
    match = _CAMPAIGN.search(address.lower())
    return bool(match) and match[1] in _hosts()["chatbots"] if match else False


def _host_and_path(address: str) -> tuple[str, str]:
    match = _PARTS.match(address)
    if not match:
        return "", ""
    return match["host"].lower(), match["path"] + (match["query"] or "")


def is_search(address: str) -> bool:
    """Whether an address leads to a search page, a redirect or a library's proxy."""
    host, path = _host_and_path(address)
    if any(part in f"{host}." for part in _hosts()["proxies"]):
        return True
    place = f"{host}{path}"
    return place.startswith("pubmed.ncbi.nlm.nih.gov/?term=") or any(
        place == known or place.startswith((f"{known}?", f"{known}/", f"{known}&"))
        for known in _hosts()["search"]
    )


def is_weak_host(address: str) -> str | None:
    """The host when its pages can be written by anyone or sell something, else None."""
    host, _ = _host_and_path(address)
    return next(
        (known for known in _hosts()["weak"] if host == known or host.endswith(f".{known}")), None
    )


def bare(entry: Entry) -> Iterator[Judgement]:
    """An entry is nothing but an address."""
    if entry.kind == "bare address" and entry.address:
        yield Judgement(
            "ref-bare-url", entry.address.start, entry.address.end,
            "This reference is only a web address. Add who wrote it, the title, the site and the "
            "date, so that the source can be found when the address changes.",
        )  # fmt: skip


def tracked(entry: Entry) -> Iterator[Judgement]:
    """An address carries a text directive, tracking parameters or a chatbot's mark."""
    for start, end in addresses_in(entry.text):
        address = entry.text[start:end]
        clean = clean_address(address)
        if from_chatbot(address):
            yield Judgement(
                "ref-url-chatgpt", start, end,
                "A chatbot supplied this address (utm_source). Open the source, check that it says "
                f"what you cite it for, and use “{clean}”.", clean, safe=False,
            )  # fmt: skip
        elif clean != address:
            extra = (
                "a link to a quoted sentence (#:~:text=)" if ":~:" in address else "tracking codes"
            )
            yield Judgement(
                "reference-url-fragment", start, end,
                f"This address carries {extra}. Use “{clean}”.", clean, safe=True,
            )  # fmt: skip


def searched(entry: Entry) -> Iterator[Judgement]:
    """An address leads to a search page, a redirect or a proxy instead of the source."""
    for start, end in addresses_in(entry.text):
        if is_search(entry.text[start:end]):
            yield Judgement(
                "ref-url-search", start, end,
                "This address leads to a search page, a redirect or a library login. Give the "
                "address of the source itself.",
            )  # fmt: skip


def pmid_unlinked(entry: Entry, *, linked: bool) -> Iterator[Judgement]:
    """A PubMed number without a link; `linked` says whether the page links it."""
    if linked:
        return
    for field, kind in ((entry.pmid, "PMID"), (entry.pmcid, "PMCID")):
        if field and "ncbi.nlm.nih.gov" not in entry.text:
            yield Judgement(
                "ref-pmid-unlinked", field.start, field.end,
                f"{kind} {field.value} is not a link. Link it to {pubmed_address(field.value)}.",
            )  # fmt: skip


def pubmed_address(number: str) -> str:
    """The address of an article in PubMed (or, for "PMC…", in PubMed Central)."""
    if number.upper().startswith("PMC"):
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{number.upper().replace(' ', '')}/"
    return f"https://pubmed.ncbi.nlm.nih.gov/{number}/"
