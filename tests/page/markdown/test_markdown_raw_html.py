"""Raw HTML in Markdown: its blocks, its markup, and Markdown inside it."""

from __future__ import annotations

import pytest

from ptlint.page.kinds import Part, Style
from ptlint.page.model import Heading, List, Paragraph, Table


def written(text, span):
    return text[span.start : span.end]


def test_html_blocks_become_blocks_in_reading_order(draft):
    text = (
        "Before\n\n<div>\n<h2>Signs</h2>\n<p>A <b>sore</b> toe &amp; heat</p>\n<ul><li>red</ul>\n"
        "</div>\n\nAfter\n"
    )
    before, heading, paragraph, listed, after = draft(text).blocks
    assert (before.text.text, after.text.text) == ("Before", "After")
    assert isinstance(heading, Heading)
    assert written(text, heading.text.span()) == "Signs"
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.text == "A sore toe & heat"
    assert [each.style for each in paragraph.inlines] == [Style.STRONG]
    assert isinstance(listed, List)
    assert written(text, listed.items[0].text.span()) == "red"


def test_markdown_between_tags_is_markdown(draft):
    text = '<nav class="site">\n\n- [Home](/)\n\n</nav>\n\n<div>\n\n## Signs\n\n</div>\n\nText'
    listed, heading, paragraph = draft(text).blocks
    assert listed.part is Part.NAVIGATION
    assert (heading.level, heading.part) == (2, Part.ARTICLE)
    assert paragraph.part is Part.ARTICLE


def test_a_table_of_tags_holds_its_words(draft):
    text = "<table><tr><th>Drug</th></tr><tr><td>A</td></tr></table>\n"
    (table,) = draft(text).blocks
    assert isinstance(table, Table)
    assert [[cell.text.text for cell in row] for row in table.rows] == [["Drug"], ["A"]]


def test_markup_keeps_offsets_and_words_but_no_markdown_signs(draft):
    text = 'A **<a href="/x">big &lt; *link*</a>** here\n\n> <b\n> title="q">c</b>\n'
    markup = draft(text).markup
    assert len(markup.text) == len(text)
    assert [written(text, tag.span) for tag in markup.tags] == [
        '<a href="/x">',
        '<b\n> title="q">',
    ]
    anchor = markup.root.find(".//a")
    assert "".join(anchor.itertext()).split() == ["big", "<", "link"]
    assert written(text, markup.whole_span(anchor)).endswith("</a>")


def test_a_link_around_markdown_has_its_words(draft):
    text = '<a href="/x">\n\n![Foot scan](f.png)\n\n</a>\n'
    read = draft(text)
    (link,) = read.links
    assert link.text.text == "Foot scan"
    assert written(text, link.href_span) == "/x"
    assert len(read.images) == 1


def test_pages_without_tags_have_no_markup(draft):
    assert draft("Text <https://a.example> and `<b>`\n\n    <i>\n").markup is None
    assert draft("<!-- a comment -->\n").markup is None


def test_scripts_are_no_text_but_data(draft):
    text = '<script type="application/ld+json">\n{"@type": "MedicalWebPage"}\n</script>\n\nText'
    read = draft(text)
    assert [block.text.text for block in read.blocks] == ["Text"]
    assert read.metadata.json_ld[0].data == {"@type": "MedicalWebPage"}


def test_a_breadcrumb_trail_of_tags(draft):
    text = (
        '<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li>'
        '<li aria-current="page">Gout</li></ol></nav>\n\n# Gout\n'
    )
    (trail,) = draft(text).trails
    assert [crumb.text.text for crumb in trail.crumbs] == ["Home", "Gout"]


def test_mdx_components_hold_markdown(draft):
    text = '<Callout\n  type="warning">\n**Call** for help.\n</Callout>\n\n<Card title="x" />\n'
    (found,) = draft(text, "page.mdx").blocks
    assert found.text.text == "Call for help."
    assert written(text, found.inlines[0].span) == "**Call**"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<>\nRest *now*\n</>\n", ["Rest now"]),
        ("<https://a.example>\n", ["https://a.example"]),
        ("<Tip>Rest *now*</Tip>\n", ["Rest now"]),
        ("<Tab\n  label='a > b'\n>\n\n- Rest\n\n</Tab>\n", ["Rest"]),
        ("Rest\n<Tip>\nIce\n</Tip>\nHeat\n", ["Rest", "Ice", "Heat"]),
        ("<pre>\n*x*\n</pre>\n", []),
        ("5 < 6\n", ["5 < 6"]),
    ],
)
def test_lines_of_tags_in_mdx(draft, text, words):
    said = []
    for block in draft(text, "page.mdx").blocks:
        said += [item.text.text for item in getattr(block, "items", ())]
        said += [block.text.text] if hasattr(block, "text") else []
    assert said == words


def test_elements_that_say_they_hold_markdown(draft):
    text = '<div class="box" markdown="1">\n## Signs\n\n- *red*\n</div>\n\n<p>**raw**</p>\n'
    heading, listed, paragraph = draft(text).blocks
    assert (heading.level, heading.text.text) == (2, "Signs")
    assert listed.items[0].inlines[0].style is Style.EMPHASIS
    assert paragraph.text.text == "**raw**"


def test_quoted_html_keeps_its_places(draft):
    text = "> <div>\n> <p>Rest\n> now</p>\n> </div>\n"
    (found,) = draft(text).blocks
    assert found.text.text == "Rest now"
    assert written(text, found.text.span(5, 8)) == "now"
