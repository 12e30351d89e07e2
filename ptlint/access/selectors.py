"""Matching CSS selectors against elements without a browser.

Covers what decides the look of a page at rest: types, classes, ids, attributes, the four
combinators, structural pseudo-classes and ``:not``, ``:is``, ``:where``. Selectors about a
state (``:hover``, ``:focus``) never match; a selector that cannot be read matches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from ptlint.access.element import Element
from ptlint.pattern import later
from ptlint.record import record

_PIECE = later(
    r"""(?P<combinator>\s*+[>+~]\s*+|\s++)
      | (?P<type>[a-zA-Z][\w-]*+|\*)
      | \#(?P<id>[\w-]++)
      | \.(?P<class>(?:[\w-]|\\.|[^\x00-\x7f])++)
      | \[\s*+(?P<name>[\w:-]++)\s*+(?:(?P<operator>[~|^$*]?=)\s*+
          (?P<value>"[^"]*+"|'[^']*+'|[^\]\s"']++)\s*+[iIsS]?\s*+)?+\]
      | ::?(?P<pseudo>[a-zA-Z-]++)(?:\((?P<argument>(?:[^()]++|\([^()]*+\))*+)\))?+
    """,
    re.VERBOSE,
)
_PSEUDO_ELEMENTS = frozenset({"before", "after"})
_NTH = later(r"(?:(?P<step>[+-]?\d*+)n\s*+)?+(?P<offset>[+-]?\s*+\d++)?+")
_ALWAYS = frozenset({"any-link", "defined", "enabled", "link", "scope"})
_STRUCTURAL = frozenset(
    {
        "root",
        "empty",
        "is",
        "where",
        "matches",
        "not",
        "first-child",
        "last-child",
        "only-child",
        "nth-child",
        "nth-last-child",
        "first-of-type",
        "last-of-type",
        "only-of-type",
        "nth-of-type",
        "nth-last-of-type",
    }
)


@record
class Compound:
    """What one element must be: ``p.note[lang]:first-child``."""

    type: str = ""
    id: str = ""
    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str, str], ...] = ()
    pseudos: tuple[tuple[str, str], ...] = ()


@record
class Selector:
    """A selector read from right to left.

    Attributes:
        subject: what the matched element itself must be.
        rest: pairs of combinator and compound, going left.
        pseudo_element: "before", "after" or empty.
        specificity: ids, classes and types (Selectors Level 4, section 17).
    """

    subject: Compound
    rest: tuple[tuple[str, Compound], ...] = ()
    pseudo_element: str = ""
    specificity: tuple[int, int, int] = (0, 0, 0)


@dataclass(slots=True)
class _Building:
    """The compound that is being read."""

    type: str = ""
    id: str = ""
    classes: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    pseudos: list[tuple[str, str]] = field(default_factory=list)

    def done(self) -> Compound:
        return Compound(
            self.type, self.id, tuple(self.classes), tuple(self.attributes), tuple(self.pseudos)
        )


@lru_cache(maxsize=4096)
def read_selector(text: str) -> Selector | None:
    """A selector, or None when it is about a state or cannot be read."""
    current, pseudo_element, at = _Building(), "", 0
    chain: list[tuple[Compound, str]] = []
    text = text.strip()
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None:
            return None
        at = piece.end()
        if piece["combinator"]:
            chain.append((current.done(), piece["combinator"].strip() or " "))
            current = _Building()
        elif piece["pseudo"] and piece["pseudo"].lower() in _PSEUDO_ELEMENTS:
            pseudo_element = piece["pseudo"].lower()
        elif piece["pseudo"] and piece["pseudo"].lower() not in _ALWAYS | _STRUCTURAL:
            return None
        else:
            _add(current, piece)
    return _assembled(current.done(), chain, pseudo_element)


def _add(current: _Building, piece: re.Match[str]) -> None:
    if piece["type"]:
        current.type = "" if piece["type"] == "*" else piece["type"].lower()
    elif piece["id"]:
        current.id = piece["id"]
    elif piece["class"]:
        current.classes.append(piece["class"].replace("\\", ""))
    elif piece["name"]:
        value = (piece["value"] or "").strip("\"'")
        current.attributes.append((piece["name"].lower(), piece["operator"] or "", value))
    else:
        current.pseudos.append((piece["pseudo"].lower(), (piece["argument"] or "").strip()))


def _assembled(
    subject: Compound, chain: list[tuple[Compound, str]], pseudo_element: str
) -> Selector:
    rest = tuple((combinator, compound) for compound, combinator in reversed(chain))
    every = [subject, *(compound for _, compound in rest)]
    specificity = (
        sum(bool(each.id) for each in every),
        sum(len(each.classes) + len(each.attributes) + len(each.pseudos) for each in every),
        sum(bool(each.type) for each in every) + bool(pseudo_element),
    )
    return Selector(subject, rest, pseudo_element, specificity)


def matches(element: Element, selector: Selector) -> bool:
    """Whether an element is the subject of a selector (pseudo-elements disregarded)."""
    return _is(element, selector.subject) and _stands(element, selector.rest, {})


def _stands(
    element: Element, rest: tuple[tuple[str, Compound], ...], failed: dict[int, Element]
) -> bool:
    """Whether the elements before or around ``element`` fulfil the rest of a selector.

    ``failed`` holds, for each length of rest, an element around which nothing fulfilled it: so
    it is with every element around that one, and deep trees are not tried without end.
    """
    if all(combinator == " " for combinator, _ in rest):
        return not rest or _is_within(element, rest)
    combinator, compound = rest[0]
    vain = failed.get(len(rest))
    if combinator == " " and vain is not None and element.contains(vain):
        return False
    for other in _related(element, combinator):
        if _is(other, compound) and _stands(other, rest[1:], failed):
            return True
    failed[len(rest)] = element
    return False


def _is_within(element: Element, rest: tuple[tuple[str, Compound], ...]) -> bool:
    """Whether the elements around one fulfil compounds in turn: the nearest is always best."""
    wanted = iter(rest)
    _, compound = next(wanted)
    for around in element.ancestors():
        if _is(around, compound):
            following = next(wanted, None)
            if following is None:
                return True
            compound = following[1]
    return False


def _related(element: Element, combinator: str) -> Iterable[Element]:
    if combinator == " ":
        return element.ancestors()
    if combinator == "~":
        return siblings(element, before=True)
    other = element.parent if combinator == ">" else element.previous()
    return () if other is None else (other,)


def siblings(element: Element, *, before: bool) -> list[Element]:
    """The elements beside it, those before it nearest first."""
    children = element.parent.children if element.parent is not None else [element]
    place = next(at for at, each in enumerate(children) if each is element)
    return children[:place][::-1] if before else children[place + 1 :]


def _is(element: Element, compound: Compound) -> bool:
    if compound.type and element.tag != compound.type:
        return False
    if compound.id and element.get("id") != compound.id:
        return False
    if compound.classes:
        present = (element.get("class") or "").split()
        if not all(name in present for name in compound.classes):
            return False
    return all(_has(element, *wanted) for wanted in compound.attributes) and all(
        _in_state(element, name, argument) for name, argument in compound.pseudos
    )


def _has(element: Element, name: str, operator: str, wanted: str) -> bool:
    value = element.get(name)
    if value is None or not operator:
        return value is not None
    if operator == "=":
        return value == wanted
    if operator == "~=":
        return wanted in value.split()
    if operator == "|=":
        return value == wanted or value.startswith(wanted + "-")
    if not wanted:
        return False
    tests = {"^=": value.startswith, "$=": value.endswith, "*=": value.__contains__}
    return bool(tests[operator](wanted))


def _in_state(element: Element, name: str, argument: str) -> bool:
    if name in _ALWAYS:
        return True
    if name == "root":
        return element.parent is None
    if name in ("is", "where", "matches"):
        return _any_of(element, argument)
    if name == "not":
        return not _any_of(element, argument)
    if name == "empty":
        return not element.contents
    return _at_place(element, name, argument)


def _any_of(element: Element, argument: str) -> bool:
    chosen = (read_selector(part) for part in argument.split(","))
    return any(each is not None and matches(element, each) for each in chosen)


def _at_place(element: Element, name: str, argument: str) -> bool:
    kind, _, _ = name.partition("-child" if name.endswith("-child") else "-of-type")
    tag = None if name.endswith("-child") else element.tag
    before = _count(element, tag, preceding=True)
    if kind == "first":
        return before == 0
    after = _count(element, tag, preceding=False)
    if kind == "last":
        return after == 0
    if kind == "only":
        return before == after == 0
    return _nth(argument, (after if kind == "nth-last" else before) + 1)


def _count(element: Element, tag: str | None, *, preceding: bool) -> int:
    beside = siblings(element, before=preceding)
    return sum(tag in (None, each.tag) for each in beside)


def _nth(argument: str, place: int) -> bool:
    formula = {"odd": "2n+1", "even": "2n"}.get(argument.lower(), argument.lower())
    read = _NTH.fullmatch(formula.replace(" ", ""))
    if read is None or not formula:
        return False
    offset = int(read["offset"] or 0)
    if read["step"] is None:
        return place == offset
    step = int(read["step"] + "1" if read["step"] in ("", "+", "-") else read["step"])
    if step == 0:
        return place == offset
    return (place - offset) % step == 0 and (place - offset) // step >= 0
