from __future__ import annotations

import dataclasses

import pytest

from ptlint.source.source import Source, from_text, read
from ptlint.source.span import Position, Span


def test_a_source_keeps_the_text_as_it_stands_on_disk() -> None:
    source = read("knee.md", b"\xef\xbb\xbf# Knee\r\n{{ x }}\rpain")
    assert source.text == "# Knee\r\n{{ x }}\rpain"
    assert source.clean == "# Knee\r\n" + "\ue000" * 7 + "\rpain"
    assert source.masked == (Span(8, 15),)
    assert source.slice(Span(2, 6)) == "Knee"
    assert source.position(16) == Position(3, 1)
    assert source.lines.count == 3


def test_a_source_does_not_change() -> None:
    source = from_text("Pain.", "a.txt")
    with pytest.raises(dataclasses.FrozenInstanceError):
        source.text = "No pain."  # type: ignore[misc]
    assert source.lines is source.lines
    assert source.clean is source.text


def test_equal_sources_are_equal() -> None:
    assert from_text("Pain.", "a.txt") == read("a.txt", b"Pain.")
    assert isinstance(from_text("Pain."), Source)
