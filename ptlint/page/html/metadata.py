"""What a page says of itself: title, description, language, meta tags and JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from ptlint.page.html.attributes import value_place
from ptlint.page.html.nesting import TEXT, Element, Nesting
from ptlint.page.html.wording import Wording
from ptlint.page.mapped import MappedText
from ptlint.page.model import JsonLd, Metadata
from ptlint.pattern import later
from ptlint.source.span import Span

_BLANKS = " \t\n\r\f"
#: What old pages wrap scripts in; blanked at equal length.
_WRAPPERS = ("<!", "]]>", "-->")
_WRAPPING = later(r"(?://|/\*)?[ \t]*+(?:<!\[CDATA\[|\]\]>|<!--|-->)[ \t]*+(?:\*/)?")
#: Elements that say something of the page.
_STATING = frozenset(("title", "html", "link", "meta", "script"))
_TEMPLATE = ("\ue000", "\ue001")


def metadata_of(nesting: Nesting) -> Metadata:
    """The metadata of a page; the first of equal statements counts, as in browsers."""
    title: MappedText | None = None
    description: MappedText | None = None
    language: str | None = None
    canonical: str | None = None
    meta: dict[str, str] = {}
    json_ld: list[JsonLd] = []
    for element in nesting.elements:
        if element is None or element.name not in _STATING:
            continue
        match element.name:
            case "title" if title is None and not _in_drawing(element):
                title = _content(nesting, element) or None
            case "html" if language is None:
                language = element.get("lang") or element.get("xml:lang")
            case "link" if canonical is None and _is_canonical(element):
                canonical = (element.get("href") or "").strip() or None
            case "meta":
                name = _name_of(element)
                if name and name not in meta:
                    meta[name] = element.get("content") or ""
                    if name == "description":
                        description = _value_text(element, "content")
            case "script" if _is_json_ld(element):
                json_ld.append(_json_ld(nesting, element))
            case _:
                pass
    return Metadata(
        title=title,
        description=description,
        language=language,
        canonical=canonical,
        meta=meta,
        json_ld=tuple(json_ld),
    )


def _name_of(meta: Element) -> str:
    names = (meta.get(key) for key in ("name", "property", "itemprop"))
    return next((name.strip().lower() for name in names if name), "")


def _in_drawing(element: Element) -> bool:
    node = element.parent
    while node is not None:
        if node.name in ("svg", "math"):
            return True
        node = node.parent
    return False


def _content(nesting: Nesting, element: Element) -> MappedText:
    words = Wording(nesting.text)
    for kind, _, start, end, _ in nesting.events[element.opened + 1 : element.closed]:
        if kind == TEXT:
            words.add_text(start, end)
    return words.finish()[0]


def _value_text(element: Element, name: str) -> MappedText | None:
    place = value_place(element.text, element.name_end, element.inside, name)
    if place is None:
        return None
    words = Wording(element.text)
    words.add_text(*place)
    return words.finish()[0] or None


def _is_canonical(element: Element) -> bool:
    return "canonical" in (element.get("rel") or "").lower().split()


def _is_json_ld(element: Element) -> bool:
    return "ld+json" in (element.get("type") or "").lower()


def _json_ld(nesting: Nesting, element: Element) -> JsonLd:
    start, end = element.inside, nesting.events[element.closed][2]
    span = Span(start, end)
    raw = nesting.text[start:end]
    if any(sign in raw for sign in _WRAPPERS):
        raw = _WRAPPING.sub(lambda found: " " * len(found[0]), raw)
    if any(sign in raw for sign in _TEMPLATE) or not raw.strip():
        return JsonLd(span)
    try:
        data: Any = json.loads(raw.strip(";" + _BLANKS), strict=False)
    except json.JSONDecodeError as error:
        lead = len(raw) - len(raw.lstrip(";" + _BLANKS))
        return JsonLd(span, None, error.msg, start + lead + error.pos)
    except RecursionError:
        return JsonLd(span, None, "nested too deeply", start)
    return JsonLd(span, data)
