"""What a page's title names: a condition as a whole, one side of it, or something else.

A title is read as the name it gives: "Physical therapy for back pain" and "Back pain in children:
a guide" name back pain, "Back pain exercises" names exercises. The head of the name decides, which
are the words before "in", "for" or "with", and of these the last.
"""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache

from ptlint.pattern import later
from ptlint.sections.cutting import brackets, cut, split
from ptlint.sections.phrases import PhraseBook
from ptlint.sections.words import Words, read_unplaced
from ptlint.vocabulary import load

_NOTHING = Words((), (), ())
_LONGEST_NAME = 6  # words; what is longer is a sentence
_END_MARKS = frozenset(":?!.")
_COMMA = frozenset(",")
_JOINTS = frozenset(("and", "or", "/", ",", "vs", "versus"))
_AILING = frozenset(("@disease", "@complaint", "@trauma"))
_DOING = frozenset(("@therapy", "@test", "@activity", "@clinician", "@time", "@aim", "@guard"))
#: A dash inside a name: "Legg–Calvé–Perthes disease".
_DASH = later(r"(?<=\w)[–—](?=\w)")


class Naming(Enum):
    """What a title names."""

    CONDITION = "a condition by its plain name"
    ASPECT = "one side of a condition"
    ANOTHER = "something that is no condition"
    UNKNOWN = "a name that is not known"


@lru_cache(maxsize=64)
def naming(title: str) -> Naming:
    """What ``title`` (without the name of the site) names."""
    read = read_unplaced(_DASH.sub("-", title), limit=40)
    outside, inside = brackets(read)
    said = _before_marks(outside)
    if said is Naming.UNKNOWN and _before_marks(inside) is Naming.CONDITION:
        return Naming.CONDITION  # "FPIES (food protein-induced enterocolitis syndrome)"
    return said


def is_of_the_house(title: str) -> bool:
    """Whether a title names what a practice or a site says of itself: "Your first visit"."""
    parts = split(read_unplaced(title, limit=40), _END_MARKS)
    return bool(parts) and not _set("of-the-house").isdisjoint(parts[0].words)


def is_a_symptom(condition: str) -> bool:
    """Whether a condition is what its reader feels or sees: "elbow pain", "hair loss in women"."""
    parts = split(read_unplaced(condition), _END_MARKS)
    head = _head(parts[0]) if parts else _NOTHING
    felt = not {"@complaint", "@difficulty"}.isdisjoint(head.classes[-1:])
    return felt or not _set("seen").isdisjoint(head.words[-1:])


def _before_marks(words: Words) -> Naming:
    parts = split(words, _END_MARKS)
    if not parts:
        return Naming.UNKNOWN
    name, opened = _opened(parts[0])
    said = _asked(name) if name.words[0] in _set("questions") else _named(name)
    if said is Naming.CONDITION and "aspect" in opened:
        return Naming.ASPECT
    # "Physical therapy after a knee replacement" is about what its readers have.
    return Naming.ASPECT if said is Naming.ANOTHER and "care" in opened else said


def _opened(words: Words) -> tuple[Words, set[str]]:
    """The words without what leads to the name, and which kinds of opening that is."""
    opened: set[str] = set()
    for _ in range(2):
        hits = [hit for hit in _openings().find(words) if hit.runs[-1][1] < len(words)]
        if not hits:
            break
        longest = max(hits, key=lambda hit: hit.runs[-1][1])
        words = cut(words, longest.runs[-1][1], len(words))
        opened.add(longest.value)
    return words, opened


def _asked(question: Words) -> Naming:
    """A question names no condition; it is about a remedy where it asks what that does."""
    known = zip(question.words, question.classes, strict=True)
    remedies = any(kind == "@therapy" and word not in _no_remedies() for word, kind in known)
    if remedies or not _set("helping").isdisjoint(question.words):
        return Naming.ANOTHER
    return Naming.UNKNOWN


def _named(words: Words) -> Naming:
    listed = split(words, _COMMA)
    if len(listed) == 2 and _joined(listed[0]) is Naming.CONDITION:
        words = listed[0]  # "Gout, well treated"
    named = _head(words)
    head, of_all = _without_tails(named)
    said = _joined(head)
    if said is not Naming.CONDITION:
        return said
    after = cut(words, len(named), len(words))
    meant = of_all and len(head) <= _LONGEST_NAME and _leaves_whole(after)
    return Naming.CONDITION if meant else Naming.ASPECT


def _head(words: Words) -> Words:
    """The words before "in", "for" or "with"."""
    links = (n for n, word in enumerate(words.words) if n and word in _set("links"))
    return cut(words, 0, next(links, len(words)))


def _leaves_whole(after: Words) -> bool:
    """Whether what follows the name leaves the whole condition meant: "… in children"."""
    if not after.words:
        return True
    if after.words[0] not in _set("places"):
        return after.words[0] not in _set("others-too")
    return bool({"@person", "@body"} & set(after.classes) or _set("whom") & set(after.words))


def _without_tails(head: Words) -> tuple[Words, bool]:
    """The name without the sides of it that the title lists: "… symptoms and treatment"."""
    tails = _set("plain-tails") | _set("aspect-tails") | _JOINTS
    stop, of_all = len(head), True
    while stop and head.words[stop - 1] in tails:
        stop -= 1
        of_all = of_all and head.words[stop] not in _set("aspect-tails")
    return cut(head, 0, stop), of_all


def _joined(head: Words) -> Naming:
    """What the names that are joined by "and" name together."""
    parts = split(head, _JOINTS)
    kinds = [_kind_of(part) for part in parts]
    if not kinds:
        return Naming.UNKNOWN  # only the name of a section: "Symptoms"
    if Naming.ANOTHER in kinds:
        return Naming.ANOTHER
    if kinds[-1] is Naming.CONDITION and all(map(_begins_name, parts, kinds)):
        return Naming.CONDITION
    if len(kinds) == 1:
        return kinds[0]
    return Naming.UNKNOWN


def _begins_name(part: Words, kind: Naming) -> bool:
    """Whether a name may begin with these words and an "and": "hand, foot and mouth disease"."""
    return kind is Naming.CONDITION or "@body" in part.classes[-1:]


def _kind_of(words: Words) -> Naming:
    """What a name without joints names: its last word decides, else any word for an illness."""
    last, kind = words.words[-1], words.classes[-1]
    ails = _ails(words)
    counted = "#" in words.words[:2] and not ails  # "The 3 most asked questions"
    if not _set("others").isdisjoint((last, last.rsplit("-", 1)[-1])) or counted:
        return Naming.ANOTHER
    if kind in _DOING and last not in _set("undecided") and not (ails and kind == "@activity"):
        return Naming.ANOTHER
    if last in _set("generic") or not ails:
        return Naming.UNKNOWN
    last_alone = cut(words, len(words) - 1, len(words))
    latin = last.endswith(("is", "us", "a", "um", "ns"))
    return Naming.CONDITION if kind or latin or _ails(last_alone) else Naming.ASPECT


def _ails(words: Words) -> bool:
    """Whether a word stands for an illness, a complaint or a loss."""
    if len(words) > 1 and "@difficulty" in words.classes:
        return True
    endings = tuple(_set("ailing-endings"))
    if any(word in _set("ailing") or word.endswith(endings) for word in words.words):
        return True
    known = zip(words.words, words.classes, strict=True)
    return any(kind in _AILING and word not in _set("generic") for word, kind in known)


@cache
def _no_remedies() -> frozenset[str]:
    return _set("undecided") | _set("cures")


@cache
def _openings() -> PhraseBook[str]:
    openings = load("page-names")["openings"]
    return PhraseBook.of(
        (line.strip(), name)
        for name, lines in openings.items()
        for line in lines.splitlines()
        if line.strip()
    )


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("page-names")["words"][name].split())
