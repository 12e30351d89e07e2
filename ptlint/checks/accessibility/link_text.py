"""Link texts that do not tell where the link leads (WCAG 2.4.4, 2.4.9)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import (
    UNKNOWN,
    access,
    quoted,
    whole_span_of,
)
from ptlint.checks.accessibility.link_names import NamedLink, context_words, named_links
from ptlint.findings.finding import Observation, Severity
from ptlint.page.kinds import Part
from ptlint.page.model import Link, Page
from ptlint.pattern import later
from ptlint.source.source import Format
from ptlint.source.span import Span

_SIGNS = " \t.…:!»›>→➔➜-–—()[]«‹<←"
_THIS = later(r"(?:this|these|that) (\w++)(?: \w++)?")
#: What each of them begins with.
_POINTING = ("this ", "these ", "that ")
_CITED = later(r"\b(?:accessed|available|retrieved|cited|published|doi)\b", re.IGNORECASE)
_BARE_DOMAIN = later(r"(?:https?://)?(?:www\.)?[\w.-]+/?")
_ADDRESS = later(r"(?:https?://|www\.)\S++|(?:doi:? ?)?10\.\d{4,9}/\S++", re.IGNORECASE)
_WORD = later(r"[^\W\d_]+")


class Wording(NamedTuple):
    """A link as the wording rules see it, in any format: ``words`` are its bare words."""

    link: Link | NamedLink
    text: str
    words: str

    def span(self, page: Page) -> Span:
        """From its start tag to its end."""
        if isinstance(self.link, Link):
            return self.link.span
        return whole_span_of(page, self.link.element)

    @property
    def in_navigation(self) -> bool:
        """Whether it is an entry of a menu, which its place explains."""
        if isinstance(self.link, Link):
            return self.link.part is Part.NAVIGATION
        return self.link.element.closest("nav", "header") is not None

    def context(self, page: Page) -> int:
        """How many words beside its own tell where it leads."""
        if isinstance(self.link, Link):
            return context_of(page, self.link)
        return context_words(access(page), self.link)


def _wordings(page: Page) -> list[Wording]:
    """The links with their words."""
    return [Wording(link, text, bare(text)) for link, text in _links(page)]


def _links(page: Page) -> Iterable[tuple[Link | NamedLink, str]]:
    """The links: by accessible name in HTML, by text elsewhere."""
    if page.source.format is Format.HTML:
        return ((link, link.name) for link in named_links(page))
    return ((link, link.name or link.text.text) for link in page.links)


def _said(page: Page) -> frozenset[str]:
    """The bare words of all links; most pages need no look at any single link."""
    return frozenset([bare(text) for _, text in _links(page)])


def _is_cited(page: Page, link: Link) -> bool:
    """Whether the line of a link is a source: "Accessed 28 November 2023. https://…"."""
    before = page.source.text[max(0, link.span.start - 200) : link.span.start]
    line = before.rpartition("\n")[2]
    return bool(_CITED.search(line) or re.match(r"\s*+\[?\d{1,3}[\].)]", line))


def context_of(page: Page, link: Link) -> int:
    """How many words the paragraph or item of a link has beside its own."""
    spans = [block.span for block in page.blocks if block.span.contains(link.span)]
    if not spans:
        return 0
    before = page.source.text[spans[-1].start : link.span.start].rpartition("\n")[2]
    after = page.source.text[link.span.end : spans[-1].end].partition("\n")[0]
    return len(_WORD.findall(f"{before} {after}"))


def generic(page: Page, options: Options) -> Iterator[Observation]:
    """A link that says nothing; less grave where the words around it do."""
    phrases = options.word_set("phrases")
    if phrases.isdisjoint(page.once(_said)):
        return
    told_by = options.whole("context")
    for each in _wordings(page):
        if each.words not in phrases:
            continue
        told = each.context(page) >= told_by
        if not (told and each.in_navigation):
            yield Observation(
                each.span(page),
                f"{quoted(each.text)} does not say where the link leads. Name the page or the "
                'subject, as in "Exercises for knee pain".',
                severity=Severity.WARNING if told else None,
            )


def needs_context(page: Page, options: Options) -> Iterator[Observation]:
    """A link that points at something in its sentence: "this leaflet"."""
    if not any(words.startswith(_POINTING) for words in page.once(_said)):
        return
    nouns = options.word_set("nouns")
    for each in _wordings(page):
        pointing = _THIS.fullmatch(each.words)
        if pointing and pointing[1] in nouns and each.words not in options.word_set("generic"):
            yield Observation(
                each.span(page),
                f"{quoted(each.text)} makes sense only with the sentence around it. Readers who "
                "go from link to link need the name of the page in it.",
            )


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """A link text in lower case without arrows, dots and brackets at its ends."""
    return " ".join(text.lower().split()).strip(_SIGNS)


def address_as_text(page: Page, options: Options) -> Iterator[Observation]:
    """A web address in place of a link text."""
    for link in page.links:
        text = (link.name or link.text.text).strip()
        if ("/" not in text and "." not in text) or not _ADDRESS.fullmatch(text):
            continue
        if UNKNOWN in text or link.part is Part.HIDDEN:
            continue
        listed = link.part is Part.REFERENCES or page.source.format is Format.TEXT
        listed = listed or bool(_BARE_DOMAIN.fullmatch(text)) or _is_cited(page, link)
        yield Observation(
            link.text.span() if link.text else link.span,
            f"The address {quoted(text)} stands for the name of the page; screen readers spell "
            "it out. Write the name of the page.",
            severity=Severity.SUGGESTION if listed else None,
        )
