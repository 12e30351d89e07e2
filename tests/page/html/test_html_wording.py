"""Visible text: white space, entities, inline marks, and the place of every character."""

from __future__ import annotations

import pytest

from ptlint.page.kinds import Style
from ptlint.page.model import Paragraph


def paragraph(html, text, path="page.html"):
    (block,) = html(text, path).blocks
    assert isinstance(block, Paragraph)
    return block


def at(text, mapped, words):
    """The source of some visible words."""
    start = mapped.text.index(words)
    span = mapped.span(start, start + len(words))
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p> a </p>", "a"),
        ("<p>\n  a\n  b\n</p>", "a b"),
        ("<p>a\r\nb</p>", "a b"),
        ("<p>a\rb</p>", "a b"),
        ("<p>a  b</p>", "a  b"),
        ("<p>a \t\n b</p>", "a b"),
        ("<p>a <b>\n b</b></p>", "a b"),
        ("<p>a\n<b> b</b></p>", "a b"),
        ("<p>a<br>b</p>", "a b"),
        ("<p>&#32;a&#10;&#10;b&Tab;</p>", "a b"),
        ("<p>a&#32;b</p>", "a b"),
        ("<p>a <br/>\n b</p>", "a b"),
        ("<p>a<b>b</b>c</p>", "abc"),
        ("<p>a<!-- x -->b</p>", "ab"),
        ("<p>\N{NO-BREAK SPACE}a\N{NO-BREAK SPACE}</p>", "\N{NO-BREAK SPACE}a\N{NO-BREAK SPACE}"),
        ("<p>&nbsp;a&nbsp;</p>", "\N{NO-BREAK SPACE}a\N{NO-BREAK SPACE}"),
        ("<p>a<script>b</script><style>c</style>d</p>", "ad"),
        ("<p>a<svg><title>b</title><text>c</text></svg>d</p>", "ad"),
        ("<p>a<img alt='b'>d</p>", "ad"),
        ("<p>a<textarea>b</textarea><select><option>c</select>d</p>", "ad"),
        ("<p>a<span hidden>b</span><span style='display: none'>c</span>d</p>", "ad"),
        ("<p>a<i class='material-icons'>arrow_forward</i>d</p>", "ad"),
        ("<p>a<span aria-hidden='true'>→</span></p>", "a→"),
        ("<p>a<span class='visually-hidden'>b</span></p>", "ab"),
        ("<p>a <x-tip>b</x-tip></p>", "a b"),
        ("<p>x < 3 &amp; y</p>", "x < 3 & y"),
    ],
)
def test_visible_words(html, text, words):
    assert paragraph(html, text).text.text == words


@pytest.mark.parametrize(
    ("text", "words", "written"),
    [
        ("<p>a &amp; b</p>", "&", "&amp;"),
        ("<p>a &eacute; b</p>", "é", "&eacute;"),
        ("<p>a &#233; &#xE9; b</p>", "é é", "&#233; &#xE9;"),
        ("<p>a &copy 2020</p>", "© 2020", "&copy 2020"),
        ("<p>a &notit; b</p>", "¬it;", "&notit;"),
        ("<p>a &nosuch; b</p>", "&nosuch;", "&nosuch;"),
        ("<p>a &#8220;b&#8221;</p>", "“b”", "&#8220;b&#8221;"),
        ("<p>a &#128; b</p>", "€", "&#128;"),
        ("<p>fj &fjlig; b</p>", "fj b", "&fjlig; b"),
        ("<p>back <b>pa</b>in</p>", "pain", "pa</b>in"),
        ("<p>low\n  back pain</p>", "low back", "low\n  back"),
        ("<p>a &lt;p&gt; b</p>", "<p>", "&lt;p&gt;"),
        ("<p>a<b> b</b> c</p>", "b c", "b</b> c"),
        ("<p>5 <br> 6</p>", " 6", " <br> 6"),
    ],
)
def test_places_of_words(html, text, words, written):
    mapped = paragraph(html, text).text
    start = mapped.text.rindex(words)
    span = mapped.span(start, start + len(words))
    assert text[span.start : span.end] == written


def test_cdata_is_text_as_it_stands(html):
    # Outside of drawings it is a comment; inside, drawings show no text of the page.
    assert paragraph(html, "<p>a<![CDATA[b]]>c</p>").text.text == "ac"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("<p>a <b>b</b> c</p>", [(Style.STRONG, "b", None)]),
        ("<p><strong> b </strong>c</p>", [(Style.STRONG, "b ", None)]),
        ("<p>a<b>\n b</b></p>", [(Style.STRONG, " b", None)]),
        ("<p><i>a <b>b</b></i></p>", [(Style.EMPHASIS, "a b", None), (Style.STRONG, "b", None)]),
        (
            "<p>a<sup>2</sup><sub>3</sub></p>",
            [(Style.SUPERSCRIPT, "2", None), (Style.SUBSCRIPT, "3", None)],
        ),
        ("<p><a href=' /x '>b</a></p>", [(Style.LINK, "b", " /x ")]),
        ("<p><a name=x>b</a></p>", []),
        (
            "<p><abbr title='World Health Organization'>WHO</abbr></p>",
            [(Style.ABBREVIATION, "WHO", "World Health Organization")],
        ),
        ("<p>a <span lang=fr>mal de dos</span></p>", [(Style.LANGUAGE, "mal de dos", "fr")]),
        ("<p lang=de>Rücken</p>", [(Style.LANGUAGE, "Rücken", "de")]),
        (
            "<p><cite lang=la>De medicina</cite></p>",
            [(Style.LANGUAGE, "De medicina", "la"), (Style.EMPHASIS, "De medicina", None)],
        ),
        ("<p> <em>b</em> </p>", [(Style.EMPHASIS, "b", None)]),
        ("<p><em>a</b>b</em></p>", [(Style.EMPHASIS, "ab", None)]),
        ("<p><em>a</b>b</p>", [(Style.EMPHASIS, "ab", None)]),
        (
            "<p>a <q>b</q> <u>c</u> <code>d</code></p>",
            [(Style.QUOTE, "b", None), (Style.UNDERLINE, "c", None), (Style.CODE, "d", None)],
        ),
        ("<p>a<i class='fa fa-home'></i></p>", []),
    ],
)
def test_marked_stretches(html, text, marks):
    block = paragraph(html, text)
    found = [
        (mark.style, block.text.text[mark.start : mark.end], mark.value) for mark in block.inlines
    ]
    assert found == marks


def test_a_mark_over_several_blocks_is_in_each(html):
    text = "<a href=/x><p>a</p><p>b <b>c</b></p></a>"
    first, second = html(text).blocks
    assert [(mark.style, mark.start, mark.end) for mark in first.inlines] == [(Style.LINK, 0, 1)]
    assert [mark.style for mark in second.inlines] == [Style.LINK, Style.STRONG]
    assert text[second.inlines[0].span.start : second.inlines[0].span.end] == text


def test_marks_have_the_whole_markup_as_span(html):
    text = "<p>a <b class=x>b</b></p>"
    (mark,) = paragraph(html, text).inlines
    assert text[mark.span.start : mark.span.end] == "<b class=x>b</b>"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("{{ name }}", "Dear \ue000, hello"),
        ("{% if x %}", "Dear , hello"),
        ("{{ a\n b }}", "Dear \ue000, hello"),
    ],
)
def test_template_code(html, code, words):
    text = f"<p>Dear {code}, hello</p>"
    block = html_of_template(text, code)
    assert block.text.text == words
    if "\ue000" in words:
        assert at(text, block.text, "\ue000") == code


def html_of_template(text, code):
    """Read with the masks a template engine's code gets, without depending on its reader."""
    from ptlint.page.html import read
    from ptlint.source.format import Format
    from ptlint.source.source import Source

    sign = "\ue000" if code.startswith("{{") else "\ue001"
    filler = "".join(char if char == "\n" else sign for char in code)
    (block,) = read(Source("x.html", text, Format.HTML, (), text.replace(code, filler))).blocks
    return block
