"""Words written in capitals, which have no outline to read by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import quoted
from ptlint.checks.accessibility.spoken_texts import spoken_texts
from ptlint.findings.finding import Edit, Fix, Observation
from ptlint.page.model import Page
from ptlint.pattern import later
from ptlint.source.span import Span

_RUN = later(
    r"(?<![\w@./#'’-])[A-Z][A-Z'’]*+(?:(?: |-|, (?=AND|OR)|’|')[A-Z][A-Z'’]*+)++(?![\w@/])"
)
#: Begins with a set of characters, which is found much more quickly than a repetition.
_TWO = later(r"[A-Z][A-Z]++[ ,'’-]++[A-Z]{2}")
_WORD = later(r"[A-Z'’]+")


def check(page: Page, options: Options) -> Iterator[Observation]:
    """A run of words in capital letters."""
    small = options.word_set("small")
    for each in spoken_texts(page).where(_TWO):
        if each.quoted:
            continue  # what others said or wrote is not the writer's to change
        for run in _RUN.finditer(each.text.text):
            words = _WORD.findall(run[0])
            least = options.whole("words") - each.heading
            name = " " not in run[0]  # "OUTREACH-LIST", one word with hyphens
            if len(words) >= least and not name and _are_words(words, small):
                span = each.text.span(run.start(), run.end())
                yield Observation(
                    span,
                    f"{quoted(run[0])} is written in capitals, which are hard to read and which "
                    "some screen readers spell out. Write it in ordinary letters.",
                    fix=_lowered(page, span, run[0]),
                )


def _are_words(words: list[str], small: frozenset[str]) -> bool:
    """Whether capitals are a sentence and not a row of acronyms."""
    known = sum(word.lower() in small for word in words)
    long = sum(len(word) >= 5 and bool(re.search("[AEIOUY]", word)) for word in words)
    return long >= 2 or (known >= 1 and (long >= 1 or known >= 2))


def _lowered(page: Page, span: Span, words: str) -> Fix | None:
    if page.source.slice(span) != words:
        return None
    edit = Edit(span.start, span.end, words[0] + words[1:].lower())
    return Fix("Write it in ordinary letters", (edit,), safe=False)
