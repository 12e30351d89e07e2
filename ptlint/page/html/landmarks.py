"""Which stretches of a page are navigation, header, footer and so on, as its markup says.

Elements and roles come first (HTML-AAM, ARIA landmarks); class and id names only where the
word is plain and the element is a small share of the page without its main heading.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, takewhile

from ptlint.page.html.class_names import parts_of_names
from ptlint.page.html.elements import EMPTY
from ptlint.page.html.landmark_tags import HIDING, LANDMARKS, NAMING
from ptlint.page.html.nesting import Element, Nesting
from ptlint.page.html.showing import is_unseen
from ptlint.page.kinds import Part
from ptlint.pattern import later, places_of
from ptlint.record import lazy

_ROLES = {
    "navigation": Part.NAVIGATION,
    "menu": Part.NAVIGATION,
    "menubar": Part.NAVIGATION,
    "tablist": Part.NAVIGATION,
    "banner": Part.HEADER,
    "contentinfo": Part.FOOTER,
    "complementary": Part.ASIDE,
    "search": Part.FORM,
    "form": Part.FORM,
    "button": Part.FORM,
    "dialog": Part.NAVIGATION,
    "alertdialog": Part.NAVIGATION,
}
#: Where a page's only main heading is still its title.
_TITLE_BESIDE = (None, Part.HEADER, Part.FOOTER)
_MAIN_ROLE = later(r"""role\s{0,9}=\s{0,9}["']?main\b""")
#: Elements in which a header or footer is that of a section, not of the page.
_SECTIONING = frozenset(("article", "aside", "main", "nav", "section"))
_ARTICLE = ("article",)
#: What may stand around a whole page by mistake or for a framework's sake.
_WRAPPERS = (Part.FORM, Part.NAVIGATION, Part.ASIDE)
#: Characters in paragraphs below which their shares say nothing.
_LITTLE_PROSE = 500
#: Elements whose class and id names are asked.
_CLASSED = frozenset(("div", "section", "ul", "ol", "aside", "p", "table", "td", "a", "span"))


class Parts:
    """The part of the page at any event.

    Args:
        changes: the events at which a landmark begins or ends, with the part from there on;
            None outside of all landmarks.
        article: the first and last event of the stretch that is the article there.
    """

    def __init__(
        self, changes: Sequence[tuple[int, Part | None]], article: tuple[int, int]
    ) -> None:
        self._at = [index for index, _ in changes]
        self._parts = [part for _, part in changes]
        self._first, self._last = article

    def at(self, index: int) -> Part:
        found = bisect_right(self._at, index) - 1
        part = self._parts[found] if found >= 0 else None
        if part is not None:
            return part
        if index < self._first:
            return Part.HEADER
        return Part.FOOTER if index > self._last else Part.ARTICLE


def parts_of(nesting: Nesting, trails: Collection[Element] = ()) -> Parts:
    """The parts of a page.

    Args:
        trails: the elements that hold breadcrumb trails.
    """
    landmarks = _Landmarks(nesting, trails)
    return Parts(landmarks.changes(), landmarks.article)


class _Landmarks:
    def __init__(self, nesting: Nesting, trails: Collection[Element]) -> None:
        self._nesting = nesting
        self._trails = frozenset(trails)
        self._title_at = [each.opened for each in nesting.named("h1")]
        self._main = self._main_element()

    def _main_element(self) -> Element | None:
        mains = self._nesting.named("main")
        if _says_main(self._nesting.text):
            mains = [each for each in self._nesting.elements if each and _is_main(each)]
        return max(mains, key=self._amount, default=None)

    @lazy
    def _counts(self) -> list[int]:
        """How many characters of text stand before each text, and in all."""
        events = self._nesting.events
        lengths = [events[index][3] - events[index][2] for index in self._nesting.words]
        return [0, *accumulate(lengths)]

    def _amount(self, element: Element) -> int:
        counts, words = self._counts, self._nesting.words
        first = bisect_left(words, element.opened)
        return counts[bisect_left(words, element.closed, first)] - counts[first]

    def _share(self, element: Element) -> float:
        return self._amount(element) / max(self._counts[-1], 1)

    def changes(self) -> list[tuple[int, Part | None]]:
        """The events at which a landmark begins or ends, with the part from there on."""
        changes: list[tuple[int, Part | None]] = []
        stack: list[tuple[int, Part]] = []

        def close_before(index: int) -> None:
            while stack and stack[-1][0] < index:
                closed = stack.pop()[0]
                changes.append((closed + 1, stack[-1][1] if stack else None))

        for element in self._possible():
            close_before(element.opened)
            around = stack[-1][1] if stack else None
            part = self._part(element, around)
            if part is not None and part is not around:
                stack.append((element.closed, part))
                changes.append((element.opened, part))
        close_before(len(self._nesting.events))
        return changes

    def _possible(self) -> Iterator[Element]:
        """The elements that may be landmarks: by their tags, or as trails."""
        trails = self._trails
        for element in self._nesting.elements:
            if element is None:
                continue
            if not element.tag.silent or (element in trails and element.name not in EMPTY):
                yield element

    @lazy
    def article(self) -> tuple[int, int]:
        """The events between which the article can stand: the main element, if there is one.

        Without it, what stands above the page's header or below its footer goes with them.
        """
        if self._main is not None:
            return self._main.opened, self._main.closed
        size = len(self._nesting.events)
        title = min(self._title_at, default=size)
        first, last = 0, size
        for each in self._nesting.named("header"):
            if not first and each.opened < title and self._means_page(each, Part.HEADER):
                first = each.closed
        for each in self._nesting.named("footer"):
            if self._means_page(each, Part.FOOTER):
                last = each.opened
        return (first, last) if first < last else (0, size)

    def _part(self, element: Element, around: Part | None) -> Part | None:
        if around is Part.HIDDEN or around is Part.BREADCRUMB:
            return None
        if element in self._trails:
            return Part.BREADCRUMB
        if element is self._main:
            return Part.ARTICLE
        name = element.name
        if name == "h1" and len(self._title_at) == 1 and around in _TITLE_BESIDE:
            return Part.ARTICLE
        part = LANDMARKS.get(name)
        if name == "dialog" and "open" in element.attributes:
            part = Part.NAVIGATION
        if part is not None and not self._means_page(element, part):
            part = None
        if element.attributes:
            part = self._by_attributes(element) or part
        return part

    def _by_attributes(self, element: Element) -> Part | None:
        attributes = element.attributes
        if is_hidden(element):
            return Part.HIDDEN
        role = attributes.get("role")
        part = _ROLES.get(role.strip().lower()) if role else None
        if part is not None and not self._holds_article(element, part):
            return part
        if element.name not in _CLASSED:
            return None
        for name in NAMING:
            names = attributes.get(name)
            if names:
                sure, likely = parts_of_names(names)
                if sure is not None and not self._holds_title(element):
                    return sure
                if likely is not None and self._is_minor(element):
                    return likely
        return None

    def _means_page(self, element: Element, part: Part) -> bool:
        """Whether an element is a landmark of the page, not one of a section or of all of it."""
        if part in (Part.HEADER, Part.FOOTER) and _is_inside(element, _SECTIONING):
            return False
        if part is Part.ASIDE and _is_inside(element, _ARTICLE):
            # A box beside the text of an article is part of it, a list of links is not.
            return self._link_share(element) > 0.5
        return not self._holds_article(element, part)

    def _holds_article(self, element: Element, part: Part) -> bool:
        """Whether the article lies inside, as in a form around the whole page."""
        main = self._main
        if main and element.opened < main.opened and main.closed < element.closed:
            return True
        if self._share(element) <= 0.5:
            return False
        if self._holds_title(element):
            return True
        return main is None and part in _WRAPPERS and self._link_share(element) < 0.5

    def _link_share(self, element: Element) -> float:
        """How much of an element's text is links."""
        links = self._nesting.named("a")
        after = links[bisect_right(links, element.opened, key=_opened) :]
        inside = takewhile(lambda each: each.opened < element.closed, after)
        return sum(map(self._amount, inside)) / max(self._amount(element), 1)

    @lazy
    def _prose(self) -> tuple[list[int], list[int]]:
        """Where paragraphs begin, and how many characters stand in them before each."""
        paragraphs = self._nesting.named("p")
        amounts = accumulate(map(self._amount, paragraphs), initial=0)
        return [each.opened for each in paragraphs], list(amounts)

    def _prose_share(self, element: Element) -> float:
        """How much of the text of all paragraphs stands in an element."""
        starts, amounts = self._prose
        first, last = bisect_left(starts, element.opened), bisect_left(starts, element.closed)
        return (amounts[last] - amounts[first]) / max(amounts[-1], 1)

    def _holds_title(self, element: Element) -> bool:
        following = bisect_right(self._title_at, element.opened)
        return following < len(self._title_at) and self._title_at[following] < element.closed

    def _is_minor(self, element: Element) -> bool:
        """Whether an element is so small a part of the page that its class name is believed."""
        if self._holds_title(element) or self._share(element) >= 0.5:
            return False
        return self._prose_share(element) < 0.4 or self._prose[1][-1] < _LITTLE_PROSE


def _says_main(text: str) -> bool:
    """Whether a role of the text can be that of the main element."""
    return any(_MAIN_ROLE.match(text, at) for at in places_of("role", text))


def _is_main(element: Element) -> bool:
    return element.name == "main" or element.attributes.get("role") == "main"


def _opened(element: Element) -> int:
    return element.opened


def _is_inside(element: Element, names: Collection[str]) -> bool:
    node = element.parent
    while node is not None and node.name not in names:
        node = node.parent
    return node is not None


def is_hidden(element: Element) -> bool:
    """Whether its attributes keep an element from all readers or from assistive technology."""
    attributes = element.attributes
    if element.name == "dialog":
        return "open" not in attributes
    if HIDING.isdisjoint(attributes):
        return False
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    if attributes.get("aria-hidden", "").lower() == "true":
        return True
    return "style" in attributes and is_unseen(attributes["style"])
