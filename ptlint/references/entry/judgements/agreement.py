"""Fields of an entry that contradict those that its DOI encodes."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.pattern import later

from ..model import Entry, Field
from .model import Judgement

RULE = "ref-doi-field-mismatch"
_NUMBER = later(r"\d+")


def disagreements(entry: Entry) -> Iterator[Judgement]:
    """Year, volume, issue or first page differ from those that the publisher put into the DOI.

    A citation may carry a year up to two later than a DOI that was given on submission
    (measured: 0 in 45, +1 in 15, +2 in 1 of 61 entries, never earlier).
    """
    if not entry.doi or entry.confidence < 0.5:
        return
    from ptlint.references.doi import fields_in_suffix

    encoded = fields_in_suffix(entry.doi.value)
    if encoded.year and entry.year and entry.year.value.isdigit():
        cited, slack = int(entry.year.value), 1 if encoded.year_kind == "published" else 2
        if not encoded.year <= cited <= encoded.year + slack:
            yield _judgement("year", entry.year, str(encoded.year))
    same_volume = _differs(entry.volume, encoded.volume)
    if same_volume is not None and entry.volume and encoded.volume:
        yield _judgement("volume", entry.volume, encoded.volume)
    for name, field, inside in (
        ("issue", entry.issue, encoded.issue),
        ("page", entry.pages, encoded.page),
    ):
        if _differs(field, inside) and field and inside and not same_volume:
            yield _judgement(name, field, inside)


def _differs(field: Field | None, inside: str | None) -> str | None:
    """The number of a field when it is plain and not the one inside the DOI."""
    if not field or not inside:
        return None
    cited, encoded = _NUMBER.match(field.value), _NUMBER.fullmatch(inside)
    if not cited or not encoded or int(cited.group()) == int(encoded.group()):
        return None
    return cited.group()


def _judgement(name: str, field: Field, inside: str) -> Judgement:
    return Judgement(
        RULE, field.start, field.end,
        f"The reference gives the {name} as {field.value}, but its DOI belongs to {name} {inside}. "
        "Check which of the two is right: the DOI may name another article.",
    )  # fmt: skip
