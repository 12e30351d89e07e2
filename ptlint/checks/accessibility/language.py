"""Language tags on the page and on its parts (WCAG 3.1.1, 3.1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.access.element import Element
from ptlint.access.languages import is_known_language, primary_subtag, unknown_region
from ptlint.access.names import name
from ptlint.access.text import bearers
from ptlint.access.tree import AccessTree
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import (
    access,
    at_attribute,
    at_tag,
    has_open_attributes,
    is_unknown,
    quoted,
    start_tag,
)
from ptlint.findings.finding import Edit, Fix, Observation
from ptlint.page.model import Page

_NAMED_PARTS = ("img", "area", "input", "iframe", "object")


def missing(page: Page, options: Options) -> Iterator[Observation]:
    """A page that does not say its language."""
    for html in access(page).index.tagged("html")[:1]:
        if (html.get("lang") or "").strip() or has_open_attributes(page, html):
            continue
        yield at_tag(
            page,
            html,
            "The page does not say which language it is in, so screen readers may read it with "
            'the wrong voice. Add lang="en" (or its own language) to the <html> tag.',
            fix=_with_language(page, html, options.text("language")),
        )


def _with_language(page: Page, html: Element, language: str) -> Fix | None:
    tag = start_tag(page, html)
    if tag is None or tag.attribute("lang"):
        return None
    at = tag.span.start + len("<html")
    return Fix(f'Add lang="{language}"', (Edit(at, at, f' lang="{language}"'),), safe=False)


def invalid(page: Page, options: Options) -> Iterator[Observation]:
    """A page language that is no language tag."""
    for html in access(page).index.tagged("html")[:1]:
        tag = (html.get("lang") or "").strip()
        if tag and not is_unknown(tag) and not is_known_language(tag):
            yield at_attribute(page, html, "lang", _unknown_tag(tag))


def _unknown_tag(tag: str) -> str:
    return (
        f"{quoted(tag)} is no language that browsers know. Use its code, such as "
        '"en" for English, "en-GB" for British English or "es" for Spanish.'
    )


def disagrees(page: Page, options: Options) -> Iterator[Observation]:
    """``lang`` and ``xml:lang`` of the page name two languages."""
    for html in access(page).index.tagged("html")[:1]:
        tag, xml = (html.get("lang") or "").strip(), (html.get("xml:lang") or "").strip()
        known = is_known_language(tag) and xml and not is_unknown(xml)
        if known and primary_subtag(tag) != primary_subtag(xml):
            yield at_attribute(
                page,
                html,
                "xml:lang",
                f"The page says two languages: lang is {quoted(tag)}, xml:lang is "
                f"{quoted(xml)}. Make both say the language the page is written in.",
            )


def part_invalid(page: Page, options: Options) -> Iterator[Observation]:
    """A language on a part of the page that is no language tag."""
    tree = access(page)
    speaking: set[Element] | None = None
    for element in tree.index.having("lang"):
        tag = element.get("lang") or ""
        if not tag or element.tag == "html" or is_unknown(tag):
            continue
        if is_known_language(tag.strip()):
            continue
        if speaking is None:
            speaking = set(_speaking(tree))
        if element in speaking:
            yield at_attribute(page, element, "lang", _unknown_tag(tag))


def region_unknown(page: Page, options: Options) -> Iterator[Observation]:
    """A language tag whose region exists in no registry, such as "en-UK"."""
    for element in access(page).index.having("lang"):
        tag = (element.get("lang") or "").strip()
        region = unknown_region(tag) if "-" in tag and not is_unknown(tag) else None
        if region:
            hint = ' The United Kingdom is "GB".' if region.upper() == "UK" else ""
            yield at_attribute(
                page,
                element,
                "lang",
                f"{quoted(region)} in {quoted(tag)} is no country code.{hint}",
            )


def _speaking(tree: AccessTree) -> Iterator[Element]:
    """Every element whose language some text or alternative text is in."""
    for bearer in bearers(tree):
        yield from _language_source(bearer)
    for element in tree.index.tagged(*_NAMED_PARTS) + tree.index.having("aria-label"):
        if element.exposed and name(tree, element):
            yield from _language_source(element)


def _language_source(element: Element) -> Iterator[Element]:
    for around in (element, *element.ancestors()):
        if around.get("lang") is not None:
            yield around
            return
