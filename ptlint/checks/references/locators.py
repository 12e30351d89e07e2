"""Page ranges and punctuation of reference entries (AMA Manual of Style 11, 3.11; MLA 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.references.entries import PageEntry, page_entries
from ptlint.findings.finding import Edit, Fix, Observation, Severity
from ptlint.page.model import Page
from ptlint.references.entry import Field

_DASH = r"[-–—‐‑−]"
_PAGE = r"([A-Za-z]{0,4})(\d{1,7})([A-Za-z]?)"
_RANGE = re.compile(rf"{_PAGE}\s?{_DASH}{{1,2}}\s?{_PAGE}")
_KEY = re.compile(r"(?<![\w.])(pp?)\.\s?(?=[A-Za-z]{0,4}\d)")
_DOUBLED_KEY = re.compile(r"(?<![\w.])pp?\.\s?pp?\.(?=\s?\d)", re.I)
_ADDRESS = re.compile(r"(?:https?://|www\.|\b10\.\d{4})\S*")
#: Stops and commas that collide. What is kept stands in the second place.
_COLLISIONS = (
    (re.compile(r"(?<=[\d\w]\d)\.,"), ","),
    (re.compile(r",\s?,"), ","),
    (re.compile(r";\s?;"), ";"),
    (re.compile(r"(?<=[a-z\d)\]])\.\s?\.(?![.…])(?=\s(?![.…])|$)"), "."),
    (re.compile(r"(?<=[.!?][”\"])\.(?=\s|$)"), ""),
    (re.compile(r"(?<=\w),\.(?=\s|$)"), "."),
)


def malformed_pages(page: Page, options: Options) -> Iterator[Observation]:
    """Page ranges that end where they begin, or before."""
    for each in page.once(page_entries):
        pages = each.fields.pages
        if pages is not None:
            yield from _of_range(each, pages)
            yield from _of_key(each, pages)
        doubled = _DOUBLED_KEY.search(each.text)
        if doubled:
            yield Observation(
                each.span(*doubled.span()), f"'{doubled.group()}' says 'pages' twice: keep one."
            )


def _of_range(each: PageEntry, pages: Field) -> Iterator[Observation]:
    written = each.text[pages.start : pages.end]
    match = _RANGE.fullmatch(written.strip())
    if match is None or "+" in written:
        return
    first, last = match[2], match[5]
    prefixes = {match[1].lower(), match[4].lower()} | {match[3].lower(), match[6].lower()}
    if match[1] == match[4] and match[3] == match[6] and first == last:
        yield _same_page(each, pages, match)
    elif not prefixes - {""} and int(first) > int(_in_full(first, last)):
        yield Observation(
            each.place(pages),
            f"The page range '{written}' ends before it begins. Look up the page numbers.",
        )


def _in_full(first: str, last: str) -> str:
    """The last page of an abbreviated range: 518–24 ends on page 524."""
    return first[: len(first) - len(last)] + last if len(last) < len(first) else last


def _same_page(each: PageEntry, pages: Field, match: re.Match[str]) -> Observation:
    place, number = each.place(pages), f"{match[1]}{match[2]}{match[3]}"
    edits = [Edit(place.start, place.end, number)]
    key = list(_KEY.finditer(each.text, max(0, pages.start - 5), pages.end + 1))
    if key and key[-1].end() == pages.start and key[-1][1] == "pp":
        word = each.span(*key[-1].span(1))
        edits.insert(0, Edit(word.start, word.end, "p"))
    return Observation(
        place,
        f"'{match.group()}' is one page: write 'p. {number}', or look up where the article ends.",
        fix=Fix(f"Write '{number}'", tuple(edits), safe=False),
    )


def _of_key(each: PageEntry, pages: Field) -> Iterator[Observation]:
    """"pp." before one page, "p." before several."""
    keys = [key for key in _KEY.finditer(each.text) if key.end() == pages.start]
    if not keys or "," in pages.value:
        return
    several = re.search(_DASH, pages.value) is not None
    match = _RANGE.fullmatch(pages.value)
    if match and match.group(1, 2, 3) == match.group(4, 5, 6):
        return
    word = keys[0][1]
    if (word == "p") == several:
        right, count = ("pp", "several pages") if several else ("p", "one page")
        place = each.span(*keys[0].span(1))
        yield Observation(
            each.span(keys[0].start(), pages.end),
            f"'{word}.' stands before {count} ('{pages.value}'): write '{right}.'.",
            fix=Fix(f"Write '{right}.'", (Edit(place.start, place.end, right),), safe=False),
            severity=Severity.SUGGESTION,
        )


def colliding_punctuation(page: Page, options: Options) -> Iterator[Observation]:
    """Two signs where one belongs."""
    for each in page.once(page_entries):
        text = _without_addresses(each)
        for pattern, kept in _COLLISIONS:
            for match in pattern.finditer(text):
                yield _collision(page, each, match, kept)


def _without_addresses(each: PageEntry) -> str:
    return _ADDRESS.sub(lambda found: "\0" * len(found[0]), each.text)


def _collision(page: Page, each: PageEntry, match: re.Match[str], kept: str) -> Observation:
    start = max(0, match.start() - 12)
    sign = kept or match.string[match.start() - 1]
    around = each.text[start : match.end()].strip()
    place = each.span(*match.span())
    fix = None
    if page.source.slice(place) == match.group():
        fix = Fix("Keep one sign", (Edit(place.start, place.end, kept),), safe=True)
    return Observation(
        place,
        f"Punctuation collides in '{around}': keep one sign ('{sign}').",
        fix=fix,
    )
