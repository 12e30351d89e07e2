"""The plain-text reader: what a person would see in the text copy of a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptlint.page import read_page
from ptlint.page.model import Block, Heading, List, Page, Paragraph
from ptlint.source.source import Format, from_text

LONG = "Your therapist looks at how you stand, sit and walk, and asks what hurts and since when."


def page_of(text: str) -> Page:
    return read_page(from_text(text, "page.txt", Format.TEXT))


def shape(block: Block) -> tuple[str, object]:
    if isinstance(block, Heading):
        return (f"h{block.level}", block.text.text)
    if isinstance(block, Paragraph):
        return ("p", block.text.text)
    assert isinstance(block, List)
    return ("list", [(item.marker, item.text.text) for item in block.all_items()])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Stiff neck\n\nHow is it treated?\n{LONG}\n",
            [("h1", "Stiff neck"), ("h2", "How is it treated?"), ("p", LONG)],
        ),
        (
            "Stiff neck\n\nSymptoms include:\n\n  • pain\n  • heat\n",
            [
                ("h1", "Stiff neck"),
                ("p", "Symptoms include:"),
                ("list", [("•", "pain"), ("•", "heat")]),
            ],
        ),
        (
            "Stiff neck\n==========\n\nIt hurts.\n",
            [("h1", "Stiff neck"), ("p", "It hurts.")],
        ),
        (
            "1. Sit up.\n2. Turn your head\n   to the left.\n",
            [("list", [("1.", "Sit up."), ("2.", "Turn your head to the left.")])],
        ),
        (
            "- arms\n  - left\n  - right\n- legs\n",
            [("list", [("-", "arms"), ("-", "left"), ("-", "right"), ("-", "legs")])],
        ),
        (
            "- pain\n\n- heat\n\nCall us.\n",
            [("list", [("-", "pain"), ("-", "heat")]), ("p", "Call us.")],
        ),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, object]]) -> None:
    assert [shape(block) for block in page_of(text).blocks] == expected


def test_wrapped_paragraphs_are_joined() -> None:
    lines = [
        "A stiff neck usually comes from sleeping in a bad position",
        "or from sitting for hours at a desk that is too low, and it",
        "goes away by itself within a few days if you keep moving it",
        "gently and do not spare it too much.",
    ]
    (paragraph,) = page_of("\n".join(lines)).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text.text == " ".join(lines)


@pytest.mark.parametrize(
    "top",
    [
        "  1. Home\n  2. /\n  3. Neck\n  4. /\n  5. Stiff neck\n\n",
        "1. Home\n  2. /\n  3. Neck\n  4. /\n  5. Stiff neck\n\n",
        "Home > Neck > Stiff neck\n\n",
        "• Home\n• Neck\n• Stiff neck\n\n",
    ],
)
def test_trail(top: str) -> None:
    page = page_of(f"{top}Stiff neck\n\nWhat is it?\n{LONG}\n")
    (trail,) = page.trails
    assert [crumb.text.text for crumb in trail.crumbs] == ["Home", "Neck", "Stiff neck"]
    assert page.title and page.title.text == "Stiff neck"


def test_a_menu_is_no_trail() -> None:
    page = page_of(f"• Home\n• About us\n• Contact\n\nStiff neck\n\nWhat is it?\n{LONG}\n")
    assert page.trails == ()


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See https://a.example/b).", ["https://a.example/b"]),
        ("Wikipedia (https://en.example/Neck_(body)).", ["https://en.example/Neck_(body)"]),
        ("Stiff neck\n\nread more\n", [None]),
    ],
)
def test_links(text: str, links: list[str | None]) -> None:
    assert [link.href for link in page_of(text).links] == links


@given(st.text(alphabet="aB1. \t\n\r•-/:?\u00a0é=#", max_size=200))
def test_never_fails_and_spans_hold_the_text(text: str) -> None:
    source = from_text(text, "page.txt", Format.TEXT)
    for block in read_page(source).blocks:
        assert 0 <= block.span.start <= block.span.end <= len(source.text)
        texts = [block.text] if isinstance(block, (Heading, Paragraph)) else []
        texts += [item.text for item in block.all_items()] if isinstance(block, List) else []
        for mapped in texts:
            for run in mapped.runs:
                if run.verbatim:
                    visible = mapped.text[run.at : run.at + run.length]
                    assert source.text[run.start : run.end] == visible
