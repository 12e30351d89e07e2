"""Corrections put into the text."""

from __future__ import annotations

from collections.abc import Iterable

from ptlint.references.doi.model import DoiFault


def safely_corrected(text: str, faults: Iterable[DoiFault]) -> str:
    """`text` with every safe correction made; overlapping ones after the first are left."""
    parts: list[str] = []
    done = 0
    for fault in sorted(faults, key=lambda fault: (fault.start, fault.end)):
        if fault.safe and fault.corrected is not None and fault.start >= done:
            parts += text[done : fault.start], fault.corrected
            done = fault.end
    return "".join(parts) + text[done:]
