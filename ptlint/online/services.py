"""The services that are asked, and how gently each is treated until it says what it allows."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from ptlint.online.pace import Limits, Pace
from ptlint.record import record


@record
class Service:
    """A service's base address, without a slash at its end, and its limits."""

    base: str
    limits: Limits

    @property
    def host(self) -> str:
        parts = urlsplit(self.base)
        return f"{parts.scheme}://{parts.netloc}"


_DOI = Service("https://doi.org", Limits(20, 0))
_CROSSREF = Service("https://api.crossref.org", Limits(3, 5))
_DATACITE = Service("https://api.datacite.org", Limits(2, 3))
_PUBMED = Service("https://eutils.ncbi.nlm.nih.gov", Limits(1, 2.5))
_ARCHIVE = Service("https://archive.org", Limits(1, 1))
_OTHERS = Limits(2, 5)


@record
class Services:
    """Every service by what it knows.

    Sources: DOI Handbook (proxy server REST API, doiRA), Crossref REST API, DataCite REST API,
    NCBI E-utilities (three requests a second), Internet Archive availability API.

    Attributes:
        others: the limits of every host that links lead to.
    """

    doi: Service = _DOI
    crossref: Service = _CROSSREF
    datacite: Service = _DATACITE
    pubmed: Service = _PUBMED
    archive: Service = _ARCHIVE
    others: Limits = _OTHERS

    def pace(self, host: str) -> Pace:
        """The pace to start with for a host (scheme, name and port)."""
        known = (self.doi, self.crossref, self.datacite, self.pubmed, self.archive)
        return Pace(next((each.limits for each in known if each.host == host), self.others))


def in_path(doi: str, also: str = "") -> str:
    """A DOI inside an address: ``< > # ? %``, spaces and non-ASCII are encoded.

    Args:
        also: further signs to encode, such as the comma where it separates DOIs.
    """
    kept = "".join(sign for sign in "/:;()[],.-_~!$&'*+=@" if sign not in also)
    return quote(doi, safe=kept)


def user_agent(version: str, contact: str | None) -> str:
    """Who asks, in the form that Crossref's etiquette asks for."""
    said = "".join(sign for sign in contact or "" if sign.isascii() and sign.isprintable())
    if not said:
        return f"ptlint/{version}"
    return f"ptlint/{version} ({'+' if '://' in said else 'mailto:'}{said})"


def mail_of(contact: str | None) -> str:
    """The contact as a mail address, "" if it is none."""
    return contact if contact and "@" in contact and "://" not in contact else ""
