"""Rules that compare a measure of the page with a limit.

A rule page of this kind names ``data.measure`` (one of ``MEASURES``) and ``data.message`` with
{value}, {limit} and {words}; its option ``limit`` is the largest value that is still right. With
``data.elsewhere`` pages that are not about a condition (news, privacy notices) are judged more
mildly: it names the severity there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Observation, Severity
from ptlint.page.kinds import PageKind
from ptlint.page.model import List, Page, Paragraph
from ptlint.page.passages import Passage, passages
from ptlint.prose.segmentation import Sentence
from ptlint.prose.tokens import word_texts, words
from ptlint.source.span import Span

#: A measured thing: its value, where it is, and its first words.
Measured = tuple[int, Span, str]


def check(page: Page, options: Options) -> Iterator[Observation]:
    """Everything measured that is over the limit."""
    limit = options.whole("limit")
    elsewhere = options.data.get("elsewhere") if page.kind is PageKind.OTHER else None
    severity = Severity(elsewhere) if elsewhere else None
    for value, span, opening in MEASURES[options.data["measure"]](page, limit):
        if value > limit:
            message = options.data["message"].format(value=value, limit=limit, words=opening)
            yield Observation(span, message, severity=severity)


_OPENING = 6


def sentence_words(page: Page, limit: int) -> Iterator[Measured]:
    """Words of each sentence of paragraphs, list items and cells that may be over the limit."""
    for passage in passages(page, ("paragraph", "item", "cell")):
        if not passage.has_words(limit + 1) or _is_quoted(passage):
            continue
        for sentence in passage.sentences:
            if sentence.end - sentence.start <= 2 * limit:
                continue  # words are parted by one character at least
            said = passage.text.text[sentence.start : sentence.end]
            inside = word_texts(said)
            if len(inside) > limit and not _is_listing(passage, sentence, inside):
                span = passage.text.span(sentence.start, sentence.end)
                yield len(inside), span, _opening(said)


def _is_quoted(passage: Passage) -> bool:
    """Other people's words: a quotation, a testimonial."""
    return isinstance(passage.block, Paragraph) and passage.block.quoted


def _is_listing(passage: Passage, sentence: Sentence, inside: list[str]) -> bool:
    """Names in a row (addresses, contributors, links of a menu), or a list run together."""
    if passage.text.text.count(" - ", sentence.start, sentence.end) > 2:
        return True
    capital = sum(word[0].isupper() or word[0].isdigit() for word in inside)
    return capital * 2 > len(inside)


def paragraph_words(page: Page, limit: int) -> Iterator[Measured]:
    """Words of each paragraph."""
    for passage in passages(page, ("paragraph",)):
        yield passage.word_count, passage.text.span(), _opening(passage.text.text)


def paragraph_sentences(page: Page, limit: int) -> Iterator[Measured]:
    """Sentences of each paragraph."""
    for passage in passages(page, ("paragraph",)):
        if passage.has_words(limit + 1):
            yield len(passage.sentences), passage.text.span(), _opening(passage.text.text)


def list_items(page: Page, limit: int) -> Iterator[Measured]:
    """Items of each list of the article, lists inside it not counted."""
    for block in page.article():
        if isinstance(block, List) and not block.definitions:
            opening = block.lead_in.text.text if block.lead_in else block.items[0].text.text
            yield len(block.items), block.items[0].span, _opening(opening)


def title_characters(page: Page, limit: int) -> Iterator[Measured]:
    """Characters of the main heading."""
    main = next((each for each in page.headings if each.level == 1 and each.text), None)
    if main is not None:
        yield len(main.text.text), main.text.span(), _opening(main.text.text)


def _opening(text: str) -> str:
    """The first words as they stand, so that a writer can search for them."""
    listed = words(text[:200], _OPENING + 1)
    if len(listed) <= _OPENING:
        return text.strip()
    return f"{text[listed[0].start : listed[_OPENING - 1].end]} …"


MEASURES: dict[str, Callable[[Page, int], Iterator[Measured]]] = {
    "sentence-words": sentence_words,
    "paragraph-words": paragraph_words,
    "paragraph-sentences": paragraph_sentences,
    "list-items": list_items,
    "title-characters": title_characters,
}
