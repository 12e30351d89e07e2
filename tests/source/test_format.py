from __future__ import annotations

import pytest

from ptlint.source.format import Format, format_of_content, format_of_name
from ptlint.source.source import from_text, read


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.html", "html"), ("A.HTM", "html"), ("a.xhtml", "html"), ("a.php", "html"),
        ("a.blade.php", "html"), ("a.njk", "html"), ("a.html.erb", "html"), ("a.astro", "html"),
        ("a.md", "markdown"), ("a.markdown", "markdown"), ("a.mdx", "markdown"),
        ("a.Rmd", "markdown"), ("a.md.njk", "markdown"), ("a.md.erb", "markdown"),
        ("a.txt", "text"), ("a.txt.j2", "text"), ("dir.html/a.txt", "text"),
        ("C:\\site.md\\a.html", "html"), ("v1.2/a.jinja", "html"), ("my.md.html", "html"),
        ("-", None), ("README", None), ("a.pdf", None), ("dir.html/page", None), ("", None),
    ],
)  # fmt: skip
def test_names_tell_the_format(name: str, format: str | None) -> None:
    assert format_of_name(name) == format


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("", Format.TEXT),
        ("Knee pain\n\nKnee pain is common.\n\n- rest\n- ice\n", Format.TEXT),
        ("Home\n/\nKnee pain\n\n1. Smith J. Knees. 2019.\n", Format.TEXT),
        ("Use 100% effort: 3 < 5 and {this} # not a heading\n", Format.TEXT),
        ("# Knee pain\n\nKnee pain is common.\n", Format.MARKDOWN),
        ("\ufeff---\r\ntitle: Knee pain\r\n---\r\n\r\nCommon.\r\n", Format.MARKDOWN),
        ("See [the leaflet](leaflet.html) for more.\n", Format.MARKDOWN),
        ("# Knee\n\nA <br> in a line and [a](b), [c](d).\n", Format.MARKDOWN),
        ("<!DOCTYPE html><title>Knee</title>", Format.HTML),
        ("\n  <html lang=en>", Format.HTML),
        ("{% extends 'a' %}\n<h1>Knee</h1>\n<p>Pain</p>", Format.HTML),
        ("<?php echo 1 ?>\n<p>Pain</p>", Format.HTML),
        ("Knee pain <p>is common<p>and passes", Format.HTML),
    ],
)
def test_content_tells_the_format(text: str, format: Format) -> None:
    assert format_of_content(text) is format


def test_a_given_format_goes_before_the_name_and_the_content() -> None:
    assert from_text("# a", "a.html", Format.TEXT).format is Format.TEXT
    assert read("a.html", b"# a").format is Format.HTML
    assert read("-", b"# a").format is Format.MARKDOWN
