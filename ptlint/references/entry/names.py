"""Read the list of authors at the head of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from ptlint.pattern import later, one_of
from ptlint.record import replace

from .letters import APOSTROPHES, HYPHEN
from .model import Author, AuthorList
from .vocabulary import is_given_name, is_surname, names_organisation

_Form = Literal["inverted initials", "inverted dotted", "inverted full", "natural", "organisation"]

_APOSTROPHE = one_of(APOSTROPHES)
_JOINER = one_of(APOSTROPHES + "-\u2010\u2011")
_PARTICLE = (
    r"(?:van|von|der|den|de|del|della|dello|di|da|das|dos|do|du|la|le|los|las|ter|ten|te|el|al"
    rf"|bin|ben|ibn|af|av|zu|zum|zur|{_APOSTROPHE}t|y|e)"
)
_WORD = (
    rf"(?:[dlDLO]{_APOSTROPHE})?[A-Z][A-Za-z]*+"
    rf"(?:{_JOINER}[A-Za-z]++)*+"
)
_RANK = r"(?:Jr|Sr|II|III|IV)\b\.?"
_SUFFIX = r"(?:,?\s(?:Jr|Sr|II|III|IV|2nd|3rd)\b\.?)?"
_STOP = one_of(",;:.(&[“‘…" + '"')
_END = rf"(?=\s*(?:{_STOP}|and\s|et\s|$))"
_FORENAMES = (
    rf"(?:[A-Z]\.\s)?{_WORD}(?:[\s{HYPHEN}](?![A-Z]\b){_WORD}){{0,2}}(?:\s[A-Z]\b\.?){{0,2}}"
    r"|[A-Z]\.(?:\s?[A-Z]\.){1,3}"
)
_GIVEN = rf"(?:[A-Z]\.|{_WORD})"

# A family name is one to three of these. What comes before the first is no white space, so it
# needs no form of its own.
_FAMILY_WORD = later(rf"\s?(?!{_RANK})(?:{_PARTICLE}\s){{0,3}}{_WORD}")
# What may stand behind a family name, each with what is given of the other names.
_INITIALS = later(
    rf"(?:\s{_RANK})?\s(?P<given>[A-Z](?:[{HYPHEN}]?[A-Z]){{0,4}})\d{{0,2}}{_SUFFIX}{_END}"
)
_DOTTED = later(
    rf",?\s?(?P<given>[A-Z]h?\.(?:[\s{HYPHEN}]{{0,2}}[A-Z]h?\.){{0,4}}"
    rf"|(?<=,\s)[A-Z]{{1,4}}(?=\s?(?:[,.;&(]|and\s))){_SUFFIX}"
)
_FULL = later(rf",\s(?P<given>{_FORENAMES}){_SUFFIX}{_END}")
_ALONE = later(r"(?P<given>)(?=,?\s(?:et\.?\sal\b|and\scolleagues\b))")
# The one form in which the given names come first.
_NATURAL = later(
    rf"(?P<given>(?:[\s{HYPHEN}]?{_GIVEN}){{1,3}})\s(?P<family>(?:{_PARTICLE}\s){{0,3}}{_WORD}){_SUFFIX}{_END}"
)
_SEPARATOR = later(
    r"\s*(?:\.,|[,;])?\s*(?:(?:\.\s?){3}|…)?\s*(?:(?:&|and|with)\s+)?(?:(?:\.\s?){3}|…)?\s*"
)
_ET_AL = later(r"\s*[,;]?\s*(?:and\s)?(?:et\.?\s?al\b\.?|and\s(?:others|colleagues)\b)", re.I)
_CREDENTIAL = (
    r"(?:M\.?D|Ph\.?D|D\.?O|P\.?T|D\.?P\.?T|R\.?N|R\.?D|M\.?P\.?H|M\.?S|M\.?Sc|B\.?Sc|M\.?B\.?A"
    r"|Pharm\.?D|OCS|FRCS|FACS|FAAOS|CSCS|NP|PA-C)\b\.?"
)
_CREDENTIALS = later(rf"\s*,\s{_CREDENTIAL}(?:(?:,\s|\s/\s){_CREDENTIAL}){{0,5}}")
_CREDENTIAL_AHEAD = later(r"\s*+,\s[BCDFMNOPR]")
_BEFORE_GROUP = frozenset(";,&afo")
_EDITORS = later(r"\s*,?\s*\(?\b[Ee]d(?:itor)?s?\b\.?\)?")
_GROUP = later(
    r"\s*(?:[;,]|\s(?=&|and|for|on))\s*(?:(?:&|and|for|on\sbehalf\sof)\s)?(?:the\s)?(?P<group>[A-Z][^.;()]{3,120}?)(?=\.|\s\((?:\d{4}|n\.d))"
)
_QUOTE = one_of('"“‘')
_CLOSE = later(
    rf"\s*(?:[.:;]|,?\s?(?=\()|,(?=\s?(?:\d|{_QUOTE}))|(?={_QUOTE})"
    r"|,?\s(?=(?:1[89]|20)\d\d\b)|$)"
)
_ORGANISATION_END = later(r"(?<![\s.][A-Z])\.(?=\s|$)|\s\((?=\d{4}|n\.d\.)|[,.]?\s?(?=[\"“])")


@lru_cache(maxsize=64)
def _family_ends(core: str, at: int) -> tuple[int, ...]:
    """Where a family name that begins at `at` may end, the longest reading first."""
    ends: tuple[int, ...] = ()
    while len(ends) < 3 and (word := _FAMILY_WORD.match(core, at)):
        at = word.end()
        ends = (at, *ends)
    return ends


def _name_at(core: str, at: int, form: re.Pattern[str]) -> Author | None:
    """The name of a person that begins at `at`, as the form has it."""
    if form is _NATURAL:
        whole = _NATURAL.match(core, at)
        return Author(whole["family"], whole["given"].strip(), at, whole.end()) if whole else None
    for end in _family_ends(core, at):
        if behind := form.match(core, end):
            return Author(core[at:end], behind["given"].strip(), at, behind.end())
    return None


def _more(core: str, at: int, form: re.Pattern[str]) -> Author | None:
    """The next author at `at`, in the first author's form or in natural order."""
    for pattern in (form, _NATURAL) if form is not _DOTTED else (form, _INITIALS, _NATURAL):
        author = _name_at(core, at, pattern)
        if author and is_surname(author.family):
            return author
    return None


def _list_from(core: str, first: Author, form: re.Pattern[str], name: _Form) -> AuthorList | None:
    authors, at, et_al = [first], first.end, False
    while True:
        if _CREDENTIAL_AHEAD.match(core, at) and (credentials := _CREDENTIALS.match(core, at)):
            at = credentials.end()
        others = _ET_AL.match(core, at)
        if others:
            at, et_al = others.end(), True
            break
        gap = _SEPARATOR.match(core, at)
        following = _more(core, gap.end(), form) if gap and gap.group().strip() else None
        if not following:
            break
        authors.append(following)
        at = following.end
    group = _GROUP.match(core, at) if core[at:].lstrip()[:1] in _BEFORE_GROUP else None
    if group and names_organisation(group["group"]):
        authors.append(Author(group["group"], "", *group.span("group"), organisation=True))
        at = group.end()
    editors = _EDITORS.match(core, at)
    at = editors.end() if editors else at
    if not (et_al or core[at - 1 : at] == "." or _CLOSE.match(core, at)):
        return None
    return AuthorList(tuple(authors), first.start, at, et_al, name)


def _plausible(author: Author, name: _Form, core: str) -> bool:
    if not is_surname(author.family):
        return False
    if name == "inverted full":
        return not names_organisation(core[author.start : author.end])
    if name == "natural" and author.given:
        # "Back Pain." is no person: ask for a known given name or an initial
        return (
            "." in author.given
            or is_given_name(author.given.split()[0])
            or bool(_CREDENTIALS.match(core, author.end))
        )
    return True


def _is_organisation(core: str, people: AuthorList, name: _Form) -> bool:
    """Whether a list of "names" is really one ("National Heart, Lung, and Blood Institute")."""
    persons = [author for author in people.authors if not author.organisation]
    end = persons[-1].end if len(persons) > 1 else people.end
    return name in ("inverted full", "natural") and names_organisation(core[people.start : end])


_FORMS: tuple[tuple[re.Pattern[str], _Form], ...] = (
    (_DOTTED, "inverted dotted"),
    (_INITIALS, "inverted initials"),
    (_FULL, "inverted full"),
    (_NATURAL, "natural"),
    (_ALONE, "natural"),
)


def people_at(core: str, start: int) -> Iterator[AuthorList]:
    """Every way to read a list of persons at `start`, the likeliest first."""
    for pattern, name in _FORMS:
        author = _name_at(core, start, pattern)
        if author and _plausible(author, name, core):
            bare = name == "inverted dotted" and core[start + len(author.family)] != ","
            form: _Form = "inverted initials" if bare else name
            people = _list_from(core, author, pattern, form)
            if people and not _is_organisation(core, people, name):
                yield people


def read_people(core: str, start: int) -> AuthorList | None:
    """The list of persons that begins at `start`, or None."""
    return next(people_at(core, start), None)


def in_own_letters(people: AuthorList, core: str, text: str) -> AuthorList:
    """`people` read from `core`, spelled as in `text` (with its accents)."""
    return replace(
        people, authors=tuple(_respelled(author, core, text) for author in people.authors)
    )


def _respelled(author: Author, core: str, text: str) -> Author:
    family = core.find(author.family, author.start, author.end)
    given = core.find(author.given, author.start, author.end)
    if family < 0 or given < 0:
        return author
    return replace(
        author,
        family=text[family : family + len(author.family)],
        given=text[given : given + len(author.given)],
    )


def read_organisation(core: str, start: int, end: int) -> AuthorList | None:
    """The organisation whose name fills `start`..`end`, whatever its words are."""
    name = core[start:end]
    lead = len(name) - len(name.lstrip(" ,.;"))
    name = name.strip(" ,;").rstrip(".")
    if not name or len(name) > 300 or ":" in name:
        return None
    if not names_organisation(name) and sum(word[0].islower() for word in name.split()) > 2:
        return None  # a sentence of prose, not a name
    at = start + lead
    author = Author(
        " ".join(name.strip().split()), "", at, at + len(name.strip()), organisation=True
    )
    return AuthorList((author,), at, author.end, False, "organisation")
