"""What several links, or a link and its target, have to do with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from ptlint.catalogue.options import Options
from ptlint.checks.accessibility.elements import (
    UNKNOWN,
    at_tag,
    quoted,
    span_of,
)
from ptlint.checks.accessibility.link_names import NamedLink, named_links
from ptlint.checks.accessibility.link_text import bare, context_of
from ptlint.findings.finding import Note, Observation, Severity
from ptlint.page.kinds import Part
from ptlint.page.model import Link, Page
from ptlint.pattern import later
from ptlint.source.span import Span

if TYPE_CHECKING:
    from ptlint.access.element import Element

_FILE = later(r"\.(pdf|docx?|xlsx?|pptx?|odt|rtf|epub)(?:[?#]|$)", re.IGNORECASE)
_TOLD = {
    "pdf": ("pdf",), "doc": ("word", "doc"), "docx": ("word", "doc"),
    "xls": ("excel", "spreadsheet", "xls"), "xlsx": ("excel", "spreadsheet", "xls"),
    "ppt": ("powerpoint", "slides", "presentation", "ppt"),
    "pptx": ("powerpoint", "slides", "presentation", "ppt"),
    "odt": ("odt", "document"), "rtf": ("rtf", "document"), "epub": ("epub", "e-book", "ebook"),
}  # fmt: skip
_ANNOUNCED = later(r"new (?:tab|window|page)|opens in|external", re.IGNORECASE)
_NOT_TEXT = later(r"[\W\d_]*+|[\W_]*+\w[\W_]*+")
#: With so many words beside it, a link is told by them.
_CONTEXT = 3
#: So many of the links with one text are asked for it.
_ASKED = 8
_OWN_PARTS = frozenset({Part.ARTICLE, Part.RELATED, Part.ASIDE})
_TAG = later(r"<[^<>]*+>|&nbsp;|\s")


def ambiguous(page: Page, options: Options) -> Iterator[Observation]:
    """Links side by side with one name and, for certain, different targets."""
    groups: dict[str, list[NamedLink]] = {}
    for link in named_links(page):
        groups.setdefault(link.name.lower(), []).append(link)
    for links in groups.values():
        several = len(links) > 1 and len({link.target for link in links}) > 1
        for first, other in _side_by_side(links) if several else ():
            yield at_tag(
                page,
                other.element,
                f"{quoted(other.name)} stands here for two links that lead to different places. "
                "Let each name its own.",
                related=(Note(span_of(page, first.element), "The same words."),),
            )


def _side_by_side(links: list[NamedLink]) -> Iterator[tuple[NamedLink, NamedLink]]:
    """Pairs of links in one block that certainly lead to different places, one a block."""
    blocks: dict[Element | None, list[NamedLink]] = {}
    for link in links:
        if link.target and UNKNOWN not in link.name:
            blocks.setdefault(link.block, []).append(link)
    for beside in blocks.values():
        pairs = combinations(beside[:_ASKED], 2)
        pair = next((pair for pair in pairs if _surely_differ(*pair)), None)
        if pair is not None:
            yield pair


def _surely_differ(first: NamedLink, second: NamedLink) -> bool:
    """Whether two addresses cannot be the same page: another site, or another query."""
    one, two = _split(first.target), _split(second.target)
    if one is None or two is None:
        return False
    if one.netloc and two.netloc and _host(one.netloc) != _host(two.netloc):
        return True
    same_page = (one.netloc, one.path) == (two.netloc, two.path)
    return same_page and bool(one.query) and bool(two.query) and one.query != two.query


def _host(netloc: str) -> str:
    return netloc.lower().removeprefix("www.").partition(":")[0]


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None


def reused(page: Page, options: Options) -> Iterator[Observation]:
    """One link text for several places on the page."""
    skipped = options.word_set("skip")
    groups: dict[str, list[Link]] = {}
    for link in page.links:
        href, text = link.href, link.text.text
        if text and href and link.part in _OWN_PARTS and UNKNOWN not in href:
            groups.setdefault(bare(link.name or text), []).append(link)
    for words, links in groups.items():
        if (
            len(links) < 2
            or not words
            or words in skipped
            or UNKNOWN in words
            or _NOT_TEXT.fullmatch(words)
        ):
            continue
        targets = {_page_of(link.href or "") for link in links}
        if len(targets) > 1:
            yield _reused(page, links, len(targets))


def _page_of(href: str) -> str:
    """What an address points at, without what does not change the page."""
    address = href.strip().lower().removeprefix("https:").removeprefix("http:")
    bare_address = address.removeprefix("//").removeprefix("www.").partition("?utm_")[0]
    return re.sub(r"(?:/index)?(?:\.html?|\.php)?/?$", "", bare_address).lstrip("./")


def _reused(page: Page, links: Sequence[Link], count: int) -> Observation:
    first, *others = links
    told = all(context_of(page, each) >= _CONTEXT for each in links[:_ASKED])
    other = next(link for link in others if _page_of(link.href or "") != _page_of(first.href or ""))
    return Observation(
        other.text.span(),
        f"{quoted(other.text.text)} leads to {count} different places on this page. Readers who "
        "go from link to link cannot tell them apart: name what is different.",
        tuple(Note(each.text.span(), "The same words.") for each in links if each is not other),
        severity=Severity.SUGGESTION if told else None,
    )


def adjacent(page: Page, options: Options) -> Iterator[Observation]:
    """Two links in a row to one place, which readers meet twice."""
    links = [link for link in page.links if link.href and link.href_span]
    for first, second in pairwise(links):
        if first.href != second.href or not _is_one_card(first, second):
            continue
        between = page.source.clean[first.span.end : second.span.start]
        if 0 <= len(between) <= 400 and not _TAG.sub("", between).strip("*_#-|"):
            yield Observation(
                second.span,
                "This link and the one before it lead to the same place, so readers meet it "
                "twice. Put both into one link.",
                (Note(first.span, "The link before it."),),
            )


def _is_one_card(first: Link, second: Link) -> bool:
    """Whether two links are image and title of one thing, or say the same twice."""
    href = first.href or ""
    if href.startswith("#") or UNKNOWN in href or second.part not in _OWN_PARTS:
        return False
    one, two = bare(first.text.text), bare(second.text.text)
    return bool(one or two) and (one in two or two in one)


def new_tab(page: Page, options: Options) -> Iterator[Observation]:
    """Links that open a new tab without saying so; one observation a page."""
    silent = [
        link
        for link in page.links
        if link.new_window
        and link.part is not Part.HIDDEN
        and not _ANNOUNCED.search(f"{link.text.text} {link.name} {link.title or ''}")
    ]
    if not silent:
        return
    many = f"{len(silent)} links on this page open" if len(silent) > 1 else "This link opens"
    yield Observation(
        _opening(page, silent[0]),
        f"{many} a new tab without saying so, and the Back button does not lead back. Let links "
        'open in place, or add "(opens in a new tab)".',
        tuple(Note(_opening(page, each), "Opens a new tab.") for each in silent[1:]),
    )


def _opening(page: Page, link: Link) -> Span:
    return link.text.span() if link.text else link.span


def file_unlabelled(page: Page, options: Options) -> Iterator[Observation]:
    """A link to a file that does not say what kind of file it is."""
    for link in page.links:
        found = _FILE.search(link.href or "")
        if found is None or link.part is Part.HIDDEN or UNKNOWN in (link.href or ""):
            continue
        kind = found[1].lower()
        text = (link.text.text or link.name).strip()
        said = f"{text} {link.name} {link.title or ''} {_just_after(page, link)}".lower()
        if not text or any(word in said for word in _TOLD[kind]):
            continue
        yield Observation(
            _opening(page, link),
            f"This link opens a file ({kind.upper()}), not a page. Say so, with its size: "
            f"{quoted(f'{text} ({kind.upper()}, 545 KB)')}.",
        )


def _just_after(page: Page, link: Link) -> str:
    """The words that follow a link: "(PDF, 115 KB)"."""
    after = page.source.clean[link.span.end : link.span.end + 80]
    return _TAG.sub(" ", after)[:40]
