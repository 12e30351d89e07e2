"""What a page has that can be asked for: works it cites and addresses it links to."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ptlint.checks.references.entries import PageEntry, page_entries
from ptlint.online.addresses import asked_address, is_doi_address, pmid_of_address
from ptlint.online.answers import Kind, Question
from ptlint.online.places import named_place
from ptlint.page.kinds import Part
from ptlint.page.model import Link, Page
from ptlint.page.passages import passages
from ptlint.record import record
from ptlint.references.doi import canonical, doi_of_href, find_dois
from ptlint.references.doi_presence import may_hold_doi
from ptlint.source.span import Span

_NAMED = ("bare", "label", "resolver")


@record
class CitedWork:
    """A work as the page names it.

    Attributes:
        span: where the identifier stands.
        entry: the reference entry it belongs to; None in running text.
        named: the DOI is given as such, and not only part of a publisher's address.
    """

    doi: str | None
    pmid: str | None
    span: Span
    entry: PageEntry | None = None
    named: bool = True

    @property
    def name(self) -> str:
        return self.entry.name if self.entry else "This source"


@record
class CitedPage:
    """A link to a page elsewhere.

    Attributes:
        address: absolute, without the fragment.
        in_reference: it belongs to an entry of a reference list.
    """

    address: str
    fragment: str
    link: Link
    span: Span
    in_reference: bool


def cited_works(page: Page) -> tuple[CitedWork, ...]:
    """Every DOI and PubMed number of the page; ask through ``page.once``."""
    entries = [work for each in page.once(page_entries) if (work := _of_entry(each))]
    taken = [each.span for listed in page.references for each in listed.entries]
    others = [each for each in (*_in_texts(page), *_in_links(page)) if not _within(each, taken)]
    return (*entries, *_once(others))


def cited_pages(page: Page) -> tuple[CitedPage, ...]:
    """Every link to a page elsewhere that is no DOI; ask through ``page.once``."""
    entries = [each.span for listed in page.references for each in listed.entries]
    found: dict[tuple[int, int], CitedPage] = {}
    for link in page.links:
        address = asked_address(link.href) if link.href else None
        if address is None or is_doi_address(address) or pmid_of_address(address):
            continue
        base, _, fragment = address.partition("#")
        span = link.href_span or link.span
        inside = link.part is Part.REFERENCES or any(each.contains(span) for each in entries)
        found.setdefault((span.start, span.end), CitedPage(base, fragment, link, span, inside))
    return tuple(found.values())


def questions(page: Page, kinds: Collection[Kind]) -> Iterator[Question]:
    """What the page asks of the given kinds; the same question may come several times."""
    if not kinds:
        return
    for work in page.once(cited_works):
        for kind, key in ((Kind.DOI, work.doi), (Kind.WORK, work.doi), (Kind.PMID, work.pmid)):
            if key and kind in kinds:
                yield Question(kind, key)
    for cited in page.once(cited_pages):
        for kind in (Kind.LINK, Kind.COPY):
            if kind in kinds:
                yield Question(kind, cited.address)
        if Kind.ANCHOR in kinds and any(named_place(cited.fragment)):
            yield Question(Kind.ANCHOR, f"{cited.address}#{cited.fragment}")


def _of_entry(each: PageEntry) -> CitedWork | None:
    shown = [
        one for one in find_dois(each.text) if one.doi and one.form != "other-address"
    ] if may_hold_doi(each.text) else []  # fmt: skip
    pmid = _pmid(each)
    if shown:
        first = min(shown, key=lambda one: one.form not in _NAMED)
        span = each.span(first.start, first.end)
        named = first.form in _NAMED
        return CitedWork(canonical(first.doi or ""), pmid, span, each, named)
    if each.doi or pmid:
        field = each.fields.doi or each.fields.pmid
        return CitedWork(each.doi, pmid, each.place(field), each)
    return None


def _pmid(each: PageEntry) -> str | None:
    digits = "".join(s for s in each.fields.pmid.value if s.isdigit()) if each.fields.pmid else ""
    if digits:
        return digits.lstrip("0") or None
    linked = (asked_address(href) for href in each.hrefs)
    return next((pmid for one in linked if one and (pmid := pmid_of_address(one))), None)


def _in_texts(page: Page) -> Iterator[CitedWork]:
    for passage in passages(page, parts=tuple(Part)):
        if not may_hold_doi(passage.text.text):
            continue
        for each in find_dois(passage.text.text):
            if each.doi and each.form in _NAMED:
                yield CitedWork(canonical(each.doi), None, passage.text.span(each.start, each.end))


def _in_links(page: Page) -> Iterator[CitedWork]:
    for link in page.links:
        address = asked_address(link.href) if link.href else None
        if not address or not link.href:
            continue
        span = link.href_span or link.span
        pmid = pmid_of_address(address)
        doi = doi_of_href(link.href) if is_doi_address(address) else None
        if pmid or doi:
            yield CitedWork(canonical(doi) if doi else None, pmid, span)


def _within(work: CitedWork, spans: list[Span]) -> bool:
    return any(span.contains(work.span) for span in spans)


def _once(found: list[CitedWork]) -> Iterator[CitedWork]:
    """A link that shows its DOI names it twice in one place."""
    seen: list[CitedWork] = []
    for each in found:
        near = (
            one.doi == each.doi and one.pmid == each.pmid
            and abs(one.span.start - each.span.start) <= len(each.doi or "") + 200
            for one in seen
        )  # fmt: skip
        if not any(near):
            seen.append(each)
            yield each
