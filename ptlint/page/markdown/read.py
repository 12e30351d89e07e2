"""One Markdown page put together to a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import TypeVar

from ptlint.page.draft import Draft
from ptlint.page.front_matter import FrontMatter, metadata_of, read_front_matter
from ptlint.page.kinds import Part
from ptlint.page.mapped import MappedText
from ptlint.page.markdown.block_parser import parse
from ptlint.page.markdown.blocks import BlockReader
from ptlint.page.markdown.lines import Normalised
from ptlint.page.markdown.phrases import Surroundings
from ptlint.page.markdown.raw import RawHtml, only, raw_html
from ptlint.page.markdown.tree import tree
from ptlint.page.model import Block, Code, Heading, Image, Link, List, Metadata, Table
from ptlint.record import replace
from ptlint.source.source import Source
from ptlint.source.span import Span

Placed = TypeVar("Placed", Link, Image)

#: Opening and closing signs of the comments of MDX, Jinja, Hugo and Handlebars.
_COMMENTS = (("{/*", "*/}"), ("{#", "#}"), ("{{/*", "}}"), ("{{-/*", "}}"), ("{{!", "}}"))
_PARTIALS = frozenset(("_includes", "_partials", "partials", "includes", "snippets", "_snippets"))


def read(source: Source) -> Draft:
    """The draft of a Markdown page (``.md``, ``.mdx``, ``.qmd`` and their kin)."""
    front = read_front_matter(source.clean)
    parsed = parse(
        Normalised.of(source.clean, front.body if front else 0),
        written=source.text,
        mdx=source.path.lower().endswith(".mdx"),
    )
    raw = raw_html(parsed.tokens) if "<" in source.clean else RawHtml()
    tags = only(source.clean, raw.tags) if raw.tags else ""
    reader = BlockReader(Surroundings(parsed.definitions, tags, parsed.footnotes))
    blocks = list(reader.blocks(tree(parsed.tokens)))
    notes = tuple(reader.footnotes(parsed.footnotes))
    draft = Draft(
        blocks=(*blocks, *notes),
        links=tuple(link for said in reader.said for link in said.links),
        images=tuple(image for said in reader.said for image in said.images),
        metadata=metadata_of(front),
        comments=(
            *(comment for said in reader.said for comment in said.comments),
            *_template_comments(source),
        ),
    )
    if raw:
        draft = _with_raw_html(draft, source, raw, len(notes))
    return replace(draft, whole_document=draft.whole_document or _is_whole(draft, source, front))


def _with_raw_html(draft: Draft, source: Source, raw: RawHtml, notes: int) -> Draft:
    """The draft with what stands in raw HTML put in between, footnotes still last.

    Args:
        notes: how many blocks at the end hold the footnotes.
    """
    # Imported on demand: most pages hold no HTML and do without its reader.
    from ptlint.page.markdown.raw_reading import RawReading

    html = RawReading(source.clean, raw, _word_spans(draft, source.clean))
    inner = html.draft()
    own, last = draft.blocks[: len(draft.blocks) - notes], draft.blocks[len(draft.blocks) - notes :]
    placed = (_in_part(block, html.part(block.span.start)) for block in own)
    blocks = sorted((*placed, *inner.blocks), key=lambda block: block.span.start)
    return replace(
        inner,
        blocks=(*blocks, *last),
        links=_in_order((*draft.links, *inner.links)),
        images=_in_order((*draft.images, *inner.images)),
        metadata=_merged(draft.metadata, inner.metadata),
        comments=tuple(sorted((*draft.comments, *inner.comments))),
    )


def _in_order(nodes: Iterable[Placed]) -> tuple[Placed, ...]:
    return tuple(sorted(nodes, key=lambda node: node.span.start))


def _in_part(block: Block, part: Part) -> Block:
    return replace(block, part=part) if block.part is Part.ARTICLE is not part else block


def _merged(front: Metadata, html: Metadata) -> Metadata:
    """What the front matter says, and what only the HTML says."""
    return replace(
        front,
        title=front.title or html.title,
        description=front.description or html.description,
        language=front.language or html.language,
        canonical=front.canonical or html.canonical,
        meta=html.meta,
        json_ld=html.json_ld,
    )


def _word_spans(draft: Draft, source: str) -> Iterator[Span]:
    """Where the words stand that Markdown shows, alternatives of images included."""
    for text in _texts(draft):
        for run in text.runs:
            # Of an escaped sign the sign itself is a word, the backslash is not.
            if run.verbatim or source[run.start] == "&":
                yield Span(run.start, run.end)
            elif source[run.start] == "\\":
                yield Span(run.end - 1, run.end)
    for image in draft.images:
        if image.alt_span:
            yield image.alt_span


def _texts(draft: Draft) -> Iterator[MappedText]:
    for block in draft.blocks:
        if isinstance(block, List):
            for item in block.all_items():
                yield item.text
                if item.term:
                    yield item.term
        elif isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row)
        elif not isinstance(block, Code):
            yield block.text


def _template_comments(source: Source) -> Iterator[Span]:
    """Comments of MDX and of template languages, which are masked as code."""
    for span in source.masked:
        code = source.text[span.start : span.end]
        if any(code.startswith(opening) and code.endswith(end) for opening, end in _COMMENTS):
            yield span


def _is_whole(draft: Draft, source: Source, front: FrontMatter | None) -> bool:
    """Whether the file is a page of its own and not a part that other pages take in."""
    path = PurePath(source.path)
    if path.name.startswith("_") and not path.name.startswith("_index"):
        return False
    if _PARTIALS.intersection(path.parts[:-1]):
        return False
    if front and (draft.metadata.title or "layout" in front.data):
        return True
    return any(isinstance(block, Heading) and block.level == 1 for block in draft.blocks)
