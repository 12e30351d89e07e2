"""Whether the page names its sources and says which statement rests on which."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.citations import CITED_PARTS, Citations, link_targets, page_citations
from ptlint.checks.kinds.holding import holds_any
from ptlint.checks.place import end_of_article
from ptlint.checks.references.entries import PageEntry, page_entries
from ptlint.findings.finding import Edit, Fix, Note, Observation
from ptlint.page.kinds import Part
from ptlint.page.model import Page, ReferenceList
from ptlint.page.passages import passages
from ptlint.pattern import later
from ptlint.references.entry import REFERENCE, is_reference
from ptlint.source.source import Format

_TEXTS = ("paragraph", "item")
#: Keys of front matter under which sites keep their sources.
_DATA_KEYS = ("references", "sources", "citations", "bibliography")
_LIBRARIES = ("doi.org/", "pubmed.ncbi", "ncbi.nlm.nih.gov", "cochranelibrary")
_INDENT = later(r"[ \t]*")


def references_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A condition page without a reference list and without links to sources in its text."""
    if page.references or page.once(page_citations).markers or _names_works(page):
        return
    linked = {link.href for link in page.links if _is_source_link(link.href, link.part)}
    if len(linked) >= options.whole("links"):
        return
    yield Observation(
        end_of_article(page),
        "The page names no source for what it says. Add a 'References' section with the "
        "guidelines or studies it rests on.",
        about_page=True,
    )


def _names_works(page: Page) -> bool:
    """Is a work cited in full anywhere, or in the front matter, or a DOI or PubMed page linked?"""
    if any(page.metadata.front_matter.get(key) for key in _DATA_KEYS):
        return True
    if holds_any(page.once(link_targets).lower(), _LIBRARIES):
        return True
    return any(
        is_reference(each.text.text) >= REFERENCE for each in passages(page, _TEXTS, tuple(Part))
    )


def heading_missing(page: Page, options: Options) -> Iterator[Observation]:
    """Reference entries that no heading announces."""
    for listed in page.references:
        if listed.heading is None and not _are_footnotes(listed, page):
            yield Observation(
                listed.entries[0].span,
                f"{len(listed.entries)} references stand here without a heading, so readers and "
                "screen readers cannot find or skip them. Put a heading 'References' above.",
                related=tuple(Note(entry.span, "a reference") for entry in listed.entries),
                fix=_heading_fix(page, listed),
            )


def uncited(page: Page, options: Options) -> Iterator[Observation]:
    """A reference list that the text never points to, or single entries of it."""
    citations = page.once(page_citations)
    entries = [each for each in page.once(page_entries) if _is_list_of_works(each.listed, page)]
    if not entries:
        return
    if not citations.markers:
        yield _none_cited(page, entries)
    elif citations.numbered:
        yield from _numbers_uncited(citations, entries)
    else:
        yield from _names_uncited(page, entries)


def _numbers_uncited(citations: Citations, entries: list[PageEntry]) -> Iterator[Observation]:
    for each in entries:
        number = each.reference.number
        if number is not None and number not in citations.cited_numbers:
            yield Observation(
                each.place(),
                f"Reference {number} is never cited in the text. Cite it with [{number}] where a "
                "statement rests on it, or remove it.",
            )


def _names_uncited(page: Page, entries: list[PageEntry]) -> Iterator[Observation]:
    """Entries whose author the text never names, where it cites by author and year."""
    words = page.once(_article_words)
    named = [each for each in entries if each.sure and each.fields.first_author]
    absent = [each for each in named if not _mentioned(each.fields.first_author, words)]
    if len(absent) * 2 > len(named):
        return  # the names in the text are not how this page cites its list
    for each in absent:
        yield Observation(
            each.place(),
            f"{each.name} is never cited in the text. Cite it by author and year where a "
            "statement rests on it, or remove it.",
        )


def _article_words(page: Page) -> str:
    return " ".join(each.text.text for each in passages(page, parts=CITED_PARTS)).casefold()


def _mentioned(name: str, words: str) -> bool:
    return name.casefold().split()[-1] in words


def _is_list_of_works(listed: ReferenceList, page: Page) -> bool:
    """Half of a list of references reads as such; lists of helpful sites do not."""
    entries = [each for each in page.once(page_entries) if each.listed is listed]
    works = sum(
        each.fields.confidence >= REFERENCE or each.fields.kind == "bare address"
        for each in entries
    )
    return works * 2 >= len(entries) > 0


def dangling(page: Page, options: Options) -> Iterator[Observation]:
    """A marker that points past the reference list."""
    citations = page.once(page_citations)
    numbers = {entry.number for entry in citations.entries if entry.number is not None}
    if not numbers:
        return
    for marker, span in citations.markers:
        absent = [number for number in marker.numbers if number not in numbers]
        if absent:
            yield Observation(
                span,
                f"[{absent[0]}] points to a reference that is not on the page (it has "
                f"{len(numbers)}). Correct the number or add the reference.",
            )


def _none_cited(page: Page, entries: list[PageEntry]) -> Observation:
    count = len(entries)
    what = "reference is" if count == 1 else f"{count} references are"
    return Observation(
        entries[0].place(),
        f"The {what} never cited in the text, so nobody can tell which statement rests on which "
        "source. Put a marker such as [1] after each statement that needs one.",
        related=tuple(Note(each.place(), "never cited") for each in entries),
    )


def _is_source_link(href: str | None, part: Part) -> bool:
    return bool(href) and part is Part.ARTICLE and str(href).startswith(("http://", "https://"))


def _are_footnotes(listed: ReferenceList, page: Page) -> bool:
    """Markdown's footnotes stand at the end of their own accord; no heading belongs there."""
    return all(page.source.slice(entry.span).startswith("[^") for entry in listed.entries)


def _heading_fix(page: Page, listed: ReferenceList) -> Fix:
    start = page.source.lines.line_span(page.source.position(listed.span.start).line).start
    newline = "\r\n" if "\r\n" in page.source.text else "\n"
    text = f"References{newline}{newline}"
    if page.source.format is Format.MARKDOWN:
        text = f"## {text}"
    elif page.source.format is Format.HTML:
        indent = _INDENT.match(page.source.text, start)
        start = listed.span.start
        text = f"<h2>References</h2>{newline}{indent.group() if indent else ''}"
    return Fix("Put the heading 'References' above the list", (Edit(start, start, text),), False)
