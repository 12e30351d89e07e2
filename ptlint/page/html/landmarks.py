"""Which stretches of a page are navigation, header, footer and so on, as its markup says.

Elements and roles come first (HTML-AAM, ARIA landmarks); class and id names only where the
word is plain and the element is a small share of the page without its main heading.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from functools import cached_property, lru_cache
from itertools import accumulate

from ptlint.page.html.nesting import Element, Nesting
from ptlint.page.html.tokenizer import TEXT as WORDS
from ptlint.page.html.wording import is_unseen
from ptlint.page.model import Part

_NAMES = {
    "nav": Part.NAVIGATION,
    "header": Part.HEADER,
    "footer": Part.FOOTER,
    "aside": Part.ASIDE,
    "form": Part.FORM,
    "search": Part.FORM,
    "fieldset": Part.FORM,
    "button": Part.FORM,
    "label": Part.FORM,
    "template": Part.HIDDEN,
    "noscript": Part.HIDDEN,
}
_ROLES = {
    "navigation": Part.NAVIGATION,
    "menu": Part.NAVIGATION,
    "menubar": Part.NAVIGATION,
    "banner": Part.HEADER,
    "contentinfo": Part.FOOTER,
    "complementary": Part.ASIDE,
    "search": Part.FORM,
    "form": Part.FORM,
    "button": Part.FORM,
    "dialog": Part.NAVIGATION,
    "alertdialog": Part.NAVIGATION,
}
_MAIN_ROLE = re.compile(r"""role\s{0,9}=\s{0,9}["']?main\b""")
_MAIN = frozenset(("main", "article", "h1"))
#: Elements that hold no text of the page.
_PARTLESS = frozenset(
    "area base br circle col g hr input line link meta option path polygon polyline rect"
    " script source style svg title use wbr".split()
)
#: Elements in which a header or footer is that of a section, not of the page.
_SECTIONING = frozenset(("article", "aside", "main", "nav", "section"))
_CLASSED = frozenset(("div", "section", "ul", "ol", "aside", "p", "table", "td", "a", "span"))
_WORD = re.compile(r"[A-Za-z][a-z]*+|[0-9]++")
_HIDING = frozenset(("hidden", "aria-hidden", "style"))
_NEGATING = frozenset(("has", "no", "with", "without", "is", "not", "hide", "under", "in"))
_WHOLE = {
    "topbar": Part.HEADER,
    "masthead": Part.HEADER,
    "header": Part.HEADER,
    "pager": Part.NAVIGATION,
    "toc": Part.NAVIGATION,
    "share": Part.NAVIGATION,
    "social": Part.NAVIGATION,
    "skip": Part.NAVIGATION,
    "cookies": Part.NAVIGATION,
    "comments": Part.ASIDE,
    "related": Part.RELATED,
    "newsletter": Part.FORM,
}
_LAST = {
    "nav": Part.NAVIGATION,
    "navbar": Part.NAVIGATION,
    "navigation": Part.NAVIGATION,
    "menu": Part.NAVIGATION,
    "pagination": Part.NAVIGATION,
    "sidebar": Part.ASIDE,
    "footer": Part.FOOTER,
}
_FIRST = {
    "footer": Part.FOOTER,
    "related": Part.RELATED,
    "cookie": Part.NAVIGATION,
    "share": Part.NAVIGATION,
    "sharing": Part.NAVIGATION,
    "newsletter": Part.FORM,
    "breadcrumb": Part.NAVIGATION,
    "breadcrumbs": Part.NAVIGATION,
}
_PAIRS = {
    "site header": Part.HEADER,
    "main header": Part.HEADER,
    "top bar": Part.HEADER,
    "top header": Part.HEADER,
    "global header": Part.HEADER,
    "skip link": Part.NAVIGATION,
    "skip to": Part.NAVIGATION,
    "skip nav": Part.NAVIGATION,
    "social links": Part.NAVIGATION,
    "social share": Part.NAVIGATION,
    "social icons": Part.NAVIGATION,
    "comment list": Part.ASIDE,
    "comment respond": Part.FORM,
    "widget area": Part.ASIDE,
    "side bar": Part.ASIDE,
}
#: A "card-footer" or "article-footer" belongs to its card or article.
_PAGE_WORDS = frozenset("site page main global app web bottom the layout primary".split())


class Parts:
    """The part of the page at any event, from the events where it changes."""

    def __init__(self, changes: list[tuple[int, Part]]) -> None:
        self._at = [index for index, _ in changes]
        self._parts = [part for _, part in changes]

    def at(self, index: int) -> Part:
        found = bisect_right(self._at, index) - 1
        return self._parts[found] if found >= 0 else Part.ARTICLE


def parts_of(nesting: Nesting, trails: Collection[Element] = ()) -> Parts:
    """The parts of a page.

    Args:
        trails: the elements that hold breadcrumb trails.
    """
    return Parts(_Landmarks(nesting, trails).changes())


class _Landmarks:
    def __init__(self, nesting: Nesting, trails: Collection[Element]) -> None:
        self._nesting = nesting
        self._trails = frozenset(trails)
        self._elements = [each for each in nesting.elements if each is not None]
        self._title_at = [each.opened for each in self._elements if each.name == "h1"]
        self._main = self._main_element()

    def _main_element(self) -> Element | None:
        by_role = bool(_MAIN_ROLE.search(self._nesting.text))
        mains = [
            each
            for each in self._elements
            if each.name == "main" or (by_role and each.get("role") == "main")
        ]
        if mains:
            return max(mains, key=self._amount)
        articles = [each for each in self._elements if each.name == "article"]
        largest = max(articles, key=self._amount, default=None)
        return largest if largest and self._share(largest) > 0.5 else None

    @cached_property
    def _counts(self) -> list[int]:
        """How many characters of text stand before each event."""
        lengths = [
            end - start if token == WORDS else 0
            for _, _, start, end, token in self._nesting.events
        ]
        return [0, *accumulate(lengths)]

    def _amount(self, element: Element) -> int:
        return self._counts[element.closed] - self._counts[element.opened]

    def _share(self, element: Element) -> float:
        return self._amount(element) / max(self._counts[-1], 1)

    def changes(self) -> list[tuple[int, Part]]:
        """The events at which the part changes, with the part from there on."""
        changes = [(0, self._outside(0))]
        stack: list[tuple[int, Part]] = []

        def close_before(index: int) -> None:
            while stack and stack[-1][0] < index:
                closed = stack.pop()[0] + 1
                changes.append((closed, stack[-1][1] if stack else self._outside(closed)))

        for element in self._elements:
            name = element.name
            if name in _PARTLESS or (
                element.inside - element.name_end == 1
                and name not in _NAMES
                and name not in _MAIN
                and element not in self._trails
            ):
                continue
            at = element.opened
            close_before(at)
            around = stack[-1][1] if stack else self._outside(at)
            part = self._part(element, around)
            if part is not None and part is not around:
                stack.append((element.closed, part))
                changes.append((at, part))
        close_before(len(self._nesting.events))
        return changes

    def _outside(self, index: int) -> Part:
        """The part of what no landmark holds: the article, if the page marks no main."""
        if self._main is None:
            return Part.ARTICLE
        if index < self._main.opened:
            return Part.HEADER
        return Part.FOOTER if index > self._main.closed else Part.ARTICLE

    def _part(self, element: Element, around: Part) -> Part | None:
        if element in self._trails:
            return Part.BREADCRUMB
        if element is self._main:
            return Part.ARTICLE
        if around is Part.HIDDEN or around is Part.BREADCRUMB:
            return None
        name = element.name
        if name == "h1" and len(self._title_at) == 1 and around in (Part.HEADER, Part.FOOTER):
            return Part.ARTICLE
        part = _NAMES.get(name)
        if part is not None and not self._means_page(element, part):
            part = None
        if element.inside - element.name_end >= 3:
            part = self._by_attributes(element) or part
        return part

    def _by_attributes(self, element: Element) -> Part | None:
        attributes = element.attributes
        if is_hidden(element):
            return Part.HIDDEN
        role = attributes.get("role")
        part = _ROLES.get(role.strip().lower()) if role else None
        if part is not None and not self._holds_article(element):
            return part
        if element.name not in _CLASSED:
            return None
        for name in ("class", "id"):
            part = part_of_names(attributes[name]) if name in attributes else None
            if part is not None and self._is_minor(element):
                return part
        return None

    def _means_page(self, element: Element, part: Part) -> bool:
        if part in (Part.HEADER, Part.FOOTER):
            node = element.parent
            while node is not None:
                if node.name in _SECTIONING:
                    return False
                node = node.parent
        return not self._holds_article(element)

    def _holds_article(self, element: Element) -> bool:
        """Whether the article lies inside, as in a form around the whole page."""
        main = self._main
        if main and element.opened < main.opened and main.closed < element.closed:
            return True
        return self._holds_title(element) and self._share(element) > 0.5

    def _holds_title(self, element: Element) -> bool:
        return any(element.opened < at < element.closed for at in self._title_at)

    def _is_minor(self, element: Element) -> bool:
        return not self._holds_title(element) and self._share(element) < 0.5


def is_hidden(element: Element) -> bool:
    """Whether its attributes keep an element from all readers or from assistive technology."""
    attributes = element.attributes
    if not attributes.keys() & _HIDING:
        return False
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    if attributes.get("aria-hidden", "").lower() == "true":
        return True
    return "style" in attributes and is_unseen(attributes["style"])


@lru_cache(maxsize=4096)
def part_of_names(names: str) -> Part | None:
    """The part that one of an element's class or id names stands for, if any says so plainly."""
    parts = (_part_of_name(name) for name in names.split())
    return next((part for part in parts if part is not None), None)


def _part_of_name(name: str) -> Part | None:
    words = [found[0].lower() for found in _WORD.finditer(name)]
    if not words or words[0] in _NEGATING or len(words) > 4:
        return None
    if len(words) == 1:
        return _WHOLE.get(words[0]) or _LAST.get(words[0]) or _FIRST.get(words[0])
    pair = _PAIRS.get(" ".join(words[:2]))
    if pair is not None:
        return pair
    part = _LAST.get(words[-1])
    if part is Part.FOOTER and words[0] not in _PAGE_WORDS:
        part = None
    return part or _FIRST.get(words[0])

