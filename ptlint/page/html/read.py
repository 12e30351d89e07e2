"""The HTML reader: one page in, its blocks, links, images, trails and metadata out."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.page.draft import Draft
from ptlint.page.html.flow import blocks_of
from ptlint.page.html.landmarks import parts_of
from ptlint.page.html.links import images_of, links_of
from ptlint.page.html.metadata import metadata_of
from ptlint.page.html.nesting import Nesting, nest
from ptlint.page.html.parse import markup_of, readable
from ptlint.page.html.trails import trails_of
from ptlint.page.model import Metadata
from ptlint.pattern import later
from ptlint.record import replace
from ptlint.source.source import Source
from ptlint.source.span import Span

#: Template code that fills a place in a document of another file.
_INHERITS = later(r"\{%[-~]?+[ \t]*+extends\b|@extends[ \t]*+\(|@layout[ \t]*+\(")
_INHERITS_WITHIN = 4_000
_TEMPLATE_COMMENTS = ("{#", "{{--", "{{!", "{{/*", "{{- /*", "{% comment", "<%#", "<%--")
_VISIBLE = later(r"[^\r\n]")


def read(source: Source) -> Draft:
    """The draft of an HTML page; broken markup never fails."""
    front = _front_matter(source.clean)
    nesting = nest(readable(_without(source.clean, front.front_matter_span)))
    trails = trails_of(nesting)
    parts = parts_of(nesting, [element for element, _ in trails])
    return Draft(
        blocks=blocks_of(nesting, parts),
        links=links_of(nesting, parts),
        images=images_of(nesting, parts),
        trails=tuple(trail for _, trail in trails),
        metadata=_merged(front, metadata_of(nesting)),
        comments=tuple(_comments(nesting, source)),
        whole_document=_is_whole(nesting, source.text, front),
        markup=markup_of(nesting),
    )


def _front_matter(text: str) -> Metadata:
    if not text.startswith(("---", "+++")):
        return Metadata()
    # Few HTML pages have any, and its readers are not needed for the others.
    from ptlint.page.front_matter import metadata_of as front_metadata
    from ptlint.page.front_matter import read_front_matter

    return front_metadata(read_front_matter(text))


def _without(text: str, front: Span | None) -> str:
    if front is None:
        return text
    return _VISIBLE.sub(" ", text[: front.end]) + text[front.end :]


def _merged(front: Metadata, html: Metadata) -> Metadata:
    """What the page's own head says, and what only the front matter says."""
    if front.front_matter_span is None:
        return html
    return replace(
        html,
        title=html.title or front.title,
        description=html.description or front.description,
        language=html.language or front.language,
        canonical=html.canonical or front.canonical,
        front_matter=front.front_matter,
        front_matter_spans=front.front_matter_spans,
        front_matter_span=front.front_matter_span,
        front_matter_error=front.front_matter_error,
    )


def _comments(nesting: Nesting, source: Source) -> Iterator[Span]:
    """Comments of HTML and of template languages, in order."""
    spans = [Span(start, end) for start, end in nesting.comments]
    spans += [
        span for span in source.masked if source.text.startswith(_TEMPLATE_COMMENTS, span.start)
    ]
    yield from sorted(spans)


def _is_whole(nesting: Nesting, text: str, front: Metadata) -> bool:
    """Whether the file is a document of its own and not a part that a template puts in one."""
    own = nesting.doctype is not None or any(
        each.name in ("html", "body") for each in nesting.starts
    )
    if not own or "layout" in front.front_matter:
        return False
    head = text[:_INHERITS_WITHIN]
    return not ("{%" in head or "@" in head) or not _INHERITS.search(head)
