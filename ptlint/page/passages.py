"""The page's texts one after the other: what prose checks read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache

from ptlint.page.kinds import Part
from ptlint.page.mapped import MappedText
from ptlint.page.model import Block, Code, Heading, Inline, List, Page, Paragraph, Table
from ptlint.prose.language import DECIDING, are_english
from ptlint.prose.segmentation import Sentence, sentences
from ptlint.prose.tokens import Word, word_texts, words
from ptlint.prose.units import unit_texts, units
from ptlint.record import lazy, record
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

    @lazy
    def words(self) -> list[Word]:
        return words(self.text.text)

    @lazy
    def units(self) -> list[Word]:
        """The words as they are compared, with their places."""
        return units(self.text.text, self.unit_texts)

    @lazy
    def unit_texts(self) -> tuple[str, ...]:
        """The words as they are compared; ``units`` says where they stand."""
        return tuple(unit_texts(self.text.text))

    @lazy
    def word_count(self) -> int:
        """How many ``words`` there are; those that hyphens join are one."""
        return len(word_texts(self.text.text)) if self._hyphens else len(self.unit_texts)

    def has_words(self, least: int) -> bool:
        """Are there at least so many words? Most often told without counting them."""
        if len(self.text.text) < 2 * least - 1:
            return False  # words are parted by one character at least
        most = len(self.unit_texts)
        return most >= least and (most - self._hyphens >= least or self.word_count >= least)

    @lazy
    def _hyphens(self) -> int:
        text = self.text.text
        return text.count("-") + (0 if text.isascii() else text.count("‐") + text.count("‑"))

    @lazy
    def sentences(self) -> tuple[Sentence, ...]:
        return sentences(self.text.text)

    def stands_in(self, kinds: Collection[str], parts: Collection[Part]) -> bool:
        """Is it of one of some kinds (any if none is named) and in one of some parts?"""
        return self.part in parts and (not kinds or self.kind in kinds)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds a visible offset (the last one before it, between two)."""
        before = [each for each in self.sentences if each.start <= offset]
        return before[-1] if before else Sentence(0, len(self.text))


def all_passages(page: Page) -> tuple[Passage, ...]:
    """Every text of the page in reading order; ask through ``page.once``."""
    found: list[Passage] = []
    for block in page.blocks:
        found += _of_block(block)
    return tuple([passage for passage in found if passage.text.text])


def passages(
    page: Page, kinds: Collection[str] = (), parts: Collection[Part] = WRITTEN
) -> tuple[Passage, ...]:
    """The texts of some kinds (all if none is named) in some parts of the page."""
    return page.once(_selection(tuple(kinds), tuple(parts)))


@lru_cache(maxsize=256)
def _selection(
    kinds: tuple[str, ...], parts: tuple[Part, ...]
) -> Callable[[Page], tuple[Passage, ...]]:
    """What gives the texts of a page that many rules ask for, chosen once a page."""
    named = frozenset(kinds)

    def chosen(page: Page) -> tuple[Passage, ...]:
        there = page.once(_parts_with_text).intersection(parts)
        return page.once(_standing_in(there, named))

    return chosen


@lru_cache(maxsize=1024)
def _standing_in(
    parts: frozenset[Part], kinds: frozenset[str]
) -> Callable[[Page], tuple[Passage, ...]]:
    """The same by those parts only that a page has: rules that name others share its answer."""

    def in_parts(page: Page) -> tuple[Passage, ...]:
        return tuple([each for each in page.once(all_passages) if each.part in parts])

    def of_kinds(page: Page) -> tuple[Passage, ...]:
        everything = page.once(_standing_in(parts, frozenset()))
        return tuple([each for each in everything if each.kind in kinds])

    return of_kinds if kinds else in_parts


def _parts_with_text(page: Page) -> frozenset[Part]:
    return frozenset([each.part for each in page.once(all_passages)])


def _of_block(block: Block) -> Iterable[Passage]:
    if isinstance(block, Heading):
        return (Passage(block.text, "heading", block.part, block, block.span, block.inlines),)
    if isinstance(block, Paragraph):
        return (Passage(block.text, "paragraph", block.part, block, block.span, block.inlines),)
    if isinstance(block, List):
        return _of_items(block)
    if isinstance(block, Table):
        return _of_table(block)
    assert isinstance(block, Code)
    return ()


def _of_items(block: List) -> Iterator[Passage]:
    part = block.part
    for item in block.all_items():
        if item.term:
            yield Passage(item.term, "term", part, block, item.term.span())
        yield Passage(item.text, "item", part, block, item.span, item.inlines)


def _of_table(block: Table) -> Iterator[Passage]:
    if block.caption:
        yield Passage(block.caption, "caption", block.part, block, block.caption.span())
    for row in block.rows:
        for cell in row:
            yield Passage(cell.text, "cell", block.part, block, cell.span, cell.inlines)


def passages_by_word(page: Page) -> dict[str, list[Passage]]:
    """Each word of the page, as it is compared, with the texts that hold it.

    Rules with long word lists look their words up here instead of reading the page again; ask
    through ``page.once``.
    """
    holding: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in page.once(all_passages):
        for word in set(passage.unit_texts):
            holding[word].append(passage)
    return dict(holding)


def page_words(page: Page) -> frozenset[str]:
    """Each word of the page, as it is compared; ask through ``page.once``."""
    return frozenset(page.once(passages_by_word))


def in_english(page: Page) -> bool:
    """Is the page's own text English? Ask through ``page.once``."""
    texts: list[str] = []
    sample: list[str] = []
    size = 0
    for passage in passages(page):
        texts.append(passage.text.text)
        sample += passage.unit_texts
        size += len(texts[-1]) + 1
        if size > DECIDING:
            break
    return are_english(sample, "\n".join(texts))
