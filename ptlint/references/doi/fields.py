"""The year, volume, issue and page that a publisher's DOI encodes."""

from __future__ import annotations

import re

from ptlint.pattern import later
from ptlint.references.doi.compare import canonical
from ptlint.references.doi.model import DoiFields, YearKind
from ptlint.references.doi.tables import pattern, shapes_of

_LEADING_ZEROS = later(r"^([a-z]*)0+(?=\d)")
_EARLY = ("near_year", "submitted", "short_year")


def fields_in_suffix(doi: str) -> DoiFields:
    """The fields encoded in a DOI by its publisher's shape; all None where nothing is known."""
    registrant, _, suffix = canonical(doi).partition("/")
    for shape in shapes_of(registrant):
        match = pattern(shape.complete).fullmatch(suffix)
        if match is not None and (fields := _fields(match)) != DoiFields():
            return fields
    return DoiFields()


def _fields(match: re.Match[str]) -> DoiFields:
    # A shape of several alternatives numbers the groups that it repeats.
    found = {name.rstrip("2"): text for name, text in match.groupdict().items() if text}
    year, kind = _year(found)
    return DoiFields(
        year,
        kind,
        _number(found.get("volume")),
        _number(found.get("issue")),
        _number(found.get("page")),
    )


def _year(found: dict[str, str]) -> tuple[int | None, YearKind | None]:
    if "year" in found:
        return int(found["year"]), "published"
    for name in _EARLY:
        if name in found:
            return _in_full(found[name]), "early"
    return None, None


def _in_full(digits: str) -> int:
    """A year of two digits in its century: item identifiers began in the 1960s."""
    year = int(digits)
    return year if year > 99 else year + (1900 if year >= 60 else 2000)


def _number(text: str | None) -> str | None:
    """A volume, issue or page without leading zeros, letters kept in place ("e012")."""
    if text is None:
        return None
    return _LEADING_ZEROS.sub(r"\1", text)
