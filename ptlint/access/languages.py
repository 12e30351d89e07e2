"""Language tags (BCP 47) and the language that text inherits."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_COMMON = frozenset({"en", "es", "fr", "de", "it", "nl", "pt", "cy", "zh", "ar", "pl", "ru"})


@cache
def _registry() -> dict[str, frozenset[str]]:
    path = Path(__file__).parent / "data" / "language_subtags.txt"
    lines = (line.split() for line in path.read_text("ascii").splitlines() if line[:1] != "#")
    return {kind: frozenset(subtags) for kind, *subtags in lines}


def primary_subtag(tag: str) -> str:
    """The language of a language tag, in lower case."""
    return tag.partition("-")[0].lower()


def is_known_language(tag: str) -> bool:
    """Whether a tag begins with a language of the IANA registry.

    What follows it is not judged: "en-US-GB" still says English.
    """
    primary = primary_subtag(tag)
    return primary in _COMMON or primary in _registry()["language"] or _is_private(primary)


def _is_private(primary: str) -> bool:
    return len(primary) == 3 and "qaa" <= primary <= "qtz"


def unknown_region(tag: str) -> str | None:
    """The region subtag that no registry knows ("UK" in "en-UK"), or None."""
    subtags = tag.split("-")[1:]
    if subtags and len(subtags[0]) == 4:
        subtags = subtags[1:]
    region = subtags[0] if subtags else ""
    if len(region) != 2 or not region.isalpha() or region.lower() in _registry()["region"]:
        return None
    return region
