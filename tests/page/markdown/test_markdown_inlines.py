"""Running text: links, images, marks and raw tags with their exact places."""

from __future__ import annotations

import pytest

from ptlint.page.kinds import Style


def written(text, span):
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "words", "href", "target", "whole"),
    [
        ("See [rest](/rest).", "rest", "/rest", "/rest", "[rest](/rest)"),
        ("[a *b* `c`](/x)", "a b c", "/x", "/x", "[a *b* `c`](/x)"),
        ("[a]( </x y> )", "a", "/x y", "/x y", "[a]( </x y> )"),
        ('[a](/x "T")', "a", "/x", "/x", '[a](/x "T")'),
        ("[a](/x\n'T')", "a", "/x", "/x", "[a](/x\n'T')"),
        ("[a](/x(1)(2))", "a", "/x(1)(2)", "/x(1)(2)", "[a](/x(1)(2))"),
        ("[a](/x?b=1&amp;c=2)", "a", "/x?b=1&c=2", "/x?b=1&amp;c=2", "[a](/x?b=1&amp;c=2)"),
        ("[a](/x\\_y)", "a", "/x_y", "/x\\_y", "[a](/x\\_y)"),
        ("[a]()", "a", "", "", "[a]()"),
        ("[](/x)", "", "/x", "/x", "[](/x)"),
        ("[a](javascript:go())", "a", "javascript:go()", "javascript:go()", "[a](javascript:go())"),
        ("[a][r]\n\n[r]: <https://r.example> 'T'", "a", "https://r.example",
         "https://r.example", "[a][r]"),
        ("[r][]\n\n[R]:\n  /r", "r", "/r", "/r", "[r][]"),
        ("[r]\n\n[r]: /r\n[r]: /s", "r", "/r", "/r", "[r]"),
        ("> [r]\n\n> [r]: /r\n", "r", "/r", "/r", "[r]"),
        ("<https://a.example/x>", "https://a.example/x", "https://a.example/x",
         "https://a.example/x", "<https://a.example/x>"),
        ("<me@a.example>", "me@a.example", "mailto:me@a.example", "me@a.example",
         "<me@a.example>"),
        ("at https://a.example/b_c_d, say", "https://a.example/b_c_d", "https://a.example/b_c_d",
         "https://a.example/b_c_d", "https://a.example/b_c_d"),
        ("(www.a.example)", "www.a.example", "https://www.a.example", "www.a.example",
         "www.a.example"),
        ("**https://a.example**", "https://a.example", "https://a.example", "https://a.example",
         "https://a.example"),
        ("https://a.example/x(1) and", "https://a.example/x(1)", "https://a.example/x(1)",
         "https://a.example/x(1)", "https://a.example/x(1)"),
        ("[a]({{ base }}x)", "a", "\ue000" * 10 + "x", "{{ base }}x", "[a]({{ base }}x)"),
        ('See <a href="/x?a&amp;b">*all*</a>.', "all", "/x?a&b", "/x?a&amp;b",
         '<a href="/x?a&amp;b">*all*</a>'),
        ("- \n  [a\n  b](/x)", "a b", "/x", "/x", "[a\n  b](/x)"),
        ("> [a\n> b](/x)", "a b", "/x", "/x", "[a\n> b](/x)"),
    ],
)  # fmt: skip
def test_links(draft, text, *, words, href, target, whole):
    (link,) = draft(text).links
    assert (link.text.text, link.href) == (words, href)
    assert written(text, link.href_span) == target
    assert written(text, link.span) == whole


@pytest.mark.parametrize(
    "text",
    [
        "[a](/x", "[a] (/x)", "[a][missing]", "[a]", "[a](/x y)", "<https://a b>", "\\[a](/x)",
        "`[a](/x)`", "http:// nothing", "mailto:x", "a@b.example", "xhttps://a.example",
        "{{ url }}https", "https://", "www.", "www", "[a](</x)",
    ],
)  # fmt: skip
def test_what_is_no_link_stays_text(draft, text):
    read = draft(text)
    assert read.links == ()
    assert len(read.blocks) == 1


def test_titles_names_and_windows(draft):
    text = (
        '[a](/x "Title &amp; more"){:target="_blank"} [![Foot scan](f.png)](/y)'
        ' [b ![c](d.png)](/z) <a href="/q" target="_blank" aria-label="All" title="T">q</a>'
    )
    first, second, third, fourth = draft(text).links
    assert (first.title, first.new_window, first.name) == ("Title & more", True, "")
    assert (second.text.text, second.name) == ("", "Foot scan")
    assert (third.text.text, third.name) == ("b", "b c")
    assert (fourth.name, fourth.title, fourth.new_window) == ("All", "T", True)


def test_components_of_mdx_are_links(draft):
    (link,) = draft('See <Link to="/x">the *page*</Link>.', "page.mdx").links
    assert (link.text.text, link.href) == ("the page", "/x")


@pytest.mark.parametrize(
    ("text", "src", "alt", "alt_written"),
    [
        ("![Foot scan](/f.png)", "/f.png", "Foot scan", "Foot scan"),
        ("![A *sore* foot &amp; leg](/f.png 'T')", "/f.png", "A sore foot & leg",
         "A *sore* foot &amp; leg"),
        ("![](/f.png)", "/f.png", "", ""),
        ("![Foot][f]\n\n[f]: /f.png", "/f.png", "Foot", "Foot"),
        ('<img src="/f.png" alt="Foot &amp; leg">', "/f.png", "Foot & leg", "Foot &amp; leg"),
        ('Text <img alt="" src=/f.png> text', "/f.png", "", ""),
        ('Text <img src="/f.png"> text', "/f.png", None, None),
    ],
)  # fmt: skip
def test_images(draft, text, src, alt, alt_written):
    (image,) = draft(text).images
    assert (image.src, image.alt) == (src, alt)
    assert (image.alt_span and written(text, image.alt_span)) == alt_written


def test_an_image_alone_makes_no_block(draft):
    assert draft("![Foot scan](/f.png){width=300}\n").blocks == ()


@pytest.mark.parametrize(
    ("text", "style", "words", "value", "whole"),
    [
        ("*rest*", Style.EMPHASIS, "rest", None, "*rest*"),
        ("a __rest__ b", Style.STRONG, "rest", None, "__rest__"),
        ("a **rest *now* b**", Style.STRONG, "rest now b", None, "**rest *now* b**"),
        ("`a  b`", Style.CODE, "a  b", None, "`a  b`"),
        ("`` a`b ``", Style.CODE, "a`b", None, "`` a`b ``"),
        ("`a\nb`", Style.CODE, "a b", None, "`a\nb`"),
        ("m<sup>2</sup>", Style.SUPERSCRIPT, "2", None, "<sup>2</sup>"),
        ("H<SUB>2</SUB>O", Style.SUBSCRIPT, "2", None, "<SUB>2</SUB>"),
        ("<b>rest &amp; *ice*</b>", Style.STRONG, "rest & ice", None, "<b>rest &amp; *ice*</b>"),
        ('<abbr title="a b">AB</abbr>', Style.ABBREVIATION, "AB", "a b",
         '<abbr title="a b">AB</abbr>'),
        ('<span lang="la">ad lib</span>', Style.LANGUAGE, "ad lib", "la",
         '<span lang="la">ad lib</span>'),
        ("[a](/x)", Style.LINK, "a", "/x", "[a](/x)"),
    ],
)  # fmt: skip
def test_marks(draft, text, *, style, words, value, whole):
    (block,) = draft(text).blocks
    mark = next(each for each in block.inlines if each.style is style)
    assert block.text.text[mark.start : mark.end] == words
    assert mark.value == value
    assert written(text, mark.span) == whole


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("***both***", "both"), ("**a*", "*a"), ("** a*", "** a*"), ("a*b", "a*b"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("~~old~~ new", "old new"), ("~5 days", "~5 days"), ("`a", "`a"), ("a<br>b", "a b"),
        ("a<br/>\nb", "a b"), ("a <span>b</span> c", "a b c"), ("<b>open", "open"),
        ("a</b> b", "a b"), ("5 < 6 & 7 > 2", "5 < 6 & 7 > 2"), ("&nosuch; &#x41;", "&nosuch; A"),
        ("a <script>x()</script> b", "a  b"), ("a <!-- no --> b", "a  b"), ("a]b[c", "a]b[c"),
        ("`x`{.py} y", "x y"), ("[a](/x){: .btn} y", "a y"), ("![a](b)", None),
        ("a <span hidden>b</span> c", "a  c"),
    ],
)  # fmt: skip
def test_words(draft, text, words):
    said = [block.text.text for block in draft(text).blocks]
    assert said == ([] if words is None else [words])


def test_comments(draft):
    text = "a <!-- one --> b\n\n<!-- two\n\nlines -->\n\nc {/* three */} d\n"
    assert [written(text, span) for span in draft(text, "page.mdx").comments] == [
        "<!-- one -->",
        "<!-- two\n\nlines -->",
        "{/* three */}",
    ]
