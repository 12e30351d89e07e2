"""Headings, paragraphs, lists, tables and code of HTML pages."""

from __future__ import annotations

import pytest

from ptlint.page.model import Code, Heading, List, Paragraph, Table


def outline(draft):
    """The blocks as short strings."""
    return [line(block) for block in draft.blocks]


def line(block):
    if isinstance(block, Heading):
        return "#" * block.level + " " + block.text.text
    if isinstance(block, Paragraph):
        return ("> " if block.quoted else "") + block.text.text
    if isinstance(block, List):
        return listed(block)
    if isinstance(block, Table):
        return [[cell.text.text for cell in row] for row in block.rows]
    assert isinstance(block, Code)
    return "code"


def listed(block):
    kind = "dl" if block.definitions else "ol" if block.ordered else "ul"
    return (kind, [entry(item) for item in block.items])


def entry(item):
    words = item.text.text
    if item.number is not None:
        words = f"{item.number}. {words}"
    if item.term is not None:
        words = f"{item.term.text}: {words}"
    return (words, [listed(child) for child in item.children]) if item.children else words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<h1>Gout</h1>", ["# Gout"]),
        ("<h2><a href=#x>Gout</a></h2>", ["## Gout"]),
        ("<h3><button>What is it?</button></h3>", ["### What is it?"]),
        ("<h2>What<br>is it?</h2>", ["## What is it?"]),
        ("<h1><p>Gout</p></h1>", ["# Gout"]),
        ("<h1><div>A</div><div>B</div></h1>", ["# A B"]),
        ("<div role=heading aria-level=3>Gout</div>", ["### Gout"]),
        ("<div role=heading>Gout</div>", ["## Gout"]),
        ("<div role=heading aria-level=9>Gout</div>", ["###### Gout"]),
        ("<h2 role=presentation>Gout</h2>", ["Gout"]),
        ("<h2></h2><h2>&nbsp;</h2><h2><img alt=a></h2>", []),
        ("<h2>Gout<p>Text</p><ul><li>a</ul>", ["## Gout", "Text", ("ul", ["a"])]),
        ("<h2>Gout<h3>Signs</h3>", ["## Gout", "### Signs"]),
        ("<header><h1>Gout</h1></header>", ["# Gout"]),
    ],
)
def test_headings(html, text, found):
    assert outline(html(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a", ["a"]),
        ("<p>a</p><p>b</p>", ["a", "b"]),
        ("<div>a</div><div>b</div>", ["a", "b"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<section>a <b>b</b> c</section>", ["a b c"]),
        ("<body>a<br>b<br><br>c<br>\n<br>d</body>", ["a b", "c", "d"]),
        ("<p>a<br><br><br>b</p>", ["a", "b"]),
        ("<p>Read:<br>1. one<br>2. two<br>3) three</p>", ["Read:", "1. one", "2. two", "3) three"]),
        ("<p>Read:<br>• one<br>- two</p>", ["Read:", "• one", "- two"]),
        ("<p>From 1<br>-2 to 3</p>", ["From 1 -2 to 3"]),
        ("<blockquote><p>a</p>b</blockquote>c", ["> a", "> b", "c"]),
        ("<figure><img><figcaption>a</figcaption></figure>", ["a"]),
        ("<details><summary>a</summary>b</details>", ["a", "b"]),
        ("<address>a<br>b</address>", ["a b"]),
        ("a<hr>b", ["a", "b"]),
        ("<p></p><p>&nbsp;</p><p> \n</p>", []),
        ("a<pre>x  y</pre>b", ["a", "code", "b"]),
        ("<td>a<td>b", ["a", "b"]),
        ("<p>a</p> <!-- b --> <p>c</p>", ["a", "c"]),
        ("<xmp><b></xmp>a", ["code", "a"]),
    ],
)
def test_paragraphs(html, text, found):
    assert outline(html(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<ul><li>a<li>b</ul>", [("ul", ["a", "b"])]),
        ("<ol><li>a<li>b</ol>", [("ol", ["1. a", "2. b"])]),
        ("<ol start=3><li>a<li value=9>b<li>c</ol>", [("ol", ["3. a", "9. b", "10. c"])]),
        ("<ol reversed start=2><li>a<li>b</ol>", [("ol", ["2. a", "1. b"])]),
        ("<ul><li><p>a</p><p>b</p></ul>", [("ul", ["a b"])]),
        ("<ul><li>a<ul><li>b<li>c</ul>d<li>e</ul>", [("ul", [("a d", [("ul", ["b", "c"])]), "e"])]),
        ("<ul><li>a</li><ul><li>b</ul></ul>", [("ul", [("a", [("ul", ["b"])])])]),
        ("<ul><li><ol><li>a</ol></ul>", [("ul", [("", [("ol", ["1. a"])])])]),
        ("<menu><li>a</menu>", [("ul", ["a"])]),
        ("<ul><li></li><li> </li></ul>", []),
        ("<ul>a<li>b</ul>", [("ul", ["a", "b"])]),
        ("<li>a</li><li>b</li>c", [("ul", ["a", "b"]), "c"]),
        ("<dl><dt>A<dd>b<dd>c<dt>D<dd>e</dl>", [("dl", ["A: b", "A: c", "D: e"])]),
        ("<dl><dt>A<dt>B<dd>c</dl>", [("dl", ["A", "B: c"])]),
        ("<dl><div><dt>A<dd>b</div></dl>", [("dl", ["A: b"])]),
        ("<dl><dt>A</dl>", [("dl", ["A"])]),
        ("<ul><li>a<table><tr><td>b</table></ul>", ["a", "b"]),
        ("<ul><li><h3>A</h3><p>b</p><li><h3>C</h3>d</ul>", ["### A", "b", "### C", "d"]),
        ("<p>a<ul><li>b</ul>c", ["a", ("ul", ["b"]), "c"]),
    ],
)
def test_lists(html, text, found):
    assert outline(html(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<table><tr><th>a<th>b<tr><td>c<td>d</table>", [[["a", "b"], ["c", "d"]]]),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", [[["a", "b"], ["c", "d"]]]),
        ("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>", ["a", "b", "c", "d"]),
        ("<table><tr><td>a</table>", ["a"]),
        ("<table><tr><td>a<td>b</table>", ["a", "b"]),
        (
            "<table><tr><td><table><tr><th>a<th>b<tr><td>c<td>d</table></table>",
            [[["a", "b"], ["c", "d"]]],
        ),
        ("<table><tr><td><h2>a</h2><td>b<tr><td>c<td>d</table>", ["## a", "b", "c", "d"]),
        ("<table><tr><th>a<tr><td><ul><li>b<li>c</ul></table>", [[["a"], ["b c"]]]),
        ("<table><tr><th><tr><td></table>a", ["a"]),
    ],
)
def test_tables(html, text, found):
    assert outline(html(text)) == found


def test_a_table_knows_its_caption_and_header_cells(html):
    (table,) = html("<table><caption>Doses</caption><tr><th>a<td>b</table>").blocks
    assert table.caption.text == "Doses"
    assert [cell.header for cell in table.rows[0]] == [True, False]
    assert not table.layout


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("x<h2 id=a>Gout</h2>", "<h2 id=a>Gout</h2>"),
        ("<h2>Gout<p>a", "<h2>Gout"),
        ("<p class=x>a <b>b</b></p>", "<p class=x>a <b>b</b></p>"),
        ("<div> a </div>", "<div> a </div>"),
        ("<div> a <p>b</p></div>", "a"),
        ("<div>a<br><br>b</div>", "a"),
        ("<ul><li>a</ul>", "<ul><li>a</ul>"),
        ("<li>a</li> <li>b</li> c", "<li>a</li> <li>b</li>"),
        ("<table><tr><th>a<th>b</table>", "<table><tr><th>a<th>b</table>"),
        ("<pre>a</pre>", "<pre>a</pre>"),
    ],
)
def test_spans_of_blocks(html, text, written):
    spans = [block.span for block in html(text).blocks]
    assert written in [text[span.start : span.end] for span in spans]


def test_spans_of_items_and_cells(html):
    text = "<ul><li>a</li><li>b</ul><table><tr><th>c</th><td>d</table>"
    items, table = html(text).blocks
    assert [text[i.span.start : i.span.end] for i in items.items] == ["<li>a</li>", "<li>b"]
    assert [text[c.span.start : c.span.end] for c in table.rows[0]] == ["<th>c</th>", "<td>d"]


def test_a_heading_knows_its_anchor(html):
    assert html("<h2 id=signs>Signs</h2>").blocks[0].anchor == "signs"
