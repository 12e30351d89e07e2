"""pyphen's patterns, read late, give pyphen's answers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.prose.hyphenation import hyphenation, read_patterns

pyphen = pytest.importorskip("pyphen")

MADE_UP = ["kyphoplasty", "osteopenia", "vertebroplasty", "spondylolisthesis", "15", "x", "", "ab"]


@pytest.mark.parametrize("word", [*MADE_UP, "oﬀer", "naïve", "don't", "tendonitis", "a" * 200])
def test_same_as_pyphen(word: str) -> None:
    assert hyphenation("en_US").positions(word) == pyphen.Pyphen(lang="en_US").positions(word)


@settings(max_examples=300)
@given(st.text(alphabet="aeioubcdlnrstphy'", max_size=24))
def test_same_as_pyphen_on_any_word(word: str) -> None:
    assert hyphenation("en_US").positions(word) == pyphen.Pyphen(lang="en_US").positions(word)


@pytest.mark.parametrize("pattern", ["f^^e9e1", "sch1iff/ff=f,5,2"])
def test_patterns_of_another_kind_are_left_to_pyphen(pattern: str) -> None:
    with pytest.raises(ValueError, match="only pyphen"):
        read_patterns(f"UTF-8\n{pattern}\n")


def test_comments_and_settings_are_no_patterns() -> None:
    patterns = read_patterns("UTF-8\n% a1b\nLEFTHYPHENMIN 2\n\n# c1d\nab1cd\n")
    assert patterns.positions("abcd") == [2]
    assert patterns.positions("xabx") == patterns.positions("xcdx") == []
