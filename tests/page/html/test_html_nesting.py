"""Where elements begin and end when tags are left out, stray or overlapping."""

from __future__ import annotations

import pytest

from ptlint.page.html.nesting import CLOSE, OPEN, nest


def shape(text):
    """The nesting as a line: every element with its content in parentheses."""
    pieces = []
    for kind, element, start, end, _ in nest(text).events:
        if kind == OPEN:
            pieces.append(f"{element.name}(")
        elif kind == CLOSE:
            pieces.append(")")
        else:
            pieces.append(text[start:end])
    return "".join(pieces)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>a<p>b", "p(a)p(b)"),
        ("<p>a<div>b</div>c", "p(a)div(b)c"),
        ("<p>a<ul><li>b<li>c</ul>d", "p(a)ul(li(b)li(c))d"),
        ("<p>a<h2>b</h2>", "p(a)h2(b)"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "ul(li(aul(li(b)))li(c))"),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "dl(dt(a)dd(b)dt(c)dd(d))"),
        ("<table><tr><td>a<td>b<tr><th>c</table>d", "table(tr(td(a)td(b))tr(th(c)))d"),
        (
            "<table><caption>a<thead><tr><th>b<tbody><tr><td>c</table>",
            "table(caption(a)thead(tr(th(b)))tbody(tr(td(c))))",
        ),
        ("<td><table><tr><td>a</table>b", "td(table(tr(td(a)))b)"),
        ("<h2>a<h3>b</h3>", "h2(a)h3(b)"),
        ("<h2>a</h3>b", "h2(a)b"),
        ("<p><button>a<p>b</button>c</p>", "p(button(ap(b))c)"),
        ("<select><option>a<option>b</select>", "select(option(a)option(b))"),
        ("<ruby>a<rt>b<rp>c</ruby>", "ruby(art(b)rp(c))"),
        ("a<br>b<img>c", "abr()bimg()c"),
        ("<div/>a</div>", "div(a)"),
        ("<svg><path/><g><path/></g></svg>", "svg(path()g(path()))"),
        ("<svg><g><p>a", "svg(g())p(a)"),
        ("<svg><foreignObject><p>a</p></foreignObject></svg>", "svg(foreignobject(p(a)))"),
    ],
)
def test_left_out_end_tags(text, found):
    assert shape(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a</div>b", "ab"),
        ("</p>a", "a"),
        ("<table><tr><td>a</div>b</table>", "table(tr(td(ab)))"),
        ("<div><table><tr><td>a</div></table>b</div>", "div(table(tr(td(a)))b)"),
        ("<ul><li>a</ul></li>b", "ul(li(a))b"),
        ("<ul><li><ul><li>a</li></li></ul>b</ul>", "ul(li(ul(li(a))b))"),
        ("<b><i>a</b>b</i>c", "b(i(a))bc"),
        ("<b><p>a</b>b</p>c", "b(p(ab))c"),
        ("<span><div>a</span>b</div>c", "span(div(ab))c"),
        ("<a>x<a>y</a>z", "a(x)a(y)z"),
        ("<a><div>x<a>y</a></div>z", "a(div(xa(y)))z"),
    ],
)
def test_stray_and_overlapping_end_tags(text, found):
    assert shape(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<html><head><title>t</title></head><body>a</body></html>b", None),
        ("<html><head><title>t</title><p>a</p><body>b", "html(head(title(t))p(a)b)"),
        ("<html><head>a", "html(head()a)"),
        ("<head><meta><body>a", "head(meta())body(a)"),
        ("<body>a<body class=x>b<html>c", "body(abc)"),
        ("x<html><head><title>t</title></head><body>a", "xhtml(head(title(t))body(a))"),
        ("<frameset><frame><frame></frameset>", "frameset(frame()frame())"),
    ],
)
def test_head_and_body(text, found):
    assert shape(text) == (found or "html(head(title(t))body(ab))")


def test_what_follows_the_body_still_belongs_to_it_but_the_body_ends_at_its_tag():
    text = "<html><body>a</body></html>b"
    body = nest(text).elements[1]
    assert text[body.start : body.end] == "<body>a</body>"


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("<ul><li>a <li>b</ul>", "li", "<li>a "),
        ("<ul><li>a</li> <li>b</ul>", "li", "<li>a</li>"),
        ("x<p>a<div>", "p", "<p>a"),
        ("x<p>a", "p", "<p>a"),
        ("<br/>x", "br", "<br/>"),
    ],
)
def test_ends_of_elements(text, name, whole):
    element = next(each for each in nest(text).elements if each.name == name)
    assert text[element.start : element.end] == whole


def test_deep_nesting_is_cut_as_in_browsers():
    nesting = nest("<div>" * 10_000 + "a")
    assert len(nesting.elements) == 10_000
    depth = deepest = 0
    for kind, *_ in nesting.events:
        depth += (kind == OPEN) - (kind == CLOSE)
        deepest = max(deepest, depth)
    assert deepest == 512


def test_numbers_count_all_start_tags_and_parents_are_elements():
    nesting = nest("<body><div><body><p>a")
    assert [each and each.name for each in nesting.elements] == ["body", "div", None, "p"]
    assert nesting.elements[3].number == 3
    assert nesting.elements[3].parent is nesting.elements[1]
    assert nesting.by_id == {}
