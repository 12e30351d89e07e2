"""The breadcrumb trail in JSON-LD (Google Search: BreadcrumbList)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from ptlint.catalogue.options import Options
from ptlint.checks.structured_data.json_ld import place_of
from ptlint.findings.finding import Note, Observation, Severity
from ptlint.page.assemble.bylines import types_of
from ptlint.page.model import BreadcrumbTrail, JsonLd, Page
from ptlint.pattern import later

_SIGNS = later(r"[\W_]+")
_HOME = frozenset({"home", "homepage", "start"})


def json_trail(page: Page, options: Options) -> Iterator[Observation]:
    """A BreadcrumbList that is malformed, or that says otherwise than the visible trail."""
    found = [
        (script, node)
        for script in page.metadata.json_ld
        for node in script.nodes
        if "BreadcrumbList" in types_of(node) and "itemListElement" in node
    ]
    for script, node in found:
        yield from _of_list(page, script, node)
    if not found and page.trails:
        yield from _absent(page, page.trails[0])


def _absent(page: Page, trail: BreadcrumbTrail) -> Iterator[Observation]:
    """No list at all; other notations (microdata, RDFa) and templates count as one."""
    unknown = any(script.data is None for script in page.metadata.json_ld)
    if not unknown and page.whole_document and "BreadcrumbList" not in page.source.text:
        yield Observation(
            trail.span,
            "Readers see a breadcrumb trail, search engines do not. Add a BreadcrumbList in "
            "JSON-LD with the same names.",
            severity=Severity.SUGGESTION,
        )


def _of_list(page: Page, script: JsonLd, node: Mapping[str, Any]) -> Iterator[Observation]:
    place = place_of(page, script, "@type", "BreadcrumbList")
    items = node["itemListElement"]
    items = [items] if isinstance(items, Mapping) else items
    if not isinstance(items, list) or not all(isinstance(each, Mapping) for each in items):
        yield Observation(
            place, "'itemListElement' must be a list of ListItem objects.", severity=Severity.ERROR
        )
        return
    fault = _fault(page, items)
    if fault:
        words, severity = fault
        yield Observation(place, f"The breadcrumb trail in JSON-LD {words}", severity=severity)
    elif page.trails:
        yield from _against_visible(page, script, items)


def _fault(page: Page, items: list[Mapping[str, Any]]) -> tuple[str, Severity] | None:
    """The first thing that makes a list useless to search engines."""
    positions = [each.get("position") for each in items]
    numbers = [int(p) if isinstance(p, str) and p.isdigit() else p for p in positions]
    if numbers != list(range(1, len(items) + 1)):
        shown = ", ".join("none" if each is None else str(each) for each in positions)
        return f"numbers its items {shown}. Number them 1, 2, 3 …", Severity.ERROR
    for number, each in enumerate(items, start=1):
        if not _name(each):
            return f"gives no name for item {number}.", Severity.ERROR
        address = _address(each)
        if address is None and number < len(items):
            return f"gives no address for item {number} ('{_name(each)}').", Severity.ERROR
        if address and not address.startswith(("http://", "https://")):
            return (
                f"gives '{address}' for item {number}: write the whole address, from https on.",
                Severity.WARNING,
            )
        if address and _host(page) and urlsplit(address).hostname != _host(page):
            return (
                f"leads to another site ({address}) at item {number}; the page itself is on "
                f"{_host(page)}.",
                Severity.WARNING,
            )
    return None


def _host(page: Page) -> str | None:
    return urlsplit(page.metadata.canonical or "").hostname


def _name(item: Mapping[str, Any]) -> str:
    inner = item.get("item")
    name = item.get("name") or (inner.get("name") if isinstance(inner, Mapping) else None)
    return name.strip() if isinstance(name, str) else ""


def _address(item: Mapping[str, Any]) -> str | None:
    inner = item.get("item")
    if isinstance(inner, Mapping):
        inner = inner.get("@id") or inner.get("url")
    return inner if isinstance(inner, str) and inner else None


def _against_visible(
    page: Page, script: JsonLd, items: list[Mapping[str, Any]]
) -> Iterator[Observation]:
    """Names that differ from the visible trail; either may leave out the page itself."""
    shown = [_folded(crumb.text.text) for crumb in page.trails[0].crumbs]
    named = [_folded(_name(each)) for each in items]
    shown_short, named_short = _without_home(shown), _without_home(named)
    length = min(len(shown_short), len(named_short))
    if abs(len(shown_short) - len(named_short)) <= 1 and all(
        _alike(one, other)
        for one, other in zip(shown_short[:length], named_short[:length], strict=True)
    ):
        return
    seen = " › ".join(crumb.text.text.strip() for crumb in page.trails[0].crumbs)
    said = " › ".join(_name(each) for each in items)
    yield Observation(
        place_of(page, script, "@type", "BreadcrumbList"),
        f"JSON-LD gives the trail '{said}', readers see '{seen}'. Make them the same.",
        related=(Note(page.trails[0].span, "the trail that readers see"),),
    )


def _folded(name: str) -> str:
    return _SIGNS.sub(" ", name.casefold()).strip()


def _without_home(names: list[str]) -> list[str]:
    return names[1:] if names and names[0] in _HOME else names


def _alike(one: str, other: str) -> bool:
    """Equal, or one is the other in short ("Tennis elbow" for "Tennis elbow treatment")."""
    words, others = set(one.split()), set(other.split())
    return one == other or bool(one and other and (words <= others or others <= words))
