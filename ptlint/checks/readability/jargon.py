"""Medical terms that the page uses without saying what they mean (WCAG 2.2 SC 3.1.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import holding
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part, Style
from ptlint.page.model import Page
from ptlint.page.passages import Passage, page_words
from ptlint.pattern import later
from ptlint.vocabulary import load

_PARTS = (Part.ARTICLE, Part.ASIDE)
_BETWEEN = later(r"[\s-]+")
_BEFORE = later(
    r"(?:\(|\bcalled|\bknown as|\btermed|\bor|\bnamed|\breferred to as|\bie|\bi\.e\.,?"
    r"|\b(?:doctors|clinicians|we) (?:say|call)"
    r"|\bmedical (?:name|term) (?:is|for it is))\s*(?:an?\s|the\s)?[“\"'‘(]?(?:\w{3,20}\s)?$",
    re.I,
)
_AFTER = later(
    r"^[”\"'’]?\s?(?:\((?=[^()]{4,})|,? (?:which |that |this )?(?:means?|meaning|is|are|refers? to"
    r"|describes?|happens? when|occurs? when)\b|, or\b|,? also (?:called|known as)\b|, (?:an?|the"
    r"|where|in which|which|when)\s"
    r"|\s?[–—:]\s)",
    re.I,
)


@cache
def _terms() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The terms and what they mean, by the word they begin with; one word also by its plural."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for term, plain in load("jargon")["terms"].items():
        words = tuple(_BETWEEN.split(term))
        index.setdefault(words[0], []).append((words, plain))
    for found in index.values():
        found.sort(key=lambda entry: -len(entry[0]))
    single = {f"{word}s": [entry for entry in index[word] if len(entry[0]) == 1] for word in index}
    return {**{word: found for word, found in single.items() if found}, **index}


def unexplained(page: Page, options: Options) -> Iterator[Observation]:
    """The first use of each term of the lexicon that nothing near it explains."""
    allowed = {word.casefold() for word in options.words("allow")}
    named = f" {(page.title.text if page.title else '').casefold()} {page.condition or ''} "
    seen: set[str] = set()
    explained: set[str] = set()
    first: list[tuple[Passage, int, int, str, str]] = []
    for passage, start, end, term, plain in _uses(page):
        if term in allowed or term in named or term.rstrip("s") in named:
            continue
        if _is_explained(passage, start, end):
            explained.add(term)
        elif term not in seen and passage.kind != "heading" and not _is_title(passage):
            seen.add(term)
            first.append((passage, start, end, term, plain))
    for passage, start, end, term, plain in first:
        if term not in explained:
            yield Observation(
                passage.text.span(start, end),
                f"'{passage.text.text[start:end]}' is not explained. Say it in everyday words "
                f"first, for example '{plain}', with the medical term in brackets if readers "
                "need it.",
            )


def _is_title(passage: Passage) -> bool:
    """A short entry in title case ("Spinal Stenosis") names a page or a service."""
    if passage.kind != "item" or passage.word_count > 5:
        return False
    long = [word.text for word in passage.words if len(word.text) > 3]
    return len(long) > 1 and all(word[0].isupper() for word in long)


def _uses(page: Page) -> Iterator[tuple[Passage, int, int, str, str]]:
    terms = _terms()
    present = page.once(page_words).intersection(terms)
    for passage in holding(page, present, parts=_PARTS):
        texts, past = passage.unit_texts, 0
        for at, first in enumerate(texts):
            if first not in present or at < past:
                continue
            for words, plain in terms[first]:
                end = at + len(words)
                if _is_term(texts[at:end], words):
                    past, units = end, passage.units
                    yield passage, units[at].start, units[end - 1].end, " ".join(words), plain
                    break


def _is_term(found: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Are these the words of a term, the last one in the singular or the plural?"""
    return found == words or (
        len(found) == len(words)
        and found[:-1] == words[:-1]
        and found[-1].removesuffix("s") == words[-1]
    )


#: "osteoporosis or osteopenia" names two things, it explains neither.
_ALTERNATIVE = later(r"(?:osis|itis|penia|algia|pathy|emia|oma|fracture|deficits?),? or\s*$")


def _is_explained(passage: Passage, start: int, end: int) -> bool:
    text = passage.text.text
    before = text[max(0, start - 50) : start]
    if _BEFORE.search(before) and not _ALTERNATIVE.search(before):
        return True
    if _AFTER.search(text[end : end + 60]):
        return True
    return any(
        inline.style in (Style.LINK, Style.ABBREVIATION)
        and inline.start <= start
        and end <= inline.end
        for inline in passage.inlines
    )
