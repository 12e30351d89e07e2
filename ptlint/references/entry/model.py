"""The parts of a reference entry, each with its place in the entry's own text."""

from __future__ import annotations

from typing import Literal

from ptlint.record import record

Style = Literal["MLA", "APA", "AMA", "Chicago", "IEEE", "web", "unknown"]
Kind = Literal[
    "journal",
    "book",
    "chapter",
    "web page",
    "report",
    "thesis",
    "preprint",
    "bare address",
    "unknown",
]


@record
class Field:
    """One part of an entry: its value in plain form and where it stands.

    `value` has markup, escapes and doubled white space removed; `start` and `end` (exclusive) are
    offsets into the entry's text as it was given. `confidence` runs from 0 to 1.
    """

    value: str
    start: int
    end: int
    confidence: float = 1.0


@record
class Author:
    """One author, a person (family and given name) or an organisation (`family` alone)."""

    family: str
    given: str
    start: int
    end: int
    organisation: bool = False


@record
class AuthorList:
    """The authors at the head of an entry. `form` says how the first name is written."""

    authors: tuple[Author, ...]
    start: int
    end: int
    et_al: bool
    form: Literal[
        "inverted initials", "inverted dotted", "inverted full", "natural", "organisation"
    ]
    confidence: float = 1.0


@record
class Entry:
    """A reference entry read into its fields; a field that was not found is None.

    `no_date` is an explicit "n.d."; `address` the first web address; `label` the number in front of
    the entry in plain text ("3."). `cues` name what `style` was guessed from. `confidence` says how
    much of the text the reading explains: below `SURE` nothing may be called missing.
    """

    text: str
    kind: Kind
    style: Style
    cues: tuple[str, ...]
    confidence: float
    authors: AuthorList | None = None
    year: Field | None = None
    date: Field | None = None
    no_date: Field | None = None
    title: Field | None = None
    title_quoted: bool = False
    container: Field | None = None
    volume: Field | None = None
    issue: Field | None = None
    pages: Field | None = None
    publisher: Field | None = None
    doi: Field | None = None
    pmid: Field | None = None
    pmcid: Field | None = None
    address: Field | None = None
    accessed: Field | None = None
    updated: Field | None = None
    label: Field | None = None

    @property
    def first_author(self) -> str:
        """Family name (or organisation) of the first author, "" when there is none."""
        return self.authors.authors[0].family if self.authors else ""


SURE = 0.8
"""Confidence from which on an absent field may be reported as missing."""

LONGEST = 3000
"""Characters beyond which a text is not read as an entry."""
