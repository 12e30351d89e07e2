"""Where a DOI ends: what hangs on it that is no part of it."""

from __future__ import annotations

from ptlint.pattern import later
from ptlint.record import record
from ptlint.references.doi.characters import ODD
from ptlint.references.doi.shapes import (
    longest_whole,
    repunctuated,
    undoubled_length,
    whole_length,
)
from ptlint.references.doi.tables import junk_start

STRICT = later(r"10\.\d{4,9}(?:\.\d{1,9}){0,4}+/")
"""How a well-formed DOI begins: directory indicator, registrant with its parts, slash."""

_SECOND = later(rf"(?<!\d){STRICT.pattern}")

# Signs that end a sentence, a bracket or a quotation; never the last one of a DOI.
_SENTENCE = ".,;:!?'\"*)]}>’”»…"
_LOOSE = "-_~/\\|&=+(<[{@$^`" + ODD
_CLOSERS = {")": "(", "]": "[", "}": "{", ">": "<"}
_SPACE = later(r"\s")
_WORDS = later(r"(?![sS][iI][cC][iI]\b)[A-Za-z]{3,}")
_SICI_SIGN = later(r";\d-?[#A-Za-z0-9]?\Z")


@record
class Tail:
    """What follows the DOI in a suffix, from the offset `start` on; `kind` says what it is."""

    start: int
    kind: str
    sure: bool


def find_tail(registrant: str, suffix: str) -> Tail | None:
    """What hangs on the suffix, or None if nothing does."""
    outside = _outside(registrant, suffix)
    end = _without_signs(suffix[:outside])
    if end == len(suffix) or end == 0:
        return None
    rest = suffix[end:]
    if second_doi(registrant, suffix, end) is not None:
        return Tail(end, "doi-glued-second", sure=False)
    if outside == len(suffix) or not any(char.isalnum() or char == "#" for char in rest):
        return Tail(end, "doi-trailing", sure=all(char in _SENTENCE for char in rest))
    return Tail(end, "doi-suffix-junk", sure=False)


def second_doi(registrant: str, suffix: str, start: int) -> tuple[int, int] | None:
    """Where a second DOI begins in a suffix, and where its own suffix does.

    "j.test.2010.1234/" holds none: after a digit only the same registrant begins one.
    """
    places = [match.span() for match in (_SECOND.search(suffix, start),) if match]
    if (same := suffix.find(f"{registrant}/", start)) >= 0:
        places.append((same, same + len(registrant) + 1))
    return min(places, default=None)


def _outside(registrant: str, suffix: str) -> int:
    """The first offset at which something plainly foreign begins."""
    end = _unbalanced(suffix)
    bare = _without_signs(suffix[:end])
    if repunctuated(registrant, suffix[:bare]) is not None:
        # "j.test,2014.01.001" is not "j.test" with something behind it.
        return bare
    if (space := _SPACE.search(suffix, 1, end)) is not None:
        end = space.start()
    end = junk_start(suffix.lower(), end)
    if suffix[end : end + 4].lower() == "[pii":
        # The item's own number stands before its label.
        end = longest_whole(registrant, suffix[:end]) or end
    if (second := second_doi(registrant, suffix, 1)) is not None:
        end = min(end, second[0])
    length = whole_length(registrant, suffix[:end])
    return length or undoubled_length(registrant, suffix[:end]) or end


def _unbalanced(suffix: str) -> int:
    """The offset of a closing bracket that none opens, or of one before words that none closes."""
    closer, opened = _brackets(suffix)
    if closer is None and opened and _WORDS.match(suffix, opened[0] + 1):
        return opened[0]
    return len(suffix) if closer is None else closer


def balanced(text: str) -> str:
    """The text up to the first closing bracket that none opens."""
    return text[: _unbalanced(text)]


def is_open(suffix: str) -> bool:
    """Whether a bracket is opened and never closed."""
    return bool(_brackets(suffix)[1])


def _brackets(suffix: str) -> tuple[int | None, list[int]]:
    """Where the first bracket closes that was not opened, and which are open up to there."""
    opened: list[int] = []
    for place, char in enumerate(suffix):
        if char in "([{<":
            opened.append(place)
        elif char in _CLOSERS:
            if not opened or suffix[opened[-1]] != _CLOSERS[char]:
                return place, opened
            opened.pop()
    return None, opened


def _without_signs(suffix: str) -> int:
    """The length of the suffix without the signs at its end."""
    end = len(suffix)
    while end and suffix[end - 1] in _SENTENCE + _LOOSE and not _belongs(suffix[:end]):
        end -= 1
    return end


def _belongs(suffix: str) -> bool:
    """Whether the last sign is part of the DOI: a bracket opened in it, a SICI's check sign."""
    if suffix[-1] in _CLOSERS:
        return _unbalanced(suffix) == len(suffix)
    return suffix[-1] in "-#" and bool(_SICI_SIGN.search(suffix))
