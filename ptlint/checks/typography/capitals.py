"""Common nouns that are capitalised in running text ("See your Physician")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import holding, holds_any, whole_text
from ptlint.findings.finding import Edit, Fix, Observation, Severity
from ptlint.page.kinds import Part, Style
from ptlint.page.model import Page
from ptlint.page.passages import Passage, page_words
from ptlint.pattern import later
from ptlint.source.span import Span

#: Words of which names of institutions, titles and degrees are made.
_NAMES = frozenset(
    (
        "Journal Department Dept School College University Association Academy Institute "
        "Institutes Board Bachelor Master Masters Doctor Doctorate Society Center Centre Clinic "
        "Clinics Hospital Council Federation Foundation Services Group Team Inc LLC Ltd Program "
        "Programme Residency Fellowship Certified Board-Certified Licensed Degree World National "
        "American Canadian Chartered Royal International Chief Lead Senior Head Director "
        "Associates Partners Specialists Sports"
    ).split()
)
_WORD = later(r"\w++")
#: Words that are small in title case too.
_SMALL = frozenset("about after does from have into over that this what when with your".split())
_TEXTS = ("paragraph", "item", "cell")
_PARTS = (Part.ARTICLE, Part.ASIDE)
_OPENING = (":", "•", "–", "—", "“", '"', "‘", "[")
#: A name goes on after it, an address does, or its abbreviation follows.
_NAME_AFTER = later(r"[’']?s?\s{1,3}(?:of\s|for\s|and\s|&\s)?[A-Z]|\.\w| \([A-Z]{2}")
_CAPITAL_BEFORE = later(r"\b([A-Z][\w’'.&-]{0,30})[\s,]{1,3}(?:of\s|and\s|&\s|for\s|in\s)?$")


def common_nouns(page: Page, options: Options) -> Iterator[Observation]:
    """Capitalised common nouns in paragraphs and list items that are in sentence case."""
    nouns = sorted((*options.words("nouns"), *_own_name(page)), key=len, reverse=True)
    present = _present(page, nouns)
    ends = {noun.split()[-1].casefold() for noun in present}
    words = (*ends, *(f"{end}s" for end in ends))
    for passage in holding(page, words, kinds=(*_TEXTS, "heading"), parts=_PARTS):
        if not holds_any(passage.text.text, present):
            continue  # the pattern has the page's own name in it: made only where it is needed
        pattern = _pattern(tuple(present))
        if passage.kind == "heading":
            yield from _in_heading(passage, pattern)
        elif not _is_title_case(passage):
            for match in pattern.finditer(passage.text.text):
                if _is_common(passage, match):
                    yield _observation(passage, match)


def _present(page: Page, nouns: list[str]) -> list[str]:
    """Those that stand in a text of the page; their last word says of most that they do not."""
    whole, words = page.once(whole_text), page.once(page_words)
    return [noun for noun in nouns if not words.isdisjoint(_last_words(noun)) and noun in whole]


@lru_cache(maxsize=1024)
def _last_words(noun: str) -> frozenset[str]:
    """The last word of a noun in small letters, its plural and its possessive."""
    last = noun.rsplit(maxsplit=1)[-1].casefold()
    return frozenset((last, f"{last}s", f"{last}'s"))


def _in_heading(passage: Passage, pattern: re.Pattern[str]) -> Iterator[Observation]:
    """Nouns of two words with capitals in a heading whose other words have none."""
    text = passage.text.text
    rest = pattern.sub(" ", text).split()
    plain = [word for word in rest if len(word) > 3 and word.casefold() not in _SMALL]
    if not any(word[0].islower() for word in plain) or any(word[0].isupper() for word in plain[1:]):
        return
    for match in pattern.finditer(text):
        if " " not in match.group() or not text[: match.start()].strip():
            continue
        if not _is_marked(passage, *match.span()) and not _NAME_AFTER.match(text, match.end()):
            yield _observation(passage, match, Severity.SUGGESTION)


@lru_cache(maxsize=64)
def _pattern(nouns: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(re.escape(noun) for noun in nouns)
    return re.compile(rf"(?<![\w-])(?:{forms})s?(?![\w-])")


def _own_name(page: Page) -> Iterator[str]:
    """The page's condition in title case, as it is often carried into the text."""
    words = (page.condition or "").split()
    if 1 < len(words) <= 4 and all(word.isalpha() and len(word) > 2 for word in words):
        singular = [*words[:-1], words[-1].removesuffix("s")]
        yield " ".join(word.capitalize() for word in singular)


def _is_common(passage: Passage, match: re.Match[str]) -> bool:
    """Is it in the middle of a sentence, and not part of a name, a title or a link?"""
    text, (start, end) = passage.text.text, match.span()
    sentence = passage.sentence_at(start).start
    if not text[sentence:start].strip(" “\"'(‘*_—–-"):
        return False
    if text[:start].rstrip().endswith(_OPENING) or _NAME_AFTER.match(text, end):
        return False
    return not (_in_name(text, sentence, start, end) or _is_marked(passage, start, end))


def _in_name(text: str, sentence: int, start: int, end: int) -> bool:
    """Does a capitalised word before it, or a word of names around it, make a name of it?"""
    before = text[max(0, start - 40) : start]
    first = _CAPITAL_BEFORE.search(before)
    if first and not _starts_sentence(text, sentence, before, start, first):
        return True
    after = _WORD.match(text[end : end + 40].lstrip())
    if after and after[0] in _NAMES:
        return True
    return any(word.endswith(tuple(_NAMES)) for word in _WORD.findall(before[-30:]))


def _is_marked(passage: Passage, start: int, end: int) -> bool:
    return any(
        inline.style in (Style.LINK, Style.CODE, Style.EMPHASIS, Style.STRONG)
        and inline.start <= start
        and end <= inline.end
        for inline in passage.inlines
    )


def _starts_sentence(text: str, sentence: int, before: str, at: int, word: re.Match[str]) -> bool:
    """Is the capitalised word before the noun only the first word of the sentence?"""
    start = at - len(before) + word.start(1)
    return not text[sentence:start].strip(" “\"'(")


def _is_title_case(passage: Passage) -> bool:
    """Item or cell in title case or too short to tell: its style, not a slip."""
    letters = [word.text for word in passage.words if word.text[0].isalpha() and len(word.text) > 3]
    capital = sum(word[0].isupper() for word in letters)
    return len(letters) < 4 or capital * 2 > len(letters)


def _observation(
    passage: Passage, match: re.Match[str], severity: Severity | None = None
) -> Observation:
    written = match.group()
    lower = written.lower()
    span: Span = passage.text.span(*match.span())
    fix = None
    if len(span) == len(written):
        fix = Fix(f"Write '{lower}'", (Edit(span.start, span.end, lower),), safe=False)
    return Observation(
        span,
        f"'{written}' is a common noun here: write '{lower}'. Capitals are for names and titles "
        "before names.",
        fix=fix,
        severity=severity,
    )
