"""Faults of the DOIs of a page: in its texts, its reference entries and its link targets.

All classes of fault come from one reading of the page; each rule page names the one it reports
in ``data.fault``. What is wrong with a DOI is decided in ``ptlint.references.doi``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal

from ptlint.catalogue.options import Options
from ptlint.checks.citations import link_targets
from ptlint.checks.kinds.holding import texts_matching
from ptlint.findings.finding import Edit, Fix, Note, Observation
from ptlint.page.kinds import Style
from ptlint.page.mapped import MappedText
from ptlint.page.model import Link, Page
from ptlint.page.passages import Passage
from ptlint.pattern import later
from ptlint.record import record, replace
from ptlint.references.doi import DoiFault, faults_in_href, faults_in_text
from ptlint.source.escapes import escaped, unescaped
from ptlint.source.source import Format
from ptlint.source.span import Span

#: Most texts and links have no DOI; these few letters are looked for before anything is read.
#: Each alternative begins with a plain sign, by which the rest of a text is passed over quickly.
_MAY_HOLD_DOI = later(
    r"1(?:0\s?[.,]|[oO]\.)|d[oO][iI]|D[oO][iI]|/(?:[pP][iI]{2}|[fF][uU][lL]{2}[tT][eE][xX][tT]/)"
    r"|s\d{4}-\d{3}|S\d{4}-\d{3}"
)
_SPACES = later(r"\s+")
#: Signs that mean something else than themselves in Markdown or HTML.
_MARKUP = frozenset("<>*_`[]\\&")


#: How link targets are written in each format, in the terms of the reader of DOIs.
WRITTEN_AS: dict[Format, Literal["html", "markdown", "text"]] = {
    Format.HTML: "html",
    Format.MARKDOWN: "markdown",
    Format.TEXT: "text",
}


@record
class PlacedFault:
    """A fault with the source places of what is reported and of what is replaced.

    Attributes:
        span: the whole mention, as the writer sees it.
        edits: the correction; empty where there is none.
        link: the link it stands in or is the target of.
        target: where the target of that link has the same fault.
    """

    fault: DoiFault
    span: Span
    edits: tuple[Edit, ...]
    link: Link | None
    target: Span | None = None


def placed_faults(page: Page) -> dict[str, list[PlacedFault]]:
    """Every DOI fault of the page by its rule; ask through ``page.once``."""
    found: defaultdict[str, list[PlacedFault]] = defaultdict(list)
    for placed in _merged(_in_texts(page), _in_targets(page)):
        found[placed.fault.rule].append(placed)
    old = {each.span: each for each in found["doi-http"]}
    found["doi-legacy"] = [
        _with_scheme(each, old.pop(each.span, None)) for each in found["doi-legacy"]
    ]
    found["doi-http"] = list(old.values())
    return found


def _with_scheme(legacy: PlacedFault, http: PlacedFault | None) -> PlacedFault:
    """``http://dx.doi.org`` is one old form of address, mended in one go."""
    if http is None:
        return legacy
    return replace(legacy, edits=tuple(sorted({*legacy.edits, *http.edits})))


def check(page: Page, options: Options) -> Iterator[Observation]:
    """The faults of the class that the rule page names in ``data.fault``."""
    for placed in page.once(placed_faults).get(options.data["fault"], ()):
        yield _observation(placed)


def _observation(placed: PlacedFault) -> Observation:
    fault, fix = placed.fault, None
    if placed.edits:
        title = f"Write the DOI {fault.doi} as it is" if fault.doi else "Correct the DOI"
        fix = Fix(title, placed.edits, safe=fault.safe)
    notes = (Note(placed.target, "the link's target"),) if placed.target else ()
    return Observation(placed.span, fault.message, related=notes, fix=fix)


def _in_texts(page: Page) -> Iterator[PlacedFault]:
    texts = list(texts_matching(page, _MAY_HOLD_DOI))
    links = sorted(page.links, key=lambda link: link.span.start) if texts else []
    for passage in texts:
        for fault in faults_in_text(passage.text.text):
            if not _in_code(passage, fault.start):
                yield _placed(fault, passage.text, links, page)


def _placed(fault: DoiFault, text: MappedText, links: Iterable[Link], page: Page) -> PlacedFault:
    start = text.text.rfind(fault.words, 0, fault.start + len(fault.words))
    end = start + len(fault.words)
    span = text.span(start, end) if start >= 0 else text.span(fault.start, fault.end)
    link = next((each for each in links if each.span.overlaps(span)), None)
    return PlacedFault(fault, span, _text_edit(fault, text, page), link)


def _text_edit(fault: DoiFault, text: MappedText, page: Page) -> tuple[Edit, ...]:
    """The edit that mends a fault of the visible text; none where markup stands in between."""
    if fault.corrected is None:
        return ()
    place = text.span(fault.start, fault.end)
    written, shown = page.source.slice(place), text.text[fault.start : fault.end]
    kind, new = page.source.format, fault.corrected
    if written != shown and not _same_words(written, shown, kind):
        return ()
    if kind is Format.HTML:
        new = escaped(new, quote=False)
    elif kind is Format.MARKDOWN and not _MARKUP.isdisjoint(set(new) - set(shown)):
        return ()
    return (Edit(place.start, place.end, new),)


def _same_words(written: str, shown: str, kind: Format) -> bool:
    plain = written if kind is Format.TEXT else unescaped(written)
    return _SPACES.sub(" ", plain) == _SPACES.sub(" ", shown)


def _in_targets(page: Page) -> Iterator[PlacedFault]:
    kind = page.source.format
    # An address in plain text is its own target, and was read as text.
    if kind is Format.TEXT or not _MAY_HOLD_DOI.search(page.once(link_targets)):
        return
    for link in page.links:
        place = link.href_span
        if not link.href or place is None:
            continue
        written = page.source.slice(place)
        if not _MAY_HOLD_DOI.search(written):
            continue
        for fault in faults_in_href(written, WRITTEN_AS[kind]):
            yield PlacedFault(fault, place, _target_edit(fault, place, kind), link)


def _target_edit(fault: DoiFault, place: Span, kind: Format) -> tuple[Edit, ...]:
    if fault.corrected is None:
        return ()
    new = escaped(fault.corrected) if kind is Format.HTML else fault.corrected
    return (Edit(place.start + fault.start, place.start + fault.end, new),)


def _merged(texts: Iterable[PlacedFault], targets: Iterable[PlacedFault]) -> Iterator[PlacedFault]:
    """One fault for what is mended together: the words of a link and its target.

    An address that is its own link (``<https://…>``) and a target that several links share
    are seen twice but stand on the page once.
    """
    waiting = list(_once(targets))
    for shown in _once(texts):
        partner = next((each for each in waiting if _belong_together(shown, each)), None)
        if partner is None:
            yield shown
            continue
        waiting.remove(partner)
        apart = not partner.span.overlaps(shown.span)
        edits = tuple(sorted({*shown.edits, *partner.edits})) if apart else shown.edits
        fault = replace(shown.fault, safe=shown.fault.safe and partner.fault.safe)
        yield replace(shown, fault=fault, edits=edits, target=partner.span if apart else None)
    yield from waiting


def _belong_together(shown: PlacedFault, target: PlacedFault) -> bool:
    if shown.fault.rule != target.fault.rule:
        return False
    if shown.span.overlaps(target.span):
        return True
    one_link = shown.link is not None and shown.link == target.link
    return one_link and shown.fault.doi == target.fault.doi


def _once(found: Iterable[PlacedFault]) -> Iterator[PlacedFault]:
    seen: set[tuple[str, int, int]] = set()
    for placed in found:
        place = placed.edits[0] if placed.edits else placed.span
        key = (placed.fault.rule, place.start, place.end)
        if key not in seen:
            seen.add(key)
            yield placed


def _in_code(passage: Passage, offset: int) -> bool:
    return any(
        inline.style is Style.CODE and inline.start <= offset < inline.end
        for inline in passage.inlines
    )
