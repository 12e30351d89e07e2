"""The number in which headings name the condition: "a tear", or "tears"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Note, Observation
from ptlint.page.kinds import Part
from ptlint.page.model import Heading, Page
from ptlint.pattern import later, small_letters
from ptlint.record import record

#: Beside these the plural is what one says: "types of tears", "preventing tears"; and so it is
#: in questions about all of them, "Can running cause tears?".
_MANY = later(
    r"\b(?:all|avoid(?:ing)?|both|categories|certain|common|different|few|forms|future|grades|"
    r"kinds|many|more|most|multiple|new|other|prevent(?:ing|ion|ed)?|recurrent|recurring|repeated|"
    r"risks? (?:for|of)|several|similar|some|sorts|stages|these|those|types?|various|who|"
    r"causes?(?! of)|\d++|two|three|four|five)\b|^(?:are|can|could|do|does|is|should|will)\b"
)
#: What follows a name that is complete; "a tear test" names a test.
_END = (
    r"(?=\s*+(?:$|[?:,.!;()–—-]|(?:and|are|as|at|be|can|do|does|from|has|have|heal|in|includes?|"
    r"is|look|may|on|or|should|that|to|treated|with|without)\b))"
)
_WORD = later(r"\w+")
_ARTICLES = frozenset(("a", "an", "the", "your", "my", "this"))
_ONE_IS_MEANT = r"\b(?:an?|the|your|my|this)\s{1,3}(?:[^\W\d_]{1,20}\s{1,3})?"


@record
class _Number:
    """Expressions for a condition's name in the singular and in the plural."""

    one: re.Pattern[str]
    many: re.Pattern[str]


def mixed(page: Page, options: Options) -> Iterator[Observation]:
    """Section headings that name the condition now in the singular, now in the plural."""
    number = _number(page.condition.casefold()) if page.condition else None
    if number is None:
        return
    headings = [each for each in page.article() if isinstance(each, Heading) and _is_section(each)]
    ones = [each for each in headings if _in_singular(small_letters(each.text.text), number)]
    if not ones:
        return
    manies = [each for each in headings if _in_plural(small_letters(each.text.text), number)]
    if not manies:
        return
    fewer = min(ones, manies, key=len)
    yield Observation(
        fewer[0].text.span(),
        f"The headings name the condition now in the singular ('{ones[0].text}'), now in the "
        f"plural ('{manies[0].text}'). Keep to one of the two.",
        related=tuple(Note(each.text.span(), "in the other number") for each in fewer),
    )


def _is_section(heading: Heading) -> bool:
    return heading.level > 1 and heading.part is Part.ARTICLE


def _in_singular(text: str, number: _Number) -> bool:
    return not _ARTICLES.isdisjoint(_WORD.findall(text)) and number.one.search(text) is not None


def _in_plural(text: str, number: _Number) -> bool:
    return bool(number.many.search(text)) and not _MANY.search(text)


@lru_cache(maxsize=256)
def _number(name: str) -> _Number | None:
    """The expressions for a name whose last word has both numbers."""
    words = name.split()
    if not words or not words[-1].isalpha() or words[-1].endswith(("ss", "us", "is", "itis")):
        return None
    last = _singular(words[-1])
    start = r"\s{1,3}".join(map(re.escape, words[:-1])) + (r"\s{1,3}" if words[1:] else "")
    one = f"{_ONE_IS_MEANT}{start}{re.escape(last)}{_END}"
    many = rf"\b{start}{re.escape(_plural(last))}\b"
    # Made from a page's own words, so not worth keeping for other pages.
    return _Number(re.compile(one), re.compile(many))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word.removesuffix("s")


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")
