"""White space of the file itself: line ends, empty lines, the end of the file.

Front matter, code and template code keep theirs. HTML source is laid out by its authors' tools,
so only the lines of its texts are looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import holding
from ptlint.findings.finding import Edit, Fix, Note, Observation
from ptlint.page.model import Code, Page
from ptlint.page.passages import passages
from ptlint.pattern import later
from ptlint.source.format import Format
from ptlint.source.span import Span

_BLANK = later(r"[\r\n](?:(?<=\r)\n)?+[ \t]*+(?>\r\n?|\n)(?P<more>(?:[ \t]*+(?>\r\n?|\n))++)")
#: Two and more spaces before another line are a line break in Markdown.
_HARD_BREAK = later(r"(?<! ) {2,}+(?=\r?\n[ \t]{0,80}[^ \t\r\n])")
_SPACES = later(r"(?<=[^ ]) {2,}(?=[^ ])")
#: As many further places are listed under a finding.
_LISTED = 10


def trailing(page: Page, options: Options) -> Iterator[Observation]:
    """Spaces and tabs at the ends of lines, one finding a page."""
    text = page.source.text
    found = [
        Span(start, end)
        for start, end in _trailing_spaces(text)
        if not (page.source.format is Format.MARKDOWN and _HARD_BREAK.match(text, start))
    ]
    yield from _grouped(_outside(page, found), "", "Delete the spaces at line ends", _TRAILING_SAYS)


def _trailing_spaces(text: str) -> list[tuple[int, int]]:
    """Where spaces and tabs stand between a line's text and its end, in order."""
    found = []
    for last in (" \n", "\t\n", " \r", "\t\r"):
        # Of two signs together one is looked for far longer than of each alone.
        at = text.find(last) if all(map(text.__contains__, last)) else -1
        while at >= 0:
            end = at + 1
            line = text.rfind("\n", 0, end) + 1
            said = text[line:end].rstrip(" \t")
            if said and said[-1] != "\r":
                found.append((line + len(said), end))
            at = text.find(last, end)
    return sorted(found)


#: A gap to write in; spaces part such gaps from one another.
_GAP = "___"


def doubled(page: Page, options: Options) -> Iterator[Observation]:
    """Two and more spaces between words, one finding a page."""
    found = [
        passage.text.span(*match.span())
        for passage in holding(page, (), ("  ",), ("paragraph", "item", "heading"))
        if _GAP not in passage.text.text
        for match in _SPACES.finditer(passage.text.text)
    ]
    plain = [span for span in found if not page.source.slice(span).strip(" ")]
    yield from _grouped(_outside(page, plain), " ", "Write one space", _DOUBLE_SAYS)


_TRAILING_SAYS = ("This line ends in spaces", "lines end in spaces", "delete them")
_BLANK_SAYS = (
    "More than one empty line in a row",
    "places with more than one empty line",
    "one is enough. If a heading was lost there, put it back",
)
_DOUBLE_SAYS = ("Two spaces between words", "places with two spaces", "one is enough")


def blank_lines(page: Page, options: Options) -> Iterator[Observation]:
    """More than one empty line in a row, one finding a page."""
    text = page.source.text
    found = [
        Span(*match.span("more"))
        for match in _BLANK.finditer(text)
        if match.start() and match.end() < len(text)
    ]
    yield from _grouped(_outside(page, found), "", "Keep one empty line", _BLANK_SAYS)


def final_newline(page: Page, options: Options) -> Iterator[Observation]:
    """A file that does not end in exactly one line end."""
    text = page.source.text
    body = text.rstrip("\r\n")
    end = text[len(body) :]
    if not body or end in ("\n", "\r\n", "\r"):
        return
    newline = "\r\n" if "\r\n" in text else "\n"
    says = "has no line end" if not end else "ends in empty lines"
    span = Span(len(body), len(text)) if end else Span(len(text) - 1, len(text))
    yield Observation(
        span,
        f"The last line {says}: some tools glue the next file to it. End the file in one line end.",
        fix=Fix("End in one line end", (Edit(len(body), len(text), newline),), safe=True),
    )


def _grouped(
    spans: list[Span], text: str, title: str, says: tuple[str, str, str]
) -> Iterator[Observation]:
    """One finding for all places, with one fix for all of them."""
    if not spans:
        return
    one, many, what = says
    message = f"{one}: {what}." if len(spans) == 1 else f"{len(spans)} {many}: {what}."
    notes = tuple(Note(span, "here too") for span in spans[1 : _LISTED + 1])
    edits = tuple(Edit(span.start, span.end, text) for span in spans)
    yield Observation(spans[0], message, related=notes, fix=Fix(title, edits, safe=True))


def _outside(page: Page, spans: list[Span]) -> list[Span]:
    """The spans that lie in the page's own text: no front matter, code or template."""
    kept = page.once(_closed)
    starts = [span.start for span in kept]
    found = []
    for span in spans:
        before = bisect_right(starts, span.start)
        if not (before and kept[before - 1].end > span.start):
            found.append(span)
    return _in_texts(page, found) if found and page.source.format is Format.HTML else found


def _closed(page: Page) -> list[Span]:
    """What is not to be touched, in order and without overlaps; ask through ``page.once``."""
    front = page.metadata.front_matter_span
    spans = [block.span for block in page.blocks if isinstance(block, Code)]
    spans += [*page.source.masked, *page.comments, *([front] if front else [])]
    merged: list[Span] = []
    for span in sorted(spans, key=lambda each: each.start):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _in_texts(page: Page, spans: list[Span]) -> list[Span]:
    texts = [passage.text.span() for passage in passages(page)]
    places = sorted(texts, key=lambda each: (each.start, each.end))
    starts = [place.start for place in places]
    return [
        span
        for span in spans
        if (at := bisect_right(starts, span.start)) and span.end <= places[at - 1].end
    ]
