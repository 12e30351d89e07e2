"""Entries that are the same source, and entries that differ in style."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.references.entries import PageEntry, page_entries
from ptlint.findings.finding import Note, Observation
from ptlint.page.model import Page
from ptlint.pattern import later
from ptlint.references.entry.style import spellings

_WORDS = later(r"[^\W_]+")
#: Words of a title from which on two equal ones are the same work and no common heading.
_TELLING = 4
_NAMED = ("MLA", "APA", "AMA", "Chicago", "IEEE")
_CUES = 2


def duplicates(page: Page, options: Options) -> Iterator[Observation]:
    """A source that is listed twice."""
    seen: dict[tuple[str, str], PageEntry] = {}
    for each in page.once(page_entries):
        for key in _identities(each):
            first = seen.get(key)
            if first is not None and not _contradict(first, each):
                yield Observation(
                    each.place(),
                    f"{each.name} is the same source as an earlier one (the {key[0]} is the "
                    "same). Keep one entry and point every citation to it.",
                    related=(Note(first.place(), "the first entry"),),
                )
                break
        for key in _identities(each):
            seen.setdefault(key, each)


def _identities(each: PageEntry) -> Iterator[tuple[str, str]]:
    if each.doi:
        yield "DOI", each.doi
    if each.fields.pmid:
        yield "PMID", each.fields.pmid.value
    title = each.fields.title
    words = _WORDS.findall(title.value.casefold()) if title else []
    if title and len(words) >= _TELLING and each.sure and each.fields.authors:
        yield "title", " ".join(words)


def _contradict(first: PageEntry, second: PageEntry) -> bool:
    """Parts of one work (chapters, letters of one page) and reprints are different entries."""
    return any(
        one is not None and other is not None and one.value.casefold() != other.value.casefold()
        for one, other in (
            (first.fields.pages, second.fields.pages),
            (first.fields.year, second.fields.year),
        )
    )


def mixed_styles(page: Page, options: Options) -> Iterator[Observation]:
    """Entries of one kind that are written in different styles; once a page."""
    articles = [each for each in page.once(page_entries) if each.fields.kind == "journal"]
    articles = [each for each in articles if each.sure]
    groups = _by_spelling(articles, "volume") or _by_spelling(articles, "issue")
    groups = groups or _by_style(articles)
    if len(groups) < 2:
        return
    rows = sorted((each.place(), form) for form, found in groups.items() for each in found)
    kinds = " and ".join(f"{form} ({len(found)})" for form, found in groups.items())
    yield Observation(
        rows[0][0],
        f"The references are not written alike: {kinds}. Choose one style for all of them.",
        related=tuple(Note(place, f"here: {form}") for place, form in rows),
    )


def _by_spelling(articles: list[PageEntry], name: str) -> dict[str, list[PageEntry]]:
    """The articles by how they write the word for volume or issue, if they differ."""
    forms: defaultdict[str, list[PageEntry]] = defaultdict(list)
    for each in articles:
        form = spellings(each.text).get(name)
        if form:
            forms[f"'{form.strip()}'"].append(each)
    return forms if len(forms) > 1 else {}


def _by_style(articles: list[PageEntry]) -> dict[str, list[PageEntry]]:
    styles: defaultdict[str, list[PageEntry]] = defaultdict(list)
    for each in articles:
        if each.fields.style in _NAMED and len(each.fields.cues) >= _CUES:
            styles[f"{each.fields.style} style"].append(each)
    return styles
