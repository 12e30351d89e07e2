"""Suffixes against the shapes that publishers give them: whole, cut off, or mis-punctuated.

All functions take the registrant ("10.1016") and the suffix as written; case does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.pattern import later
from ptlint.references.doi.tables import Shape, pattern, shapes, shapes_of, slips_of

# Figures, tables and supplements of an article have DOIs of their own.
_COMPONENT = later(
    r"\.(?:[gstfve]\d{1,3}|r\d{1,2}|supp?l?\d{0,2})|-\d{1,2}"
    r"|/(?:v\d{1,2}|(?:suppl?|fig|table|supp|review)[_-]?[\da-z]{0,3})"
)
# A word, a bracket, a version or a numbered reference that follows a whole DOI is not part of it.
_OUTSIDE = later(
    r"[.,;:]?\s?(?:\d{1,3}[.:]\s?)?(?:[a-z]{3,}|\[|[^ -~])|[)\]>}\[,;:]|\((?!\d\d\)\d)"
    r"|\.?v\d{1,2}\b|(?:19|20)\d\d\Z|\s"
)
_SIGN = later(r"[^a-z0-9]+")
_NO_LETTER = later(r"[^A-Za-z0-9]+")


def is_whole(registrant: str, suffix: str) -> bool:
    """Whether the suffix has exactly a shape of its registrant (a component may follow)."""
    return any(_ends(shape, suffix.lower())[1] for shape in shapes_of(registrant))


def whole_length(registrant: str, suffix: str) -> int | None:
    """How many characters of the suffix are the DOI, where the rest plainly is not; else None."""
    low = suffix.lower()
    lengths = [_ends(shape, low) for shape in shapes_of(registrant)]
    if not lengths or any(whole for _, whole in lengths):
        return None
    length = max(length for length, _ in lengths)
    return length if length and _hangs_on(low, length) else None


def _ends(shape: Shape, low: str) -> tuple[int, bool]:
    """Where the shape ends (0: not found), and whether that is the end of the suffix."""
    match = pattern(shape.complete).match(low)
    if match is None or not match.end():
        return 0, False
    # An alternative that stops short must not hide one that takes in the whole suffix.
    if match.end() == len(low) or pattern(shape.complete).fullmatch(low):
        return len(low), True
    end = match.end()
    if low[end - 1].isdigit() and low[end].isdigit():
        return 0, False
    return (end if shape.closed else 0), bool(_COMPONENT.fullmatch(low, end))


def _hangs_on(low: str, length: int) -> bool:
    """Whether what follows is something else, or repeats the end of the suffix."""
    again = low[length:].strip("/.,;:-_")
    return bool(_OUTSIDE.match(low, length)) or (len(again) > 4 and low[:length].endswith(again))


def undoubled_length(registrant: str, suffix: str) -> int | None:
    """How long the suffix is without its end, where that is written twice ("pnas.123456123456")."""
    low = suffix.lower()
    if not shapes_of(registrant) or is_whole(registrant, suffix):
        return None
    for size in range(5, len(low) // 2 + 1):
        if low.endswith(low[-2 * size : -size]) and is_whole(registrant, low[:-size]):
            return len(low) - size
    return None


def longest_whole(registrant: str, suffix: str) -> int | None:
    """The length of the longest beginning of the suffix that has a shape of its registrant."""
    if is_whole(registrant, suffix):
        return len(suffix)
    for length in range(len(suffix) - 1, 4, -1):
        apart = not (suffix[length - 1].isdigit() and suffix[length].isdigit())
        if apart and is_whole(registrant, suffix[:length]):
            return length
    return None


def is_cut_off(registrant: str, suffix: str) -> bool:
    """Whether the suffix is only the beginning of one, by its publisher's shape."""
    known = shapes_of(registrant)
    low = suffix.lower()
    return not is_whole(registrant, suffix) and any(
        shape.truncated is not None and pattern(shape.truncated).fullmatch(low) for shape in known
    )


def is_misshapen(registrant: str, suffix: str) -> bool:
    """Whether the suffix begins in its publisher's way but has too many or too few digits."""
    low = suffix.lower()
    return not is_whole(registrant, suffix) and any(
        shape.misshapen is not None and pattern(shape.misshapen).fullmatch(low)
        for shape in shapes_of(registrant)
    )


def repunctuated(registrant: str, suffix: str) -> str | None:
    """The suffix with its publisher's punctuation, where its letters and digits are all there.

    "s12345-0126789-5" of Springer is "s12345-012-6789-5". None if nothing is wrong or known.
    """
    for slip in slips_of(registrant):
        if (match := pattern(slip.written).fullmatch(suffix.lower())) is not None:
            meant = _in_case_of(suffix, slip.meant.format("", *match.groups()))
            return meant if meant != suffix else None
    if is_whole(registrant, suffix):
        return None
    found = {text for shape in shapes_of(registrant) if (text := _rebuilt(shape, suffix))}
    return found.pop() if len(found) == 1 else None


def _rebuilt(shape: Shape, suffix: str) -> str | None:
    if shape.letters is None or shape.rebuilt is None:
        return None
    low = suffix.lower()
    # Letters and digits alone are seldom the sign of a shape: some punctuation must be there.
    if not shape.signless and not _SIGN.search(low):
        return None
    match = pattern(shape.letters).fullmatch(_SIGN.sub("", low))
    if match is None:
        return None
    rebuilt = shape.rebuilt.format("", *match.groups())
    # Signs may be missing or mistaken, but where there is one there must be one.
    return _in_case_of(suffix, rebuilt) if _sign_places(low) <= _sign_places(rebuilt) else None


def _sign_places(text: str) -> set[int]:
    """After how many letters and digits the text has a sign."""
    signs = 0
    places: set[int] = set()
    for match in _SIGN.finditer(text):
        places.add(match.start() - signs)
        signs += len(match.group())
    return places


def _in_case_of(written: str, low: str) -> str:
    """`low` with the capitals of `written`, whose letters and digits it shares."""
    characters = iter(_NO_LETTER.sub("", written))
    return "".join(next(characters, char) if char.isalnum() else char for char in low)


def owners(suffix: str) -> Iterator[str]:
    """The registrants whose own, unmistakable shape the suffix has, the usual ones first."""
    low = suffix.lower()
    for shape in shapes():
        if shape.own and pattern(shape.complete).fullmatch(low):
            yield from shape.registrants


def mended_registrant(registrant: str, suffix: str) -> str | None:
    """The registrant that `registrant` is a slip of the pen for, if the suffix tells; else None."""
    known = list(owners(suffix))
    if registrant in known:
        return None
    return next((name for name in known if _one_slip(registrant, name)), None)


def _one_slip(written: str, meant: str) -> bool:
    """Whether one digit was dropped, added, or exchanged with its neighbour."""
    shorter, longer = sorted((written, meant), key=len)
    if len(longer) - len(shorter) == 1:
        return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
    return len(longer) == len(shorter) and any(
        written[:i] + written[i : i + 2][::-1] + written[i + 2 :] == meant
        for i in range(len(written) - 1)
    )
