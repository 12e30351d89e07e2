"""What kind of source an entry names."""

from __future__ import annotations

import re

from ptlint.pattern import later
from ptlint.record import record

from .model import Field, Kind
from .vocabulary import is_journal, sounds_like_journal

_PREPRINT_DOI = (
    "10.1101/",
    "10.48550/",
    "10.21203/",
    "10.2139/",
    "10.20944/",
    "10.31219/",
    "10.31234/",
    "10.31235/",
    "10.36227/",
    "10.64898/",
)
_PREPRINT = later(
    r"\b(?:medrxiv|biorxiv|arxiv|psyarxiv|osf\spreprints?|research\ssquare|ssrn|preprints?(?:\.org)?)\b",
    re.I,
)
_THESIS = later(
    r"\b(?:doctoral|master['’]?s|phd|ph\.d\.?)\s(?:dissertation|thesis)\b|\[(?:thesis|dissertation)\]",
    re.I,
)
_REPORT = later(
    r"\b(?:guidelines?\s\[?(?:ng|cg|qs|ta)\d|technical\sreport|report\sno|publication\sno|white\spaper|position\sstatement)\b",
    re.I,
)


def is_preprint(text: str, doi: Field | None, container: Field | None) -> bool:
    """Whether the entry is an unreviewed manuscript, by its DOI's registrant or its server."""
    if doi and doi.value.startswith(_PREPRINT_DOI):
        return True
    return bool(_PREPRINT.search(container.value if container else text))


@record
class Signs:
    """The fields by which the kind of a source is told."""

    title: Field | None
    container: Field | None
    volume: Field | None
    pages: Field | None
    publisher: Field | None
    doi: Field | None
    address: Field | None
    accessed: Field | None
    chapter: bool


def kind_of(text: str, signs: Signs) -> Kind:
    """The kind of source, from the fields that were found."""
    if signs.address and not signs.title and not signs.container:
        return "bare address"
    if is_preprint(text, signs.doi, signs.container):
        return "preprint"
    if _THESIS.search(text):
        return "thesis"
    if signs.chapter:
        return "chapter"
    return _published_kind(text, signs)


def _published_kind(text: str, signs: Signs) -> Kind:
    container = signs.container.value if signs.container else ""
    if container and (signs.volume or is_journal(container) or sounds_like_journal(container)):
        return "journal"
    if _REPORT.search(text):
        return "report"
    if signs.volume:
        return "journal"
    if (signs.address or signs.accessed) and not signs.doi:
        return "web page"
    if signs.publisher:
        return "book"
    return "journal" if signs.doi and signs.pages else "unknown"
