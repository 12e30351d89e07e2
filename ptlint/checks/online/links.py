"""Links to pages elsewhere that are dead, have moved, or lack the place that is linked."""

from __future__ import annotations

import html
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Edit, Fix, Observation, Severity
from ptlint.online.addresses import same_page
from ptlint.online.answers import Answer, Kind, Verdict
from ptlint.online.cited import CitedPage, cited_pages
from ptlint.page.model import Page
from ptlint.source.source import Format

_LONGEST = 80


def dead(page: Page, options: Options) -> Iterator[Observation]:
    """Links in the page's own text to pages that are gone."""
    for cited, answer in _with(page, options, Verdict.MISSING):
        if not cited.in_reference:
            yield Observation(
                cited.span,
                f"This link is dead: {answer.reason}. Find the page's new address, link another, "
                "or take the link out.",
            )


def reference_dead(page: Page, options: Options) -> Iterator[Observation]:
    """Addresses of reference entries at which nothing is any more."""
    for cited, answer in _with(page, options, Verdict.MISSING):
        if cited.in_reference:
            yield Observation(
                cited.span,
                f"The address of this source is dead: {answer.reason}. Find its new address, or "
                "cite a source that readers can open.",
            )


def soft_404(page: Page, options: Options) -> Iterator[Observation]:
    """Links to pages in whose place the server shows its start page or an error page."""
    for cited, answer in _with(page, options, Verdict.SOFT_404):
        yield Observation(
            cited.span,
            f"The page behind this link seems to be gone: {answer.reason}. Open it, and link the "
            "page that readers need.",
        )


def moved(page: Page, options: Options) -> Iterator[Observation]:
    """Links to pages that have moved for good."""
    for cited, answer in _with(page, options, Verdict.MOVED):
        target = _with_fragment(answer.address, cited)
        slight = same_page(cited.address, answer.address)
        yield Observation(
            cited.span,
            f"This page has moved to {_short(target)}. Link it there.",
            fix=_fix(page, cited, target, f"Link {_short(target)}", safe=True),
            severity=Severity.SUGGESTION if slight else None,
        )


def archived(page: Page, options: Options) -> Iterator[Observation]:
    """Dead links of which the Internet Archive holds a copy."""
    for cited in page.once(cited_pages):
        copy = options.answers.to(Kind.COPY, cited.address) if options.answers else None
        if copy and copy.verdict is Verdict.OK:
            day = copy.reason
            when = f" of {day[:4]}-{day[4:6]}-{day[6:8]}" if len(day) == 8 else ""
            yield Observation(
                cited.span,
                f"The Internet Archive holds a copy{when} of this dead page: "
                f"{_short(copy.address)}. Link it if nothing newer takes its place.",
                fix=_fix(page, cited, copy.address, "Link the archived copy", safe=False),
            )


def anchor_missing(page: Page, options: Options) -> Iterator[Observation]:
    """Links to a place on a page that is not there."""
    for cited in page.once(cited_pages):
        key = f"{cited.address}#{cited.fragment}"
        answer = options.answers.to(Kind.ANCHOR, key) if options.answers else None
        if answer and answer.verdict is Verdict.MISSING:
            yield Observation(
                cited.span,
                f"This link leads to the top of the page only: {answer.reason}. Link the place "
                "that readers need, or the page without '#…'.",
            )


def _with(page: Page, options: Options, verdict: Verdict) -> Iterator[tuple[CitedPage, Answer]]:
    for cited in page.once(cited_pages):
        answer = options.answers.to(Kind.LINK, cited.address) if options.answers else None
        if answer and answer.verdict is verdict:
            yield cited, answer


def _with_fragment(target: str, cited: CitedPage) -> str:
    return f"{target}#{cited.fragment}" if cited.fragment and "#" not in target else target


def _fix(page: Page, cited: CitedPage, target: str, title: str, *, safe: bool) -> Fix | None:
    """Edits of the target, and of the link's words where they are the same address."""
    link, kind = cited.link, page.source.format
    if link.href_span is None:
        return None
    place = link.href_span
    edits = [Edit(place.start, place.end, _written(target, kind))]
    words = link.text.span() if link.text else place
    if not words.overlaps(place) and page.source.slice(words) == page.source.slice(place):
        edits.append(Edit(words.start, words.end, _written(target, kind)))
    return Fix(title, tuple(sorted(edits)), safe)


def _written(address: str, kind: Format) -> str:
    if kind is Format.HTML:
        return html.escape(address)
    if kind is Format.MARKDOWN:
        for sign, code in (("(", "%28"), (")", "%29"), ("<", "%3C"), (">", "%3E"), ("\\", "%5C")):
            address = address.replace(sign, code)
    return address


def _short(address: str) -> str:
    shown = unquote(address) if urlsplit(address).query == "" else address
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"
