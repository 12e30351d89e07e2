"""Characters inside a suffix that do not belong there: codes, look-alikes, tags, doubles.

Each step takes a suffix and gives it back mended, with the flaws it found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ptlint.pattern import later, one_of
from ptlint.references.doi.model import Flaw
from ptlint.references.doi.shapes import is_whole
from ptlint.references.doi.stretch import Escape, Stretch, decoded

Mended = tuple[Stretch, list[Flaw]]

LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u02d7\uff0d\ufe63\u00af", "-"),
        **dict.fromkeys("\u2044\u2215\uff0f", "/"),
        **dict.fromkeys("\u2024\uff0e", "."),
        **dict.fromkeys("\u2329\u27e8\u3008\u2039", "<"),
        **dict.fromkeys("\u232a\u27e9\u3009\u203a", ">"),
        "\uff08": "(", "\uff09": ")", "\uff1a": ":", "\uff1b": ";", "\uff1c": "<", "\uff1e": ">",
        "\u00d7": "x", "\u0445": "x", "\u0425": "X", "\u0430": "a", "\u0435": "e", "\u043e": "o",
        "\u0440": "p", "\u0441": "c", "\u0456": "i", "\u0455": "s", "\u0458": "j", "\u0443": "y",
        "\u0410": "A", "\u0412": "B", "\u0415": "E", "\u041a": "K", "\u041c": "M", "\u041d": "H",
        "\u041e": "O", "\u0420": "P", "\u0421": "C", "\u0422": "T",
        "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl",
    }
)  # fmt: skip
"""Characters that look like one of a DOI but are another, and the one that is meant."""

LOST = "\ufffd"
"""What a decoder leaves of a character it cannot read."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Soft hyphens, joiners and marks that nobody sees."""

ODD = "".join(map(chr, LOOKALIKES)) + LOST

_ODD = later(one_of(ODD))
_HIDDEN = later(f"{one_of(INVISIBLE)}+")
_SPACE = later(one_of(INVISIBLE, r"\s") + "+")
_CODE = later(r"%[0-9a-f]{2}", re.IGNORECASE)
_ENTITY = later(r"&(?:lt|gt|amp|quot|#\d{1,5});", re.IGNORECASE)
_TAG = later(
    r"<(?P<name>[a-z][a-z\d_:-]{0,30})[^<>]{0,80}>(?:[^<>]{0,80}</(?P=name)>)?|</[^<>]{1,40}>",
    re.IGNORECASE,
)
_MARK = later(r"</?[a-z][^<>]{0,80}>", re.IGNORECASE)
# "\n" at the end is what a program leaves of a line break.
_BACKSLASH = later(r"\\+(?:[rnt](?=\\|\Z))?")
_DOTS = later(r"\.{2}(?!\.)")
_DOUBLE = later(r"([_/-])\1{1,2}")
_CHAPTER = later(r"97[89][\dx-]{10,15}_\d{1,3}\Z", re.IGNORECASE)


def without_percent_codes(suffix: Stretch, *, reported: bool) -> Mended:
    """Percent codes resolved; in a link they are right, so there only the result counts."""
    plain, flaws = _decoded(suffix, "percent", _CODE, "doi-percent")
    return plain, flaws if reported else []


def without_entities(suffix: Stretch) -> Mended:
    """HTML's codes for < > and & resolved (they are no fault in HTML itself)."""
    return _decoded(suffix, "html", _ENTITY, "doi-malformed")


def _decoded(suffix: Stretch, escape: Escape, sought: re.Pattern[str], rule: str) -> Mended:
    if not (found := list(sought.finditer(suffix.text))):
        return suffix, []
    start, end = found[0].start(), found[-1].end()
    # Codes are sometimes coded again ("%252F", "&amp;lt;").
    plain = decoded(decoded(suffix.part(start, end), escape), escape).text
    if plain == suffix.text[start:end]:
        return suffix, []
    flaw = Flaw(rule, *suffix.source(start, end), plain)
    return decoded(decoded(suffix, escape), escape), [flaw]


def without_tags(suffix: Stretch, registrant: str) -> Mended:
    """Markup that was copied along; what it encloses goes with it unless the DOI needs it."""
    kept, dropped = _MARK.sub("", suffix.text), _TAG.sub("", suffix.text)
    keep = is_whole(registrant, kept) and not is_whole(registrant, dropped)
    return _without(suffix, (_MARK if keep else _TAG).finditer(suffix.text), "doi-suffix-junk")


def without_hidden(suffix: Stretch) -> Mended:
    """Characters that nobody sees."""
    if suffix.text.isascii():
        return suffix, []
    return _without(suffix, _HIDDEN.finditer(suffix.text), "doi-space")


def without_spaces(suffix: Stretch, end: int, sign: str) -> Mended:
    """The white space before the offset `end`, with the sign in its place that was lost there."""
    if suffix.text.isascii() and len(f"[{suffix.text[:end]}]".split()) == 1:
        return suffix, []
    return _without(suffix, _SPACE.finditer(suffix.text, 0, end), "doi-space", sign)


def without_lookalikes(suffix: Stretch, registrant: str) -> Mended:
    """Dashes and letters that only look right; a lost one is taken for a hyphen if that fits."""
    if suffix.text.isascii():
        return suffix, []
    # At the very end they are one more sign that hangs on the DOI.
    found = list(_ODD.finditer(suffix.text, 0, len(suffix.text.rstrip(ODD + ".,;"))))
    if not found:
        return suffix, []
    start, end = found[0].start(), found[-1].end()
    plain = suffix.text[start:end].translate(LOOKALIKES)
    if LOST in plain:
        fitting = suffix.text[:start] + plain.replace(LOST, "-") + suffix.text[end:]
        if not is_whole(registrant, fitting):
            return suffix, [Flaw("doi-unicode-dash", *suffix.source(start, end), None)]
        plain = plain.replace(LOST, "-")
    flaw = Flaw("doi-unicode-dash", *suffix.source(start, end), plain)
    return suffix.replaced(start, end, plain), [flaw]


def without_backslashes(suffix: Stretch) -> Mended:
    """Backslashes, which Markdown and TeX put before signs."""
    return _without(suffix, _BACKSLASH.finditer(suffix.text), "doi-doubled-char")


def without_doubles(suffix: Stretch, registrant: str) -> Mended:
    """Doubled points; other doubled signs only where the shape tells."""
    suffix, flaws = _without(suffix, _DOTS.finditer(suffix.text), "doi-doubled-char", ".")
    once = _DOUBLE.sub(r"\1", suffix.text)
    if once != suffix.text and (is_whole(registrant, once) or _CHAPTER.match(once)):
        for match in reversed(list(_DOUBLE.finditer(suffix.text))):
            place = suffix.source(*match.span())
            flaws.append(Flaw("doi-doubled-char", *place, match.group(1)))
            suffix = suffix.replaced(*match.span(), match.group(1))
    return suffix, flaws


def _without(suffix: Stretch, found: Iterable[re.Match[str]], rule: str, by: str = "") -> Mended:
    flaws: list[Flaw] = []
    for match in reversed(list(found)):
        flaws.append(Flaw(rule, *suffix.source(*match.span()), by))
        suffix = suffix.replaced(*match.span(), by)
    return suffix, flaws[::-1]
