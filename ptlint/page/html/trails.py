"""Finding breadcrumb trails: by their names, or by the signs between their links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.page.html.crumbs import SIGNS, read_trail
from ptlint.page.html.elements import BLOCKS, HEADINGS, LISTS
from ptlint.page.html.nesting import OPEN, TEXT, Element, Nesting
from ptlint.page.html.tokenizer import RAW_TEXT
from ptlint.page.model import BreadcrumbTrail

Found = tuple[Element, BreadcrumbTrail]

_NAMED = re.compile(r"bread-?_?crumb|(?:^|[\s_-])crumbs?(?:$|[\s_-])|crumbs\b", re.IGNORECASE)
_NAMING = ("class", "id", "aria-label", "itemtype", "typeof", "data-testid")
_INNER = frozenset(("li", "a", "span", "i", "b", "strong", "em", "svg", "meta", "dd", "dt"))
_ENTITIES = r"&(?:gt|raquo|rsaquo|rarr|sol|#0*62|#0*47|#187|#8250|#x3e|#x2f|#xbb|#x203a);?"
_SIGN = rf"(?:[{re.escape(SIGNS)}]{{1,2}}+|{_ENTITIES}|::|-&gt;)"
#: Text that may stand between two crumbs, or be a trail without links.
_BETWEEN = re.compile(
    rf"\s*+{_SIGN}(?:\s|$)|[^\n<]{{0,60}}?\s{_SIGN}\s*+$|\s*+home\s++{_SIGN}\s", re.IGNORECASE
)
_HOME = re.compile(
    r"(?:https?://[^/]++/?|/|(?:\.\.?/)*+|\./)(?:(?:index|home|default)(?:\.\w{1,5}+)?)?/?",
    re.IGNORECASE,
)
_HOME_WORDS = frozenset(("home", "homepage", "home page", "start", "main", "main page"))
_LONGEST = 400
_MOST = 12


def trails_of(nesting: Nesting) -> list[Found]:
    """The breadcrumb trails of a page with the element that holds each."""
    found: list[Found] = []
    last = -1
    for holder, named in _candidates(nesting):
        if holder.opened <= last:
            continue
        trail = _trail(nesting, holder, named)
        if trail is not None:
            found.append((holder, trail))
            last = holder.closed
    return found


def _candidates(nesting: Nesting) -> Iterator[tuple[Element, bool]]:
    """Elements that may hold a trail in document order, and whether a name says so."""
    holders: dict[Element, bool] = {}
    for element in nesting.elements:
        if element is not None and is_named(element):
            holder = _holder(element) if element.name in _INNER else element
            if holder is not None:
                holders[holder] = True
                for each in _lists_inside(nesting, holder):
                    holders[each] = True
    for parent in _around_signs(nesting):
        holder = _holder(parent)
        if holder is not None:
            holders.setdefault(holder, False)
    return iter(sorted(holders.items(), key=lambda pair: pair[0].opened))


def is_named(element: Element) -> bool:
    """Whether an element's names say that it is a breadcrumb trail or belongs to one."""
    if element.inside - element.name_end < 8 or element.name in ("body", "html", "main"):
        return False
    if "crumb" not in element.text[element.name_end : element.inside].lower():
        return False
    attributes = element.attributes
    return any(_NAMED.search(attributes[name]) for name in _NAMING if name in attributes)


def _lists_inside(nesting: Nesting, holder: Element) -> Iterator[Element]:
    for kind, each, _, _, _ in nesting.events[holder.opened + 1 : holder.closed]:
        if kind == OPEN and each is not None and each.name in LISTS:
            yield each


def _around_signs(nesting: Nesting) -> Iterator[Element]:
    text = nesting.text
    for kind, parent, start, end, token in nesting.events:
        if kind == TEXT and token != RAW_TEXT and parent is not None and end - start < 120:
            if _BETWEEN.match(text, start, end):
                yield parent


def _holder(element: Element) -> Element | None:
    """The list or block around an element that may be part of a trail."""
    node: Element | None = element
    while node is not None:
        if node.name in LISTS:
            return node
        if node.name in BLOCKS and node.name not in _INNER:
            return node if node.name not in ("body", "html") else None
        node = node.parent
    return None


def _trail(nesting: Nesting, holder: Element, named: bool) -> BreadcrumbTrail | None:
    if _is_too_large(nesting, holder):
        return None
    trail = read_trail(nesting, holder)
    if not 1 <= len(trail.crumbs) <= _MOST or sum(len(c.text) for c in trail.crumbs) > _LONGEST:
        return None
    if named:
        linked = any(crumb.link for crumb in trail.crumbs)
        return trail if linked or len(trail.crumbs) > 1 else None
    return trail if _is_plain_trail(nesting, holder, trail) else None


def _is_too_large(nesting: Nesting, holder: Element) -> bool:
    """Whether more than one trail stands inside: headings, several lists, many words."""
    if holder.closed - holder.opened > 200:
        return True
    words = lists = 0
    for kind, each, start, end, token in nesting.events[holder.opened + 1 : holder.closed]:
        if kind == TEXT and token != RAW_TEXT:
            words += len(nesting.text[start:end].split())
        elif kind == OPEN and each is not None:
            lists += each.name in LISTS
            if each.name in HEADINGS or lists > 1:
                return True
    return words > 60


def _is_plain_trail(nesting: Nesting, holder: Element, trail: BreadcrumbTrail) -> bool:
    """Whether links without any name are a trail: one strong sign between all crumbs."""
    signs = {separator.text for separator in trail.separators}
    if len(trail.crumbs) < 2 or len(signs) != 1 or signs & {"", "|", "·", "•", "-", "–", "—"}:
        return False
    if not len(trail.crumbs) - 2 <= len(trail.separators) <= len(trail.crumbs):
        return False
    if all(separator.own_item for separator in trail.separators):
        return any(crumb.link for crumb in trail.crumbs)
    if any(crumb.link is None for crumb in trail.crumbs[1:-1]) and trail.container != "text":
        return False
    if not _starts_home(trail):
        return False
    return trail.crumbs[-1].link is None or _before_title(nesting, holder)


def _starts_home(trail: BreadcrumbTrail) -> bool:
    first = trail.crumbs[0]
    if first.text.text.strip().casefold() in _HOME_WORDS:
        return True
    return bool(first.link and first.link.href and _HOME.fullmatch(first.link.href))


def _before_title(nesting: Nesting, holder: Element) -> bool:
    return any(
        each is not None and each.name == "h1" and each.opened > holder.closed
        for each in nesting.elements
    )
