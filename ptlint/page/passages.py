"""The page's texts one after the other: what prose checks read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cached_property

from ptlint.page.mapped import MappedText
from ptlint.page.model import Block, Code, Heading, Inline, Item, List, Page, Paragraph, Part, Table
from ptlint.prose.language import is_english
from ptlint.prose.segmentation import Sentence, sentences
from ptlint.prose.tokens import Word, words
from ptlint.record import record
from ptlint.source.span import Span

#: The parts that an author wrote as prose; references quote the titles of others.
WRITTEN = (Part.ARTICLE, Part.RELATED, Part.ASIDE, Part.AUTHORSHIP)


@record
class Passage:
    """One text of the page.

    Attributes:
        kind: "heading", "paragraph", "item", "term", "cell" or "caption".
        block: the block it stands in.
        span: the node it belongs to (a list item, a cell), markup included.
    """

    text: MappedText
    kind: str
    part: Part
    block: Block
    span: Span
    inlines: tuple[Inline, ...] = ()

    @cached_property
    def words(self) -> list[Word]:
        return words(self.text.text)

    @cached_property
    def units(self) -> list[Word]:
        """The words in lower case with straight apostrophes, hyphenated ones taken apart."""
        units: list[Word] = []
        for word in self.words:
            text = word.text
            # Nearly every word: the same object serves when it is in lower case already.
            if text.islower() and text.isascii() and "-" not in text:
                units.append(word)
            else:
                units += units_of(word)
        return units

    @cached_property
    def sentences(self) -> list[Sentence]:
        return sentences(self.text.text)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds a visible offset (the last one before it, between two)."""
        before = [each for each in self.sentences if each.start <= offset]
        return before[-1] if before else Sentence(0, len(self.text))


def units_of(word: Word) -> Iterator[Word]:
    """A word as it is compared: folded case, straight apostrophe, hyphenated parts apart."""
    folded = word.text.lower()
    if folded.isascii() and "-" not in folded:
        yield word if folded == word.text else Word(word.start, word.end, folded)
        return
    folded = word.text.casefold().replace("’", "'").replace("‑", "-").replace("‐", "-")
    if "-" not in folded or len(folded) != len(word.text):
        yield Word(word.start, word.end, folded)
        return
    start = word.start
    for piece in folded.split("-"):
        if piece:
            yield Word(start, start + len(piece), piece)
        start += len(piece) + 1


def all_passages(page: Page) -> tuple[Passage, ...]:
    """Every text of the page in reading order; ask through ``page.once``."""
    return tuple(passage for block in page.blocks for passage in _of_block(block) if passage.text)


def passages(
    page: Page, kinds: Collection[str] = (), parts: Collection[Part] = WRITTEN
) -> Iterator[Passage]:
    """The texts of some kinds (all if none is named) in some parts of the page."""
    for passage in page.once(all_passages):
        if passage.part in parts and (not kinds or passage.kind in kinds):
            yield passage


def _of_block(block: Block) -> Iterator[Passage]:
    if isinstance(block, Heading):
        yield Passage(block.text, "heading", block.part, block, block.span, block.inlines)
    elif isinstance(block, Paragraph):
        yield Passage(block.text, "paragraph", block.part, block, block.span, block.inlines)
    elif isinstance(block, List):
        for item in block.all_items():
            yield from _of_item(item, block)
    elif isinstance(block, Table):
        yield from _of_table(block)
    else:
        assert isinstance(block, Code)


def _of_item(item: Item, block: List) -> Iterator[Passage]:
    if item.term:
        yield Passage(item.term, "term", block.part, block, item.term.span())
    yield Passage(item.text, "item", block.part, block, item.span, item.inlines)


def _of_table(block: Table) -> Iterator[Passage]:
    if block.caption:
        yield Passage(block.caption, "caption", block.part, block, block.caption.span())
    for row in block.rows:
        for cell in row:
            yield Passage(cell.text, "cell", block.part, block, cell.span, cell.inlines)


def places_of_words(page: Page) -> dict[str, list[tuple[Passage, int]]]:
    """Where each word stands: passage and index of its unit. Ask through ``page.once``.

    Rules with long word lists look their words up here instead of reading the page again.
    """
    places: defaultdict[str, list[tuple[Passage, int]]] = defaultdict(list)
    for passage in page.once(all_passages):
        for index, (_, _, text) in enumerate(passage.units):
            places[text].append((passage, index))
    return dict(places)


def in_english(page: Page) -> bool:
    """Is the page's own text English? Ask through ``page.once``."""
    text = " ".join(passage.text.text for passage in passages(page))
    return is_english(text[:8000])
