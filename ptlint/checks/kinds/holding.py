"""The texts of a page that hold certain words or signs, found without reading the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ptlint.page.model import Page, Part
from ptlint.page.passages import (
    WRITTEN,
    Passage,
    all_passages,
    page_words,
    passages,
    passages_by_word,
)


def holding(
    page: Page,
    words: Iterable[str] = (),
    signs: Collection[str] = (),
    kinds: Collection[str] = (),
    parts: Collection[Part] = WRITTEN,
) -> list[Passage]:
    """Texts of some kinds and parts that hold a word or a string, in reading order.

    Args:
        words: small letters, as ``Passage.unit_texts`` has them.
        signs: strings, compared as they are.
    """
    by_word, whole = page.once(passages_by_word), page.once(whole_text) if signs else ""
    present = page.once(page_words).intersection(words)
    signed = [sign for sign in signs if sign in whole]
    if not present and not signed:
        return []
    chosen = passages(page, kinds, parts)
    found = {id(each) for word in present for each in by_word[word]}
    for sign in signed:
        found.update([id(each) for each in chosen if sign in each.text.text])
    return [each for each in chosen if id(each) in found]


def whole_text(page: Page) -> str:
    """Every text of the page, one a line; ask through ``page.once``."""
    return "\n".join(passage.text.text for passage in page.once(all_passages))


def folded_text(page: Page) -> str:
    """The same in folded case, for looking whether words stand anywhere; ask as above."""
    return page.once(whole_text).casefold()


def holds_any(text: str, signs: Iterable[str]) -> bool:
    """Does a text hold one of some strings? Far quicker than any expression."""
    return any(map(text.__contains__, signs))
