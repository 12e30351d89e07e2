"""The links of a document by name, target and the words around them (WCAG 2.4.4, 2.4.9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ptlint.checks.accessibility.elements import access, is_unknown
from ptlint.page.model import Page
from ptlint.pattern import later

if TYPE_CHECKING:
    from ptlint.access.element import Element
    from ptlint.access.tree import AccessTree

#: Elements whose whole text is the context of a link in them (WCAG, programmatically
#: determined link context).
_CONTEXTS = frozenset(
    {"caption", "dd", "dt", "figcaption", "label", "legend", "li", "p", "summary", "td", "th"}
)
_BLOCKS = _CONTEXTS | {
    "address", "article", "aside", "blockquote", "body", "center", "div", "dl", "fieldset",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "html", "main",
    "nav", "ol", "section", "table", "tr", "ul",
}  # fmt: skip
_LOCATION = later(
    r"location(?:\.href)?\s*\+?=\s*(['\"])([^'\"]++)\1|location\.\w+\((['\"])([^'\"]++)\3"
)
_WORD = later(r"[^\W_]+")


class NamedLink(NamedTuple):
    """A link as assistive technology lists it, with its accessible name."""

    element: Element
    name: str

    @property
    def target(self) -> str:
        """Where it leads, as written; "" when no one can tell."""
        href = self.element.get("href") or self.element.get("xlink:href")
        if href is None:
            script = _LOCATION.search(self.element.get("onclick") or "")
            href = (script[2] or script[4]) if script else ""
        return "" if is_unknown(href) else href.strip()

    @property
    def block(self) -> Element | None:
        """The element whose text is its context."""
        around = self.element.parent
        while around is not None and around.tag not in _BLOCKS:
            around = around.parent
        return around


def named_links(page: Page) -> tuple[NamedLink, ...]:
    """The exposed links of the page that have a name, in document order."""
    return page.once(_named_links)


def _named_links(page: Page) -> tuple[NamedLink, ...]:
    from ptlint.access.names import name
    from ptlint.access.roles import role, with_role

    tree = access(page)
    tags = tree.index.tagged("a", "area", "svg:a")
    found = []
    for element in tree.index.in_order(tags, with_role(tree, ("link",))):
        attributes = element.attributes
        plain = element.tag == "a" and "role" not in attributes and not element.foreign
        if not element.exposed or (plain and "href" not in attributes):
            continue
        if not plain and role(tree, element) != "link":
            continue
        named = name(tree, element)
        if named:
            found.append(NamedLink(element, named))
    return tuple(found)


def context_words(tree: AccessTree, link: NamedLink) -> int:
    """How many words beside the link's own tell where it leads.

    Counted are the words of its paragraph, list item or cell (elsewhere of the line it stands
    in), of the headers of its cell and of what ``aria-describedby`` names.
    """
    texts = [each.text for each in tree.referenced(link.element, "aria-describedby")]
    block = link.block
    if block is not None:
        texts.append(block.text if block.tag in _CONTEXTS else _line(block, link.element))
        if block.tag in ("td", "th"):
            texts.extend(_headers(block))
    own = len(_WORD.findall(link.element.text))
    within = block is not None
    return max(len(_WORD.findall(" ".join(texts))) - (own if within else 0), 0)


def _line(block: Element, link: Element) -> str:
    """The text in a block up to the next block on either side of the link."""
    runs: list[list[str]] = [[]]
    mine = 0
    for piece in block.contents:
        if isinstance(piece, str):
            runs[-1].append(piece)
        elif piece.tag in _BLOCKS:
            runs.append([])
        else:
            runs[-1].append(piece.text)
            if piece.contains(link):
                mine = len(runs) - 1
    return " ".join(runs[mine])


def _headers(cell: Element) -> Iterator[str]:
    """The header texts of the cell's row and of the table's first row."""
    row = cell.parent
    table = cell.closest("table")
    if row is not None:
        yield from (each.text for each in row.children_of("th"))
    first = next(table.inside("tr"), None) if table is not None else None
    if first is not None:
        yield from (each.text for each in first.children_of("th"))
