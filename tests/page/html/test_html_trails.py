"""Breadcrumb trails: which there are, their crumbs and what stands between them."""

from __future__ import annotations

import pytest

from ptlint.page.kinds import Part


def trail(html, text):
    (found,) = html(text).trails
    return found


def crumbs(found):
    return [
        ("*" if crumb.current else "")
        + crumb.text.text
        + (f"({crumb.link.href})" if crumb.link else "")
        for crumb in found.crumbs
    ]


def signs(found):
    return [
        sign.text + (" own" if sign.own_item else "") + (" hidden" if sign.hidden else "")
        for sign in found.separators
    ]


HOME = "<a href=/>Home</a>"
CARE = "<a href=/care>Care</a>"


@pytest.mark.parametrize(
    ("text", "found", "between"),
    [
        (
            f"<ol><li>{HOME}<li>/<li>{CARE}<li>/<li>Gout</ol>",
            ["Home(/)", "Care(/care)", "Gout"],
            ["/ own"] * 2,
        ),
        (
            f"<ul><li>{HOME}</li><li aria-hidden=true>›</li><li>Gout</ul>",
            ["Home(/)", "Gout"],
            ["› own hidden"],
        ),
        (f"<div>{HOME} / {CARE} / Gout</div>", ["Home(/)", "Care(/care)", "Gout"], ["/", "/"]),
        (
            f"<div>{HOME} &gt; {CARE} &gt; <span>Gout</span></div>",
            ["Home(/)", "Care(/care)", "Gout"],
            [">", ">"],
        ),
        (f"<p>{HOME} » Gout</p>", ["Home(/)", "Gout"], ["»"]),
        ("<p>Home &gt; Conditions &gt; Gout</p>", ["Home", "Conditions", "Gout"], [">", ">"]),
        (
            f"<div class=breadcrumb>{HOME}{CARE}<span>Gout</span></div>",
            ["Home(/)", "Care(/care)", "Gout"],
            [],
        ),
        (f"<div class=breadcrumbs>You are here: {HOME} | Gout</div>", ["Home(/)", "Gout"], ["|"]),
        (
            f"<nav aria-label=Breadcrumb>{HOME}<span>/</span>"
            "<span aria-current=page>Gout</span></nav>",
            ["Home(/)", "*Gout"],
            ["/"],
        ),
        (
            f"<nav aria-label=Breadcrumb>{HOME}<i class='fa fa-chevron-right'></i>Gout</nav>",
            ["Home(/)", "Gout"],
            [" hidden"],
        ),
        (
            f"<nav aria-label=Breadcrumb>{HOME}<svg><path/></svg>Gout</nav>",
            ["Home(/)", "Gout"],
            [" hidden"],
        ),
        (
            "<ul class=breadcrumb><li><a href=/><i class='fa fa-home'></i></a>"
            "<li class=separator><i></i><li>Gout</ul>",
            ["(/)", "Gout"],
            [" own"],
        ),
        (
            f"<ol itemtype='https://schema.org/BreadcrumbList'><li>{HOME}"
            "<meta itemprop=position><li>Gout</ol>",
            ["Home(/)", "Gout"],
            [],
        ),
        (
            f"<ul class=crumbs><li>{HOME} <span aria-hidden=true>/</span><li>Gout</ul>",
            ["Home(/)", "Gout"],
            ["/ hidden"],
        ),
        (
            f"<ol><li class=breadcrumb-item>{HOME}<li class=breadcrumb-item><b>Neck</b> pain</ol>",
            ["Home(/)", "Neck pain"],
            [],
        ),
        (
            "<ol class=breadcrumb><li><a href=/>Hip/knee</a><li>AC/DC</ol>",
            ["Hip/knee(/)", "AC/DC"],
            [],
        ),
        (
            f"<ul class=breadcrumb><li>{HOME}</li><span>/</span><li>Gout</ul>",
            ["Home(/)", "Gout"],
            ["/"],
        ),
        (
            f"<div class=bread-crumb><h2>Gout</h2><ul><li>{HOME}<li>Gout</ul></div>",
            ["Home(/)", "Gout"],
            [],
        ),
        (
            f"<div class=breadcrumb><a href=#skip><img alt=Skip></a>{HOME} &gt; Gout</div>",
            ["Home(/)", "Gout"],
            [">"],
        ),
    ],
)
def test_trails(html, text, found, between):
    read = trail(html, text)
    assert crumbs(read) == found
    assert signs(read) == between


@pytest.mark.parametrize(
    "text",
    [
        "<p>Take 1/2 tablet and / or a cream</p>",
        "<ul><li><a href=/>Home</a><li><a href=/care>Care</a></ul>",
        "<footer><a href=/>Home</a> | <a href=/a>About</a> | <a href=/b>Contact</a></footer>",
        "<p><a href=/a>Care</a> / <a href=/b>Cure</a> / Help</p>",
        "<p>Ice > heat</p>",
        "<div class=has-breadcrumbs><h1>Gout</h1><p>Text</p></div>",
        "<div class=breadcrumb></div>",
        "<p><a href=/>Home</a> - Gout</p>",
        "<p><a href=https://health.test>Home</a> &gt; <a href=https://www.oak.test/>Oak</a> &gt; "
        "<a href=https://gout.elm.test/>Gout</a></p><h1>Gout</h1>",
        "<body class=breadcrumbs><a href=/>Home</a> Gout</body>",
    ],
)
def test_what_is_no_trail(html, text):
    assert html(text).trails == ()


@pytest.mark.parametrize(
    ("text", "landmark", "label", "container"),
    [
        (f"<ol class=breadcrumb><li>{HOME}<li>Gout</ol>", False, "", "ol"),
        (f"<nav><ol class=breadcrumb><li>{HOME}<li>Gout</ol></nav>", True, "", "ol"),
        (
            f"<nav aria-label=' Bread  crumb '><ul class=crumbs><li>{HOME}<li>Gout</ul></nav>",
            True,
            "Bread crumb",
            "ul",
        ),
        (
            f"<i id=l>Path</i><nav class=breadcrumb aria-labelledby=l>{HOME} / Gout</nav>",
            True,
            "Path",
            "inline",
        ),
        (f"<div class=breadcrumb role=navigation>{HOME} / Gout</div>", True, "", "inline"),
        (f"<nav class=breadcrumb role=presentation>{HOME} / Gout</nav>", False, "", "inline"),
        ("<p>Home › Gout › Treatment</p>", False, "", "text"),
    ],
)
def test_landmark_and_container(html, text, landmark, label, container):
    read = trail(html, text)
    assert (read.landmark, read.label, read.container) == (landmark, label, container)


def test_two_lists_are_two_trails(html):
    lists = f"<ol class=breadcrumb><li>{HOME}</ol>" * 2
    assert len(html(f"<nav aria-label=Breadcrumb>{lists}</nav>").trails) == 2


def test_places_and_part(html):
    text = f"<h1>x</h1><nav class=breadcrumb>{HOME} <span> / </span> <b>Gout</b></nav><p>y</p>"
    read = trail(html, text)
    assert text[read.span.start : read.span.end].startswith("<nav")
    assert [text[c.span.start : c.span.end] for c in read.crumbs] == [HOME, "Gout"]
    assert [text[s.span.start : s.span.end] for s in read.separators] == ["/"]
    assert [block.part for block in html(text).blocks] == [
        Part.ARTICLE,
        Part.BREADCRUMB,
        Part.ARTICLE,
    ]


def test_a_trail_in_a_heading_is_not_part_of_it(html):
    text = f"<h1>Gout<div class=breadcrumb>{HOME} &gt; Gout</div></h1>"
    draft = html(text)
    assert [block.text.text for block in draft.blocks] == ["Gout", "Home > Gout"]
    assert draft.blocks[1].part is Part.BREADCRUMB
