"""Abbreviations: never spelled out, or spelled out for nothing (WCAG 2.2 SC 3.1.4; NHS)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import texts_matching
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part, Style
from ptlint.page.model import Page
from ptlint.page.passages import Passage, passages, passages_by_word
from ptlint.pattern import later
from ptlint.prose.vocabulary import english
from ptlint.record import lazy, record

# It begins with its first letter, so that the search runs from capital to capital.
_ACRONYM = later(
    r"[A-Z](?<![\w&/.@:;-][A-Z])(?=[A-Z]|[A-Z0-9]{0,5}[A-Z]{2})[A-Z0-9]{1,6}"
    r"(?=s?\b)(?![\w&/.@-]\w)"
)
#: Vertebrae, Roman numerals, stages, postcodes: labels, not abbreviations.
_LEVEL = later(r"[CTLS]\d{1,2}|[IVXLC]{2,}|[A-Z]{1,2}\d[A-Z\d]?|\d.*")
_INITIALS = later(r"\b[A-Z][\w.’'-]{1,30},? (?:[A-Z]{1,4},? ){0,6}$")
_NAMED = later(
    r"’?s? (?:\d{4}\b|[A-Z][a-z]|(?:trial|study|studies|guidelines?|criteria|registry|cohort"
    r"|consortium|website|channel|score|scale)\b)"
)
_REFERENCE = later(r"\bet al\b|\bdoi\b|\b(?:19|20)\d\d;\d", re.I)
_BRACKETS = later(r"\((?P<inside>[^()\n]{2,90})\)")
#: What follows an abbreviation that is spelled out, and what precedes one that is a name.
_EXPLAINED = later(
    r"([A-Z][A-Z0-9]{1,6})s?(?: ?\((?=[^()\n]{0,90}?[a-z]{3})[^()\n]{4,90}\)"
    r"|,? (?:stands for|means|is short for|refers to|or |which is|is (?:an?|the) ))"
)
_CALLED = later(r"\b(?:called|known as|or|abbreviated) (?:an? |the )?[“\"]?\Z")
_REACH = 24
_CAPITALS = later(r"[A-Z](?<!\w[A-Z])[A-Z0-9]{1,6}(?P<end>\b)?")
_WORD = later(r"[A-Z][A-Z0-9]{1,6}")
_LETTERS = later(r"[a-z]+")
_JOINING = frozenset("a an and at by for from in of on or the to with".split())
_PARTS = (Part.ARTICLE, Part.ASIDE)
_KINDS = ("paragraph", "item", "cell", "heading")


def undefined(page: Page, options: Options) -> Iterator[Observation]:
    """The first use of each abbreviation that the page nowhere explains."""
    allowed = {*options.words("known"), *options.words("allow")}
    seen: set[str] = set()
    likely = {id(each) for each in texts_matching(page, _ACRONYM)}
    for passage in passages(page, _KINDS, _PARTS) if likely else ():
        for match in _ACRONYM.finditer(passage.text.text) if id(passage) in likely else ():
            word = match.group()
            if word in seen or word in allowed or word.rstrip("S") in allowed:
                continue
            if _is_no_acronym(page, passage, match):
                continue
            seen.add(word)
            if not page.once(explanations).explain(word):
                yield Observation(
                    passage.text.span(*match.span()),
                    f"'{word}' is never spelled out. Write the full words at first use, with the "
                    f"abbreviation in brackets: 'full words ({word})'.",
                )


def unused(page: Page, options: Options) -> Iterator[Observation]:
    """An abbreviation in brackets after its words that the page never uses again."""
    allowed = {*options.words("known"), *options.words("allow")}
    uses = Counter(
        word
        for passage in passages(page, parts=_PARTS)
        for word in _WORD.findall(passage.text.text)
    )
    for passage in passages(page, ("paragraph", "item", "cell"), _PARTS):
        for match in _BRACKETS.finditer(passage.text.text):
            word = match["inside"].removesuffix("s")
            if not _WORD.fullmatch(word) or uses[word] > 1 or word in allowed:
                continue
            before = passage.text.text[max(0, match.start() - 90) : match.start()]
            if _spelled_out(word, before):
                yield Observation(
                    passage.text.span(*match.span("inside")),
                    f"'{word}' is introduced here and never used again. Leave it out.",
                )


def _spelled_out(word: str, before: str) -> bool:
    initials = "".join(each[0] for each in _LETTERS.findall(before.casefold()))
    without = "".join(
        each[0] for each in _LETTERS.findall(before.casefold()) if each not in _JOINING
    )
    letters = "".join(letter for letter in word.casefold() if letter.isalpha())
    return initials.endswith(letters) or without.endswith(letters)


def _is_no_acronym(page: Page, passage: Passage, match: re.Match[str]) -> bool:
    text, word = passage.text.text, match.group()
    if _LEVEL.fullmatch(word) or text.isupper() or _in_capitals(text, match):
        return True
    if _NAMED.match(text, match.end()) or _is_plain_word(page, word):
        return True
    before = text[max(0, match.start() - 60) : match.start()]
    if _INITIALS.search(before) and (before.endswith(", ") or _REFERENCE.search(text)):
        return True
    return any(
        inline.style in (Style.CODE, Style.ABBREVIATION)
        and inline.start <= match.start() < inline.end
        for inline in passage.inlines
    )


def _is_plain_word(page: Page, word: str) -> bool:
    """A common word in capitals for emphasis: the page has it in small letters as well."""
    lower = word.casefold()
    if lower in english().function or lower in english().native:
        return True
    return any(
        passage.text.text[unit.start : unit.end].islower()
        for passage in page.once(passages_by_word).get(lower, ())
        for unit in passage.units
        if unit.text == lower
    )


def _in_capitals(text: str, match: re.Match[str]) -> bool:
    """Part of a run of words in capitals: shouting, not an abbreviation."""
    before = text[max(0, match.start() - 40) : match.start()].split()[-1:]
    after = text[match.end() : match.end() + 40].split()[:1]
    neighbours = [word.strip(".,:;!?()*") for word in (*before, *after)]
    return any(len(word) > 2 and word.isalpha() and word.isupper() for word in neighbours)


@record
class Explanations:
    """What a page explains: abbreviations by brackets or words, and the initials of its words."""

    explained: frozenset[str]
    texts: tuple[Passage, ...]

    @lazy
    def initials(self) -> str:
        return "\n".join(map(_initials, self.texts))

    def explain(self, word: str) -> bool:
        """Is an abbreviation spelled out, or are there words with its initials?"""
        if word in self.explained:
            return True
        letters = "".join(letter for letter in word.casefold() if letter.isalpha())
        return len(letters) > 1 and letters in self.initials


def explanations(page: Page) -> Explanations:
    """Everything the page spells out; ask through ``page.once``."""
    texts = passages(page, _KINDS, _PARTS)
    whole = "\n".join(each.text.text for each in texts)
    found = set(_explained(whole))
    for bracket in _BRACKETS.finditer(whole):
        if bracket.start() > 1 or whole[: bracket.start()].strip(" \u00a0"):
            found.update(_WORD.findall(bracket["inside"]))
    return Explanations(frozenset(found), texts)


def _explained(text: str) -> Iterator[str]:
    """The abbreviations that words right behind them spell out, or words before them name."""
    for match in _CAPITALS.finditer(text):
        if told := _EXPLAINED.match(text, match.start()):
            yield told[1]
        before = text[max(0, match.start() - _REACH) : match.start()]
        if match["end"] is not None and _CALLED.search(before):
            yield match.group()


def _initials(passage: Passage) -> str:
    """First letters of the words, those that only join left out."""
    units = passage.unit_texts
    return "".join([unit[0] for unit in units if len(unit) > 2 and unit not in _JOINING])
