"""Whether texts are in the language that the page says (WCAG 3.1.1, 3.1.2)."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.access.element import Element
from ptlint.access.languages import primary_subtag
from ptlint.access.names import name
from ptlint.access.spoken import commonest, is_told, name_of, other_language
from ptlint.access.text import bearers
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import UNKNOWN, access, at_attribute, at_tag, quoted
from ptlint.findings.finding import Observation
from ptlint.page.model import Page

#: Nine words have at least so many characters.
_SHORTEST = 30
_WORDLESS = frozenset({"title", "code", "pre", "kbd", "samp", "cite"})


def _texts(page: Page) -> dict[Element, list[tuple[Element, str]]]:
    """Every text of the page by the element whose ``lang`` it has."""
    return page.once(_texts_by_language)


def _texts_by_language(page: Page) -> dict[Element, list[tuple[Element, str]]]:
    tree = access(page)
    texts = [(each, each.direct_text) for each in bearers(tree)]
    texts += [(each, name(tree, each)) for each in tree.index.tagged("img") if each.exposed]
    texts += [(each, each.text) for each in tree.index.tagged("title")]
    texts = [(each, text) for each, text in texts if text and UNKNOWN not in text]
    declaring = tree.index.having("lang")
    if len(declaring) == 1 and declaring[0] is tree.index.root:
        return {declaring[0]: texts}
    owners: list[Element | None] = [None] * len(tree.index.elements)
    for each in declaring:
        owners[each.order : each.last + 1] = [each] * (each.last + 1 - each.order)
    found: dict[Element, list[tuple[Element, str]]] = {}
    for element, text in texts:
        owner = owners[element.order]
        if owner is not None:
            found.setdefault(owner, []).append((element, text))
    return found


def page_differs(page: Page, options: Options) -> Iterator[Observation]:
    """A page in another language than its ``lang`` says."""
    for html, texts in _texts(page).items():
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


def _joined(texts: list[tuple[Element, str]]) -> str:
    return "\n".join(text for _, text in texts)


def part_differs(page: Page, options: Options) -> Iterator[Observation]:
    """A part of the page in another language than its ``lang`` says."""
    for element, texts in _texts(page).items():
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
    for html, texts in _texts(page).items():
        said = primary_subtag((html.get("lang") or "").strip())
        if html.tag != "html" or not is_told(said):
            continue
        first, second, third, *_ = commonest(said)
        for element, text in texts:
            if len(text) < _SHORTEST or element.tag in _WORDLESS:
                continue
            if (first in text) + (second in text) + (third in text) > 1:
                continue
            spoken = other_language(text, said, options.whole("words"))
            if spoken:
                yield at_tag(
                    page,
                    element,
                    f"{quoted(text)} seems to be {name_of(spoken)}, but nothing says so, and "
                    f"screen readers read it as {name_of(said)}. "
                    f'Add lang="{spoken}" to this element.',
                )
