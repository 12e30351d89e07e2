"""Strings that are meant to be one DOI: a field, a cell of a table, the target of a link."""

from __future__ import annotations

import re
from typing import Literal

from ptlint.pattern import later
from ptlint.references.doi.address import is_publishers, item_identifier
from ptlint.references.doi.broken import read_broken
from ptlint.references.doi.characters import ODD
from ptlint.references.doi.head import Piece
from ptlint.references.doi.model import RESOLVER, DoiFault, Flaw
from ptlint.references.doi.reading import ANCHOR, Reading, read_doi
from ptlint.references.doi.stretch import Stretch, decoded, stretch
from ptlint.references.doi.wording import doi_link, faults

Format = Literal["html", "markdown", "text"]
"""How a link target is written: with HTML's codes, Markdown's backslashes, or as it is."""

LONGEST = 2000
"""Longer strings are no DOIs and no addresses of articles."""

_LABEL_ONLY = later(
    r"\s*(?:(?:https?:/{0,3})?(?:dx\.|www\.)?doi\.org[/:\s]{1,3}|doi\s?[:=]?\s?)", re.IGNORECASE
)
_ADDRESS = later(r"(?:https?:)?//[^/\s]+|www\.", re.IGNORECASE)
_RELATIVE = later(r"(?:\.{0,2}/)+\Z")
_OTHER_SCHEME = later(r"(?:mailto|tel|javascript|data|ftp|file):|#", re.IGNORECASE)


def faults_in_doi(string: str) -> list[DoiFault]:
    """What is wrong with a string that is meant to be one DOI, alone, labelled or as a link."""
    region = _stripped(stretch(string[:LONGEST]))
    anchor = ANCHOR.search(region.text)
    if anchor is None:
        return _unreadable(string, region)
    reading = read_doi(region, anchor, "whole")
    start = _head(reading.pieces, anchor)
    before = region.text[:start]
    if _ADDRESS.match(before) and (found := _elsewhere(string, region, reading, before)):
        return found
    flaws = list(reading.flaws)
    if before:
        flaws.append(Flaw("doi-malformed", *region.source(0, start), ""))
    return faults(string, region.starts[0], reading.end, reading.doi, flaws)


def faults_in_href(href: str, format: Format = "html") -> list[DoiFault]:
    """What is wrong with a link target that is, or should be, a DOI.

    Args:
        href: the target as the source has it, without quotes; offsets are offsets into it.
        format: whose escapes it may hold.
    """
    region = _unescaped(stretch(href[:LONGEST]), format)
    if not region.text or _OTHER_SCHEME.match(region.text):
        return []
    anchor = ANCHOR.search(region.text)
    if anchor is None:
        return _without_doi(href, region)
    reading = read_doi(region, anchor, "href")
    flaws = _target_flaws(href, region, reading, anchor)
    if flaws is None:
        return _elsewhere(href, region, reading, region.text[: anchor.start()])
    return faults(href, region.starts[0], reading.end, reading.doi, flaws)


def doi_of_href(href: str, format: Format = "html") -> str | None:
    """The DOI that a link target leads to or is meant to lead to; None if it holds none."""
    region = _unescaped(stretch(href[:LONGEST]), format)
    anchor = ANCHOR.search(region.text)
    return read_doi(region, anchor, "href").doi if anchor else None


def _unescaped(region: Stretch, format: Format) -> Stretch:
    if format == "markdown":
        region = decoded(region, "markdown")
    if format != "text":
        region = decoded(region, "html")
    return _stripped(decoded(region, "space"))


def _stripped(region: Stretch) -> Stretch:
    left = len(region.text) - len(region.text.lstrip())
    return region.part(left, len(region.text.rstrip()))


def _head(pieces: tuple[Piece, ...], anchor: re.Match[str]) -> int:
    return pieces[0].start if pieces else anchor.start()


def _target_flaws(
    href: str, region: Stretch, reading: Reading, anchor: re.Match[str]
) -> list[Flaw] | None:
    """The flaws of a target that leads to a DOI; None for another site's address."""
    start = _head(reading.pieces, anchor)
    before = region.text[:start]
    flaws = list(reading.flaws)
    if before and not (before == "//" and reading.pieces):
        if _RELATIVE.match(before):
            return [*flaws, Flaw("doi-relative-href", *region.source(0, start), RESOLVER)]
        return None
    resolvers = [piece for piece in reading.pieces if piece.kind == "resolver"]
    if not resolvers:
        return _without_resolver(href, region, reading, anchor)
    return _schemeless(region, resolvers[0], _labels_as_scheme(region, reading, resolvers[0]))


def _without_resolver(
    href: str, region: Stretch, reading: Reading, anchor: re.Match[str]
) -> list[Flaw]:
    """A bare DOI, or one behind "doi:", as the target of a link."""
    suffix = [flaw for flaw in reading.flaws if flaw.start >= reading.begin]
    if any(piece.kind == "scheme" for piece in reading.pieces):
        return list(reading.flaws)
    if reading.pieces:
        place = region.source(0, anchor.start())
        return [Flaw("doi-scheme-href", *place, RESOLVER, safe=True), *suffix]
    # The registrant is shown with the place where the resolver is missing.
    end = anchor.end("registrant") if reading.well_begun else anchor.start() + 2
    first, last = region.source(anchor.start(), end)
    by = RESOLVER + href[first:last]
    return [Flaw("doi-relative-href", first, last, by, safe=reading.well_begun), *suffix]


def _labels_as_scheme(region: Stretch, reading: Reading, resolver: Piece) -> list[Flaw]:
    """In a target a label before the resolver is no matter of style: it is taken for a scheme."""
    labels = {"doi-label-before-url", "doi-doubled-label"}
    flaws = [flaw for flaw in reading.flaws if flaw.rule not in labels]
    if any(piece.start < resolver.start for piece in reading.pieces):
        flaws.append(Flaw("doi-scheme-href", *region.source(0, resolver.start), "", safe=True))
    return flaws


def _schemeless(region: Stretch, resolver: Piece, flaws: list[Flaw]) -> list[Flaw]:
    """Without "https://" a browser takes "doi.org/…" for a page of this site."""
    if resolver.start != resolver.host or region.text[: resolver.host].endswith("//"):
        return flaws
    place = region.source(resolver.host, resolver.slash)
    kept = [flaw for flaw in flaws if flaw.rule != "doi-legacy"]
    return [*kept, Flaw("doi-relative-href", *place, RESOLVER[:-1], safe=True)]


def _elsewhere(source: str, region: Stretch, reading: Reading, before: str) -> list[DoiFault]:
    """A DOI in the address of another site."""
    registrant, _, suffix = (reading.doi or "/").partition("/")
    if not _ADDRESS.match(before) or not suffix:
        return []
    if not is_publishers(region.text, registrant, suffix):
        return []
    start, end = region.source(0, len(region.text))
    flaw = Flaw("doi-publisher-url", start, end, doi_link(f"{registrant}/{suffix}"))
    return faults(source, start, end, reading.doi, [flaw])


def _without_doi(href: str, region: Stretch) -> list[DoiFault]:
    if item_identifier(region.text):
        place = region.source(0, len(region.text))
        return faults(href, *place, None, [Flaw("doi-publisher-url", *place, None)])
    label = _LABEL_ONLY.match(region.text)
    rest = region.part(label.end()) if label else region
    meant, doi = read_broken(rest.text) if label else (False, None)
    if not meant:
        return []
    place = rest.source(0, len(rest.text))
    return faults(href, region.starts[0], place[1], doi, [Flaw("doi-malformed", *place, doi)])


def _unreadable(string: str, region: Stretch) -> list[DoiFault]:
    """A field in which nothing begins like a DOI."""
    if not region.text:
        return []
    plain = "".join("-" if char in ODD else char for char in region.text)
    label = _LABEL_ONLY.match(plain)
    at = label.end() if label else 0
    _, doi = read_broken(plain[at:])
    whole = region.source(0, len(region.text))
    place = region.source(at, len(region.text)) if doi else whole
    return faults(string, *whole, doi, [Flaw("doi-malformed", *place, doi)])
