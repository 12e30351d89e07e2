"""What is known of one DOI in a text: that it is there, and what is wrong with it."""

from __future__ import annotations

from typing import Literal

from ptlint.record import record

Form = Literal["bare", "label", "resolver", "publisher-address", "other-address"]
"""How a DOI is written: alone, after a label ("doi:"), behind the resolver's address, inside the
address of a publisher's page, or inside another address (an archive, a proxy, a search)."""

Context = Literal["text", "href", "whole"]
"""Where a DOI stands: in running text, as the target of a link, or alone in a field."""

RESOLVER = "https://doi.org/"


@record
class DoiMention:
    """One place where a text names a DOI.

    `start` and `end` are offsets into that text and `text` is what stands there, label and
    resolver included. `doi` is the DOI itself, with what is surely or probably wrong put right,
    or None where the right DOI cannot be told from the string.
    """

    start: int
    end: int
    text: str
    doi: str | None
    form: Form


@record
class DoiFault:
    """One thing that is wrong with a DOI.

    `words` is the whole mention as written; `corrected` is what replaces the characters from
    `start` to `end` (None: no correction), `safe` says whether that may be done unseen, and
    `doi` is the right DOI once every fault of the mention is put right.
    """

    rule: str
    start: int
    end: int
    words: str
    corrected: str | None
    safe: bool
    message: str
    doi: str | None


YearKind = Literal["published", "early"]


@record
class DoiFields:
    """The bibliographic fields that a publisher's DOI encodes; None where it does not.

    `year_kind` is "published" for the year of the issue and "early" for the year in which the
    article was submitted, accepted or first put online: a citation may be up to two years later.
    """

    year: int | None = None
    year_kind: YearKind | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None


@record
class Flaw:
    """A fault before it has a message: what replaces the source from `start` to `end`."""

    rule: str
    start: int
    end: int
    replacement: str | None
    safe: bool = False
