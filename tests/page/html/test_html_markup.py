"""The element tree and the places of its tags."""

from __future__ import annotations

import pytest

from ptlint.page.html import NUMBER, parse


def cut(text, span):
    return text[span.start : span.end]


def test_every_element_finds_its_tag():
    text = "<html>\n<body class='a'><p id=x hidden>a<p>b<br/>"
    markup = parse(text)
    written = {element.tag: cut(text, markup.span(element)) for element in markup.root.iter()}
    assert written == {
        "html": "<html>",
        "body": "<body class='a'>",
        "p": "<p>",
        "br": "<br/>",
    }
    first = markup.root.find(".//p")
    assert cut(text, markup.whole_span(first)) == "<p id=x hidden>a"
    assert [each.name for each in markup.tag(first).attributes] == ["id", "hidden"]
    identity = markup.attribute(first, "id")
    assert (identity.value, cut(text, identity.span), cut(text, identity.value_span)) == (
        "x",
        "id=x",
        "x",
    )
    hidden = markup.attribute(first, "hidden")
    assert (hidden.value, hidden.value_span) == (None, None)
    assert markup.attribute(first, "class") is None


def test_made_up_elements_have_their_ancestors_place():
    markup = parse("<p>a")
    assert markup.tag(markup.root) is None
    assert cut("<p>a", markup.span(markup.root)) == ""
    assert markup.root.find(".//p").get(NUMBER) == "0"


def test_repeated_attributes_are_all_there():
    tag = parse("<p class=a CLASS=b>").tags[0]
    assert [(each.name, each.value) for each in tag.attributes] == [("class", "a"), ("class", "b")]
    assert tag.attribute("class").value == "a"
    assert not tag.self_closing
    assert parse("<br />").tags[0].self_closing


def test_an_offset_moves_all_places():
    markup = parse("<p class=a>b</p><!-- c -->", 100)
    element = markup.root.find(".//p")
    assert (markup.span(element).start, markup.whole_span(element).end) == (100, 116)
    assert markup.attribute(element, "class").value_span.start == 109


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("<p>a<div>b</div>", "<p>a</p><div>b</div>"),
        ("<b><p>a</b>b", "<b><p>ab</p></b>"),
        ("<div/>a", "<div>a</div>"),
        ("<a href=/x/>a</a>", '<a href="/x/">a</a>'),
        ("<p>1 < 2 &amp; 3 &lt; 4</p>", "<p>1 &lt; 2 &amp; 3 &lt; 4</p>"),
        ("<p>a<!-- b -->c</p>", "<p>ac</p>"),
        ("<p><script>if (a < b) {}</script>c</p>", "<p><script></script>c</p>"),
        ("<script>a</script><p>c</p>", "<head><script></script></head><body><p>c</p></body>"),
        ("<p>a</p><body class=x>b", '<body class="x"><p>a</p>b</body>'),
        ("\ufeff<html lang=en><body id=x>a", '<html lang="en"><body id="x">a</body></html>'),
        ("\ue000\ue000<head><title>a</title></head>b", "<head><title>a</title></head>"),
        ("a <b>b</b>", "<body>a <b>b</b></body>"),
        ("<a href=x><table><tr><td>b</table></a>", "<td>b</td></tr></table></a>"),
        ("<address><ul><li>a</ul></address>", "<address><ul><li>a</li></ul></address>"),
        ("<h2>a<p>b</p></h2>", "<h2>a<p>b</p></h2>"),
        ("<svg><path d='x'/><g/></svg>", '<svg><path d="x"></path><g></g></svg>'),
        (
            "<svg><text><![CDATA[a & <b>]]></text></svg>",
            "<svg><text>a &amp; &lt;b&gt;</text></svg>",
        ),
        ("<textarea><b></textarea>", "<textarea>&lt;b&gt;</textarea>"),
        ("<p>a</body></html>b", "<p>ab</p>"),
        ("<p \ue000\ue000 class='\ue000'>a</p>", '<p class="\ue000">a</p>'),
        ("<\ue000\ue000>a</\ue000\ue000>", None),
        ("</p>a", "a"),
        ("1 <</p>a", "1 &lt;a"),
        ("&</p>amp;", "&amp;amp;"),
        ("<p>a\0b</p>", "<p>a\N{REPLACEMENT CHARACTER}b</p>"),
    ],
)
def test_the_tree(text, inner):
    from lxml import etree

    root = parse(text).root
    for element in root.iter():
        element.attrib.pop(NUMBER, None)
    body = etree.tostring(root, encoding="unicode", method="html")
    if inner is not None:
        assert inner in body


def test_tree_and_nesting_agree():
    text = "<ul><li>a<li><p>b<table><tr><td>c<td><ul><li>d</table>e<p><b>f<p>g</b>h</ul>"
    markup = parse(text)
    for element in markup.root.iter():
        number = element.get(NUMBER)
        if number is None:
            continue
        parent = markup.nesting.elements[int(number)].parent
        above = element.getparent().get(NUMBER)
        assert above == (str(parent.number) if parent else None)


def test_deep_pages_have_a_tree():
    markup = parse("<div>" * 10_000 + "a")
    assert "".join(markup.root.itertext()) == "a"
    assert len(markup.tags) == 10_000


def test_broken_tags_and_doctype_are_known():
    text = "<!doctype html><p>a<a href='x"
    markup = parse(text)
    assert [cut(text, span) for span in markup.broken] == ["<a href='x"]
    assert cut(text, markup.doctype) == "<!doctype html>"


def test_soup_elements_carry_their_number():
    markup = parse("<p class=a>b</p>")
    (element,) = markup.soup.select("p.a")
    assert markup.tags[int(element[NUMBER])].name == "p"
