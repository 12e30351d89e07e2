"""DOIs in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.pattern import later, one_of
from ptlint.record import record
from ptlint.references.doi import spaces
from ptlint.references.doi.address import address_around, is_publishers
from ptlint.references.doi.broken import read_broken
from ptlint.references.doi.characters import INVISIBLE
from ptlint.references.doi.head import Piece, read_head
from ptlint.references.doi.model import DoiFault, DoiMention, Flaw, Form
from ptlint.references.doi.reading import ANCHOR, Reading, read_doi
from ptlint.references.doi.shapes import is_whole
from ptlint.references.doi.stretch import decoded, stretch
from ptlint.references.doi.tail import STRICT, balanced
from ptlint.references.doi.wording import doi_link, faults
from ptlint.references.doi_presence import may_hold_doi

LONGEST = 300
"""The longest suffix that is read; the longest DOIs in use have about half of that."""

_DASHES = "\u2010\u2011\u2012\u2212\u02d7\uff0d\ufe63"
_ONE = one_of(f"\ufffd{_DASHES}{INVISIBLE}", r"!#$%(-+\--:=?-\[_a-zA-Z~×")
_SIGN = (
    rf"{_ONE}|\](?!\()|[,;](?!\s?10\.\d{{4}})"
    # Dashes of the sentence and letters of another alphabet only inside a DOI.
    r"|–(?=\w)|[—―](?=\d)|[а-яА-Я](?=[!-~])|\\(?=_)"
    # A SICI has pointed brackets: <693::AID-ASI4>3.0.CO;2-O
    r"|<[\w:./-]{1,40}>(?=\d\.\d\.)|&(?!#?\w{2,12};)"
)
_RUN = later(rf"(?:{_SIGN}){{0,{LONGEST}}}+")
_ESCAPED_RUN = later(
    rf"(?:{_SIGN}|&(?:amp|\#38);|&(?:lt|\#60);[\w:./-]{{1,40}}&(?:gt|\#62);(?=\d\.\d\.))"
    rf"{{0,{LONGEST}}}+"
)
_SPACE = one_of(INVISIBLE, r" \t\u00a0")
_GAP = later(rf"{_SPACE}{{0,3}}(?:\r?\n)?[ \t\u00a0]{{0,8}}(?=\S)")
_IN_PATH = later(r"(?:[/=:]|%2f|%3a|%3d)\Z", re.IGNORECASE)
_NUMBER = later(r"\d{1,4}[.,;:)]*\Z")
_YEAR = later(r"10\.(?:19|20)\d\d\Z")
_LABEL = later(r"[dD][oO][iI]")
_STRAY = later(r"doi(?:\.org[/:\s]{1,3}|\s?[:=]\s?)(?P<token>[^\s<>\"'|]{4,200})", re.IGNORECASE)


@record
class _Found:
    mention: DoiMention
    flaws: tuple[Flaw, ...]
    next: int


def find_dois(text: str, *, escaped: bool = False) -> list[DoiMention]:
    """Every place where `text` names a DOI, well written or not, in reading order.

    `escaped` says that the text is HTML source, in which &lt; &gt; and &amp; stand for < > and &.
    Valid are all forms of ISO 26324: any printable character, brackets that pair, SICIs, divided
    registrants (10.1000.10/123). Sentence punctuation after a DOI is not part of it.
    """
    return [found.mention for found in _readings(text, escaped)]


def faults_in_text(text: str, *, escaped: bool = False) -> list[DoiFault]:
    """What is wrong with the DOIs of running text or of a reference, with exact offsets.

    A stop or bracket that ends the sentence or the entry after a DOI is no fault.
    """
    return [
        fault
        for found in _readings(text, escaped)
        for fault in faults(
            text, found.mention.start, found.mention.end, found.mention.doi, found.flaws
        )
    ]


def _readings(text: str, escaped: bool) -> Iterator[_Found]:
    if not may_hold_doi(text):
        return
    labelled = _LABEL.search(text) is not None
    at = 0
    while (anchor := ANCHOR.search(text, at)) is not None:
        found = _read(text, anchor, at, escaped)
        if labelled:
            yield from _strays(text, at, found.mention.start if found else anchor.start())
        if found is not None:
            yield found
        at = max(found.next if found else 0, anchor.end())
    if labelled:
        yield from _strays(text, at, len(text))


def _read(text: str, anchor: re.Match[str], low: int, escaped: bool) -> _Found | None:
    pieces = tuple(p for p in read_head(text, anchor.start()) if p.start >= low)
    end = _run_end(text, anchor, escaped)
    first = pieces[0].start if pieces else anchor.start()
    address = address_around(text, anchor.start())
    inside = address is not None and low <= address < first
    in_path = inside and _IN_PATH.search(text[max(0, anchor.start() - 3) : anchor.start()])
    if not in_path and not _is_meant(text, anchor, pieces, end):
        return None
    region = stretch(text, first, end)
    if escaped:
        region = decoded(region, "html")
    inner = ANCHOR.search(region.text)
    if inner is None:
        return None
    reading = read_doi(region, inner, "text")
    if address is not None and inside:
        return _in_address(text, reading, address, end)
    return _found(text, reading)


def _run_end(text: str, anchor: re.Match[str], escaped: bool) -> int:
    """Where the characters end that may belong to the DOI, white space inside it included."""
    run = _ESCAPED_RUN if escaped else _RUN
    end = _end_of(run.match(text, anchor.end()))
    registrant = "10." + anchor["registrant"]
    for _ in range(3):
        words, ends = _words_after(text, end, run)
        if not words or not spaces.continues(registrant, text[anchor.end() : end], words):
            break
        end = ends
    return end


def _end_of(match: re.Match[str] | None) -> int:
    assert match is not None  # the runs match the empty string too
    return match.end()


def _words_after(text: str, end: int, run: re.Pattern[str]) -> tuple[list[str], int]:
    """Up to three words after the offset `end`, and where the first of them ends."""
    words: list[str] = []
    first = at = end
    while len(words) < 3 and (gap := _GAP.match(text, at)) is not None and gap.end() > at:
        stop = _end_of(run.match(text, gap.end()))
        if stop == gap.end():
            break
        words.append(text[gap.end() : stop])
        first, at = (stop if len(words) == 1 else first), stop
    return words, first


def _is_meant(text: str, anchor: re.Match[str], pieces: tuple[Piece, ...], end: int) -> bool:
    """Whether this is a DOI rather than a number, a date or a version."""
    suffix = text[anchor.end() : end]
    registrant = "10." + anchor["registrant"]
    if any(piece.kind != "scheme" for piece in pieces):
        return True
    if pieces:
        return STRICT.fullmatch(anchor.group()) is not None
    before = text[anchor.start() - 1 : anchor.start()]
    if before.isalnum() or before in ("_", ".", "-", "\\", "/") or not suffix.strip(".,;:)("):
        return False
    if not STRICT.fullmatch(anchor.group()):
        return is_whole(registrant, suffix.rstrip(".,;:)]"))
    short = len(suffix.rstrip(".,;:)")) < 3
    return not (_NUMBER.match(suffix) and (short or _YEAR.match(registrant)))


def _found(text: str, reading: Reading) -> _Found:
    kinds = {piece.kind for piece in reading.pieces}
    form: Form = "resolver" if "resolver" in kinds else "label" if kinds else "bare"
    words = text[reading.start : reading.end]
    mention = DoiMention(reading.start, reading.end, words, reading.doi, form)
    return _Found(mention, reading.flaws, max([reading.end, *(f.end for f in reading.flaws)]))


def _in_address(text: str, reading: Reading, start: int, end: int) -> _Found:
    """A DOI inside an address that is not the resolver's."""
    address = balanced(text[start:end]).rstrip(".,;:*_")
    end = start + len(address)
    registrant, _, suffix = (reading.doi or "/").partition("/")
    wrapped = any(piece.kind == "resolver" for piece in reading.pieces)
    ours = bool(suffix) and not wrapped and is_publishers(address, registrant, suffix)
    form: Form = "publisher-address" if ours else "other-address"
    mention = DoiMention(start, end, address, reading.doi, form)
    link = doi_link(reading.doi) if reading.doi else None
    flaws = (Flaw("doi-publisher-url", start, end, link),) if ours else ()
    return _Found(mention, flaws, end)


def _strays(text: str, start: int, end: int) -> Iterator[_Found]:
    """Labels and resolvers followed by something that is meant as a DOI but does not begin so."""
    for label in _LABEL.finditer(text, start, end):
        match = _STRAY.match(text, label.start(), end)
        meant, doi = read_broken(match["token"]) if match else (False, None)
        if match is None or not meant:
            continue
        at = match.start("token")
        stop = at + len(match["token"].rstrip(".,;:)]"))
        pieces = read_head(text, at)
        first = pieces[0].start if pieces else label.start()
        form: Form = "resolver" if any(p.kind == "resolver" for p in pieces) else "label"
        flaw = Flaw("doi-malformed", at, stop, doi)
        yield _Found(DoiMention(first, stop, text[first:stop], doi, form), (flaw,), stop)
