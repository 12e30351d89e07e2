"""Which part of the page a block belongs to, as its markup says."""

from __future__ import annotations

import pytest

from ptlint.page.html.class_names import part_of_names
from ptlint.page.html.landmarks import parts_of
from ptlint.page.html.nesting import nest
from ptlint.page.kinds import Part

BODY = "<p>The main text of the page, long enough to be most of it, stands here.</p>" * 3

THERE = BODY.replace("here", "there")


def part_of(html, text):
    """The part of the block that says "here"."""
    blocks = [
        block for block in html(text).blocks if "here" in str(getattr(block, "text", "")).split()
    ]
    (found,) = {block.part for block in blocks}
    return found.value


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("<nav>here</nav>", "navigation"),
        ("<header>here</header>", "header"),
        ("<footer>here</footer>", "footer"),
        ("<aside>here</aside>", "aside"),
        ("<form>here</form>", "form"),
        ("<search>here</search>", "form"),
        ("<template><p>here</template>", "hidden"),
        ("<noscript><p>here</noscript>", "hidden"),
        ("<div hidden>here</div>", "hidden"),
        ("<div hidden=until-found>here</div>", "article"),
        ("<div aria-hidden=true><p>here</div>", "hidden"),
        ("<div style='color:red; display : none'>here</div>", "hidden"),
        ("<div class=visually-hidden>here</div>", "article"),
        ("<div role=navigation>here</div>", "navigation"),
        ("<div role=banner>here</div>", "header"),
        ("<div role=contentinfo>here</div>", "footer"),
        ("<div role=complementary>here</div>", "aside"),
        ("<div role=search>here</div>", "form"),
        ("<div role=dialog>here</div>", "navigation"),
        ("<button>here</button>", "form"),
        ("<label>here</label>", "form"),
        ("<header><nav>here</nav></header>", "navigation"),
        ("<article><header>here</header></article>", "article"),
        ("<section><footer>here</footer></section>", "article"),
        ("<a class=skip-link href=#x>here</a>", "navigation"),
        ("<dialog>here</dialog>", "hidden"),
        ("<dialog open>here</dialog>", "navigation"),
        ("<article><aside>here</aside></article>", "article"),
        ("<article><aside><a href=/x>here</a></aside></article>", "aside"),
        ("<div role=tablist>here</div>", "navigation"),
        ("<div hidden><nav>here</nav></div>", "hidden"),
    ],
)
def test_elements_roles_and_attributes(html, text, part):
    assert part_of(html, text + THERE) == part


@pytest.mark.parametrize(
    ("names", "part"),
    [
        ("nav", "navigation"),
        ("main-nav", "navigation"),
        ("dropdown-menu", "navigation"),
        ("siteNav", "navigation"),
        ("nav__list", None),
        ("has-menu", None),
        ("footer", "footer"),
        ("site-footer", "footer"),
        ("footer-top", "footer"),
        ("card-footer", None),
        ("article-footer", None),
        ("site-header", "header"),
        ("page-header", None),
        ("header", "header"),
        ("sidebar", "aside"),
        ("left-sidebar", "aside"),
        ("no-sidebar", None),
        ("with-sidebar", None),
        ("content-sidebar-wrap", None),
        ("related", "related"),
        ("related-conditions", "related"),
        ("correlated", None),
        ("share-buttons", "navigation"),
        ("shared", None),
        ("cookie-banner", "navigation"),
        ("newsletter-signup", "form"),
        ("comments", None),
        ("table-of-contents", "navigation"),
        ("col-md-6 main-nav", "navigation"),
        ("text-menuitem", None),
        ("", None),
    ],
)
def test_class_names(names, part):
    found = part_of_names(names)
    assert (found and found.value) == part


def test_class_names_count_only_for_small_stretches(html):
    assert part_of(html, "<div class=sidebar>here</div>" + BODY.replace("here", "x")) == "aside"
    assert part_of(html, "<div class=sidebar><p>all of it is here</p></div>") == "article"
    assert (
        part_of(html, f"<div class=nav><h1>here</h1></div>{BODY.replace('here', 'x')}") == "article"
    )


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("<div>here</div><main><h1>x</h1></main>", "header"),
        ("<main><h1>x</h1></main><div>here</div>", "footer"),
        ("<main><div>here</div></main>", "article"),
        ("<div role=main>here</div>", "article"),
        ("<main><aside>here</aside></main>", "aside"),
        ("<form><main><h1>x</h1>here</main></form>", "article"),
        ("<header><main>here</main></header>", "article"),
        ("<h1>here</h1><main>x</main>", "article"),
        ("<header><h1>here</h1></header><p>x", "article"),
        (f"<header><h1>here</h1></header><h1>x</h1>{THERE}", "header"),
        (f"<nav><h1>here</h1></nav>{THERE}", "navigation"),
        ("<div>here</div><header>x</header><h1>y</h1>", "header"),
        ("<h1>y</h1><footer>x</footer><div>here</div>", "footer"),
        ("<section><article>x</article></section><section>here</section>", "article"),
    ],
)
def test_where_the_article_is(html, text, part):
    assert part_of(html, text) == part


def test_comments_are_believed_however_many_they_are(html):
    text = f"<h1>Gout</h1><p>Text</p><div id=comments>{THERE * 5}<p>here</p></div>"
    assert part_of(html, text) == "aside"


def test_a_form_around_the_whole_page_is_no_form(html):
    text = f"<form><h1>Gout</h1>{BODY}<p>here</p></form>"
    assert part_of(html, text) == "article"


@pytest.mark.parametrize(
    "tag", ["form", "nav", "aside", "div class=sidebar", "div role=navigation"]
)
def test_what_holds_nearly_all_prose_is_the_article_after_all(html, tag):
    name = tag.split()[0]
    assert part_of(html, f"<{tag}><p>here</p>{THERE * 3}</{name}>") == "article"


def test_a_menu_of_links_stays_navigation_however_long(html):
    links = "<a href=/x>One of many links of a menu</a> " * 50
    assert part_of(html, f"<nav>{links}<a href=/y>here</a></nav><p>Short text.</p>") == "navigation"


def test_links_that_skip_ahead_are_navigation(html):
    text = "<a href=#a>here</a> <a href=#b>here</a><h1>x</h1><p><a href=#c>there</a></p>"
    assert [block.part for block in html(text).blocks] == [
        Part.NAVIGATION,
        Part.ARTICLE,
        Part.ARTICLE,
    ]


def test_a_list_of_links_into_the_page_is_navigation(html):
    contents = "<h1>x</h1><ul><li><a href=#a>One</a><li><a href=#b>Two</a></ul>"
    assert html(contents).blocks[1].part is Part.NAVIGATION
    mixed = "<h1>x</h1><ul><li><a href=#a>One</a><li><a href=/b>Two</a></ul>"
    assert html(mixed).blocks[1].part is Part.ARTICLE


def test_links_and_images_have_the_part_they_stand_in(html):
    draft = html("<nav><a href=/>Home</a><img src=a></nav><p><a href=/b>b</a><img src=b></p>")
    assert [link.part for link in draft.links] == [Part.NAVIGATION, Part.ARTICLE]
    assert [image.part for image in draft.images] == [Part.NAVIGATION, Part.ARTICLE]


def test_parts_of_an_empty_page():
    assert parts_of(nest("")).at(0) is Part.ARTICLE
