"""Landmarks, and the ways past what every page repeats (WCAG 2.4.1, 1.3.1)."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Container, Iterator

from ptlint.access.element import Element
from ptlint.access.names import name
from ptlint.access.roles import explicit_role, role, with_role
from ptlint.access.text import bearers
from ptlint.access.tree import AccessTree
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import (
    UNKNOWN,
    access,
    at_tag,
    is_unknown,
    quoted,
    span_of,
    tag_text,
)
from ptlint.checks.place import missing
from ptlint.findings.finding import Note, Observation
from ptlint.page.model import Page
from ptlint.pattern import later
from ptlint.record import record

_LANDMARKS = frozenset(
    {"banner", "complementary", "contentinfo", "form", "main", "navigation", "region", "search"}
)
_REPEATED = frozenset({"complementary", "contentinfo", "navigation", "search"})
_ONCE = {"main": "main", "banner": "page header", "contentinfo": "page footer"}
_PLACES = {"navigation": "navigation", "complementary": "side", "search": "search",
           "form": "form", "region": "region"}  # fmt: skip
_SKIP = later(
    r"\b(?:skip|jump|go|zum|aller|ir|saltar|passer)\b.{0,20}+|\b(?:main )?content\b", re.IGNORECASE
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NAVIGATES = later(r"location|scrollTo|scrollIntoView|focus\(")


@record
class Layout:
    """The landmarks of a page, what they hold, and what the page repeats before its content.

    Attributes:
        landmarks: the exposed landmarks in document order.
        inside: the elements with text that stand in a landmark, with the nearest one.
        repeated: navigation, side and search blocks before the content.
        content: the elements with text of the page's own.
    """

    landmarks: tuple[Element, ...]
    inside: dict[Element, Element]
    repeated: tuple[Element, ...]
    content: tuple[Element, ...]


def _layout(page: Page) -> Layout:
    tree = access(page)
    landmarks = _landmarks(tree)
    texts = bearers(tree)
    inside = _members(landmarks, texts)
    blocks = _nearest(tree, landmarks, _REPEATED)
    banners = _nearest(tree, landmarks, frozenset({"banner"}))
    own, speaking = [], set()
    for each in texts:
        landmark = inside.get(each)
        if landmark in blocks:
            speaking.add(blocks[landmark])
        elif landmark not in banners and _is_content(each):
            own.append(each)
    first = own[0].order if own else 0
    before = tuple(each for each in speaking if each.order < first)
    return Layout(tuple(landmarks), inside, before, tuple(own))


def _is_content(element: Element) -> bool:
    if not element.exposed or element.tag in ("title", "html"):
        return False
    return element.tag not in ("a", "button") or not _is_loose_link(element)


def _landmarks(tree: AccessTree) -> list[Element]:
    tags = ("aside", "footer", "form", "header", "main", "nav", "search", "section")
    candidates = tree.index.in_order(tree.index.tagged(*tags), with_role(tree, _LANDMARKS))
    return [each for each in candidates if each.exposed and role(tree, each) in _LANDMARKS]


def _members(landmarks: list[Element], texts: list[Element]) -> dict[Element, Element]:
    """The nearest landmark around each text that has one; both lists are in document order."""
    found: dict[Element, Element] = {}
    around: list[Element] = []
    coming = deque(landmarks)
    for text in texts:
        while coming and coming[0].order <= text.order:
            around.append(coming.popleft())
        while around and around[-1].last < text.order:
            around.pop()
        if around:
            found[text] = around[-1]
    return found


def _nearest(
    tree: AccessTree, landmarks: list[Element], roles: frozenset[str]
) -> dict[Element, Element]:
    """For each landmark that is or stands in one of some roles the nearest of them."""
    wanted = {each for each in landmarks if role(tree, each) in roles}
    if not wanted:
        return {}
    nearest = ((each, _first_in(wanted, each)) for each in landmarks)
    return {each: block for each, block in nearest if block is not None}


def _first_in(wanted: Container[Element], element: Element) -> Element | None:
    return next((each for each in element.lineage() if each in wanted), None)


def _is_loose_link(element: Element) -> bool:
    """A link, or button, straight in the body: a way to somewhere, no content."""
    parent = element.parent
    return element.tag in ("a", "button") and parent is not None and parent.tag in ("body", "html")


def main_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A page with repeated blocks whose content stands in no landmark."""
    if _is_repeated(page) and not page.once(_content_in_landmark):
        yield missing(
            page,
            "The content of the page stands in no landmark, so screen readers cannot jump to "
            "it past the navigation. Put it into <main>.",
        )


def _is_repeated(page: Page) -> bool:
    """Whether the page, all of which is known, has blocks that every page repeats."""
    return bool(page.once(_layout).repeated) and not page.source.masked


def _content_in_landmark(page: Page) -> bool:
    layout = page.once(_layout)
    return any(each in layout.inside for each in layout.content)


def content_heading_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A page with repeated blocks and no heading where its own content begins."""
    if _is_repeated(page) and not page.once(_has_heading):
        yield missing(
            page,
            "After the navigation no heading says where the content begins. Give it one, so "
            "that screen readers can jump to it.",
        )


def _has_heading(page: Page) -> bool:
    """Whether a heading stands where the page's own content begins, or after it."""
    tree, layout = access(page), page.once(_layout)
    start = min(each.order for each in layout.repeated)
    for element in tree.index.in_order(
        tree.index.tagged(*_HEADINGS), with_role(tree, ("heading",))
    ):
        if role(tree, element) != "heading" or not element.exposed:
            continue
        late = element.order > start or element.tag == "h1"
        own = role(tree, _first_in(layout.landmarks, element) or element) not in _REPEATED
        if own and late and tree.visible(element) and name(tree, element):
            return True
    return False


def bypass_missing(page: Page, options: Options) -> Iterator[Observation]:
    """No landmark, heading or link leads past what the page repeats."""
    if not _is_repeated(page) or page.once(_content_in_landmark):
        return
    if not page.once(_has_heading) and not page.once(_has_instrument):
        yield missing(
            page,
            "Nothing leads past the navigation to the content: put the content into <main>, "
            'give it a heading, or begin the page with a link "Skip to main content".',
        )


def _has_instrument(page: Page) -> bool:
    """A link or button that moves on within the page."""
    tree = access(page)
    for element in tree.index.tagged("a"):
        target = element.get("href") or ""
        if target[:1] == "#" and _target(tree, target) is not None and element.exposed:
            return True
    return any(
        _NAVIGATES.search(element.get("onclick") or "") and _SKIP.search(name(tree, element))
        for element in tree.index.tagged("button")
    )


def _target(tree: AccessTree, href: str) -> Element | None:
    wanted = href[1:]
    found = tree.ids.get(wanted)
    if found is not None:
        return found
    return next((each for each in tree.index.having("name") if _is_anchor(each, wanted)), None)


def _is_anchor(element: Element, wanted: str) -> bool:
    return element.tag == "a" and element.get("name") == wanted


def skip_link_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A page with repeated blocks and no link past them."""
    if _is_repeated(page) and not page.once(_has_instrument):
        yield missing(
            page,
            'Begin the page with a link "Skip to main content", so that keyboard users need '
            "not go through the navigation on every page.",
        )


def skip_link_broken(page: Page, options: Options) -> Iterator[Observation]:
    """A link past the navigation whose target does not exist."""
    tree = access(page)
    links = tree.index.tagged("a")
    for element in [each for each in links if (each.get("href") or "")[:1] == "#"]:
        href = element.attributes["href"]
        if len(href) < 2 or is_unknown(href) or _target(tree, href) is not None:
            continue
        if href == "#top" or not _SKIP.match(name(tree, element)) or page.source.masked:
            continue
        yield at_tag(
            page,
            element,
            f"This link goes to {quoted(href)}, but nothing on the page has that id. Give the "
            f'main content id="{href[1:]}".',
        )


def main_repeated(page: Page, options: Options) -> Iterator[Observation]:
    """More than one main, page header or page footer."""
    tree = access(page)
    for kind, words in _ONCE.items():
        found = [each for each in page.once(_layout).landmarks if role(tree, each) == kind]
        for element in found[1:]:
            yield at_tag(
                page,
                element,
                f"The page has a second {words} landmark. Keep one, so that it is clear where "
                "to jump.",
                related=(Note(span_of(page, found[0]), "The first one."),),
            )


def nested(page: Page, options: Options) -> Iterator[Observation]:
    """A main, page header or page footer inside another landmark."""
    tree = access(page)
    for element in page.once(_layout).landmarks:
        kind = role(tree, element)
        if kind not in _ONCE:
            continue
        around = next(
            (each for each in element.ancestors() if role(tree, each) in _LANDMARKS - {"form"}),
            None,
        )
        if around is not None:
            yield at_tag(
                page,
                element,
                f"The {_ONCE[kind]} landmark stands inside {tag_text(around)}. It belongs to the "
                "page as a whole: move it out.",
                related=(Note(span_of(page, around), "The landmark around it."),),
            )


def name_repeated(page: Page, options: Options) -> Iterator[Observation]:
    """Landmarks of one kind that their names do not tell apart."""
    tree = access(page)
    groups: dict[tuple[str, str], list[Element]] = {}
    for element in page.once(_layout).landmarks:
        kind = role(tree, element)
        named = name(tree, element) if kind in _PLACES else UNKNOWN
        if not is_unknown(named) and not (kind == "form" and not named):
            groups.setdefault((kind, named.lower()), []).append(element)
    for (kind, named), elements in groups.items():
        if len(elements) > 1 and not (kind == "region" and not named):
            what = f"are all called {quoted(named)}" if named else "have no name"
            spans = [span_of(page, each) for each in elements]
            yield at_tag(
                page,
                elements[1],
                f"The page has {len(elements)} {_PLACES[kind]} landmarks that {what}. Name each "
                "in aria-label, so that readers know which is which.",
                related=tuple(Note(span, "Another one.") for span in spans[:1] + spans[2:]),
            )


def content_outside(page: Page, options: Options) -> Iterator[Observation]:
    """Text outside every landmark, on a page that has landmarks."""
    tree, layout = access(page), page.once(_layout)
    if not any(role(tree, each) == "main" for each in layout.landmarks):
        return
    for bearer in bearers(tree):
        if bearer.tag in ("title", "html") or not bearer.exposed:
            continue
        if bearer not in layout.inside and not _skips(bearer):
            yield at_tag(
                page,
                bearer,
                "This text stands outside the landmarks of the page, where readers who jump "
                "from one to the next never come. Move it into the main part.",
            )
            return


def _skips(element: Element) -> bool:
    linked = element.tag == "a" and (element.get("href") or "").startswith("#")
    return linked or explicit_role(element) in ("dialog", "alert", "status")
