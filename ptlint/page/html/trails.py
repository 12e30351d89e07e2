"""Finding breadcrumb trails: by their names, or by the signs between their links."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ptlint.page.html.crumbs import read_trail
from ptlint.page.html.elements import BLOCKS, HEADINGS, LISTS, NOT_TEXT
from ptlint.page.html.nesting import OPEN, TEXT, Element, Nesting
from ptlint.page.html.tokenizer import RAW_TEXT
from ptlint.page.model import BreadcrumbTrail
from ptlint.pattern import later

Found = tuple[Element, BreadcrumbTrail]

_HINT = "rumb"  # of "breadcrumb", "BreadCrumbs" …
_NAMED = later(r"bread-?_?crumb|(?:^|[\s_-])crumbs?(?:$|[\s_-])|crumbs\b", re.IGNORECASE)
_NAMING = ("class", "classname", "id", "aria-label", "itemtype", "typeof", "data-testid")
_INNER = frozenset(("li", "a", "span", "i", "b", "strong", "em", "svg", "meta", "dd", "dt"))
#: Signs that separate crumbs without any name saying so, as written: first plain ones.
_PLAIN_SIGNS = ("/", ">", "»", "›", "→", "⟩", "❯", "▸", "▶", "≫")
_ESCAPED_SIGNS = (
    *("&gt;", "&raquo;", "&rsaquo;", "&rarr;", "&sol;"),
    *("&#62;", "&#47;", "&#187;", "&#8250;"),
)
_WRITTEN = _PLAIN_SIGNS + _ESCAPED_SIGNS
_HOME = later(
    r"(?:https?://[^/]++/?|/|(?:\.\.?/)*+|\./)(?:(?:index|home|default)(?:\.\w{1,5}+)?)?/?",
    re.IGNORECASE,
)
#: The site of an address, without what stands before its last two labels.
_HOST = later(r"(?:https?:)?//(?:[^/.?#]++\.)*?([^/.?#]++\.[^/.?#]++)(?=[/?#:]|$)", re.IGNORECASE)
_HOME_WORDS = frozenset(("home", "homepage", "home page", "start", "main", "main page"))
#: What those signs and a trail without links begin or end with; "&" and ";" are of references.
_EDGES = frozenset((*_PLAIN_SIGNS, "&", ";", "h", "H"))
#: A trail without links: "Home > Conditions > Back pain".
_WHOLE = later(rf"home\s++(?:[>»›/]|{'|'.join(_ESCAPED_SIGNS)})\s", re.IGNORECASE)
_NO_TRAIL = NOT_TEXT | {"body", "html", "main"}
_LONGEST_TEXT = 120
_LONGEST = 400
_MOST = 12
_MOST_EVENTS = 300


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
    for element in _named(nesting):
        holder = _holder(element) if element.name in _INNER else element
        if holder is not None:
            holders[holder] = True
            lists = list(_lists_inside(nesting, holder))
            if len(lists) == 1:
                holders[lists[0]] = True
    for parent in _around_signs(nesting):
        holder = _holder(parent)
        if holder is not None:
            holders.setdefault(holder, False)
    return iter(sorted(holders.items(), key=lambda pair: pair[0].opened))


def _named(nesting: Nesting) -> Iterator[Element]:
    """Elements whose names say that they are a breadcrumb trail or belong to one."""
    text, starts = nesting.text, nesting.starts
    hint = text.find(_HINT)
    while hint >= 0:
        number = bisect_right(starts, hint, key=_start) - 1
        element = nesting.elements[number] if number >= 0 else None
        if element is not None and hint < element.inside and is_named(element):
            yield element
        # What stands in the rest of this tag and the text after it needs no second look.
        following = starts[number + 1].start if number + 1 < len(starts) else len(text)
        hint = text.find(_HINT, following)


def _start(element: Element) -> int:
    return element.start


def is_named(element: Element) -> bool:
    """Whether a name of an element says that it is a breadcrumb trail or belongs to one."""
    if element.name in _NO_TRAIL:
        return False
    attributes = element.attributes
    return any(_NAMED.search(attributes[name]) for name in _NAMING if name in attributes)


def _lists_inside(nesting: Nesting, holder: Element) -> Iterator[Element]:
    last = min(holder.closed, holder.opened + _MOST_EVENTS)
    for kind, each, _, _, _ in nesting.events[holder.opened + 1 : last]:
        if kind == OPEN and each is not None and each.name in LISTS:
            yield each


def _around_signs(nesting: Nesting) -> Iterator[Element]:
    """Elements with a short text that begins or ends in a separating sign, or says all."""
    text, events = nesting.text, nesting.events
    for index in nesting.words:
        _, parent, start, end, _ = events[index]
        if end - start < _LONGEST_TEXT and parent is not None:
            words = text[start:end].strip()
            # Most texts are ruled out by their first and last letter.
            if (words[:1] in _EDGES or words[-1:] in _EDGES) and _has_sign(words):
                yield parent


def _has_sign(words: str) -> bool:
    return words.startswith(_WRITTEN) or words.endswith(_WRITTEN) or _WHOLE.match(words) is not None


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
    if holder.closed - holder.opened > _MOST_EVENTS:
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
    if not _starts_home(trail) or len(_hosts(trail)) > 1:
        return False
    return trail.crumbs[-1].link is None or _before_title(nesting, holder)


def _starts_home(trail: BreadcrumbTrail) -> bool:
    first = trail.crumbs[0]
    if first.text.text.strip().casefold() in _HOME_WORDS:
        return True
    return bool(first.link and first.link.href and _HOME.fullmatch(first.link.href))


def _hosts(trail: BreadcrumbTrail) -> set[str]:
    """The sites its crumbs lead to; a line of an office and those above it has several."""
    hrefs = (crumb.link.href or "" for crumb in trail.crumbs if crumb.link)
    return {host[1].lower() for host in map(_HOST.match, hrefs) if host}


def _before_title(nesting: Nesting, holder: Element) -> bool:
    return any(each.opened > holder.closed for each in nesting.named("h1"))
