"""The notation of the phrases, and cutting a string into words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ptlint.sections.phrases import PhraseBook
from ptlint.sections.words import _ASCII_WORD, _WORD, read_words, word_class


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("history of", "A history of falls", True),
        ("history of", "History and cause of", False),
        ("^ older age", "The older age", True),
        ("^ older age", "People of older age", False),
        ("older age $", "Older age.", True),
        ("older age $", "Older age and sex", False),
        ("raise|increase the? risk", "increase risk", True),
        ("raise|increase the? risk", "raise the risk", True),
        ("raise ... risk", "raise by far your own risk", True),
        ("raise ... risk", "raise one two three four five risk", False),
        ("pain in @body", "pain in knees", True),
        ("over #", "over 65", True),
        ("what _ is", "what it is", True),
    ],
)
def test_notation(phrase: str, text: str, found: bool) -> None:
    book = PhraseBook.of([(phrase, True)])
    assert any(True for _ in book.find(read_words(text))) is found


def test_runs_tell_which_words_matched() -> None:
    book = PhraseBook.of([("history of ... @trauma", 1)])
    (hit,) = book.find(read_words("A history of bad knee trauma"))
    assert hit.runs == ((1, 3), (5, 6))


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("knee", "@body"),
        ("knees", "@body"),
        ("tendinitis", "@disease"),
        ("hydrotherapy", "@therapy"),
        ("x-rays", "@test"),
        ("patient's", "@person"),
        ("zebra", ""),
    ],
)
def test_word_class(word: str, kind: str) -> None:
    assert word_class(word) == kind


def test_words_keep_their_offsets() -> None:
    text = "X-ray – 2 views & “shin splints”"
    words = read_words(text)
    assert words.words == ("x-ray", ":", "#", "views", "and", "shin", "shin-splints")
    assert [text[a:b] for a, b in words.spans][-1] == "splints"


@given(st.text(st.sampled_from("aB1.,'- &/:;(!\n"), max_size=40))
def test_plain_texts_have_the_same_words_as_all_others(text: str) -> None:
    assert _ASCII_WORD.findall(text) == _WORD.findall(text)
