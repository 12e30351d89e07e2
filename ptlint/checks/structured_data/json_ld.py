"""Faults of JSON-LD as such: it does not parse, or its names are misspelt."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Observation
from ptlint.page.assemble.bylines import types_of
from ptlint.page.model import JsonLd, Page
from ptlint.pattern import later
from ptlint.source.span import Span
from ptlint.vocabulary import load

_NEAR = 0.9
#: Shorter names are too much alike to be called misspelt.
_LONG_ENOUGH = 6
_CONTEXT = later(r"https?://(?:www\.)?schema\.org/?#?")


def invalid(page: Page, options: Options) -> Iterator[Observation]:
    """Scripts that do not parse, and names one slip away from schema.org's."""
    for script in page.metadata.json_ld:
        if script.error is not None:
            at = script.error_at if script.error_at is not None else script.span.start
            yield Observation(
                Span(at, min(at + 1, script.span.end)),
                f"This JSON-LD cannot be read ({script.error}), so search engines ignore all of "
                "it. Correct the sign here or just before.",
            )
        elif _only_schema_org(script):
            yield from _misspelt(page, script)


def _only_schema_org(script: JsonLd) -> bool:
    contexts = [node["@context"] for node in script.nodes if "@context" in node]
    return bool(contexts) and all(
        isinstance(each, str) and _CONTEXT.fullmatch(each) for each in contexts
    )


def _misspelt(page: Page, script: JsonLd) -> Iterator[Observation]:
    seen: set[str] = set()
    for node in script.nodes:
        for name, known in (*((key, "properties") for key in node), *_types(node)):
            right = None if name in seen or name.startswith("@") else meant(name, known)
            seen.add(name)
            if right:
                yield Observation(
                    place_of(page, script, name),
                    f"schema.org has no '{name}': '{right}' is probably meant.",
                )


def _types(node: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    return ((name, "types") for name in sorted(types_of(node)))


@cache
def meant(name: str, known: str) -> str | None:
    """The name of schema.org that a misspelt one is nearest to; None if it is right or foreign."""
    names: list[str] = load("schema_org")[known]
    if name in names or len(name) < _LONG_ENOUGH or ":" in name or "/" in name:
        return None
    folded = {each.casefold(): each for each in names}
    if name.casefold() in folded:
        return folded[name.casefold()]
    near = difflib.get_close_matches(name, names, 1, _NEAR)
    return near[0] if near else None


def place_of(page: Page, script: JsonLd, key: str, value: str | None = None) -> Span:
    """Where a quoted name of the script stands, with its value if one is given.

    A script's text is JSON: the quoted name is written there as it reads, escapes aside.
    """
    text = page.source.text
    pattern = re.escape(f'"{key}"')
    if value is not None:
        pattern += r"\s{0,40}:\s{0,40}" + re.escape(f'"{value}"')
    match = re.compile(pattern).search(text, script.span.start, script.span.end)
    if match:
        return Span(match.start(), match.end())
    return head_of(page, script)


def head_of(page: Page, script: JsonLd) -> Span:
    """The first words of a script: where something is said of it as a whole."""
    raw = page.source.slice(script.span)
    start = script.span.start + len(raw) - len(raw.lstrip())
    line = page.source.lines.line_span(page.source.position(start).line)
    return Span(start, max(start, min(line.end, script.span.end)))
