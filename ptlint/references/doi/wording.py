"""Faults with the words a writer reads."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from ptlint.references.doi.model import RESOLVER, DoiFault, Flaw
from ptlint.references.doi.tables import messages

LONGEST = 90
"""How many characters of a mention are quoted in a message."""

_NO_ADVICE = frozenset({"doi-label-before-url", "doi-doubled-label"})


def doi_link(doi: str) -> str:
    """The address of a DOI, with the few characters coded that an address cannot hold."""
    return RESOLVER + quote(doi, safe="/:;()[]!$&'*+,=@~._-")


def faults(
    source: str, start: int, end: int, doi: str | None, flaws: Iterable[Flaw]
) -> list[DoiFault]:
    """The flaws of the mention from `start` to `end` of `source`, in reading order."""
    found = sorted(flaws, key=lambda flaw: (flaw.start, flaw.end, flaw.rule))
    end = max([end, *(flaw.end for flaw in found)])
    return [fault(source, source[start:end], doi, flaw) for flaw in found]


def fault(
    source: str, words: str, doi: str | None, flaw: Flaw, part: str | None = None
) -> DoiFault:
    """One flaw as a fault; `part` is what the message quotes (the characters concerned)."""
    wording = messages()
    quoted = source[flaw.start : flaw.end] if part is None else part
    sentence = wording[flaw.rule].format(words=_short(words), part=_short(quoted))
    advice = wording["use"].format(link=doi_link(doi)) if doi else wording["look"]
    return DoiFault(
        flaw.rule, flaw.start, flaw.end, words, flaw.replacement, flaw.safe,
        f"{sentence} {advice}", doi,
    )  # fmt: skip


def _short(words: str) -> str:
    shown = " ".join(words.split())
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"
