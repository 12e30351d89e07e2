"""Whether texts are in the language that the page says (WCAG 3.1.1, 3.1.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ptlint.access.element import Element
from ptlint.access.languages import primary_subtag
from ptlint.access.names import name
from ptlint.access.spoken import (
    FEW,
    LONGEST,
    commonest,
    is_told,
    name_of,
    other_language,
    telling,
)
from ptlint.access.text import bearers
from ptlint.access.tree import AccessTree
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import UNKNOWN, access, at_attribute, quoted, span_of
from ptlint.checks.accessibility.spoken_texts import spoken_texts
from ptlint.findings.finding import Observation
from ptlint.page.mapped import MappedText
from ptlint.page.model import Page
from ptlint.source.span import Span

#: Nine words have at least so many characters.
_SHORTEST = 30
_WORDLESS = frozenset({"title", "code", "pre", "kbd", "samp", "cite"})


class Passage(NamedTuple):
    """A text in one language, and what it is written on."""

    text: str
    holder: Element | MappedText

    def place(self, page: Page) -> Span:
        if isinstance(self.holder, MappedText):
            return self.holder.span()
        return span_of(page, self.holder)


def _passages(page: Page) -> dict[Element, list[Passage]]:
    """Every text of the page by the element whose ``lang`` it has."""
    return page.once(_by_language)


def _by_language(page: Page) -> dict[Element, list[Passage]]:
    tree = access(page)
    declaring = tree.index.having("lang")
    if len(declaring) == 1 and declaring[0] is tree.index.root:
        spoken = (each.text for each in spoken_texts(page).texts)
        return {tree.index.root: [*_besides(tree), *(Passage(each.text, each) for each in spoken)]}
    owners: list[Element | None] = [None] * len(tree.index.elements)
    for each in declaring:
        owners[each.order : each.last + 1] = [each] * (each.last + 1 - each.order)
    found: dict[Element, list[Passage]] = {}
    shown = bearers(tree) if declaring else []
    text = tree.index.page.direct_text
    texts = [Passage(text(each), each) for each in shown if each.tag not in _WORDLESS]
    for passage in [*_besides(tree), *texts]:
        owner = owners[passage.holder.order] if isinstance(passage.holder, Element) else None
        if owner is not None:
            found.setdefault(owner, []).append(passage)
    return found


def _besides(tree: AccessTree) -> list[Passage]:
    """The texts that are not in the running text: titles and alternatives."""
    images = (each for each in tree.index.tagged("img") if each.exposed)
    return [
        *(Passage(each.text, each) for each in tree.index.tagged("title")[:1]),
        *(Passage(name(tree, each), each) for each in images),
    ]


def page_differs(page: Page, options: Options) -> Iterator[Observation]:
    """A page in another language than its ``lang`` says."""
    for html, texts in _passages(page).items():
        if html.tag != "html":
            continue
        said = primary_subtag((html.get("lang") or "").strip())
        spoken = other_language(_joined(texts), said, options.whole("words"))
        if spoken:
            yield at_attribute(
                page,
                html,
                "lang",
                f"The page says that it is in {name_of(said)}, but it seems to be in "
                f'{name_of(spoken)}. Write lang="{spoken}".',
            )


def _joined(passages: list[Passage]) -> str:
    """As much of the texts as the language is told by."""
    texts: list[str] = []
    left = LONGEST
    for each in passages:
        if left <= 0:
            break
        if UNKNOWN not in each.text:
            texts.append(each.text)
            left -= len(each.text) + 1
    return "\n".join(texts)


def part_differs(page: Page, options: Options) -> Iterator[Observation]:
    """A part of the page in another language than its ``lang`` says."""
    for element, texts in _passages(page).items():
        if element.tag == "html":
            continue
        said = primary_subtag((element.get("lang") or "").strip())
        spoken = other_language(_joined(texts), said, options.whole("words"))
        if spoken:
            yield at_attribute(
                page,
                element,
                "lang",
                f"This part says that it is in {name_of(said)}, but it seems to be in "
                f'{name_of(spoken)}. Write lang="{spoken}".',
            )


def part_unmarked(page: Page, options: Options) -> Iterator[Observation]:
    """A passage in another language that is not marked as such."""
    least = options.whole("words")
    for html, texts in _passages(page).items():
        said = primary_subtag((html.get("lang") or "").strip())
        if html.tag != "html" or not is_told(said):
            continue
        first, second, third, *_ = commonest(said)
        own = telling(said)
        for passage in texts:
            text = passage.text
            if len(text) < _SHORTEST:
                continue
            if (first in text) + (second in text) + (third in text) > 1:
                continue
            parted = text.count(" ")
            if parted < least - 1 or UNKNOWN in text:
                continue
            if parted < FEW and any(word in text for word in own):
                continue
            spoken = other_language(text, said, least)
            if spoken:
                yield Observation(
                    passage.place(page),
                    f"{quoted(text)} seems to be {name_of(spoken)}, but nothing says so, and "
                    f"screen readers read it as {name_of(said)}. "
                    f'Add lang="{spoken}" to this element.',
                )
