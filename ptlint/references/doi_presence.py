"""The quick question before the costly one: can a text hold a DOI at all?

Importing `ptlint.references.doi` compiles some sixty patterns; most pages need none of them.
"""

from __future__ import annotations

_LABELS = ("doi", "DOI", "Doi")


def may_hold_doi(text: str) -> bool:
    """Whether `text` holds the beginning of a DOI ("10.") or the label of one."""
    return "10." in text or any(label in text for label in _LABELS)
