from __future__ import annotations

from collections.abc import Callable

import pytest

from ptlint.access import aria
from ptlint.access.autocomplete import fault_of
from ptlint.access.focus import in_tab_order, is_focusable
from ptlint.access.languages import is_known_language, unknown_region
from ptlint.access.roles import role
from ptlint.access.spoken import other_language
from ptlint.access.tree import AccessTree

Build = Callable[..., AccessTree]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a id="x" href="/">x</a>', "link"),
        ('<a id="x">x</a>', "generic"),
        ('<img id="x" src="a" alt="">', "none"),
        ('<img id="x" src="a" alt="" aria-label="A">', "img"),
        ('<img id="x" src="a">', "img"),
        ('<input id="x">', "textbox"),
        ('<input id="x" type="search" list="l">', "combobox"),
        ('<input id="x" type="date">', ""),
        ('<input id="x" type="unheard-of">', "textbox"),
        ('<select id="x"></select>', "combobox"),
        ('<select id="x" size="4"></select>', "listbox"),
        ('<header id="x"></header>', "banner"),
        ('<article><header id="x"></header></article>', "generic"),
        ('<section id="x"></section>', "generic"),
        ('<section id="x" aria-label="A"></section>', "region"),
        ('<ul><li id="x">x</li></ul>', "listitem"),
        ('<div><li id="x">x</li></div>', "generic"),
        ('<ul role="none"><li id="x">x</li></ul>', "none"),
        ('<table role="none"><tr><td id="x">x</td></tr></table>', "none"),
        ('<table role="grid"><tr><td id="x">x</td></tr></table>', "gridcell"),
        ('<table><tr><th id="x">x</th></tr></table>', "columnheader"),
        ('<table><tr><th id="x">x</th><td>1</td></tr></table>', "rowheader"),
        ('<svg id="x"></svg>', "graphics-document"),
        ('<div id="x" role="nonsense button">x</div>', "button"),
        ('<div id="x" role="WIDGET Button">x</div>', "button"),
        ('<div id="x" role="presentation">x</div>', "none"),
        ('<div id="x" role="image">x</div>', "img"),
        ('<h2 id="x" role="none">x</h2>', "none"),
        ('<h2 id="x" role="none" aria-live="polite">x</h2>', "heading"),
        ('<h2 id="x" role="none" aria-hidden="true">x</h2>', "none"),
        ('<button id="x" role="none">x</button>', "button"),
        ('<button id="x" role="none" disabled>x</button>', "none"),
    ],
)
def test_roles(tree: Build, html: str, expected: str) -> None:
    made = tree(html)
    assert role(made, made.ids["x"]) == expected


@pytest.mark.parametrize(
    ("html", "focusable", "tabbed"),
    [
        ('<a id="x" href="/">x</a>', True, True),
        ('<a id="x">x</a>', False, False),
        ('<a id="x" href="/" tabindex="-1">x</a>', True, False),
        ('<div id="x" tabindex="0">x</div>', True, True),
        ('<div id="x" tabindex="x">x</div>', False, False),
        ('<input id="x" disabled>', False, False),
        ('<input id="x" type="hidden">', False, False),
        ('<fieldset disabled><input id="x"></fieldset>', False, False),
        ('<fieldset disabled><legend><input id="x"></legend></fieldset>', True, True),
        ('<details><summary id="x">x</summary></details>', True, True),
        ('<summary id="x">x</summary>', False, False),
        ('<div id="x" contenteditable>x</div>', True, True),
        ('<div id="x" contenteditable="false">x</div>', False, False),
        ('<video id="x" controls></video>', True, True),
        ('<p hidden><a id="x" href="/">x</a></p>', False, False),
    ],
)
def test_focus(tree: Build, html: str, focusable: bool, tabbed: bool) -> None:
    made = tree(html)
    element = made.ids["x"]
    assert (is_focusable(element), in_tab_order(element)) == (focusable, tabbed)


@pytest.mark.parametrize(
    ("html", "shown", "exposed"),
    [
        ('<p id="x">x</p>', True, True),
        ('<p id="x" aria-hidden="true">x</p>', True, False),
        ('<p id="x" hidden>x</p>', False, False),
        ('<p id="x" hidden style="display: block">x</p>', True, True),
        ('<div style="display: none !important"><p id="x">x</p></div>', False, False),
        ('<style>div p { display: none }</style><div><p id="x">x</p></div>', False, False),
        ('<style>p{display:none}.on{display:block}</style><p id="x" class="on">x</p>', True, True),
        ('<style media="print">p { display: none }</style><p id="x">x</p>', True, True),
        ('<b style="visibility:hidden"><p id="x" style="visibility:visible">x</p></b>', True, True),
        ('<details><p id="x">x</p></details>', True, True),
        ('<dialog open><p id="x">x</p></dialog>', True, True),
        ('<video src="v"><p id="x">x</p></video>', False, False),
    ],
)  # fmt: skip
def test_visibility(tree: Build, html: str, shown: bool, exposed: bool) -> None:
    element = tree(html).ids["x"]
    assert (element.shown, element.exposed) == (shown, exposed)


@pytest.mark.parametrize(
    ("html", "visible"),
    [
        ('<p id="x" style="position: absolute; left: -9999px">x</p>', False),
        ('<p id="x" style="position: absolute; left: -9px">x</p>', True),
        ('<p id="x" style="text-indent: -999em">x</p>', False),
        ('<div class="sr-only"><p id="x">x</p></div>', False),
        ('<p id="x" class="lead not-sr-onlyish">x</p>', True),
        ('<p id="x" style="position:absolute;clip:rect(0 0 0 0)">x</p>', False),
        ('<p id="x" style="opacity: 0">x</p>', False),
    ],
)
def test_out_of_sight(tree: Build, html: str, visible: bool) -> None:
    made = tree(html)
    assert made.visible(made.ids["x"]) is visible


def test_the_tables_fit_together() -> None:
    known = aria.roles()
    for described in known.values():
        assert set(described.context) | set(described.owns) <= set(known)
        assert described.inherits <= set(known) | aria.abstract_roles()
        assert described.properties | set(described.required) <= set(aria.properties())


@pytest.mark.parametrize(
    ("value", "fine"),
    [
        ("email", True), ("Section-A shipping home tel-national webauthn", True), ("on", True),
        ("work", False), ("email work", False), ("work,email", False), ("pager bday", False),
        ("billing shipping email", False), ("webauthn", False),
    ],
)  # fmt: skip
def test_autocomplete(value: str, fine: bool) -> None:
    assert (fault_of(value) == "") is fine


@pytest.mark.parametrize(
    ("tag", "known"),
    [("en", True), ("EN-gb", True), ("en-US-GB", True), ("yue", True), ("qab", True),
     ("eng", False), ("en_GB", False), ("i-lux", False), ("#1", False), ("", False)],
)  # fmt: skip
def test_language_tags(tag: str, known: bool) -> None:
    assert is_known_language(tag) is known


def test_regions() -> None:
    assert unknown_region("en-UK") == "UK"
    assert unknown_region("zh-Hant-TW") is None
    assert unknown_region("en-x-uk") is None


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        ("Rest your knee for two days and then begin with the exercises", "de", "en"),
        ("Rest your knee for two days and then begin with the exercises", "en", None),
        ("Ruhen Sie das Knie zwei Tage und beginnen Sie dann mit den Übungen", "en", "de"),
        ("Descanse la rodilla dos días y empiece con los ejercicios que le damos", "en", "es"),
        ("Musculus quadriceps femoris, ligamentum patellae, tibia, fibula, femur", "en", None),
        ("Paracetamol 500 mg", "de", None),
        ("Rest your knee for two days and then begin", "tlh", None),
    ],
)
def test_other_language(text: str, expected: str, found: str | None) -> None:
    assert other_language(text, expected, least_words=5) == found
