"""Link targets as addresses that can be sent to a server, and which of them are asked."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

from ptlint.online.guard import refusal
from ptlint.pattern import later

_LONGEST = 2000
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"
#: RFC 2606 and RFC 6761: names that are nobody's, and those of the machine itself.
_NOBODYS = later(
    r"(?:.*\.)?(?:test|example|invalid|localhost|local|internal|example\.(?:com|net|org))\.?\Z",
    re.I,
)
_PUBMED = later(
    r"(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/(?P<pmid>\d{1,8})/?\Z"
)
_DOI_HOSTS = ("doi.org", "dx.doi.org", "www.doi.org")


def sendable(address: str) -> str:
    """An address with everything encoded that a request must not hold (RFC 3986, RFC 3987).

    Raises:
        ValueError: it cannot be read.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    if ":" in host:
        host = f"[{host}]"
    port = f":{parts.port}" if parts.port is not None else ""
    at = f"{parts.netloc.rpartition('@')[0]}@" if "@" in parts.netloc else ""
    path, query = quote(parts.path or "/", safe=_SAFE), quote(parts.query, safe=_SAFE)
    fragment = quote(parts.fragment, safe=_SAFE)
    return urlunsplit((parts.scheme, at + host + port, path, query, fragment))


def asked_address(href: str) -> str | None:
    """The absolute address that a link target leads to, if it may be asked.

    None for relative targets, other schemes, hosts inside a network and names kept for examples.
    """
    href = "".join(href.split()) if "\n" in href else href.strip()
    if href.lower().startswith("www."):
        href = f"https://{href}"
    elif href.startswith("//"):
        href = f"https:{href}"
    if len(href) > _LONGEST or not href.lower().startswith(("http://", "https://")):
        return None
    try:
        address = sendable(href)
        host = urlsplit(address).hostname or ""
    except (ValueError, UnicodeError):
        return None
    if refusal(address) or "." not in host or _NOBODYS.match(host):
        return None
    return address


def is_doi_address(address: str) -> bool:
    """Does it lead to the DOI resolver? Those are asked for by their DOI."""
    return (urlsplit(address).hostname or "") in _DOI_HOSTS


def pmid_of_address(address: str) -> str | None:
    """The PubMed number of an address of PubMed's page for one article."""
    parts = urlsplit(address)
    match = _PUBMED.match(f"{parts.hostname}{parts.path}")
    return match["pmid"].lstrip("0") if match else None


def same_page(first: str, second: str) -> bool:
    """Do two addresses differ only in scheme, "www.", case of the host or a closing slash?"""
    return _bare(first) == _bare(second)


def _bare(address: str) -> tuple[str, str, str]:
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    return host, parts.path.rstrip("/"), parts.query
