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
_TEMPLATE = ("\ue000", "\ue001")


def metadata_of(nesting: Nesting) -> Metadata:
    """The metadata of a page; the first of equal statements counts, as in browsers."""
    meta, description = _meta(nesting)
    return Metadata(
        title=_title(nesting),
        description=description,
        language=_language(nesting),
        canonical=_canonical(nesting),
        meta=meta,
        json_ld=tuple(
            _json_ld(nesting, each) for each in nesting.named("script") if _is_json_ld(each)
        ),
    )


def _title(nesting: Nesting) -> MappedText | None:
    titles = (each for each in nesting.named("title") if not _in_drawing(each))
    return next((words for each in titles if (words := _content(nesting, each))), None)


def _language(nesting: Nesting) -> str | None:
    said = (each.get("lang") or each.get("xml:lang") for each in nesting.named("html"))
    return next((language for language in said if language is not None), None)


def _canonical(nesting: Nesting) -> str | None:
    links = (each for each in nesting.named("link") if _is_canonical(each))
    addresses = ((each.get("href") or "").strip() for each in links)
    return next((address for address in addresses if address), None)


def _meta(nesting: Nesting) -> tuple[dict[str, str], MappedText | None]:
    """What the meta elements state, by name, and the description with its place."""
    stated: dict[str, str] = {}
    description: MappedText | None = None
    for element in nesting.named("meta"):
        name = _name_of(element)
        if name and name not in stated:
            stated[name] = element.get("content") or ""
            if name == "description":
                description = _value_text(nesting.text, element, "content")
    return stated, description


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


def _value_text(text: str, element: Element, name: str) -> MappedText | None:
    place = value_place(text, element.name_end, element.inside, name)
    if place is None:
        return None
    words = Wording(text)
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
