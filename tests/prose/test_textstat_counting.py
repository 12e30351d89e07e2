"""textstat counts, offline, without nltk, and without harm to anyone else who uses it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.prose.counting import (
    ChangedTextstatError,
    counting,
    counting_of,
    own_counting,
    textstat_counting,
)

OFFLINE = """
import socket, sys, urllib.request
def refuse(*_, **__):
    raise SystemExit("a socket was opened")
socket.socket = socket.create_connection = urllib.request.urlopen = refuse
before = set(sys.modules)
from ptlint.prose.readability import grade
assert not {"textstat", "nltk", "pyphen"} & set(sys.modules), "imported before it was needed"
result = grade(["Osteoporosis weakens the bones of many people over the years."])
assert result.grade > 0
assert not {"textstat", "nltk"} & set(sys.modules), "imported without a need"
assert grade(["Ménière\u2019s disease troubles the balance of many people."]).grade > 0
assert "textstat" in sys.modules
import textstat
textstat.flesch_kincaid_grade("Weak bones break more easily than strong ones do.")
textstat.gunning_fog("Weak bones break more easily than strong ones do.")
assert not [name for name in sys.modules if name.partition(".")[0] == "nltk"]
print("offline")
"""
REAL_NLTK = """
from ptlint.prose.counting import counting
counting()
from textstat.backend.utils import _get_cmudict
assert _get_cmudict.nltk.__name__ == "nltk"
assert _get_cmudict.nltk.data.find
import nltk
assert nltk.__file__
print("real")
"""
NLTK_FIRST = """
import nltk
from ptlint.prose.counting import counting
counting()
import sys
assert sys.modules["nltk"] is nltk and nltk.__file__
from textstat.backend.utils import _get_cmudict
assert _get_cmudict.nltk is nltk
print("kept")
"""


def python(code: str) -> str:
    """Run code in a Python of its own."""
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def test_no_socket_and_no_nltk() -> None:
    assert python(OFFLINE) == "offline"


@pytest.mark.parametrize(("code", "answer"), [(REAL_NLTK, "real"), (NLTK_FIRST, "kept")])
def test_others_get_the_real_nltk(code: str, answer: str) -> None:
    pytest.importorskip("nltk")
    assert python(code) == answer


def test_textstat_counts() -> None:
    assert counting().by.startswith("textstat ")


WORDS = [
    "Osteoporosis",
    "PEOPLE",
    "patients'",
    "don't",
    "o'clock",
    "x-ray",
    "1.5",
    "15",
    "kyphosis",
]


@pytest.mark.parametrize("word", WORDS)
def test_own_counting_is_the_same(word: str) -> None:
    assert own_counting().count_syllables(word) == counting().count_syllables(word)
    assert own_counting().list_words(f"a {word}!") == counting().list_words(f"a {word}!")


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=14))
def test_words_in_ascii_come_out_as_from_textstat(word: str) -> None:
    assert counting_of(word).by == "ptlint"
    listed = counting().list_words(word)
    assert counting_of(word).list_words(word) == listed
    assert [counting_of(word).count_syllables(each) for each in listed] == [
        counting().count_syllables(each) for each in listed
    ]


@pytest.mark.parametrize("word", ["Ménière", "café", "5µm"])
def test_other_words_are_textstats(word: str) -> None:
    assert counting_of(word).by.startswith("textstat ")


def test_other_languages_are_left_alone() -> None:
    place = sys.modules["textstat.backend.counts._count_syllables"] if counting() else None
    assert place is not None
    assert place.count_syllables("Knochen heilen langsam", "de_DE") == 6
    assert place.get_cmudict("de_DE") is None


def moved(code: str) -> ModuleType:
    """A textstat that has changed."""
    place = ModuleType("place")
    exec(code, vars(place))
    return place


@pytest.mark.parametrize(
    "code",
    [
        "",
        "def count_syllables(text, lang): return 1",
        "def count_syllables(text, lang): return get_pyphen(lang)",
        "count_syllables = len",
        "def count_syllables(text, lang): return get_cmudict(lang), get_pyphen(lang)",
    ],
)
def test_a_changed_textstat_is_refused(code: str) -> None:
    with pytest.raises(ChangedTextstatError):
        textstat_counting(moved(code))


CHANGED = """
import sys
from types import ModuleType
place = ModuleType("textstat.backend.counts._count_syllables")
for name in ("textstat", "textstat.backend", "textstat.backend.counts"):
    sys.modules[name] = ModuleType(name)
    sys.modules[name].__path__ = []
sys.modules[place.__name__] = {place}
from ptlint.prose.counting import counting
assert counting().by == "ptlint"
assert counting().count_syllables("Area") == 3
assert counting().count_syllables("people") == 2
print("own")
"""


@pytest.mark.parametrize("place", ["place", "None"])
def test_a_changed_textstat_is_done_without(place: str) -> None:
    assert python(CHANGED.replace("{place}", place)) == "own"


@pytest.mark.parametrize(
    "line", ["import nltk; nltk.download('cmudict')", "from nltk.corpus import cmudict"]
)
def test_a_textstat_that_needs_nltk_at_once_is_done_without(tmp_path: Path, line: str) -> None:
    (tmp_path / "textstat").mkdir()
    (tmp_path / "textstat" / "__init__.py").write_text(line)
    code = f"""
import sys
sys.path.insert(0, {str(tmp_path)!r})
from ptlint.prose.counting import counting
print(counting().by, "nltk" in sys.modules)
"""
    assert python(code) == "ptlint False"
