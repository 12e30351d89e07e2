"""Rules that compare a measure of the page with a limit.

A rule page of this kind names ``data.measure`` (one of ``MEASURES``) and ``data.message`` with
{value}, {limit} and {words}; its option ``limit`` is the largest value that is still right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Observation
from ptlint.page.model import List, Page
from ptlint.page.passages import passages
from ptlint.prose.tokens import words
from ptlint.source.span import Span

#: A measured thing: its value, where it is, and its first words.
Measured = tuple[int, Span, str]


def check(page: Page, options: Options) -> Iterator[Observation]:
    """Everything measured that is over the limit."""
    limit = options.whole("limit")
    for value, span, opening in MEASURES[options.data["measure"]](page):
        if value > limit:
            message = options.data["message"].format(value=value, limit=limit, words=opening)
            yield Observation(span, message)


def sentence_words(page: Page) -> Iterator[Measured]:
    """Words of each sentence of paragraphs, list items and cells."""
    for passage in passages(page, ("paragraph", "item", "cell")):
        text = passage.text.text
        for sentence in passage.sentences:
            inside = [word for word in passage.words if sentence.start <= word.start < sentence.end]
            if inside:
                span = passage.text.span(sentence.start, sentence.end)
                yield len(inside), span, _opening(text[sentence.start : sentence.end])


def paragraph_words(page: Page) -> Iterator[Measured]:
    """Words of each paragraph."""
    for passage in passages(page, ("paragraph",)):
        yield len(passage.words), passage.text.span(), _opening(passage.text.text)


def paragraph_sentences(page: Page) -> Iterator[Measured]:
    """Sentences of each paragraph."""
    for passage in passages(page, ("paragraph",)):
        yield len(passage.sentences), passage.text.span(), _opening(passage.text.text)


def list_items(page: Page) -> Iterator[Measured]:
    """Items of each list of the article, lists inside it not counted."""
    for block in page.article():
        if isinstance(block, List) and not block.definitions:
            opening = block.lead_in.text.text if block.lead_in else block.items[0].text.text
            yield len(block.items), block.items[0].span, _opening(opening)


def title_characters(page: Page) -> Iterator[Measured]:
    """Characters of the main heading."""
    main = next((each for each in page.headings if each.level == 1 and each.text), None)
    if main is not None:
        yield len(main.text.text), main.text.span(), _opening(main.text.text)


def _opening(text: str) -> str:
    listed = [word.text for word in words(text[:200])]
    return " ".join(listed[:6]) + (" …" if len(listed) > 6 else "")


MEASURES: dict[str, Callable[[Page], Iterator[Measured]]] = {
    "sentence-words": sentence_words,
    "paragraph-words": paragraph_words,
    "paragraph-sentences": paragraph_sentences,
    "list-items": list_items,
    "title-characters": title_characters,
}
