"""One Markdown page put together to a draft."""

from __future__ import annotations

from ptlint.page.draft import Draft
from ptlint.page.markdown.block_parser import parse
from ptlint.page.markdown.blocks import BlockReader, tree
from ptlint.page.markdown.lines import Normalised
from ptlint.page.markdown.phrases import Surroundings
from ptlint.page.markdown.raw import only, raw_spans
from ptlint.source.source import Source


def read_markdown(source: Source) -> Draft:
    """The draft of a Markdown page."""
    text = source.clean
    begin = 0
    parsed = parse(Normalised.of(text, begin), mdx=source.path.lower().endswith(".mdx"))
    raw = [span for span, _ in raw_spans(parsed.tokens)]
    around = Surroundings(parsed.definitions, only(text, raw) if raw else "", parsed.footnotes)
    reader = BlockReader(around)
    blocks = [*reader.blocks(tree(parsed.tokens)), *reader.footnotes(parsed.footnotes)]
    return Draft(
        blocks=tuple(blocks),
        links=tuple(reader.links),
        images=tuple(reader.images),
        comments=tuple(reader.comments),
    )
