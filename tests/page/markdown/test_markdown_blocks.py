"""Blocks of Markdown pages: what they are, what they say and where they stand."""

from __future__ import annotations

import pytest

from ptlint.page.kinds import Part, Style
from ptlint.page.model import Code, Heading, List, Paragraph, Table


def written(text, span):
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "level", "words", "signs"),
    [
        ("# Gout\n", 1, "Gout", "# Gout"),
        ("  ### Gout ###  \nText", 3, "Gout", "### Gout ###"),
        ("## Gout#\n", 2, "Gout#", "## Gout#"),
        ("#\tGout", 1, "Gout", "#\tGout"),
        ("Gout\n====\n", 1, "Gout", "Gout\n===="),
        ("Gout and\ntophi\n---\n", 2, "Gout and tophi", "Gout and\ntophi\n---"),
        ("> ## Gout\n", 2, "Gout", "## Gout"),
        ("- ## Gout\n", 2, "Gout", "## Gout"),
        ("# Gout &amp; *tophi*", 1, "Gout & tophi", "# Gout &amp; *tophi*"),
    ],
)
def test_headings(draft, text, level, words, signs):
    found = next(block for block in draft(text).blocks if isinstance(block, Heading))
    assert (found.level, found.text.text) == (level, words)
    assert written(text, found.span) == signs
    assert found.marked_up


@pytest.mark.parametrize(
    ("text", "words", "anchor"),
    [
        ("# Warning signs {#red-flags}", "Warning signs", "red-flags"),
        ("# Warning signs {#red-flags .wide}", "Warning signs", "red-flags"),
        ("# Warning signs {: #red-flags}", "Warning signs", "red-flags"),
        ("# Warning signs {.wide}", "Warning signs", "warning-signs"),
        ("# Who's at risk?", "Who's at risk?", "whos-at-risk"),
        ("# Dose {per day}", "Dose {per day}", "dose-per-day"),
        ("Signs {#s}\n---", "Signs", "s"),
    ],
)
def test_anchors(draft, text, words, anchor):
    (found,) = draft(text).blocks
    assert (found.text.text, found.anchor) == (words, anchor)


def test_repeated_headings_have_numbered_anchors(draft):
    blocks = draft("# Rest\n\n## Rest\n\n## Rest\n").blocks
    assert [block.anchor for block in blocks] == ["rest", "rest-1", "rest-2"]


def test_a_heading_id_of_mdx_is_no_code(draft):
    (found,) = draft("## Signs {#red-flags}\n", "page.mdx").blocks
    assert (found.text.text, found.anchor) == ("Signs", "red-flags")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One line", "One line"),
        ("Two\nlines", "Two lines"),
        ("Two  \nlines", "Two lines"),
        ("Two\\\nlines", "Two lines"),
        ("Two\r\nlines", "Two lines"),
        ("Two\rlines", "Two lines"),
        ("Two\t\n   lines", "Two lines"),
        ("Two spaces  stay", "Two spaces  stay"),
        ("  No-break ends stay\u00a0", "No-break ends stay\u00a0"),
        ("A &lt; B &copy; \\* \\q", "A < B © * \\q"),
        ("A\0B", "A\ufffdB"),
    ],
)
def test_words_of_paragraphs(draft, text, words):
    (found,) = draft(text).blocks
    assert isinstance(found, Paragraph)
    assert found.text.text == words


def test_lines_of_a_quotation_fold_over_their_signs(draft):
    text = "> Rest the joint\n> and cool it\nfor a day.\n"
    (found,) = draft(text).blocks
    assert found.quoted
    assert found.text.text == "Rest the joint and cool it for a day."
    assert written(text, found.text.span(14, 15)) == "\n> "
    assert written(text, found.text.span(15, 18)) == "and"


def test_a_bold_paragraph_is_a_paragraph(draft):
    (found,) = draft("**Who is at risk?**\n").blocks
    assert isinstance(found, Paragraph)
    assert [(each.style, each.start, each.end) for each in found.inlines] == [
        (Style.STRONG, 0, len(found.text))
    ]


def test_lists_with_markers_and_numbers(draft):
    text = "3. Rest\n4. Ice\n   - ten minutes\n   - twice\n7) Heat\n"
    first, second = draft(text).blocks
    assert first.ordered
    assert [(item.marker, item.number, item.text.text) for item in first.items] == [
        ("3.", 3, "Rest"),
        ("4.", 4, "Ice"),
    ]
    (inner,) = first.items[1].children
    assert [(item.marker, item.text.text) for item in inner.items] == [
        ("-", "ten minutes"),
        ("-", "twice"),
    ]
    assert [(item.marker, item.number) for item in second.items] == [("7)", 7)]
    item = first.items[1]
    assert written(text, item.span) == "4. Ice\n   - ten minutes\n   - twice"
    assert written(text, first.span).startswith("3. Rest")


def test_numbers_are_those_the_reader_sees(draft):
    (found,) = draft("1. One\n1. Two\n1. Three\n").blocks
    assert [item.number for item in found.items] == [1, 2, 3]
    assert {item.marker for item in found.items} == {"1."}


def test_an_item_of_several_paragraphs(draft):
    text = "- First *part*.\n\n  Second **part**.\n\n- Next\n"
    (found,) = draft(text).blocks
    item = found.items[0]
    assert item.text.text == "First part. Second part."
    assert [item.text.text[i.start : i.end] for i in item.inlines] == ["part", "part"]


@pytest.mark.parametrize("box", ["[ ]", "[x]", "[X]"])
def test_task_boxes_are_no_words(draft, box):
    (found,) = draft(f"- {box} Book a scan\n").blocks
    assert found.items[0].text.text == "Book a scan"


def test_blocks_of_other_kinds_in_items_stand_by_themselves(draft):
    blocks = draft("- Step\n\n  ## Inner\n\n      code\n- Next\n").blocks
    assert [type(block) for block in blocks] == [List, Heading, Code]
    assert blocks[0].items[0].text.text == "Step"


def test_definition_lists(draft):
    text = "Tophus\n: A lump of crystals\n: Seen at the ear\n\nFlare\n\n: A sudden attack\n"
    (found,) = draft(text).blocks
    assert found.definitions
    assert [(item.term.text, item.text.text) for item in found.items] == [
        ("Tophus", "A lump of crystals"),
        ("Tophus", "Seen at the ear"),
        ("Flare", "A sudden attack"),
    ]


def test_tables(draft):
    text = "| Drug | *Dose* |\n|---|:-:|\n| A \\| B | `x\\|y` | extra |\n| only |\n"
    (found,) = draft(text).blocks
    assert isinstance(found, Table)
    rows = [[cell.text.text for cell in row] for row in found.rows]
    assert rows == [["Drug", "Dose"], ["A | B", "x|y"], ["only", ""]]
    assert [cell.header for cell in found.rows[0]] == [True, True]
    assert [[written(text, cell.span) for cell in row] for row in found.rows] == [
        ["Drug", "*Dose*"],
        ["A \\| B", "`x\\|y`"],
        ["only", ""],
    ]


def test_tables_without_outer_bars_in_quotations(draft):
    text = "> Drug|Dose\n> -|-\n> A|1\n"
    (found,) = draft(text).blocks
    assert [[written(text, cell.span) for cell in row] for row in found.rows] == [
        ["Drug", "Dose"],
        ["A", "1"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "```\nx = 1\n```\n",
        "~~~ py\n# no heading\n~~~\n",
        "    x = 1\n",
        "$$\na^2\n$$\n",
        "- ```\n  x\n",
    ],
)
def test_code_is_no_prose(draft, text):
    blocks = draft(text).blocks
    assert isinstance(blocks[-1], Code)
    assert not any(isinstance(block, (Paragraph, Heading)) for block in blocks)


def test_indented_text_of_mdx_is_prose(draft):
    (found,) = draft("    Rest helps.\n", "page.mdx").blocks
    assert found.text.text == "Rest helps."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (":::note Title\nRest helps.\n:::\n", ["Rest helps."]),
        ("Before\n::: {.callout}\nInside\n:::\n", ["Before", "Inside"]),
        ("> [!WARNING]\n> Call for help.\n", ["Call for help."]),
        ("> [!info]\n>\n> Rest.\n", ["Rest."]),
        ("Rest helps.\n{: .lead}\n", ["Rest helps."]),
        ("{: .lead}\nRest helps.\n", ["Rest helps."]),
        ("{: .alone}\n", []),
        ("[TOC]\n\n[[toc]]\n", []),
        ("[Toccata]\n", ["[Toccata]"]),
        ("&nbsp;\n\n\u00a0\n\n# &nbsp;\n", []),
        ("Set {a, b} of signs\n", ["Set {a, b} of signs"]),
    ],
)
def test_signs_of_site_generators_are_no_words(draft, text, words):
    assert [block.text.text for block in draft(text).blocks] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[1] First\n[2] Second\n", ["[1] First", "[2] Second"]),
        ("Sources:  \n1\\. First  \n2\\. Second\n", ["Sources:", "1. First", "2. Second"]),
        ("• One<br>• Two", ["• One", "• Two"]),
        ("It was in\n2019. Then it went.", ["It was in 2019. Then it went."]),
        ("Dose of\n[1]\nmore", ["Dose of [1] more"]),
    ],
)
def test_entries_typed_line_by_line(draft, text, words):
    blocks = draft(text).blocks
    assert [block.text.text for block in blocks] == words
    assert blocks[0].span.start == 0


def test_marks_are_cut_with_their_entry(draft):
    blocks = draft("[1] A *long\n[2] title* here").blocks
    marked = [[b.text.text[i.start : i.end] for i in b.inlines] for b in blocks]
    assert marked == [["long"], ["[2] title"]]


def test_footnotes_are_references_at_the_end(draft):
    text = (
        "Rest[^b] and ice[^a].[^b]\n\n[^a]: Ice study\n[^b]: Rest *study*\n\n    more\n\n"
        "[^c]: Unused\n\nEnd\n"
    )
    blocks = draft(text).blocks
    first, last, notes = blocks
    assert first.text.text == "Rest1 and ice2.1"
    values = [each.value for each in first.inlines if each.style is Style.SUPERSCRIPT]
    assert values == ["#fn-b", "#fn-a", "#fn-b"]
    assert written(text, first.text.span(4, 5)) == "[^b]"
    assert last.text.text == "End"
    assert notes.part is Part.REFERENCES
    assert [(n.number, n.marker, n.text.text) for n in notes.items] == [
        (1, "[^b]:", "Rest study more"),
        (2, "[^a]:", "Ice study"),
        (None, "[^c]:", "Unused"),
    ]


def test_footnotes_written_in_the_text(draft):
    text = "Rest^[Study *one*, https://a.example/x] helps."
    first, notes = draft(text).blocks
    assert first.text.text == "Rest1 helps."
    assert notes.items[0].text.text == "Study one, https://a.example/x"
    assert written(text, notes.items[0].span) == "Study *one*, https://a.example/x"


def test_a_footnote_without_definition_stays_as_typed(draft):
    (found,) = draft("Rest[^x] helps.").blocks
    assert found.text.text == "Rest[^x] helps."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{% if x %}\nRest\n{% endif %}\n", ["Rest"]),
        ("Dose {{ dose }} mg", ["Dose \ue000 mg"]),
        ("{{< figure src=x >}}\n", ["\ue000"]),
        ("{% include a.md %}\n", []),
        ("One\n{% if x %}\nTwo\n{% endif %}\nThree", ["One", "Two", "Three"]),
    ],
)
def test_template_code_is_no_prose(draft, text, words):
    assert [block.text.text for block in draft(text).blocks] == words


@pytest.mark.parametrize("text", ["", "\n", "   ", "\t\n", "\ufeff", "---\ntitle: X\n---\n"])
def test_pages_without_text(draft, text):
    assert [b for b in draft(text).blocks if b.text.text.strip("\ufeff")] == []
