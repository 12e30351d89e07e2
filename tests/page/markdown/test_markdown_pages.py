"""Whole Markdown pages: front matter, what counts as a page of its own."""

from __future__ import annotations

import pytest

PAGE = (
    '---\ntitle: "Gout: a guide"\ndescription: What gout is\nlang: en-GB\nlayout: condition\n'
    "canonical: https://a.example/gout\n---\n\n# Gout\n\nGout hurts.\n"
)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_front_matter_becomes_metadata(draft, line_end):
    text = PAGE.replace("\n", line_end)
    metadata = draft(text).metadata
    assert metadata.title.text == "Gout: a guide"
    span = metadata.title.span()
    assert text[span.start : span.end] == "Gout: a guide"
    assert metadata.description.text == "What gout is"
    assert (metadata.language, metadata.canonical) == ("en-GB", "https://a.example/gout")
    assert metadata.front_matter["layout"] == "condition"
    place = metadata.front_matter_spans["layout"]
    assert text[place.start : place.end] == "condition"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_nothing_of_the_page_lies_in_its_front_matter(draft, line_end):
    text = PAGE.replace("\n", line_end)
    read = draft(text)
    end = read.metadata.front_matter_span.end
    assert text[:end].endswith("---")
    assert [text[b.span.start : b.span.end] for b in read.blocks] == ["# Gout", "Gout hurts."]
    assert all(block.span.start > end for block in read.blocks)


def test_links_in_front_matter_are_no_links(draft):
    text = "---\ntitle: See https://a.example and [b](/c)\nhtml: <a href='/x'>y</a>\n---\nText\n"
    read = draft(text)
    assert (read.links, read.markup) == ((), None)
    assert [block.text.text for block in read.blocks] == ["Text"]


@pytest.mark.parametrize(
    ("path", "text", "whole"),
    [
        ("content/gout.md", "# Gout\n\nText", True),
        ("content/gout.md", "Gout\n====\n\nText", True),
        ("content/gout.md", "<h1>Gout</h1>\n\nText", True),
        ("content/gout.md", "---\ntitle: Gout\n---\nText", True),
        ("content/gout.md", "---\nlayout: page\n---\nText", True),
        ("content/gout.md", "---\norder: 3\n---\nText", False),
        ("content/gout.md", "## See a doctor\n\n- if it hurts", False),
        ("content/gout.md", "Text", False),
        ("content/_warning.md", "# Warning\n\nText", False),
        ("content/_index.md", "# Conditions", True),
        ("content/_index.de.md", "# Conditions", True),
        ("docs/partials/warning.md", "# Warning", False),
        ("src/_includes/warning.md", "---\ntitle: W\n---\nText", False),
        ("gout.md", "<!DOCTYPE html>\n<html><body>\n<p>Text</p>\n</body></html>", True),
    ],
)
def test_pages_of_their_own(draft, path, text, whole):
    assert draft(text, path).whole_document is whole


def test_broken_front_matter_is_told_and_the_page_is_read(draft):
    read = draft("---\ntitle: Gout: a guide\n---\n# Gout\n")
    assert "colon" in read.metadata.front_matter_error
    assert read.metadata.title.text == "Gout: a guide"
    assert len(read.blocks) == 1
