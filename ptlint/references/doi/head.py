"""What stands before the "10." of a DOI: labels ("doi:") and the address of the resolver."""

from __future__ import annotations

import re
from typing import Literal

from ptlint.pattern import later
from ptlint.record import record
from ptlint.references.doi.model import RESOLVER, Flaw
from ptlint.references.doi.stretch import Stretch

_REACH = 60
_HOST = r"(?:(?:www|dx)[.,]?\s?){0,2}d[o0]i\s?[.,]?\s?[o0]rg"
_COLON = r"(?:[:;.,]|%3a){0,2}"
_SLASHES = r"(?:[/\\]|%2f){0,4}"
_SCHEME = rf"(?:h?t{{1,3}}ps{{0,2}}\s?{_COLON}\s?{_SLASHES}\s?)"
_RESOLVER = later(
    rf"(?:(?<!(?-i:[A-Za-z0-9]))(?P<scheme>{_SCHEME}{{1,2}}+)|(?<![\w.@-]))"
    rf"(?P<host>{_HOST})(?P<slash>(?:[\s/\\:;.,]|%2f){{0,6}})\Z",
    re.IGNORECASE,
)
_LABEL = later(
    r"(?<!(?-i:[A-Za-z0-9]))(?:info:|urn:)?d\.?o\.?i\.?(?:\s(?:no|number|link|url|code|id|identifier)\.?)?"
    r"\s{0,2}[:;=.#/-]{0,3}\s{0,3}\Z",
    re.IGNORECASE,
)
_WEB = later(r"(?<!(?-i:[A-Za-z0-9]))https?:?//(?:www\.)?\Z", re.IGNORECASE)
_HINT = later(r"d\.?[o0]\.?i|//", re.IGNORECASE)
_KNOWN_HOSTS = frozenset({"doi.org", "www.doi.org", "dx.doi.org", "www.dx.doi.org"})
_KNOWN_SCHEMES = frozenset({"http://", "https://"})
_SLASHED = later(r"/\s*\Z")
_SPACE = later(r"\s")

Kind = Literal["label", "resolver", "scheme"]


@record
class Piece:
    """A label, a resolver or a lone "https://" before a DOI, with its place in the text read.

    `host` and `slash` are where the resolver's host begins and ends.
    """

    kind: Kind
    start: int
    end: int
    host: int = 0
    slash: int = 0


def read_head(text: str, at: int) -> tuple[Piece, ...]:
    """The labels and resolvers that lead up to the offset `at`, in reading order."""
    pieces: list[Piece] = []
    while len(pieces) < 8 and (piece := _piece_before(text, at)) is not None:
        pieces.append(piece)
        at = piece.start
    return tuple(reversed(pieces))


def _piece_before(text: str, at: int) -> Piece | None:
    low = max(0, at - _REACH)
    if not _HINT.search(text, low, at):
        return None
    window = text[low:at]
    if found := _RESOLVER.search(window):
        host, slash = low + found.start("host"), low + found.start("slash")
        return Piece("resolver", low + found.start(), at, host, slash)
    for kind, sought in _OTHERS:
        if found := sought.search(window):
            return Piece(kind, low + found.start(), at)
    return None


_OTHERS: tuple[tuple[Kind, re.Pattern[str]], ...] = (("label", _LABEL), ("scheme", _WEB))


def head_flaws(region: Stretch, pieces: tuple[Piece, ...], at: int) -> list[Flaw]:
    """What is wrong before the DOI that begins at `at` in `region`."""
    resolvers = [piece for piece in pieces if piece.kind == "resolver"]
    if not resolvers:
        return _label_flaws(region, pieces, at)
    first = resolvers[0]
    before = tuple(piece for piece in pieces if piece.start < first.start)
    after = [piece for piece in pieces if piece.start > first.start]
    flaws = _labels_before_link(region, before, first.start) + _address_flaws(region, first)
    if any(piece.kind != "label" for piece in after):
        return [*flaws, _flaw(region, "doi-doubled-resolver", first.slash, at, "/", safe=True)]
    if after:
        return [*flaws, _flaw(region, "doi-label-in-url", first.slash, at, "/", safe=True)]
    return flaws + _slash_flaws(region, first.slash, at)


def _flaw(
    region: Stretch, rule: str, start: int, end: int, by: str | None, *, safe: bool = False
) -> Flaw:
    return Flaw(rule, *region.source(start, end), by, safe)


def _label_flaws(region: Stretch, pieces: tuple[Piece, ...], at: int) -> list[Flaw]:
    if any(piece.kind == "scheme" for piece in pieces):
        return [_flaw(region, "doi-malformed", pieces[0].start, at, RESOLVER)]
    if len(pieces) > 1:
        return [_flaw(region, "doi-doubled-label", pieces[0].end, at, "", safe=True)]
    if pieces and _SLASHED.search(region.text[pieces[0].start : at]):
        if region.text[pieces[0].start].lower() in "iu":
            return []
        return [_flaw(region, "doi-malformed", pieces[0].start, at, "doi:")]
    return []


def _labels_before_link(region: Stretch, pieces: tuple[Piece, ...], link: int) -> list[Flaw]:
    labels = [piece for piece in pieces if piece.kind == "label"]
    if not labels:
        return []
    written = region.text[labels[0].start : labels[0].end]
    if len(labels) == 1 and not written.rstrip().endswith((":", "=")):
        # "its DOI https://doi.org/…" is a sentence's word.
        return []
    flaws = [_flaw(region, "doi-label-before-url", labels[0].start, labels[0].end, "")]
    if len(labels) > 1:
        flaws.append(_flaw(region, "doi-doubled-label", labels[0].end, link, "", safe=True))
    return flaws


def _address_flaws(region: Stretch, piece: Piece) -> list[Flaw]:
    flaws: list[Flaw] = []
    scheme = region.text[piece.start : piece.host]
    if scheme and scheme.lower() not in _KNOWN_SCHEMES:
        spaced = bool(_SPACE.search(scheme))
        rule = "doi-space" if spaced else "doi-scheme"
        flaws.append(_flaw(region, rule, piece.start, piece.host, "https://", safe=not spaced))
    elif scheme.lower() == "http://":
        flaws.append(_flaw(region, "doi-http", piece.start, piece.start + 4, "https", safe=True))
    host = region.text[piece.host : piece.slash].lower()
    if host not in _KNOWN_HOSTS:
        rule = "doi-space" if _SPACE.search(host) else "doi-scheme"
        flaws.append(_flaw(region, rule, piece.host, piece.slash, "doi.org"))
    elif "dx." in host:
        name = piece.host + host.index("doi")
        flaws.append(_flaw(region, "doi-legacy", piece.host, name, "", safe=True))
    return flaws


def _slash_flaws(region: Stretch, start: int, end: int) -> list[Flaw]:
    written = region.text[start:end]
    if written == "/":
        return []
    if _SPACE.search(written):
        return [_flaw(region, "doi-space", start, end, "/")]
    if "//" in written:
        return [_flaw(region, "doi-doubled-slash", start, end, "/", safe=True)]
    # A missing slash has no place of its own: the end of the host is shown with it.
    missing = "/" not in written and "%" not in written
    rule = "doi-missing-slash" if missing else "doi-malformed"
    by = region.text[start - 3 : start] + "/"
    return [_flaw(region, rule, start - 3, end, by, safe=missing)]
