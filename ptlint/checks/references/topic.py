"""Entries whose title has nothing to do with the page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ptlint.catalogue.options import Options
from ptlint.checks.references.entries import PageEntry, page_entries
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part
from ptlint.page.model import Page
from ptlint.page.passages import passages
from ptlint.pattern import later
from ptlint.vocabulary import load

_WORD = later(r"[a-z]{4,40}")
#: Letters by which two forms of a word are taken for the same ("vertebra", "vertebral").
_STEM = 5
#: Below this many different words a page says too little of its subject.
_ENOUGH_STEMS = 60
#: A single telling word is often the learned name of what the page calls by its plain one.
_ENOUGH_TELLING = 2
_PARTS = (Part.ARTICLE, Part.BREADCRUMB, Part.HEADER, Part.ASIDE)


def off_topic(page: Page, options: Options) -> Iterator[Observation]:
    """Entries none of whose telling words the page uses."""
    stems = page.once(page_stems)
    if len(stems) < _ENOUGH_STEMS:
        return
    for each in page.once(page_entries):
        telling = _telling_words(each)
        if len(telling) >= _ENOUGH_TELLING and not any(_stems_of(word) & stems for word in telling):
            words = ", ".join(f"'{word}'" for word in telling[:3])
            yield Observation(
                each.place(each.fields.title),
                f"The page never mentions what {each.name[0].lower()}{each.name[1:]} is about "
                f"({words}). See whether it supports anything here, and remove it if not.",
            )


def page_stems(page: Page) -> frozenset[str]:
    """The beginnings of every word of the page; ask through ``page.once``."""
    return frozenset(
        word[:_STEM]
        for passage in passages(page, parts=_PARTS)
        for word in _WORD.findall(passage.text.text.casefold())
    )


def _telling_words(each: PageEntry) -> list[str]:
    title = each.fields.title
    if title is None or not each.sure:
        return []
    words = _WORD.findall(title.value.casefold())
    return [word for word in dict.fromkeys(words) if word not in _general()]


def _stems_of(word: str) -> frozenset[str]:
    return frozenset({word[:_STEM], *_same().get(word, ())})


@cache
def _general() -> frozenset[str]:
    return frozenset(load("evidence")["topic"]["general"])


@cache
def _same() -> dict[str, frozenset[str]]:
    return {
        word: frozenset(each[:_STEM] for each in group)
        for group in load("evidence")["topic"]["same"]
        for word in group
    }
