"""Properties of any text at all: reading never fails and places say what nodes say."""

from __future__ import annotations

import re
import time
from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ptlint.page.html import parse, read
from ptlint.page.html.nesting import CLOSE, nest
from ptlint.page.html.parse import readable
from ptlint.page.mapped import MappedText
from ptlint.page.model import Heading, List, Paragraph, Table
from ptlint.source.format import Format
from ptlint.source.source import from_text

NAMES = [
    *("p", "div", "span", "b", "a", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "table", "tr"),
    *("td", "th", "caption", "br", "img", "svg", "path", "title", "script", "style", "button"),
    *("form", "nav", "main", "header", "blockquote", "pre", "select", "option", "html", "head"),
    *("body", "template"),
]
ATTRIBUTES = ("", " class=breadcrumb", " href='/a?b=1&c=2'", ' title="a > b"', " hidden", " id=x /")

tags = st.builds(
    lambda close, name, attributes: f"</{name}>" if close else f"<{name}{attributes}>",
    st.booleans(),
    st.sampled_from(NAMES),
    st.sampled_from(ATTRIBUTES),
)
words = st.sampled_from(
    [
        *("back pain", " ", "\n", "\r\n  ", "\r", "a", "&amp;", "&eacute;", "&#8211;", "&copy 1"),
        *("&", "<", "&nbsp;", "&#32;", "&#10;"),
        *(" / ", " > ", "<!-- c -->", "<!--", "]]>", "<![CDATA[x]]>", "1. "),
        *("\ue000\ue000", "\ue001", "\0"),
    ]
)
soups = st.lists(st.one_of(tags, words, words), max_size=40).map("".join)


def draft_of(text):
    return read(from_text(text, "x.html", Format.HTML))


def texts(draft) -> list[MappedText]:
    found = [link.text for link in draft.links]
    for block in draft.blocks:
        if isinstance(block, (Heading, Paragraph)):
            found.append(block.text)
        elif isinstance(block, List):
            for item in block.all_items():
                found.append(item.text)
                found += [item.term] if item.term else []
        elif isinstance(block, Table):
            found += [cell.text for row in block.rows for cell in row]
            found += [block.caption] if block.caption else []
    found += [crumb.text for trail in draft.trails for crumb in trail.crumbs]
    return [text for text in found if text]


@settings(max_examples=400, deadline=None)
@given(soups)
def test_every_run_of_every_text_is_what_the_source_says(text):
    for mapped in texts(draft_of(text)):
        assert sum(run.length for run in mapped.runs) == len(mapped.text)
        last = 0
        for run in mapped.runs:
            assert last <= run.start <= run.end <= len(text)
            last = run.end
            shown, written = mapped.text[run.at : run.at + run.length], text[run.start : run.end]
            if written.isspace() or shown == " ":
                assert shown.isspace()
            elif "\ue000" in shown:
                assert set(written) <= set("\ue000\r\n")
            else:
                # A line end alone is one space of the same length.
                written = re.sub(r"[\r\n]", " ", readable(written))
                assert shown in (written, unescape(written))


@settings(max_examples=300, deadline=None)
@given(soups)
def test_white_space_is_as_the_page_model_says(text):
    for mapped in texts(draft_of(text)):
        assert not re.search(r"[\r\n]", mapped.text)
        assert mapped.text == mapped.text.strip(" \t\r\n\f")


@settings(max_examples=300, deadline=None)
@given(soups)
def test_spans_lie_in_the_text_and_marks_in_their_blocks(text):
    draft = draft_of(text)
    spans = [node.span for node in (*draft.blocks, *draft.links, *draft.images, *draft.trails)]
    for block in draft.blocks:
        for mark in getattr(block, "inlines", ()):
            assert 0 <= mark.start < mark.end <= len(block.text)
            spans.append(mark.span)
        if isinstance(block, List):
            spans += [item.span for item in block.all_items()]
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)


@settings(max_examples=300, deadline=None)
@given(soups)
def test_the_tree_has_every_element_at_its_tag(text):
    markup = parse(text)
    for element in markup.root.iter():
        tag = markup.tag(element)
        if tag is not None:
            assert text[tag.span.start] == "<"
            assert markup.whole_span(element).start == tag.span.start
            assert markup.whole_span(element).end >= tag.span.end


@settings(max_examples=300, deadline=None)
@given(soups)
@example("<html><p></html>")
def test_events_are_in_order_and_inside(text):
    last = 0
    for kind, element, start, end, _ in nest(text).events:
        # The page goes on after these end tags, and so does what is still open inside them.
        if kind != CLOSE or element.name not in ("html", "body"):
            assert last <= start <= end <= len(text)
            last = end


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text):
    assert draft_of(text).markup.root is not None


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "<",
            "<a",
            "</",
            "<!--",
            "<![CDATA[",
            "<!doctype",
            "&",
            "&#x",
            "&a",
            '<a b="',
            "<a b='x\" ",
        ),
        *(
            "<a = ",
            "= ",
            " ",
            "\n",
            " \n",
            "\ue000",
            "\ue001\n",
            "<script>",
            "<script><!--<script>",
        ),
        *(
            "<div>",
            "<p>",
            "<li>",
            "<b>",
            "<table>",
            "<tr><td>",
            "<h1>",
            "<svg>",
            "<title>x",
            "/ ",
            "> ",
        ),
    ],
)
def test_hostile_texts_take_linear_time(piece):
    text = piece * (20_000 // len(piece))
    start = time.process_time()
    draft_of(text).markup.root.iter()
    assert time.process_time() - start < 1.5
