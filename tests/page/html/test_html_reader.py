"""Links, images, metadata and what the reader says of the whole page."""

from __future__ import annotations

import pytest

from ptlint.page.html import read
from ptlint.source.format import Format
from ptlint.source.source import Source


def cut(text, span):
    return None if span is None else text[span.start : span.end]


@pytest.mark.parametrize(
    ("tag", "words", "href", "written", "name", "new_window"),
    [
        ("<a href='/x'>a</a>", "a", "/x", "/x", "", False),
        ("<a href=/x>a</a>", "a", "/x", "/x", "", False),
        ("<a href=''>a</a>", "a", "", "", "", False),
        ("<a href>a</a>", "a", "", None, "", False),
        ("<a href=' /x?a=1&amp;b=2 '>a</a>", "a", "/x?a=1&b=2", " /x?a=1&amp;b=2 ", "", False),
        ("<a href=/x target=_blank>a</a>", "a", "/x", "/x", "", True),
        ("<a href=/x target=_self>a</a>", "a", "/x", "/x", "", False),
        ("<a href=/x aria-label='Read on'>a</a>", "a", "/x", "/x", "Read on", False),
        ("<a href=/x aria-label=a>a</a>", "a", "/x", "/x", "", False),
        ("<a href=/x><img alt='Our logo'></a>", "", "/x", "/x", "Our logo", False),
        ("<a href=/x><img alt=''>a</a>", "a", "/x", "/x", "", False),
        ("<a href=/x title=More></a>", "", "/x", "/x", "More", False),
        (
            "<a href=/x aria-labelledby='i j'>a</a><b id=i>One</b><b id=j>Two</b>",
            "a",
            "/x",
            "/x",
            "One Two",
            False,
        ),
        ("<area href=/x alt=Knee>", "", "/x", "/x", "Knee", False),
        ("<a href=/x><h3>a</h3><p>b</p></a>", "a b", "/x", "/x", "", False),
    ],
)
def test_links(html, tag, words, href, written, name, new_window):
    (link,) = html(tag).links
    assert (link.text.text, link.href, link.name, link.new_window) == (
        words,
        href,
        name,
        new_window,
    )
    assert cut(tag, link.href_span) == written
    assert tag.startswith(cut(tag, link.span))


def test_anchors_without_target_are_no_links(html):
    assert html("<a name=x>a</a><a>b</a>").links == ()


def test_links_do_not_nest(html):
    text = "<a href=/x><div>one<a href=/y>two</a></div></a>"
    assert [link.text.text for link in html(text).links] == ["one", "two"]


@pytest.mark.parametrize(
    ("tag", "src", "alt", "written", "hidden"),
    [
        (
            "<img src=a.png alt='A knee &amp; leg'>",
            "a.png",
            "A knee & leg",
            "A knee &amp; leg",
            False,
        ),
        ("<img src=a.png alt=''>", "a.png", "", "", False),
        ("<img src=a.png alt>", "a.png", "", None, False),
        ("<img src=a.png>", "a.png", None, None, False),
        ("<img src=a.png aria-hidden=true>", "a.png", None, None, True),
        ("<div hidden><img src=a.png></div>", "a.png", None, None, True),
    ],
)
def test_images(html, tag, src, alt, written, hidden):
    (image,) = html(tag).images
    assert (image.src, image.alt, image.hidden) == (src, alt, hidden)
    assert cut(tag, image.alt_span) == written


def test_metadata(html):
    text = (
        "<html lang=en-GB><head><title>\n Gout &amp; you </title>"
        "<meta name=Description content='About gout'><meta property=og:title content=Gout>"
        "<meta name=author content=A><meta name=author content=B>"
        "<meta itemprop=dateModified content=2024-05-01>"
        "<link rel='canonical nofollow' href=' /gout '></head><body><svg><title>x</title></svg>"
    )
    data = html(text).metadata
    assert (data.title.text, data.language, data.canonical) == ("Gout & you", "en-GB", "/gout")
    assert cut(text, data.title.span()) == "Gout &amp; you"
    assert cut(text, data.description.span()) == "About gout"
    assert data.meta == {
        "description": "About gout",
        "og:title": "Gout",
        "author": "A",
        "datemodified": "2024-05-01",
    }


def test_a_drawings_title_is_not_the_pages(html):
    assert html("<svg><title>Arrow</title></svg>").metadata.title is None


@pytest.mark.parametrize(
    ("script", "data"),
    [
        ('{"a": 1}', {"a": 1}),
        ('\n//<![CDATA[\n{"a": 1}\n//]]>\n', {"a": 1}),
        ('<!-- {"a": 1} -->', {"a": 1}),
        ('/*<![CDATA[*/ {"a": 1}; /*]]>*/', {"a": 1}),
        ('{"a": "line\nbreak"}', {"a": "line\nbreak"}),
        ("", None),
    ],
)
def test_json_ld(html, script, data):
    (found,) = html(f"<script type='application/ld+json'>{script}</script>").metadata.json_ld
    assert (found.data, found.error) == (data, None)


def test_json_ld_errors_have_a_place(html):
    text = '<script type="application/ld+json">\n{"a": 1,}</script>'
    (found,) = html(text).metadata.json_ld
    assert found.data is None
    assert found.error
    assert text[found.error_at] in ",}"


def test_json_ld_with_template_code_is_neither_data_nor_error():
    text = '<script type="application/ld+json">{"a": {{ title }}}</script>'
    clean = text.replace("{{ title }}", "\ue000" * 11)
    (found,) = read(Source("x.njk", text, Format.HTML, (), clean)).metadata.json_ld
    assert (found.data, found.error) == (None, None)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("<!doctype html><p>a", True),
        ("<html><p>a", True),
        ("<body>a", True),
        ("<p>a", False),
        ("", False),
        ("{% extends 'base.html' %}<html>a", False),
        ("@extends('layouts.app')<body>a", False),
        ("---\nlayout: page\n---\n<html><p>a", False),
    ],
)
def test_whole_documents(html, text, whole):
    assert html(text).whole_document is whole


def test_front_matter_is_metadata_and_no_text(html):
    text = "---\ntitle: Gout\nlayout: page\n---\n<h1>Gout</h1>"
    draft = html(text)
    assert [block.text.text for block in draft.blocks] == ["Gout"]
    assert draft.metadata.title.text == "Gout"
    assert draft.metadata.front_matter["layout"] == "page"
    assert cut(text, draft.blocks[0].span) == "<h1>Gout</h1>"


def test_comments(html):
    text = "<!-- a --><p>b<!-- c --></p><script><!-- d --></script>"
    assert [cut(text, span) for span in html(text).comments] == ["<!-- a -->", "<!-- c -->"]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "<!-- a -->",
            "<?xml version='1.0' encoding='latin-1'?>",
            "<!doctype html>",
            "<",
        ),
        *("\0", "a\0b", "\ud800", "\x0b\x0c", "\ufffe", "<p\0>a", "<script>", "<title>", "<table>"),
        *(
            "<frameset><frame src=a></frameset>",
            "<template>",
            "<a href='",
            "<![CDATA[",
            "&",
            "&#xFFFFFFFF;",
        ),
        "---\nnever closed",
    ],
)
def test_odd_pages_are_read(html, text):
    draft = html(text)
    assert draft.markup.root.tag == "html"
