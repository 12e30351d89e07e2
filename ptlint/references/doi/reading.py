"""One DOI read out of the characters around it: what it is meant to be and what is wrong."""

from __future__ import annotations

import re

from ptlint.pattern import later, one_of
from ptlint.record import record
from ptlint.references.doi import characters, shapes
from ptlint.references.doi.ending import ended
from ptlint.references.doi.head import Piece, head_flaws, read_head
from ptlint.references.doi.model import Context, Flaw
from ptlint.references.doi.spaces import joined_length, lost_sign
from ptlint.references.doi.stretch import Stretch
from ptlint.references.doi.tables import doubled_slash_registrants
from ptlint.references.doi.tail import STRICT, is_open

_FOREIGN_SLASH = one_of("\u2044\u2215\uff0f")
ANCHOR = later(
    # "10.1.2.3" is the address of a machine in a network.
    r"10(?P<dot>\.{1,3}|,|\s{0,2}\.\s{0,2})(?!\d{1,3}\.\d{1,3}\.\d{1,3}(?!\d))(?P<registrant>\d{2,9}(?:\.\d{1,9}){0,4}+)"
    rf"(?P<slash>\s{{0,2}}[.,:;]?(?:/{{1,3}}|%2[fF]|{_FOREIGN_SLASH}))"
)
"""How a DOI begins, slips of the pen included."""


@record
class Reading:
    """A DOI as read: source offsets of the mention and of its "10.", the DOI, the flaws.

    `well_begun` says that the part before the suffix is written as it should be.
    """

    start: int
    begin: int
    end: int
    doi: str | None
    flaws: tuple[Flaw, ...]
    pieces: tuple[Piece, ...]
    well_begun: bool


def read_doi(region: Stretch, anchor: re.Match[str], context: Context) -> Reading:
    """Reads the DOI that begins at `anchor` in `region` and reaches to the region's end."""
    pieces = read_head(region.text, anchor.start())
    in_link = context == "href" or any(piece.kind == "resolver" for piece in pieces)
    registrant, flaws = _read_registrant(region, anchor)
    suffix = region.part(anchor.end())
    mended, found, sound = _read_suffix(suffix, registrant, context, in_link)
    flaws = head_flaws(region, pieces, anchor.start()) + flaws + found
    meant = shapes.mended_registrant(registrant, mended.text)
    if meant is not None or not 4 <= len(registrant.split(".")[1]) <= 9:
        place = region.source(anchor.start(), anchor.end("registrant"))
        flaws.append(Flaw("doi-prefix", *place, meant))
        sound = sound and meant is not None
    first = pieces[0].start if pieces else anchor.start()
    end = mended.ends[-1] if mended.ends else region.ends[anchor.end() - 1]
    slash = "//" if anchor["slash"] == "//" and _begins_with_slash(registrant) else "/"
    doi = f"{meant or registrant}{slash}{mended.text}" if sound and mended.text else None
    begin = region.starts[anchor.start()]
    strict = STRICT.fullmatch(anchor.group()) is not None
    return Reading(region.starts[first], begin, end, doi, tuple(flaws), pieces, strict)


def _read_registrant(region: Stretch, anchor: re.Match[str]) -> tuple[str, list[Flaw]]:
    registrant = "10." + anchor["registrant"]
    flaws: list[Flaw] = []
    dot, slash = anchor["dot"], anchor["slash"]
    if dot != ".":
        rule = "doi-malformed" if dot == "," else "doi-space" if dot.strip() == "." else ""
        place = region.source(*anchor.span("dot"))
        flaws.append(Flaw(rule or "doi-doubled-char", *place, "."))
    if slash != "/":
        place = region.source(*anchor.span("slash"))
        flaws += _slash_flaw(slash, registrant, place)
    return registrant, flaws


def _slash_flaw(slash: str, registrant: str, place: tuple[int, int]) -> list[Flaw]:
    if slash[0].isspace():
        return [Flaw("doi-space", *place, "/")]
    if slash.lower() == "%2f":
        return [Flaw("doi-percent", *place, "/")]
    if slash[0] in ".,:;":
        return [Flaw("doi-malformed", *place, "/")]
    if slash == "//" and _begins_with_slash(registrant):
        return []
    return [Flaw("doi-doubled-slash" if "//" in slash else "doi-unicode-dash", *place, "/")]


def _begins_with_slash(registrant: str) -> bool:
    """Whether the registrant has valid suffixes that begin with a slash."""
    return registrant in doubled_slash_registrants()


def _read_suffix(
    suffix: Stretch, registrant: str, context: Context, in_link: bool
) -> tuple[Stretch, list[Flaw], bool]:
    """The suffix put right, its flaws, and whether the right DOI can be told at all."""
    if context == "text":
        suffix = suffix.part(0, len(suffix.text.rstrip(characters.INVISIBLE)))
    suffix, flaws = characters.without_percent_codes(suffix, reported=not in_link)
    if context == "whole":
        suffix, found = characters.without_entities(suffix)
        flaws += found
        suffix, found = characters.without_tags(suffix, registrant)
        flaws += found
    suffix, found = characters.without_hidden(suffix)
    flaws += found
    suffix, found = characters.without_backslashes(suffix)
    flaws += found
    suffix, found = characters.without_lookalikes(suffix, registrant)
    flaws += found
    end = len(suffix.text) if context == "text" else joined_length(registrant, suffix.text)
    sign = lost_sign(registrant, suffix.text[:end])
    suffix, found = characters.without_spaces(suffix, end, sign)
    flaws += found
    suffix, found, agreed = ended(suffix, registrant, context, in_link)
    flaws += found
    suffix, found = characters.without_doubles(suffix, registrant)
    flaws += found
    suffix, found, sound = _shaped(suffix, registrant)
    return suffix, flaws + found, agreed and sound and characters.LOST not in suffix.text


def _shaped(suffix: Stretch, registrant: str) -> tuple[Stretch, list[Flaw], bool]:
    """The publisher's punctuation put back; a suffix that is cut off cannot be mended."""
    place = suffix.source(0, len(suffix.text))
    if not any(char.isalnum() for char in suffix.text):
        return suffix, [Flaw("doi-truncated", *place, None)], False
    right = shapes.repunctuated(registrant, suffix.text)
    if right is not None:
        mended = suffix.replaced(0, len(suffix.text), right)
        return mended, [Flaw("doi-malformed", *place, right)], True
    if shapes.is_cut_off(registrant, suffix.text) or is_open(suffix.text):
        return suffix, [Flaw("doi-truncated", *place, None)], False
    if shapes.is_misshapen(registrant, suffix.text):
        return suffix, [Flaw("doi-malformed", *place, None)], False
    return suffix, [], True
