"""The publishers' shapes, the junk and the messages of `rules/vocabulary/doi.toml`."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ptlint.pattern import later
from ptlint.record import record
from ptlint.vocabulary import load


@record
class Shape:
    """How one publisher writes the suffixes of its DOIs (patterns on lower-case text)."""

    name: str
    registrants: tuple[str, ...]
    complete: str
    closed: bool = False
    own: bool = False
    truncated: str | None = None
    misshapen: str | None = None
    letters: str | None = None
    rebuilt: str | None = None
    signless: bool = False


@record
class Slip:
    """A way of writing a publisher's suffixes wrongly, and what is meant by it."""

    registrants: tuple[str, ...]
    written: str
    meant: str


@record
class PublisherAddresses:
    """What tells a publisher's page from other addresses that hold a DOI."""

    hosts: tuple[str, ...]
    paths: tuple[str, ...]
    services: tuple[str, ...]
    pii: tuple[str, ...]
    unregistered: tuple[str, ...]


def _tables() -> dict[str, Any]:
    return load("doi")


@cache
def shapes() -> tuple[Shape, ...]:
    """Every publisher's shape."""
    return tuple(
        Shape(**{**entry, "registrants": tuple(entry["registrants"])})
        for entry in _tables()["shape"]
    )


@cache
def shapes_of(registrant: str) -> tuple[Shape, ...]:
    """The shapes that a registrant ("10.1016") uses; empty where none is known."""
    return tuple(shape for shape in shapes() if registrant in shape.registrants)


@cache
def slips_of(registrant: str) -> tuple[Slip, ...]:
    """The known slips with the suffixes of a registrant."""
    return tuple(
        Slip(tuple(entry["registrants"]), entry["written"], entry["meant"])
        for entry in _tables()["slip"]
        if registrant in entry["registrants"]
    )


@cache
def pattern(source: str) -> re.Pattern[str]:
    """A pattern of the tables, compiled at first use."""
    return later(source)


@cache
def _junk() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Each kind of junk: what it cannot be without, and its pattern."""
    kinds: dict[str, dict[str, list[str]]] = _tables()["junk"]
    return tuple((tuple(kind["signs"]), later("|".join(kind["parts"]))) for kind in kinds.values())


def junk_start(low: str, end: int) -> int:
    """Where something begins, from the second sign on, that hangs on a DOI but is no part of it.

    Args:
        low: the suffix in small letters.
        end: how far it is read, which is also the answer where there is nothing of the kind.
    """
    starts = [
        found.start()
        for signs, sought in _junk()
        if any(sign in low for sign in signs) and (found := sought.search(low, 1, end))
    ]
    return min(starts, default=end)


@cache
def publisher_addresses() -> PublisherAddresses:
    """Hosts and paths of publishers' pages, and of services that are none."""
    return PublisherAddresses(
        **{name: tuple(parts) for name, parts in _tables()["publisher"].items()}
    )


@cache
def doubled_slash_registrants() -> frozenset[str]:
    """Registrants with valid suffixes that begin with a slash."""
    return frozenset(_tables()["slash"]["registrants"])


@cache
def messages() -> dict[str, str]:
    """The message of each rule, with {words}, {part} and {link} to be filled in."""
    wording: dict[str, str] = _tables()["message"]
    return wording
