"""Positions: does the source text at a node's span say what the node says?

    python benchmarks/positions.py [FOLDER] [--show N]

FOLDER holds real pages (default: ../shared/bench/pages beside the repository). For every
heading, link, list item and word of the HTML pages the source is cut at the node's span, the
piece is read again by another parser (``html.parser`` of the standard library) and compared
with the node's text. Also: how much of the text that lxml sees on a page is in its blocks.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from lxml import etree

from ptlint.page.html import read
from ptlint.page.mapped import MappedText
from ptlint.page.model import Cell, Heading, Item, List, Paragraph, Table
from ptlint.source import source as sources
from ptlint.source.format import Format, format_of_name
from ptlint.source.source import Source
from ptlint.source.unreadable import UnreadableFile

DEFAULT = Path(__file__).parents[2] / "shared" / "bench" / "pages"
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WORD = re.compile(r"[^ \t\r\n\f\ue000]+")
_UNSEEN = (
    *("script", "style", "textarea", "select", "svg", "math", "title", "iframe", "object"),
    *("video", "audio", "canvas", "noscript", "template", "pre", "datalist", "map"),
)


class Words(HTMLParser):
    """The character data of a piece of HTML without programs and drawings."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "br":
            self.words.append("\n")
        self.unseen += tag in _UNSEEN

    def handle_startendtag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in _UNSEEN and self.unseen > 0

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.words.append(data)


def pages(folder: Path) -> Iterator[Source]:
    """The HTML-like pages of a folder."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        if path.suffix == ".tsv":
            continue
        kind = format_of_name(path.name)
        try:
            source = sources.read(str(path.relative_to(folder)), path.read_bytes(), kind)
        except UnreadableFile as problem:
            print(problem)
            continue
        if source.format is Format.HTML:
            yield source


def texts(source: Source) -> Iterator[tuple[str, MappedText]]:
    """Every text of the page with its kind: headings, links, list items and others."""
    draft = read(source)
    for block in draft.blocks:
        if isinstance(block, Heading):
            yield "headings", block.text
        elif isinstance(block, Paragraph):
            yield "paragraphs", block.text
        elif isinstance(block, List):
            yield from _items(block.all_items())
        elif isinstance(block, Table):
            yield from _cells(block)
    for link in draft.links:
        if link.text:
            yield "links", link.text


def _items(items: Iterator[Item]) -> Iterator[tuple[str, MappedText]]:
    for item in items:
        if item.term:
            yield "list items", item.term
        if not item.text:
            continue
        if not item.children:
            yield "list items", item.text
        else:
            yield from (("list items", each) for each in _around(item))


def _around(item: Item) -> Iterator[MappedText]:
    """The pieces of an item's text before, between and after its nested lists."""
    start, edges = 0, [item.text.offset_of(child.span.end) for child in item.children]
    for edge in [*edges, len(item.text)]:
        piece = item.text.slice(start, edge).strip()
        if piece:
            yield piece
        start = edge


def _cells(table: Table) -> Iterator[tuple[str, MappedText]]:
    cells: Iterator[Cell] = (cell for row in table.rows for cell in row)
    yield from (("cells", cell.text) for cell in cells if cell.text)


def reread(piece: str) -> str:
    parser = Words()
    parser.feed(piece)
    parser.close()
    return "".join(parser.words)


def folded(text: str) -> str:
    plain = re.sub("\ue000[\ue000\r\n]*", "\ue000", text.replace("\ue001", ""))
    return _SPACE.sub(" ", plain).strip(" ")


def squeezed(text: str) -> str:
    """Without white space: block edges are spaces that no parser writes."""
    return re.sub(r"[ \t\r\n\f]", "", folded(text))


def covered(source: Source) -> tuple[int, int]:
    """How many letters and signs lxml sees on the page, and how many of them no block has."""
    own: Counter[str] = Counter()
    for kind, text in texts(source):
        if kind != "links":
            own.update(squeezed(text.text))
    markup = read(source).markup
    seen = Counter(squeezed("".join(_visible(markup.root)))) if markup else Counter[str]()
    return seen.total(), (seen - own).total()


def _visible(root: etree._Element) -> Iterator[str]:
    skip: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if skip is None and element.tag in _UNSEEN:
                skip = element
            elif skip is None:
                yield element.text or ""
        else:
            skip = None if skip is element else skip
            if skip is None and element is not root:
                yield element.tail or ""


def main() -> None:
    arguments = argparse.ArgumentParser(description="Exactness of positions on real pages")
    arguments.add_argument("folder", nargs="?", type=Path, default=DEFAULT)
    arguments.add_argument("--show", type=int, default=0, help="print so many deviations")
    given = arguments.parse_args()
    if not given.folder.is_dir():
        raise SystemExit(f"no pages: {given.folder} is missing; name a folder of pages")
    report(given.folder, given.show)


def report(folder: Path, show: int) -> None:
    exact: Counter[str] = Counter()
    total: Counter[str] = Counter()
    page_count = signs = lost = 0
    for source in pages(folder):
        page_count += 1
        for kind, text in texts(source):
            for name, good, piece in compared(source, kind, text):
                total[name] += 1
                exact[name] += good
                if not good and show > 0:
                    show -= 1
                    print(f"{source.path}: {name}: {text.text[:80]!r} is {piece[:160]!r}")
        seen, missing = covered(source)
        signs += seen
        lost += missing
        if missing and show > 0:
            show -= 1
            print(f"{source.path}: {missing} of {seen} letters and signs in no block")
    print(f"{page_count} HTML pages")
    for name in total:
        share = exact[name] / total[name]
        print(f"{name:12} {exact[name]:7,} of {total[name]:7,} exact: {share:.4%}")
    share = 1 - lost / max(signs, 1)
    print(f"text of the pages in their blocks: {signs - lost:,} of {signs:,}: {share:.3%}")


def compared(source: Source, kind: str, text: MappedText) -> Iterator[tuple[str, bool, str]]:
    """Whether the source at the text's span, and at each word's, reads as the text does."""
    span = text.span()
    piece = source.clean[span.start : span.end]
    yield kind, squeezed(reread(piece)) == squeezed(text.text), piece
    if kind == "links":
        return
    for word in _WORD.finditer(text.text):
        at = text.span(*word.span())
        written = source.clean[at.start : at.end]
        yield "words", folded(reread(written)) == word[0], written


if __name__ == "__main__":
    main()
