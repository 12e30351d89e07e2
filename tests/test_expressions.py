"""Expressions kept between runs are the ones that were compiled, or are compiled anew."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint import expressions as module
from ptlint.expressions import Expressions, expressions, keep_expressions

FIXTURE = Path(__file__).parents[1] / "fixtures" / "sacral-insufficiency-fracture.txt"

SOURCES = [
    (r"\bpain\b", re.IGNORECASE),
    (r"(?P<year>\d{4})[-/](?P<month>\d\d)?(x)?(?P=year)", 0),
    (r"[^\W\d_]++(?:['’][a-z]+)*+", 0),
    ("[–—•ʼ’\U0001f9b4]{2,}", 0),
    ("\n  a   # comment\n | b", re.VERBOSE),
    (r"(?<=a)(?<!b)(?=c)(?!d)(?i:E)(?>f+)(g)?(?(1)h|i)", re.MULTILINE | re.DOTALL),
    ("", 0),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PTLINT_CACHE_DIR", str(tmp_path))
    return tmp_path


def kept_from(sources: list[tuple[str, int]]) -> Expressions:
    first = Expressions({})
    for source, flags in sources:
        first.compiled(source, flags)
    return Expressions(first.to_keep())


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_kept_expression_is_the_compiled_one(source: str, flags: int) -> None:
    again = kept_from([(source, flags)])
    found, compiled = again.compiled(source, flags), Expressions({}).compiled(source, flags)
    assert found == compiled
    assert found.groupindex == compiled.groupindex
    assert (found.pattern, found.groups, found.flags) == (source, compiled.groups, compiled.flags)
    assert not again.to_keep(), "it was compiled again"


@settings(max_examples=100)
@given(
    st.from_regex(r"\A(?:[a-c.]|\\[dws]|\[[a-cà-é]+\]|\((?:a|\|b)\)|[?*+]?){0,12}\Z"),
    st.text("abcà 1"),
)
def test_a_kept_expression_finds_the_same(source: str, text: str) -> None:
    try:
        compiled = re.compile(source)
    except re.error:
        return
    found = kept_from([(source, 0)]).compiled(source)
    assert [m.span() for m in found.finditer(text)] == [m.span() for m in compiled.finditer(text)]


def test_an_expression_is_made_once() -> None:
    first, again = Expressions({}), kept_from(SOURCES)
    for source, flags in SOURCES:
        assert first.compiled(source, flags) is first.compiled(source, flags)
        assert again.compiled(source, flags) is again.compiled(source, flags)


def test_what_is_wrong_is_told_as_ever() -> None:
    with pytest.raises(re.error):
        Expressions({}).compiled("(")


def test_code_that_the_interpreter_refuses_is_compiled() -> None:
    spoiled = Expressions({("a+", 0): (32, b"\xff\xff\xff\xff", 0, {})})
    assert spoiled.compiled("a+").fullmatch("aaa")


@pytest.mark.parametrize("name", ["re._compiler", "re._parser", "_sre"])
def test_an_interpreter_without_the_means_keeps_nothing(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    first = Expressions({})
    assert first.compiled("needle-without-means").search("a needle-without-means")
    assert first.to_keep() == {}


def test_they_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 3)
    full = kept_from([("a", 0), ("b", 0), ("c", 0)])
    full.compiled("d")
    assert list(full.to_keep()) == [("d", 0)]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-1], lambda data: b"", lambda data: b"x" + data[1:]]
)
def test_a_spoiled_file_counts_as_none(spoil: object, folder: Path) -> None:
    assert callable(spoil)
    expressions.cache_clear()
    expressions().compiled("spoiled?")
    keep_expressions()
    (file,) = folder.iterdir()
    assert module._read()
    file.write_bytes(spoil(file.read_bytes()))
    assert module._read() == {}
    expressions.cache_clear()


def test_another_build_of_the_interpreter_counts_as_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expressions.cache_clear()
    expressions().compiled("built?")
    keep_expressions()
    assert list(folder.iterdir())
    monkeypatch.setattr(sys, "version", "3.99.0")
    assert module._read() == {}
    expressions.cache_clear()


def test_a_folder_that_cannot_be_written_is_no_reason_to_stop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("PTLINT_CACHE_DIR", str(tmp_path / "file"))
    expressions.cache_clear()
    expressions().compiled("written?")
    keep_expressions()
    expressions.cache_clear()


def test_a_second_check_says_the_same_and_compiles_nothing(folder: Path) -> None:
    first, second = (run(folder) for _ in range(2))
    assert first.stdout == second.stdout
    assert [each.name for each in folder.iterdir()] == [
        f"expressions-{sys.implementation.cache_tag}-{sys.hexversion:x}"
    ]
    assert first.stderr.splitlines()[-1] != "new: 0"
    assert second.stderr.splitlines()[-1] == "new: 0"


def run(folder: Path) -> subprocess.CompletedProcess[str]:
    code = (
        "import atexit, sys\n"
        "from ptlint.expressions import expressions\n"
        "def told(): print('new:', len(expressions().compiled_anew()), file=sys.stderr)\n"
        "atexit.register(told)\n"
        "from ptlint.cli import main\n"
        f"main(['check', '--no-cache', '--no-config', '--exit-zero', {str(FIXTURE)!r}])\n"
    )
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False
    )
