"""The page title: there, and telling one page from another (WCAG 2.4.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.access.element import Element
from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import (
    UNKNOWN,
    access,
    at_tag,
    code_within,
    quoted,
    start_tag,
)
from ptlint.checks.place import missing
from ptlint.findings.finding import Observation
from ptlint.page.model import Page
from ptlint.page.passages import in_english
from ptlint.pattern import later
from ptlint.source.span import Span

_WORD = later(r"[^\W\d_]{3,}")
_JOINED = later(r"(?:\b(?:at|from|by|of)(?: the)?|[|–—:·-])\s*$", re.IGNORECASE)
_NO_TEXT = ("title", "script", "style")
_EMPTY_WORDS = frozenset({"and", "are", "for", "from", "the", "this", "with", "you", "your"})


def title_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A whole page without a title, or with an empty one."""
    titles = access(page).index.tagged("title")
    if titles and titles[0].text.strip():
        return
    if titles:
        yield at_tag(page, titles[0], "The page title is empty. Say what this page is about.")
    elif not _head_may_be_elsewhere(page):
        yield missing(page, "The page has no title. Add one that says what the page is about.")


def _head_may_be_elsewhere(page: Page) -> bool:
    """Whether template code before the body may bring the title."""
    body = next(iter(access(page).index.tagged("body")), None)
    tag = start_tag(page, body) if body is not None else None
    return code_within(page, Span(0, tag.span.start if tag else len(page.source.text)))


def title_vague(page: Page, options: Options) -> Iterator[Observation]:
    """A title that would fit any page, or that names only whose page it is."""
    titles = access(page).index.tagged("title")
    text = " ".join(titles[0].text.split()) if titles else ""
    if not text or UNKNOWN in text:
        return
    fault = _fault(page, text, [each.text for each in titles[1:]], options)
    if fault:
        yield at_tag(page, titles[0], f"The page title {quoted(text)} {fault}")


def _fault(page: Page, text: str, others: list[str], options: Options) -> str:
    if text.strip(" .!|-–").lower() in options.word_set("generic"):
        # On pages in English the rule title-tag says so.
        told = page.metadata.title is not None and page.once(in_english)
        return "" if told else "would fit any page. Name the subject of this one."
    heading = _main_heading(page)
    if _names_only_the_site(text, heading):
        return f"names the site but not this page ({quoted(heading)}). Put the subject first."
    body = _words(" ".join(_texts(page))) if others else set()
    if others and not _words(text) & body and any(_words(other) & body for other in others):
        return "is the first of two and has no word of the page. Browsers show only the first."
    return ""


def _main_heading(page: Page) -> str:
    first: Element | None = next(iter(access(page).index.tagged("h1")), None)
    return " ".join(first.text.split()) if first is not None else ""


def _names_only_the_site(title: str, heading: str) -> bool:
    """The heading ends in "at", "from" or a separator and then the title."""
    if len(heading) <= len(title) or not heading.lower().endswith(title.lower()):
        return False
    return bool(_JOINED.search(heading[: -len(title)])) and len(_words(heading)) > 2


def _texts(page: Page) -> Iterator[str]:
    body = next(iter(access(page).index.tagged("body")), None)
    if body is not None:
        shown = (each for each in body.inclusive() if each.tag not in _NO_TEXT)
        yield from (each.own_text for each in shown)


def _words(text: str) -> set[str]:
    """Content words, cut to five letters so that "harvest" and "harvesting" are one."""
    words = (word.lower() for word in _WORD.findall(text))
    return {word[:5] for word in words if word not in _EMPTY_WORDS}
