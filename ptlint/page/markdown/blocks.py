"""From markdown-it's block tokens to the blocks of the page model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from markdown_it.token import Token

from ptlint.page.kinds import Part
from ptlint.page.mapped import MappedText
from ptlint.page.markdown.anchors import Anchors
from ptlint.page.markdown.paragraphs import entries, together
from ptlint.page.markdown.phrases import Phrase, Surroundings, phrase
from ptlint.page.markdown.tree import Node
from ptlint.page.model import Block, Cell, Code, Heading, Inline, Item, List, Paragraph, Table
from ptlint.source.span import Span

_NO_BREAKS: Mapping[int, bool] = MappingProxyType({})


class BlockReader:
    """Turns nodes into blocks; ``said`` holds every phrase it came by, with its links."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self.said: list[Phrase] = []
        self.notes: dict[str, Node] = {}
        self._inline_notes: dict[int, Phrase] = {}
        self._anchors = Anchors()

    def blocks(self, nodes: Iterable[Node], quoted: bool = False) -> Iterator[Block]:
        for node in nodes:
            match node.kind:
                case "inline":
                    yield from (
                        self._heading(node) if node.token.tag else self._paragraph(node, quoted)
                    )
                case "blockquote":
                    yield from self.blocks(node.children, quoted=True)
                case "bullet_list" | "ordered_list":
                    yield from self._list(node)
                case "dl":
                    yield from self._definitions(node)
                case "table":
                    yield from self._table(node)
                case "fence" | "code_block":
                    yield Code(node.span)
                case "footnote_reference":
                    self.notes[node.token.meta["label"]] = node

    def _words(self, token: Token) -> tuple[MappedText, tuple[Inline, ...], Mapping[int, bool]]:
        """The words of a block's inline token, the marks in them, and where their lines break.

        Their links and images are gathered.
        """
        if not token.children and "*" not in token.content:
            return token.meta["content"].mapped(), (), _NO_BREAKS
        said = phrase(token.children or (), token.meta["content"], self._around)
        self.said.append(said)
        self._inline_notes.update(said.notes)
        return said.text, said.inlines, said.breaks

    def _heading(self, node: Node) -> Iterator[Block]:
        text, inlines, _ = self._words(node.token)
        if _is_visible(text):
            level = int(node.token.tag[1])
            anchor = node.token.meta["anchor"] or self._anchors.of(text.text)
            yield Heading(text, level, node.span, inlines=inlines, anchor=anchor)

    def _paragraph(self, node: Node, quoted: bool) -> Iterator[Block]:
        text, inlines, breaks = self._words(node.token)
        if text.text.startswith("$$") and text.text.endswith("$$"):
            yield Code(node.span)
        elif _is_visible(text):
            whole = Paragraph(text, node.span, inlines, quoted)
            yield from entries(whole, breaks) if breaks else (whole,)

    def _list(self, node: Node) -> Iterator[Block]:
        others: list[Block] = []
        ordered = node.kind == "ordered_list"
        first = int(node.token.attrs.get("start", 1))
        items = [
            (self._line if child.kind == "inline" else self._item)(
                child, first + number if ordered else None, others
            )
            for number, child in enumerate(node.children)
        ]
        yield List(tuple(items), ordered, node.span)
        yield from others

    def _item(self, node: Node, number: int | None, others: list[Block]) -> Item:
        text, inlines, lists = self._own_words(node.children, others)
        marker = node.token.info + node.token.markup
        return Item(text, node.span, inlines, marker, number, children=tuple(lists))

    def _line(self, node: Node, number: int | None, _others: list[Block]) -> Item:
        """An item of one line."""
        text, inlines, breaks = self._words(node.token)
        if breaks:
            text, inlines = together(list(entries(Paragraph(text, node.span, inlines), breaks)))
        return Item(text, node.span, inlines, node.token.info + node.token.markup, number)

    def _own_words(
        self, nodes: Iterable[Node], others: list[Block]
    ) -> tuple[MappedText, tuple[Inline, ...], list[List]]:
        """An item's paragraphs as one text, and its lists; blocks of other kinds go to others."""
        said: list[Paragraph] = []
        lists: list[List] = []
        for block in self.blocks(nodes):
            if isinstance(block, Paragraph):
                said.append(block)
            elif isinstance(block, List):
                lists.append(block)
            else:
                others.append(block)
        return *together(said), lists

    def _definitions(self, node: Node) -> Iterator[Block]:
        others: list[Block] = []
        items: list[Item] = []
        term: MappedText | None = None
        for child in node.children:
            if child.kind == "dt":
                term, _, _ = self._words(child.children[0].token)
                continue
            text, inlines, lists = self._own_words(child.children, others)
            if text or lists:
                items.append(Item(text, child.span, inlines, term=term, children=tuple(lists)))
        if items:
            yield List(tuple(items), False, node.span, definitions=True)
        yield from others

    def footnotes(self, order: Mapping[int, Mapping[str, Any]]) -> Iterator[Block]:
        """The footnotes as one list, in the order of their numbers; unused ones last.

        Args:
            order: label (none for notes written in the text) of each footnote by its number.
        """
        others: list[Block] = []
        items: list[Item] = []
        unused = dict(self.notes)
        for number, note in order.items():
            node = unused.pop(note.get("label", ""), None)
            if node:
                items.append(self._note(node, number + 1, others))
            elif number in self._inline_notes:
                items.append(self._inline_note(self._inline_notes[number], number + 1))
        items += [self._note(node, None, others) for node in unused.values()]
        items = [item for item in items if item.text or item.children]
        if items:
            span = Span(min(i.span.start for i in items), max(i.span.end for i in items))
            yield List(tuple(items), True, span, part=Part.REFERENCES)
        yield from others

    def _note(self, node: Node, number: int | None, others: list[Block]) -> Item:
        text, inlines, lists = self._own_words(node.children, others)
        marker = f"[^{node.token.meta['label']}]:"
        return Item(text, node.span, inlines, marker, number, children=tuple(lists))

    def _inline_note(self, said: Phrase, number: int) -> Item:
        self.said.append(said)
        span = said.text.span() if said.text else Span(0, 0)
        return Item(said.text, span, said.inlines, "^", number)

    def _table(self, node: Node) -> Iterator[Block]:
        rows = (row for group in node.children for row in group.children)
        yield Table(
            tuple(tuple(self._cell(each) for each in row.children) for row in rows), node.span
        )

    def _cell(self, node: Node) -> Cell:
        token = node.children[0].token
        text, inlines, _ = self._words(token)
        return Cell(text, token.meta["span"], node.kind == "th", inlines)


def _is_visible(text: MappedText) -> bool:
    """Whether there is more than no-break spaces to see."""
    return text.text != "" and not text.text.isspace()
