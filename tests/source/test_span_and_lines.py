from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.source.lines import LineIndex
from ptlint.source.span import Position, Span

LINES = st.text(alphabet="ab é😀\r\n\f\v\u2028\t", max_size=60)


def test_a_span_has_a_length_and_is_true_even_when_empty() -> None:
    assert len(Span(3, 7)) == 4
    assert Span(3, 3)
    assert Span(3, 7).shift(-2) == Span(1, 5)


@pytest.mark.parametrize(
    ("other", "contained", "overlapping"),
    [
        (Span(2, 4), True, True),
        (Span(0, 3), False, True),
        (Span(5, 9), False, False),
        (Span(1, 5), True, True),
        (Span(5, 5), True, False),
        (Span(4, 6), False, True),
    ],
)
def test_spans_contain_and_overlap(other: Span, contained: bool, overlapping: bool) -> None:
    assert Span(1, 5).contains(other) is contained
    assert Span(1, 5).overlaps(other) is overlapping
    assert other.overlaps(Span(1, 5)) is overlapping


def test_a_span_contains_the_offsets_of_its_characters() -> None:
    assert [offset for offset in range(6) if Span(1, 4).contains(offset)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one", ["one"]),
        ("one\n", ["one", ""]),
        ("one\r\ntwo\rthree\nfour", ["one", "two", "three", "four"]),
        ("\r\r\n\n", ["", "", "", ""]),
        ("form\ffeed\vtab\u2028sep\x85nel", ["form\ffeed\vtab\u2028sep\x85nel"]),
    ],
)
def test_lines_end_where_editors_end_them(text: str, lines: list[str]) -> None:
    index = LineIndex(text)
    spans = [index.line_span(line) for line in range(1, index.count + 1)]
    assert [text[span.start : span.end] for span in spans] == lines


def test_columns_count_code_points() -> None:
    assert LineIndex("é😀x\nab").position(2) == Position(1, 3)
    assert LineIndex("é😀x\nab").position(5) == Position(2, 2)


@pytest.mark.parametrize("line", [0, 3, -1])
def test_there_is_no_line_outside_the_text(line: int) -> None:
    with pytest.raises(IndexError, match="no line"):
        LineIndex("a\nb").line_span(line)


@pytest.mark.parametrize(
    ("line", "column", "offset"),
    [(0, 5, 0), (1, 0, 0), (1, 99, 2), (2, 99, 5), (9, 1, 5), (2, 2, 4)],
)
def test_places_outside_are_cut_to_the_text(line: int, column: int, offset: int) -> None:
    assert LineIndex("ab\ncd").offset(line, column) == offset


@given(LINES)
@settings(max_examples=150)
def test_offset_is_the_inverse_of_position(text: str) -> None:
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        place = index.position(offset)
        assert index.offset(place.line, place.column) == offset


@given(LINES)
@settings(max_examples=100)
def test_lines_and_their_ends_make_up_the_text(text: str) -> None:
    index = LineIndex(text)
    spans = [index.line_span(line) for line in range(1, index.count + 1)]
    ends = [*(span.start for span in spans[1:]), len(text)]
    between = [text[span.end : end] for span, end in zip(spans, ends, strict=True)]
    assert set(between) <= {"\n", "\r\n", "\r", ""}
    assert not any(set(text[span.start : span.end]) & set("\r\n") for span in spans)
