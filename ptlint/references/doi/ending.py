"""Takes from a suffix what hangs on it, and says whether that is a fault where it stands."""

from __future__ import annotations

import re

from ptlint.pattern import later
from ptlint.references.doi.model import Context, Flaw
from ptlint.references.doi.shapes import is_whole
from ptlint.references.doi.stretch import Stretch
from ptlint.references.doi.tail import Tail, find_tail, second_doi

Ended = tuple[Stretch, list[Flaw], bool]

_LEAD = later(
    r"(?:https?:/{1,3})?(?:(?:www|dx)\.)?(?:doi\.org/)?(?:doi[:\s]{1,2})?"
    r"(?P<registrant>10\.\d{4,9}(?:\.\d{1,9}){0,4}+)/",
    re.IGNORECASE,
)
# What a machine added can go; words of the writer's are only shown.
_MACHINE = later(r"[/?#&]|\.?(?:https?:|\[)", re.IGNORECASE)
_CITED_NEXT = later(r"\[\d{1,3}[],-]")


def ended(suffix: Stretch, registrant: str, context: Context, in_link: bool) -> Ended:
    """The suffix up to its end, the flaws, and whether it is clear which DOI is meant."""
    if (lead := _LEAD.match(suffix.text)) is not None:
        return _begun_twice(suffix, registrant, lead, context, in_link)
    tail = find_tail(registrant, suffix.text)
    if tail is None:
        return suffix, [], True
    own = suffix.part(0, tail.start)
    rest = suffix.text[tail.start :]
    if context == "text" and _is_of_the_sentence(tail, rest, in_link):
        return own, [], True
    if tail.kind == "doi-glued-second":
        return _unglued(suffix, tail, registrant)
    kept = context == "text" and tail.kind == "doi-suffix-junk" and not _MACHINE.match(rest)
    place = suffix.source(tail.start, len(suffix.text))
    return own, [Flaw(tail.kind, *place, None if kept else "", tail.sure)], True


def _is_of_the_sentence(tail: Tail, rest: str, in_link: bool) -> bool:
    """Whether what follows is punctuation of the text, or text after such punctuation."""
    if tail.kind == "doi-trailing":
        return not (in_link and rest.startswith("/"))
    return rest[0] in ",;:)]}>’”'\"*" or bool(_CITED_NEXT.match(rest))


def _begun_twice(
    suffix: Stretch, registrant: str, lead: re.Match[str], context: Context, in_link: bool
) -> Ended:
    """The suffix is itself a DOI: one beginning too many."""
    own, flaws, clear = ended(suffix.part(lead.end()), registrant, context, in_link)
    same = lead["registrant"] == registrant
    place = suffix.source(0, lead.end())
    flaw = Flaw("doi-glued-second", *place, "" if same else None)
    return own, [flaw, *flaws], clear and same


def _unglued(suffix: Stretch, tail: Tail, registrant: str) -> Ended:
    """Two DOIs run together: one is taken away if they are one and the same work's."""
    second = second_doi(registrant, suffix.text, tail.start)
    assert second is not None  # a tail of this kind holds one
    own, rest = suffix.part(0, tail.start), suffix.part(second[1])
    other = find_tail(registrant, rest.text)
    rest = rest.part(0, other.start if other else None)
    place = suffix.source(0, len(suffix.text))
    same = suffix.text[slice(*second)] == f"{registrant}/"
    chosen = _chosen(registrant, own.text, rest.text) if same else None
    if chosen is None:
        # The entry's own DOI comes first; which of the two stays is for the writer to say.
        return own, [Flaw("doi-glued-second", *place, None)], True
    if chosen == own.text:
        place = suffix.source(tail.start, len(suffix.text))
        return own, [Flaw("doi-glued-second", *place, "")], True
    return rest, [Flaw("doi-glued-second", *place, chosen)], True


def _chosen(registrant: str, first: str, second: str) -> str | None:
    """Which of two suffixes is meant; None if they are different works'."""
    if first.lower() == second.lower():
        return first
    short, long = sorted((first, second), key=len)
    if not long.lower().startswith(short.lower()):
        return None
    # One is the other cut off, or the other with something hanging on.
    if is_whole(registrant, long):
        return long
    return short if is_whole(registrant, short) or short == second else long
