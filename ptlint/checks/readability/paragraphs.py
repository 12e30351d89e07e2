"""Paragraphs that are too long to be read (NHS: how we write; federal plain language)."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part
from ptlint.page.model import Page, Paragraph
from ptlint.page.passages import WRITTEN, Passage, passages


def too_long(page: Page, options: Options) -> Iterator[Observation]:
    """Paragraphs over the limit of words or sentences; teasers have a limit of their own."""
    most, sentences = options.whole("words"), options.whole("sentences")
    for passage in passages(page, ("paragraph",), WRITTEN):
        if isinstance(passage.block, Paragraph) and passage.block.quoted:
            continue
        if passage.part is Part.RELATED:
            limit = options.whole("teaser")
            if passage.has_words(limit + 1):
                yield _teaser(passage, limit)
        elif _is_long(passage, most, sentences):
            yield Observation(
                passage.text.span(),
                f"This paragraph has {passage.word_count} words in {len(passage.sentences)} "
                f"sentences; up to {most} words or {sentences} sentences are read. Part it where "
                "a new idea begins, or make a list of it.",
            )


def _is_long(passage: Passage, most: int, sentences: int) -> bool:
    if passage.has_words(most + 1):
        return True
    return passage.has_words(most // 2 + 1) and len(passage.sentences) > sentences


def _teaser(passage: Passage, limit: int) -> Observation:
    return Observation(
        passage.text.span(),
        f"This teaser for another page has {passage.word_count} words; up to {limit} are read. "
        "Cut it to one or two sentences.",
    )
