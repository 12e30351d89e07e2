"""What a DOI is linked to: another DOI, the publisher's page, or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.references.dois import WRITTEN_AS, PlacedFault, placed_faults
from ptlint.checks.references.dois import check as faults_of_class
from ptlint.findings.finding import Edit, Fix, Note, Observation
from ptlint.page.kinds import Part
from ptlint.page.mapped import MappedText
from ptlint.page.model import Link, Page
from ptlint.page.passages import passages
from ptlint.references.doi import DoiMention, canonical, differ, doi_link, find_dois
from ptlint.source.escapes import escaped
from ptlint.source.source import Format
from ptlint.source.span import Span


def disagreeing(page: Page, options: Options) -> Iterator[Observation]:
    """A link whose words name another DOI than its target."""
    kind = page.source.format
    if kind is Format.TEXT:
        return
    for link in page.links:
        place = link.href_span
        if place is None or "10." not in link.text.text:
            continue
        fault = differ(link.text.text, page.source.slice(place), WRITTEN_AS[kind])
        if fault is not None:
            yield Observation(
                link.text.span(),
                f"{fault.message} Readers who click and readers who copy end up at different "
                "articles: make both the same.",
                related=(Note(place, "the target"),),
            )


def not_linked(page: Page, options: Options) -> Iterator[Observation]:
    """A DOI of a reference entry that is not a link."""
    kind = page.source.format
    if kind is Format.TEXT:
        return
    linked = [link.span for link in page.links]
    for passage in passages(page, parts=(Part.REFERENCES,)):
        for mention in find_dois(passage.text.text):
            span = passage.text.span(mention.start, mention.end)
            if _should_link(mention, kind) and not any(each.overlaps(span) for each in linked):
                yield _unlinked(page, mention, passage.text, span)


def _should_link(mention: DoiMention, kind: Format) -> bool:
    if mention.form == "resolver":
        # Most programs that show Markdown make links of written-out addresses.
        return mention.doi is not None and kind is Format.HTML
    return mention.doi is not None and mention.form in ("bare", "label")


def _unlinked(page: Page, mention: DoiMention, text: MappedText, span: Span) -> Observation:
    address = doi_link(mention.doi or "")
    fix = None
    if page.source.slice(span) == text.text[mention.start : mention.end]:
        opening, closing = f'<a href="{escaped(address)}">', "</a>"
        if page.source.format is Format.MARKDOWN:
            opening, closing = "[", f"]({address})"
        edits = (Edit(span.start, span.start, opening), Edit(span.end, span.end, closing))
        fix = Fix("Link the DOI", edits, safe=False)
    return Observation(
        span,
        f"The DOI '{mention.text}' is not a link. Link it to {address} so that readers can follow "
        "it.",
        fix=fix,
    )


def publisher_addresses(page: Page, options: Options) -> Iterator[Observation]:
    """Publisher addresses in reference entries that do not give their DOI as well."""
    entries = [entry for listed in page.references for entry in listed.entries]
    known = {
        placed.span: placed for placed in page.once(placed_faults).get(options.data["fault"], ())
    }
    for seen in faults_of_class(page, options):
        home = next((entry for entry in entries if entry.span.contains(seen.span)), None)
        if home is not None and not _gives_doi(known[seen.span], home.text.text, home.links):
            yield seen


def _gives_doi(placed: PlacedFault, entry: str, links: tuple[Link, ...]) -> bool:
    """Does the entry name the DOI, or link to its resolver, beside the publisher's page?"""
    plain = ("bare", "label", "resolver")
    others = [mention for mention in find_dois(entry) if mention.form in plain]
    if placed.fault.doi is None:
        return bool(others) or any("doi.org/" in str(link.href) for link in links)
    right = canonical(placed.fault.doi)
    named = [mention.doi for mention in others]
    named += [str(link.href) for link in links if "doi.org/" in str(link.href)]
    return any(doi and canonical(doi) == right for doi in named)
