"""Places in Markdown pages: how many are exact, how many words are found, how quickly.

    python benchmarks/positions_markdown.py [FOLDER]

FOLDER holds real pages (default: ../shared/bench/pages beside the repository). Every visible
character is compared with the source character it claims to come from; every heading, item,
cell and link target with the signs that must stand at its place; the words of each page with
those that the stock parser renders. Seconds are CPU seconds, the best of five runs.
"""

from __future__ import annotations

import html
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt

from ptlint.page.draft import Draft
from ptlint.page.front_matter import read_front_matter
from ptlint.page.mapped import MappedText
from ptlint.page.markdown.read import read
from ptlint.page.model import Code, Heading, Item, List, Table
from ptlint.source.format import Format
from ptlint.source.load import read_bytes
from ptlint.source.source import Source
from ptlint.source.source import read as read_source

DEFAULT = Path(__file__).parents[2] / "shared" / "bench" / "pages"
RUNS = 5
_HEADING = re.compile(r"#{1,6}(?=[ \t]|$)|<h[1-6]|[^#\s]", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_NOT_TEXT = re.compile(r"(?is)<(script|style|pre)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>")


def sources(folder: Path) -> list[Source]:
    found = (read_source(str(each), read_bytes(str(each))) for each in _files(folder))
    return [source for source in found if source.format is Format.MARKDOWN]


def _files(folder: Path) -> Iterator[Path]:
    endings = (".md", ".mdx", ".markdown", ".qmd")
    return (each for each in sorted(folder.rglob("*")) if each.suffix.lower() in endings)


def items(draft: Draft) -> Iterator[Item]:
    for block in draft.blocks:
        if isinstance(block, List):
            yield from block.all_items()


def texts(draft: Draft) -> Iterator[MappedText]:
    for block in draft.blocks:
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row)
        elif not isinstance(block, Code | List):
            yield block.text
    for item in items(draft):
        yield item.text
        if item.term:
            yield item.term


def exact_characters(source: Source, text: MappedText) -> int:
    """How many visible characters come from where they say."""
    exact = 0
    for run in text.runs:
        visible = text.text[run.at : run.at + run.length]
        written = source.clean[run.start : run.end]
        if run.verbatim:
            pairs = zip(visible, written, strict=True)
            exact += sum(a == b or (a.isspace() and b.isspace()) for a, b in pairs)
        elif _is_unit(visible, written):
            exact += run.length
    return exact


def _is_unit(visible: str, written: str) -> bool:
    """An entity, an escaped sign, a line break, a footnote's number, template code."""
    return (
        html.unescape(written) == visible
        or written == f"\\{visible}"
        or (visible == " " and not re.search(r"[^\W_]", re.sub(r"<[^>]*>|\{[^}]*\}", "", written)))
        or (written[:1] in "[^" and visible.isdigit())
        or set(written) == {"\ue000"}
    )


def nodes(source: Source, draft: Draft) -> Iterator[bool]:
    """For each heading, item, link and image: does the source at its place say so?"""
    text = source.clean
    for block in draft.blocks:
        if isinstance(block, Heading):
            yield bool(_HEADING.match(text, block.span.start))
            yield _holds(block.text, block.span.start, block.span.end)
    for item in items(draft):
        yield text.startswith((item.marker, "<"), item.span.start)
        yield _holds(item.text, item.span.start, item.span.end)
    for link in draft.links:
        if link.href_span and link.href is not None:
            written = text[link.href_span.start : link.href_span.end]
            plain = html.unescape(re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", written))
            yield link.href in (plain, written.strip(), f"https://{plain}", f"mailto:{plain}")
        yield text[link.span.start] in "[<" or link.text.text == text[slice(*_ends(link.span))]
    for image in draft.images:
        yield text.startswith(("![", "<"), image.span.start)


def _ends(span: object) -> tuple[int, int]:
    return span.start, span.end  # type: ignore[attr-defined]


def _holds(text: MappedText, start: int, end: int) -> bool:
    return not text or (start <= text.span().start and text.span().end <= end)


def words_of(source: Source, stock: MarkdownIt) -> Counter[str]:
    """The words of the page as the stock parser renders it."""
    front = read_front_matter(source.clean)
    body = source.clean[front.body if front else 0 :].replace("\ue001", " ")
    return Counter(_WORD.findall(html.unescape(_NOT_TEXT.sub(" ", stock.render(body)))))


def report(pages: list[Source]) -> None:
    stock = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    characters = exact = places = right = known = found = 0
    for source in pages:
        draft = read(source)
        for text in texts(draft):
            characters += len(text)
            exact += exact_characters(source, text)
        verdicts = list(nodes(source, draft))
        places, right = places + len(verdicts), right + sum(verdicts)
        rendered = words_of(source, stock)
        ours = Counter(word for text in texts(draft) for word in _WORD.findall(text.text))
        known, found = known + rendered.total(), found + (rendered & ours).total()
    print(f"{len(pages)} pages")
    _print("visible characters at their exact place", exact, characters)
    _print("headings, items, links and images at their place", right, places)
    _print("words of the rendered page found", found, known)
    seconds = min(_seconds(pages) for _ in range(RUNS))
    print(f"{len(pages) / seconds:.0f} pages a second of CPU")


def _print(what: str, part: int, whole: int) -> None:
    print(f"{what}: {part} of {whole} ({100 * part / max(whole, 1):.3f} %)")


def _seconds(pages: list[Source]) -> float:
    begun = time.process_time()
    for source in pages:
        read(source)
    return time.process_time() - begun


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    if not chosen.is_dir():
        sys.exit(f"{chosen} is missing: name a folder of real pages.")
    report(sources(chosen))
