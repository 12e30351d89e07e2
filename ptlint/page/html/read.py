"""The HTML reader: one page in, its blocks, links, images, trails and metadata out."""

from __future__ import annotations

import re

from ptlint.page.draft import Draft
from ptlint.page.html.flow import blocks_of
from ptlint.page.html.landmarks import parts_of
from ptlint.page.html.links import images_of, links_of
from ptlint.page.html.metadata import metadata_of
from ptlint.page.html.nesting import Nesting, nest
from ptlint.page.html.parse import markup_of, readable
from ptlint.page.html.trails import trails_of
from ptlint.source.source import Source
from ptlint.source.span import Span

#: Template code that fills a place in a document of another file.
_INHERITS = re.compile(r"\{%-?\s*extends\b|@extends\s*\(|@layout\s*\(|\{\{<\s*layout\b|^layout\s*:", re.M)


def read(source: Source) -> Draft:
    """The draft of an HTML page; broken markup never fails."""
    nesting = nest(readable(source.clean))
    trails = trails_of(nesting)
    parts = parts_of(nesting, [element for element, _ in trails])
    return Draft(
        blocks=blocks_of(nesting, parts),
        links=links_of(nesting, parts),
        images=images_of(nesting, parts),
        trails=tuple(trail for _, trail in trails),
        metadata=metadata_of(nesting),
        comments=tuple(Span(start, end) for start, end in nesting.comments),
        whole_document=_is_whole(nesting, source.text),
        markup=markup_of(nesting),
    )


def _is_whole(nesting: Nesting, text: str) -> bool:
    """Whether the file is a document of its own and not a part that a template puts in one."""
    names = {token[3] for token in nesting.starts[:50]}
    own = nesting.doctype is not None or bool(names & {"html", "body"})
    return own and not _INHERITS.search(text[:4000])
