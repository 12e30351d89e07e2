"""The cascade: which declarations hold for an element, as far as the page itself tells.

Style sheets in files of their own are not read: a page's checks must not depend on the
network. ``Styles.complete`` says whether the page shows all there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter

from ptlint.access.css import Declarations, StyleRule, Value, declarations, layers, style_rules
from ptlint.access.element import Element
from ptlint.access.index import Index
from ptlint.access.selectors import Compound, Selector, matches, read_selector
from ptlint.pattern import later
from ptlint.record import field, record

_NO_STYLE: Declarations = {}
#: Links to fonts style no colour and hide nothing.
_FONT_HOSTS = ("fonts.googleapis.com", "fonts.bunny.net", "use.typekit.net", "rsms.me/inter")
_STYLING_SCRIPT = later(r"tailwind|unocss|twind", re.IGNORECASE)
#: Properties that decide whether and how text is seen; rules without them are passed over.
_LOOK = later(
    r"(?:color|background|font|display|visibility|opacity|position|text-shadow|text-indent"
    r"|content|clip|filter|blend|spacing|line-height|white-space|transform|overflow"
    r"|--[\w-]++)[\w-]*+\s*+:",
    re.IGNORECASE,
)
_HIDING = later(
    r"(?:display|visibility|opacity|position|text-indent|content|clip|transform|overflow)"
    r"[\w-]*+\s*+:",
    re.IGNORECASE,
)
_VARIABLE = later(r"var\(\s*+(--[\w-]++)\s*+(?:,((?:[^()]++|\([^()]*+\))*+))?+\)")

_weight = itemgetter(0, 1)
Matched = tuple[tuple[int, int, int], int, StyleRule]


@record
class Styles:
    """The declarations that a page makes for its elements.

    Attributes:
        complete: the page links no style sheet (fonts aside), so nothing else decides.
        selected: each style rule with the elements it selects.
        matched: the style rules that select an element, with specificity and place.
        generated: the same for its ``::before`` and ``::after``.
        variables: custom properties that have one value on the whole page.
    """

    complete: bool
    selected: Sequence[tuple[StyleRule, list[Element]]]
    matched: Mapping[Element, list[Matched]]
    generated: Mapping[Element, list[Matched]]
    variables: Mapping[str, str]
    _cascaded: dict[Element, Declarations] = field(default_factory=dict, repr=False)
    _alike: dict[tuple[object, ...], Declarations] = field(default_factory=dict, repr=False)

    def of(self, element: Element) -> Declarations:
        """What is declared for an element, the winner of each property only."""
        known = self._cascaded.get(element)
        if known is None:
            known = self._cascade(element)
            self._cascaded[element] = known
        return known

    def _cascade(self, element: Element) -> Declarations:
        own = element.get("style")
        rules = self.matched.get(element)
        if not rules:
            return declarations(own) if own else _NO_STYLE
        alike = (own, *[each[:2] for each in rules])
        known = self._alike.get(alike)
        if known is None:
            known = self._alike[alike] = self._won(rules, own)
        return known

    def _won(self, rules: list[Matched], own: str | None) -> Declarations:
        """What rules and a ``style`` attribute declare, the winner of each property only."""
        held: Declarations = {}
        winning: Declarations = {}
        for _, _, rule in sorted(rules, key=_weight):
            plain, marked = _unsure(rule.body) if rule.conditional else layers(rule.body)
            held.update(plain)
            winning.update(marked)
        for decided, declared in zip((held, winning), layers(own or ""), strict=True):
            decided.update(declared)
        held.update(winning)
        return held

    def text(self, element: Element, name: str) -> str:
        """A declared value in lower case with its variables filled in, or ""."""
        value = self.of(element).get(name)
        return self.resolved(value.text).strip().lower() if value else ""

    def resolved(self, value: str) -> str:
        """A value with ``var()`` replaced; "?" where a variable's value is not certain."""
        for _ in range(5):
            if "var(" not in value:
                break
            value = _VARIABLE.sub(lambda found: self.variables.get(found[1], "?"), value)
        return value


@lru_cache(maxsize=4096)
def _decides_look(body: str) -> bool:
    return _LOOK.search(body) is not None


@lru_cache(maxsize=4096)
def _may_hide(body: str) -> bool:
    return _HIDING.search(body) is not None


@lru_cache(maxsize=1024)
def _unsure(body: str) -> tuple[Declarations, Declarations]:
    """The declarations of a rule that holds on some screens only: their values are not known."""
    plain, marked = layers(body)
    return dict.fromkeys(plain, Value("?")), dict.fromkeys(marked, Value("?", True))


def read_styles(index: Index, *, whole: bool = True) -> Styles:
    """The styles of a document.

    Where an outside style sheet has a say, only what hides or adds text is matched: the page's
    own colours are then not all there is.

    Args:
        whole: False for fragments: unless they hold a style sheet, their page brings one.
    """
    selected: list[tuple[StyleRule, list[Element]]] = []
    matched: dict[Element, list[Matched]] = {}
    generated: dict[Element, list[Matched]] = {}
    rules = list(_sheet_rules(index))
    complete = (whole or bool(rules)) and not _has_outside_styles(index)
    wanted = _decides_look if complete else _may_hide
    lookup = _Lookup(index) if any(wanted(rule.body) for rule in rules) else None
    for place, rule in enumerate(rules):
        if lookup is None or not wanted(rule.body):
            continue
        for written in rule.selectors:
            selector = read_selector(written)
            if selector is None or (selector.pseudo_element and "content" not in rule.body.lower()):
                continue
            into = generated if selector.pseudo_element else matched
            elements = lookup.selected(selector)
            if elements and into is matched:
                selected.append((rule, elements))
            entry = (selector.specificity, place, rule)
            for element in elements:
                into.setdefault(element, []).append(entry)
    return Styles(complete, selected, matched, generated, _variables(rules) if complete else {})


def _sheet_rules(index: Index) -> Iterator[StyleRule]:
    for element in index.tagged("style", "svg:style"):
        media = (element.get("media") or "all").lower()
        if "print" in media or (element.get("type") or "text/css") != "text/css":
            continue
        for rule in style_rules(element.text):
            conditional = rule.conditional or media not in ("all", "screen")
            yield StyleRule(rule.selectors, rule.body, conditional) if conditional else rule


def _variables(rules: list[StyleRule]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for rule in rules:
        if "--" not in rule.body:
            continue
        certain = not rule.conditional and set(rule.selectors) <= {":root", "html", "body", "*"}
        for name, value in declarations(rule.body).items():
            if name.startswith("--"):
                found.setdefault(name, set()).add(value.text if certain else "?")
    return {name: next(iter(values)) for name, values in found.items() if len(values) == 1}


def _has_outside_styles(index: Index) -> bool:
    links = (link for link in index.tagged("link") if "stylesheet" in (link.get("rel") or ""))
    if any(not _only_fonts(link.get("href") or "") for link in links):
        return True
    if any("@import" in sheet.text for sheet in index.tagged("style")):
        return True
    return any(_STYLING_SCRIPT.search(each.get("src") or "") for each in index.tagged("script"))


def _only_fonts(address: str) -> bool:
    return any(host in address for host in _FONT_HOSTS)


class _Lookup:
    """Elements by id and class, for selectors only."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._ids: dict[str, list[Element]] = {}
        self._classes: dict[str, list[Element]] = {}
        for element in index.having("id"):
            self._ids.setdefault(element.get("id") or "", []).append(element)
        for element in index.having("class"):
            for name in element.attributes["class"].split():
                self._classes.setdefault(name, []).append(element)

    def selected(self, selector: Selector) -> list[Element]:
        candidates = self._candidates(selector.subject)
        if not candidates or not _is_simple(selector.subject):
            return [element for element in candidates if matches(element, selector)]
        if not selector.rest:
            return candidates
        combinator, compound = selector.rest[0]
        around = self._candidates(compound)
        if combinator != " " or len(selector.rest) > 1 or not _is_simple(compound):
            return [each for each in candidates if matches(each, selector)] if around else []
        spans = [(each.order, each.last) for each in around]
        return [
            each for each in candidates if any(first < each.order <= last for first, last in spans)
        ]

    def _candidates(self, subject: Compound) -> list[Element]:
        if subject.id:
            return self._ids.get(subject.id, [])
        if subject.classes:
            return self._classes.get(subject.classes[0], [])
        if subject.type or subject.pseudos[:1] == (("root", ""),):
            return self._index.tags.get(subject.type or "html", [])
        return self._index.elements


def _is_simple(subject: Compound) -> bool:
    """Whether being a candidate is all that the compound asks."""
    asked = bool(subject.id) + len(subject.classes) + bool(subject.type)
    return asked <= 1 and not subject.attributes and not subject.pseudos
