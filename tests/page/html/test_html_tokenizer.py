"""Tags, comments and text of HTML, each with its place."""

from __future__ import annotations

import pytest

from ptlint.page.html import tokenizer as t
from ptlint.page.html.attributes import mapping, written
from ptlint.page.html.nesting import CLOSE, TEXT, nest

TEXTS = {t.TEXT: "text", t.BLANK: "blank", t.RAW_TEXT: "raw", t.CDATA: "cdata"}


def pieces(text):
    """Every piece of a text with its kind; end tags that end nothing are none."""
    nesting = nest(text)
    found = [(start, end, "comment") for start, end in nesting.comments]
    found += [(start, end, "broken") for start, end in nesting.broken]
    found += [(*nesting.doctype, "doctype")] if nesting.doctype else []
    found += [(each.start, each.inside, "start") for each in nesting.starts]
    for kind, _, start, end, sort in nesting.events:
        if kind == CLOSE and start < end:
            found.append((start, end, "end"))
        elif kind == TEXT:
            found.append((start, end, TEXTS[sort]))
    return sorted(found)


def tokens(text):
    return [(kind, text[start:end]) for start, end, kind in pieces(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("plain", [("text", "plain")]),
        ("<p>a</p>", [("start", "<p>"), ("text", "a"), ("end", "</p>")]),
        ("<P\nclass=x\n>", [("start", "<P\nclass=x\n>")]),
        ('<a title="a > b">', [("start", '<a title="a > b">')]),
        ("<a title='a\n> b'>x", [("start", "<a title='a\n> b'>"), ("text", "x")]),
        ("<a title=it's>x", [("start", "<a title=it's>"), ("text", "x")]),
        ("<a href=/x/>x", [("start", "<a href=/x/>"), ("text", "x")]),
        ("<a b =  'c' d>x", [("start", "<a b =  'c' d>"), ("text", "x")]),
        ("<br/>", [("start", "<br/>")]),
        ('<p></p class="a>b">x', [("start", "<p>"), ("end", '</p class="a>b">'), ("text", "x")]),
        (" \n", [("blank", " \n")]),
        ("a < b", [("text", "a < b")]),
        ("<3 and < p", [("text", "<3 and < p")]),
        (
            "<!doctype html>\n<p>",
            [("doctype", "<!doctype html>"), ("blank", "\n"), ("start", "<p>")],
        ),
        ("<!-- a <p> -->b", [("comment", "<!-- a <p> -->"), ("text", "b")]),
        ("<!-->b", [("comment", "<!-->"), ("text", "b")]),
        ("<!--->b", [("comment", "<!--->"), ("text", "b")]),
        ("<!-- a --!>b", [("comment", "<!-- a --!>"), ("text", "b")]),
        ("<!-- never", [("comment", "<!-- never")]),
        ("<?xml version='1.0'?>b", [("comment", "<?xml version='1.0'?>"), ("text", "b")]),
        ("</>b</3>c", [("comment", "</>"), ("text", "b"), ("comment", "</3>"), ("text", "c")]),
        ("<![CDATA[a]]>b", [("comment", "<![CDATA[a]]>"), ("text", "b")]),
        (
            "<svg><![CDATA[a<b>]]></svg>",
            [("start", "<svg>"), ("cdata", "a<b>"), ("end", "</svg>")],
        ),
    ],
)
def test_tokens(text, found):
    assert tokens(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('<a href="x', [("broken", '<a href="x')]),
        ("x <a href", [("text", "x "), ("broken", "<a href")]),
        ("</p", [("broken", "</p")]),
        ('<a title="b>c" d="e>f">g', [("start", '<a title="b>c" d="e>f">'), ("text", "g")]),
        ('<a b=c"d>e<a b=c">', [("start", '<a b=c"d>'), ("text", "e"), ("start", '<a b=c">')]),
        ('<a b="c>d<i">e', [("start", '<a b="c>d<i">'), ("text", "e")]),
        ("<div<p>a", [("broken", "<div"), ("start", "<p>"), ("text", "a")]),
        ('<a href="x>a</a>', [("start", '<a href="x>'), ("text", "a"), ("end", "</a>")]),
        ("<!x", [("broken", "<!x")]),
        ("a<", [("text", "a<")]),
    ],
)
def test_tags_that_never_end(text, found):
    assert tokens(text) == found


@pytest.mark.parametrize(
    "name", ["script", "style", "textarea", "title", "xmp", "iframe", "noframes"]
)
def test_raw_text_ends_at_its_own_end_tag(name):
    text = f"<{name}>a <b> </bold> </{name}x> c</{name.upper()} ><p>"
    assert tokens(text) == [
        ("start", f"<{name}>"),
        ("raw", f"a <b> </bold> </{name}x> c"),
        ("end", f"</{name.upper()} >"),
        ("start", "<p>"),
    ]


@pytest.mark.parametrize(
    ("inside", "rest"),
    [
        ("if (a < b) {}", ""),
        ("<!-- a </script><b>", " --></script>"),
        ("<!-- <script> </script> -->", ""),
        ("<!-- <script> </script> </script>", ""),
    ],
)
def test_scripts_with_comments(inside, rest):
    text = f"<script>{inside}</script>x"
    raw = next(piece for kind, piece in tokens(text) if kind == "raw")
    assert raw == (inside.removesuffix("</script>") if not rest else inside[: inside.index("</")])


def test_raw_text_without_an_end_runs_to_the_end():
    assert tokens("<title>a<p>b") == [("start", "<title>"), ("raw", "a<p>b")]
    assert tokens("<plaintext>a</plaintext>")[1] == ("raw", "a</plaintext>")


def test_a_title_in_a_drawing_is_no_raw_text():
    assert ("start", "<b>") in tokens("<svg><title>a<b></title></svg>")
    assert ("start", "<b>") not in tokens("<svg/><title>a<b></title>")


def test_template_code_parts_attributes_and_names_tags():
    assert (
        tokens("<p \ue001\ue001class=a\ue001\ue001>x")[0][1]
        == "<p \ue001\ue001class=a\ue001\ue001>"
    )
    assert tokens("<\ue000\ue000 class=a>x</\ue000\ue000>") == [
        ("start", "<\ue000\ue000 class=a>"),
        ("text", "x"),
        ("end", "</\ue000\ue000>"),
    ]
    assert tokens("\ue001\ue001 ") == [("blank", "\ue001\ue001 ")]
    assert tokens("\ue000") == [("text", "\ue000")]


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("<a>", []),
        ("<a/>", []),
        ('<a HREF="x">', [("href", "x", 'HREF="x"')]),
        ("<a href = 'x y'  hidden>", [("href", "x y", "href = 'x y'"), ("hidden", None, "hidden")]),
        ("<a href=x/y?z=1>", [("href", "x/y?z=1", "href=x/y?z=1")]),
        ("<a href=>", [("href", "", "href=")]),
        ('<a a=""b=c>', [("a", "", 'a=""'), ("b", "c", "b=c")]),
        ("<a a=1 A=2>", [("a", "1", "a=1"), ("a", "2", "A=2")]),
        ('<a a="&lt;\n">', [("a", "&lt;\n", 'a="&lt;\n"')]),
        ("<a \ue000\ue000 b=1>", [("b", "1", "b=1")]),
        ("<a \ue001b=1\ue001c>", [("b", "1\ue001c", "b=1\ue001c")]),
        ("<a @click=x :class='y'>", [("@click", "x", "@click=x"), (":class", "y", ":class='y'")]),
        ("<a <b>", [("<b", None, "<b")]),
    ],
)
def test_attributes_with_their_places(tag, found):
    read = [
        (name, tag[first:last] if first >= 0 else None, tag[start:end])
        for name, start, end, first, last in written(tag, 2, len(tag))
    ]
    assert read == found


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ('<a a="1" a="2">', {"a": "1"}),
        ("<a a>", {"a": ""}),
        ('<a href="?a=1&copy=2&amp;b=&lt;">', {"href": "?a=1&copy=2&b=<"}),
        ('<a title="a &copy b">', {"title": "a \N{COPYRIGHT SIGN} b"}),
        ('<a title="caf&eacute; &#8211; &#x2014; &nothing;">', {"title": "café – — &nothing;"}),
        ('<a class="a \ue001\ue001 b">', {"class": "a  b"}),
    ],
)
def test_attribute_values_are_decoded_as_browsers_do(tag, found):
    assert mapping(tag, 2, len(tag)) == found


def test_every_character_is_in_one_token_or_markup_of_a_section():
    text = "a<p b='c'>d</p><!-- e --><script>f</script> g<h"
    assert "".join(text[start:end] for start, end, _ in pieces(text)) == text
