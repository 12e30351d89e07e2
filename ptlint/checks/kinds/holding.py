"""The texts of a page that hold certain words or signs, found without reading the others."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from itertools import accumulate

from ptlint.page.kinds import Part
from ptlint.page.model import Page
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
    by_word = page.once(passages_by_word)
    found = {
        id(each) for word in page.once(page_words).intersection(words) for each in by_word[word]
    }
    for sign in _standing(page, signs):
        found.update(map(id, texts_with(page, sign)))
    return [each for each in passages(page, kinds, parts) if id(each) in found] if found else []


def _standing(page: Page, strings: Collection[str]) -> Iterator[str]:
    """Those that stand in the page's texts; one sign is looked for far quicker than several."""
    whole = page.once(whole_text) if strings else ""
    return (each for each in strings if each[0] in whole and each[-1] in whole and each in whole)


def texts_with(page: Page, sign: str) -> Iterator[Passage]:
    """The texts of all kinds and parts that hold a string without line ends, in reading order."""
    return _texts_at(page, partial(page.once(whole_text).find, sign))


def texts_matching(page: Page, hint: re.Pattern[str]) -> Iterator[Passage]:
    """The same for an expression; texts on whose edge alone it is found may be among them."""
    whole = page.once(whole_text)
    return _texts_at(page, lambda at: found.start() if (found := hint.search(whole, at)) else -1)


def _texts_at(page: Page, find: Callable[[int], int]) -> Iterator[Passage]:
    """The texts in which a place is found, each once: the next search begins behind it."""
    at = find(0)
    while at >= 0:
        starts = page.once(_starts)
        number = bisect_right(starts, at)
        yield page.once(all_passages)[number - 1]
        at = find(starts[number]) if number < len(starts) else -1


def _starts(page: Page) -> list[int]:
    """Where each text begins in ``whole_text``."""
    lengths = [len(each.text.text) + 1 for each in page.once(all_passages)]
    return list(accumulate(lengths[:-1], initial=0))


def whole_text(page: Page) -> str:
    """Every text of the page, one a line; ask through ``page.once``."""
    return "\n".join(passage.text.text for passage in page.once(all_passages))


def folded_text(page: Page) -> str:
    """The same in folded case, for looking whether words stand anywhere; ask as above."""
    return page.once(whole_text).casefold()


def holds_any(text: str, signs: Iterable[str]) -> bool:
    """Does a text hold one of some strings? Far quicker than any expression."""
    return any(map(text.__contains__, signs))
