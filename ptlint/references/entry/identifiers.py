"""Web addresses and DOIs of an entry: where they stand, and the text without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ptlint.pattern import later

from .model import Field

if TYPE_CHECKING:
    from ptlint.references.doi import DoiMention

_TOP_LEVEL = r"(?:com|org|gov|edu|net|uk|au|ca|nz|ie|int|eu|info|health|io|co|us|de)"
_ADDRESS = later(r"(?:https?:/{1,2}|(?<![\w./@-])www\.)(?:(?![“”〈〉])[^\s<>\"\[\]{}|])+")
_BARE_ADDRESS = later(
    rf"(?<![\w./@-])(?:[A-Za-z0-9-]{{1,40}}\.){{1,4}}{_TOP_LEVEL}/(?:(?![“”〈〉])[^\s<>\"\[\]{{}}|])*"
)
_TRAILING = ".,;:!?'’”>)*_"


def cut(core: str, start: int, end: int) -> str:
    return core[:start] + " " * (end - start) + core[end:]


def trimmed_end(text: str, start: int, end: int) -> int:
    """`end` without the punctuation of the sentence; a bracket opened inside stays."""
    while end > start and text[end - 1] in _TRAILING:
        if text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end):
            break
        end -= 1
    return end


def find_doi(text: str) -> DoiMention | None:
    if "10." not in text:
        return None
    from ptlint.references.doi import find_dois

    return next(iter(find_dois(text)), None)


def doi_field(mention: DoiMention | None) -> Field | None:
    """The DOI without its label and resolver; the whole mention where it had to be mended."""
    if not mention:
        return None
    doi = mention.doi or mention.text
    at = mention.text.rfind(doi)
    start = mention.start + max(0, at)
    return Field(doi, start, start + len(doi) if at >= 0 else mention.end)


def without_doi(core: str, mention: DoiMention) -> str:
    """Blank a DOI and its label; one inside a publisher's address goes with the address."""
    if mention.form in ("publisher-address", "other-address"):
        return core
    return cut(core, mention.start, mention.end)


def take_address(core: str) -> tuple[str, Field | None]:
    first: Field | None = None
    if "http" in core or "www." in core:
        pattern = _ADDRESS
    elif "/" in core:
        pattern = _BARE_ADDRESS
    else:
        return core, None
    for match in pattern.finditer(core):
        end = trimmed_end(core, *match.span())
        first = first or Field(core[match.start() : end], match.start(), end)
        core = cut(core, match.start(), end)
    return core, first
