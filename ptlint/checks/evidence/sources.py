"""Whether the page names its sources and says which statement rests on which."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.citations import Citations, page_citations
from ptlint.checks.place import end_of_article
from ptlint.findings.finding import Edit, Fix, Note, Observation
from ptlint.page.model import Page, Part, ReferenceList
from ptlint.source.source import Format

_SHOWN = 3


def references_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A condition page without a reference list and without links to sources in its text."""
    if page.references or page.once(page_citations).markers:
        return
    if sum(_is_source_link(link.href, link.part) for link in page.links) >= options.whole("links"):
        return
    yield Observation(
        end_of_article(page),
        "The page names no source for what it says. Add a 'References' section with the "
        "guidelines or studies it rests on.",
        about_page=True,
    )


def heading_missing(page: Page, options: Options) -> Iterator[Observation]:
    """Reference entries that no heading announces."""
    for listed in page.references:
        if listed.heading is None and not _are_footnotes(listed):
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
    if not citations.entries:
        return
    if not citations.markers:
        yield _none_cited(page, citations)
        return
    if not citations.numbered:
        return
    cited = citations.cited_numbers
    for entry in citations.entries:
        if entry.number is not None and entry.number not in cited:
            yield Observation(
                entry.span,
                f"Reference {entry.number} is never cited in the text. Cite it with "
                f"[{entry.number}] where a statement rests on it, or remove it.",
            )


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


def _none_cited(page: Page, citations: Citations) -> Observation:
    count = len(citations.entries)
    what = "reference is" if count == 1 else f"{count} references are"
    return Observation(
        citations.entries[0].span,
        f"The {what} never cited in the text, so nobody can tell which statement rests on which "
        "source. Put a marker such as [1] after each statement that needs one.",
        related=tuple(Note(entry.span, "never cited") for entry in citations.entries),
    )


def _is_source_link(href: str | None, part: Part) -> bool:
    return bool(href) and part is Part.ARTICLE and str(href).startswith(("http://", "https://"))


def _are_footnotes(listed: ReferenceList) -> bool:
    return not listed.ordered and all(entry.number is None for entry in listed.entries)


def _heading_fix(page: Page, listed: ReferenceList) -> Fix | None:
    start = page.source.lines.line_span(page.source.position(listed.span.start).line).start
    newline = "\r\n" if "\r\n" in page.source.text else "\n"
    if page.source.format is Format.MARKDOWN:
        text = f"## References{newline}{newline}"
    elif page.source.format is Format.TEXT:
        text = f"References{newline}{newline}"
    else:
        return None
    return Fix("Put the heading 'References' above the list", (Edit(start, start, text),), False)
