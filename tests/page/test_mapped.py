"""MappedText: every visible character knows its place in the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptlint.page.mapped import MappedText, joined
from ptlint.source.span import Span

SOURCE = "It&rsquo;s  <b>well</b>\n   known."
PARTS = [
    ("It", 0, 2),
    ("’", 2, 9),
    ("s  ", 9, 12),
    ("", 12, 15),
    ("well", 15, 19),
    ("", 19, 23),
    (" ", 23, 27),
    ("known.", 27, 33),
]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("It’s", "It&rsquo;s"),
        ("’", "&rsquo;"),
        ("well", "well"),
        ("well known", "well</b>\n   known"),
        ("known.", "known."),
        ("ell", "ell"),
    ],
)
def test_span_of_visible_words(words: str, written: str) -> None:
    text = joined(PARTS)
    at = text.text.index(words)
    span = text.span(at, at + len(words))
    assert SOURCE[span.start : span.end] == written


def test_visible_text() -> None:
    assert joined(PARTS).text == "It’s  well known."


def test_slice_and_strip_keep_places() -> None:
    text = joined(PARTS).slice(3, 11).strip()
    assert text.text == "s  well"
    assert SOURCE[text.span().start : text.span().end] == "s  <b>well"


def test_no_break_space_is_content() -> None:
    text = MappedText.verbatim(" a\u00a0 ", 5).strip()
    assert text.text == "a\u00a0"
    assert text.span() == Span(6, 8)


def test_empty_text_has_no_place() -> None:
    with pytest.raises(ValueError):
        MappedText.verbatim("", 4).span()


@pytest.mark.parametrize(("offset", "expected"), [(0, 0), (4, 2), (15, 6), (17, 8), (99, 17)])
def test_offset_of(offset: int, expected: int) -> None:
    assert joined(PARTS).offset_of(offset) == expected


@given(st.lists(st.tuples(st.text("ab ", max_size=3), st.integers(0, 3)), max_size=12))
def test_spans_are_ordered_and_inside(pieces: list[tuple[str, int]]) -> None:
    at, parts = 0, []
    for words, extra in pieces:
        parts.append((words, at, at + len(words) + extra))
        at += len(words) + extra
    text = joined(parts)
    spans = [text.span(index, index + 1) for index in range(len(text))]
    assert all(0 <= span.start < span.end <= at for span in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)
    assert text.text == "".join(part[0] for part in parts)
