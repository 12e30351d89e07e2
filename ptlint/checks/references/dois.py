"""DOIs of a page: in its texts, its reference entries and its link targets.

All classes of fault come from one reading of the page; each rule page names the one it reports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Edit, Fix, Note, Observation
from ptlint.page.mapped import MappedText
from ptlint.page.model import Link, Page, Part, Style
from ptlint.page.passages import Passage, passages
from ptlint.references.doi import DoiFault, differ, faults_in_href, faults_in_text, find_dois
from ptlint.source.source import Format
from ptlint.source.span import Span

_EVERYWHERE = tuple(Part)


@dataclass(frozen=True, slots=True)
class PlacedFault:
    """A fault with the source places of what is reported and of what is replaced.

    Attributes:
        span: the whole mention, as the writer sees it.
        edit: the correction, or None where there is none.
        link: the link it stands in, if any.
    """

    fault: DoiFault
    span: Span
    edit: Edit | None
    link: Link | None


def placed_faults(page: Page) -> dict[str, list[PlacedFault]]:
    """Every DOI fault of the page by its rule; ask through ``page.once``."""
    found: defaultdict[str, list[PlacedFault]] = defaultdict(list)
    for placed in _merged([*_in_texts(page), *_in_targets(page)]):
        found[placed.fault.rule].append(placed)
    return found


def check(page: Page, options: Options) -> Iterator[Observation]:
    """The faults of the class that the rule page names in ``data.fault``."""
    for placed in page.once(placed_faults).get(options.data["fault"], ()):
        yield _observation(placed, page)


def disagreeing(page: Page, options: Options) -> Iterator[Observation]:
    """A link whose words name another DOI than its target."""
    for link in page.links:
        if link.href and link.text and differ(link.text.text, link.href):
            yield Observation(
                link.text.span(),
                f"The words of this link name one DOI ('{link.text.text.strip()}'), its target "
                f"another ({link.href}). Readers who click and readers who copy end up at "
                "different articles: make them the same.",
                related=(Note(link.href_span or link.span, "the target"),),
            )


def not_linked(page: Page, options: Options) -> Iterator[Observation]:
    """A DOI in a reference entry that is no link, although others of the page could be."""
    if page.source.format is Format.TEXT:
        return
    linked = [link.span for link in page.links]
    for passage in passages(page, parts=(Part.REFERENCES,)):
        for mention in find_dois(passage.text.text):
            span = passage.text.span(mention.start, mention.end)
            if mention.doi and not any(each.overlaps(span) for each in linked):
                yield Observation(
                    span,
                    f"The DOI '{mention.text}' is not a link. Link it to "
                    f"https://doi.org/{mention.doi} so that readers can follow it.",
                )


def _in_texts(page: Page) -> Iterator[PlacedFault]:
    links = sorted(page.links, key=lambda link: link.span.start)
    for passage in passages(page, parts=_EVERYWHERE):
        text = passage.text.text
        if "10" not in text and "doi" not in text.lower():
            continue
        for fault in faults_in_text(text):
            if not _in_code(passage, fault.start):
                yield _placed(fault, passage.text, links)


def _placed(fault: DoiFault, text: MappedText, links: Iterable[Link]) -> PlacedFault:
    start = text.text.rfind(fault.words, 0, fault.start + len(fault.words))
    end = start + len(fault.words)
    span = text.span(start, end) if start >= 0 else text.span(fault.start, fault.end)
    edit = None
    if fault.corrected is not None:
        replaced = text.span(fault.start, fault.end)
        edit = Edit(replaced.start, replaced.end, fault.corrected)
    link = next((each for each in links if each.span.overlaps(span)), None)
    return PlacedFault(fault, span, edit, link)


def _in_targets(page: Page) -> Iterator[PlacedFault]:
    for link in page.links:
        href, place = link.href, link.href_span
        if not href or place is None:
            continue
        written = page.source.text[place.start : place.end]
        for fault in faults_in_href(href, page.source.format.value):
            edit = None
            if fault.corrected is not None and written == href:
                edit = Edit(place.start + fault.start, place.start + fault.end, fault.corrected)
            yield PlacedFault(fault, place, edit, link)


def _merged(found: list[PlacedFault]) -> Iterator[PlacedFault]:
    """One fault for each place: an address that is its own link is not reported twice."""
    seen: set[tuple[str, int]] = set()
    for placed in found:
        key = (placed.fault.rule, placed.edit.start if placed.edit else placed.span.start)
        if key not in seen:
            seen.add(key)
            yield placed


def _observation(placed: PlacedFault, page: Page) -> Observation:
    fault, fix = placed.fault, None
    if placed.edit is not None:
        title = f"Write '{fault.doi or placed.edit.text}'" if fault.doi else "Correct the DOI"
        fix = Fix(title, (placed.edit,), safe=fault.safe)
    return Observation(placed.span, fault.message, fix=fix)


def _in_code(passage: Passage, offset: int) -> bool:
    return any(
        inline.style is Style.CODE and inline.start <= offset < inline.end
        for inline in passage.inlines
    )
