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
    name = (page.condition or "").casefold().split()
    last = _countable(name[-1]) if name else ""
    if not last:
        return
    headings = [each for each in page.article() if isinstance(each, Heading) and _is_section(each)]
    words = {word for each in headings for word in _WORD.findall(small_letters(each.text.text))}
    if not {last, _plural(last)} <= words:
        return  # the expressions have the page's own name in them: made only where they are needed
    number = _number(tuple(name[:-1]), last)
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


@lru_cache(maxsize=64)
def _number(before: tuple[str, ...], last: str) -> _Number:
    """The expressions for a name by the words before its last one, and that in the singular."""
    start = "".join(rf"{re.escape(word)}\s{{1,3}}" for word in before)
    # Made from a page's own words, so not worth keeping for other pages.
    one = re.compile(f"{_ONE_IS_MEANT}{start}{last}{_END}")
    return _Number(one, re.compile(rf"\b{start}{_plural(last)}\b"))


def _countable(word: str) -> str:
    """The singular of a word that has both numbers, else nothing."""
    if not word.isalpha() or word.endswith(("ss", "us", "is", "itis")):
        return ""
    return _singular(word)


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
