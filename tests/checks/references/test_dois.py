"""DOI faults on pages: one finding for a link and its target, and fixes that mend both."""

from __future__ import annotations

import pytest

from ptlint.checks.references.dois import PlacedFault, placed_faults
from ptlint.findings.finding import Edit
from ptlint.page import read_page
from ptlint.source.source import from_text

DOI = "10.2519/jospt.2022.0302"
GOOD = f"https://doi.org/{DOI}"
DOUBLED = f"https://doi.org/https://doi.org/{DOI}"


def faults(text: str, path: str) -> list[PlacedFault]:
    found = placed_faults(read_page(from_text(text, path)))
    return [placed for each in found.values() for placed in each]


def mended(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("path", "text", "right"),
    [
        (
            "a.html",
            f'<p><a href="{DOUBLED}">{DOUBLED}</a></p>',
            f'<p><a href="{GOOD}">{GOOD}</a></p>',
        ),
        ("a.html", f'<p><a href="{DOUBLED}">Guide</a></p>', f'<p><a href="{GOOD}">Guide</a></p>'),
        ("a.html", f'<p><a href="{GOOD}">{DOUBLED}</a></p>', f'<p><a href="{GOOD}">{GOOD}</a></p>'),
        ("a.html", f'<p><a href="{DOI}">{GOOD}</a></p>', f'<p><a href="{GOOD}">{GOOD}</a></p>'),
        ("a.html", f"<p><a href='doi:{DOI}'>doi</a></p>", f"<p><a href='{GOOD}'>doi</a></p>"),
        (
            "a.html",
            f'<p><a href="http://dx.doi.org/{DOI}">x</a></p>',
            f'<p><a href="{GOOD}">x</a></p>',
        ),
        ("a.md", f"See <{DOUBLED}>.", f"See <{GOOD}>."),
        ("a.md", f"See [it][1].\n\n[1]: {DOUBLED}\n", f"See [it][1].\n\n[1]: {GOOD}\n"),
        ("a.md", f"See [{DOUBLED}]({DOUBLED}).", f"See [{GOOD}]({GOOD})."),
        ("a.txt", f"See {DOUBLED} now.", f"See {GOOD} now."),
        ("a.txt", f"See DOI: doi: {DOI}.", f"See DOI: {DOI}."),
    ],
)
def test_one_finding_mends_words_and_target(path: str, text: str, right: str) -> None:
    found = faults(text, path)
    assert len(found) == 1
    assert found[0].fault.safe
    assert mended(text, found[0].edits) == right
    assert faults(right, path) == []


def test_a_target_that_two_links_share_is_reported_once() -> None:
    text = f"See [one][a] and [two][a].\n\n[a]: {DOUBLED}\n"
    assert len(faults(text, "a.md")) == 1


def test_what_differs_from_the_link_is_a_finding_of_its_own() -> None:
    text = f'<p><a href="https://doi.org/doi:{DOI}">{DOUBLED}</a></p>'
    rules = sorted(placed.fault.rule for placed in faults(text, "a.html"))
    assert rules == ["doi-doubled-resolver", "doi-label-in-url"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.md", f"Write `{DOUBLED}` in the box."),
        ("a.md", f"```\n{DOUBLED}\n```\n"),
        ("a.html", f'<p><a href="https://doi.org/{{{{ doi }}}}">{GOOD}</a></p>'),
        ("a.html", "<p>Rise to 10.5/7 of the way. See chapter 10.1234/5.</p>"),
        ("a.txt", f"See {GOOD}."),
    ],
)
def test_code_templates_and_numbers_are_let_be(path: str, text: str) -> None:
    assert faults(text, path) == []


def test_markup_inside_a_doi_is_never_replaced() -> None:
    text = f"<p>https://doi.org/<wbr>https://doi.org/<b>{DOI}</b></p>"
    for placed in faults(text, "a.html"):
        assert "<" not in "".join(text[edit.start : edit.end] for edit in placed.edits)


def test_entities_are_mended_as_they_are_written() -> None:
    text = f'<p><a href="{DOUBLED}&amp;x">x</a> {DOUBLED}</p>'
    for placed in faults(text, "a.html"):
        if placed.fault.safe:
            assert "&amp;x" in mended(text, placed.edits)
