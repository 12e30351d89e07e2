"""Abbreviations that are never spelled out (WCAG 2.2 SC 3.1.4; NHS: abbreviations)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Observation
from ptlint.page.model import Page, Part, Style
from ptlint.page.passages import Passage, passages

_ACRONYM = re.compile(r"(?<![\w&/.@-])(?=[A-Z0-9]*[A-Z]{2})[A-Z][A-Z0-9]{1,6}(?=s?\b)(?![\w&/@.-]\w)")
_LEVEL = re.compile(r"[CTLS]\d{1,2}|[IVXLC]{2,}|[A-Z]\d+|\d.*")
_NAME_BEFORE = re.compile(r"[A-Z][\w.’'-]+,? (?:[A-Z]{2,7},? )*$")
_PARTS = (Part.ARTICLE, Part.ASIDE)


def undefined(page: Page, options: Options) -> Iterator[Observation]:
    """The first use of each abbreviation that the page nowhere explains."""
    allowed = set(options.words("known")) | set(options.words("allow"))
    texts = list(passages(page, ("paragraph", "item", "cell", "heading"), _PARTS))
    whole = " \n ".join(passage.text.text for passage in texts)
    seen: set[str] = set()
    for passage in texts:
        for match in _ACRONYM.finditer(passage.text.text):
            word = match.group()
            if word in seen or word in allowed or word.rstrip("s") in allowed:
                continue
            if _is_no_acronym(passage, match):
                continue
            seen.add(word)
            if not _is_explained(word, passage, whole):
                yield Observation(
                    passage.text.span(*match.span()),
                    f"'{word}' is never spelled out. Write the full words at first use, with the "
                    f"abbreviation in brackets: 'full words ({word})'.",
                )


def _is_no_acronym(passage: Passage, match: re.Match[str]) -> bool:
    text, word = passage.text.text, match.group()
    if _LEVEL.fullmatch(word) or text.isupper() or _in_capitals(text, match):
        return True
    if _NAME_BEFORE.search(text[max(0, match.start() - 60) : match.start()]) and (
        "," in text[max(0, match.start() - 3) : match.start()]
    ):
        return True
    return any(
        inline.style in (Style.CODE, Style.ABBREVIATION)
        and inline.start <= match.start() < inline.end
        for inline in passage.inlines
    )


def _in_capitals(text: str, match: re.Match[str]) -> bool:
    """Part of a run of words in capitals: shouting, not an abbreviation."""
    before, after = text[: match.start()].split()[-1:], text[match.end() :].split()[:1]
    neighbours = [word.strip(".,:;!?()") for word in (*before, *after)]
    return any(len(word) > 2 and word.isalpha() and word.isupper() for word in neighbours)


def _is_explained(word: str, passage: Passage, whole: str) -> bool:
    """Is it in brackets after words, before words in brackets, or after "called" or "or"?"""
    escaped = re.escape(word)
    if re.search(rf"\w[^()]{{2,80}}\((?:[^()]{{0,30}}[\s,“\"'])?{escaped}s?\b[^()]{{0,40}}\)", whole):
        return True
    if re.search(rf"\b{escaped}s?\s?\((?=[^()]{{4,}}\))[^()]*[a-z]{{3}}[^()]*\)", whole):
        return True
    if re.search(rf"\b{escaped}s? (?:stands for|means|is short for|refers to|, or )", whole):
        return True
    return _initials_nearby(word, whole)


def _initials_nearby(word: str, whole: str) -> bool:
    """Words with these initials anywhere on the page ("magnetic resonance imaging" for MRI)."""
    letters = [letter.lower() for letter in word if letter.isalpha()]
    if len(letters) < 2:
        return False
    gap = r"(?:[\s-]+(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with))?[\s-]+"
    phrase = gap.join(rf"{letter}[a-z]{{2,20}}" for letter in letters)
    return re.search(rf"\b{phrase}\b", whole, re.I) is not None
