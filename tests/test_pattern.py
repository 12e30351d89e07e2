"""An expression that is put off does what one does that is not."""

from __future__ import annotations

import copy
import re

import pytest

from ptlint.pattern import folded_letters, later, one_of, small_letters

_WRITTEN = r"(?P<word>[a-z]+)-(?P<number>\d+)"


@pytest.mark.parametrize("text", ["", "ab-12", "x ab-12, cd-3 y", "AB-1", "ab-"])
def test_it_finds_what_a_compiled_one_finds(text: str) -> None:
    put_off, compiled = later(_WRITTEN, re.I), re.compile(_WRITTEN, re.I)
    assert [m.span("number") for m in put_off.finditer(text)] == [
        m.span("number") for m in compiled.finditer(text)
    ]
    assert put_off.sub("-", text) == compiled.sub("-", text)
    assert bool(put_off.fullmatch(text)) == bool(compiled.fullmatch(text))
    assert put_off.groupindex == compiled.groupindex


def test_a_mistake_in_it_is_told_when_it_is_asked() -> None:
    put_off = later("(")
    with pytest.raises(re.error):
        put_off.search("")


def test_nothing_is_compiled_before() -> None:
    assert "search" not in vars(later(_WRITTEN))
    assert copy.copy(later(_WRITTEN)).match("ab-12")


@pytest.mark.parametrize(
    ("signs", "inside", "written"),
    [
        ("-‐‑‒–—―−", "", r"[\-‐‑‒–—―−]"),
        ("'’ʼ`", "A-Z", "['’ʼ`A-Z]"),
        ('<>"“”〈〉]^\\-', r"\s", r"[\s<>\"“”〈〉\]\^\\-]"),
        ("–", "", "[–]"),
        ("abc", "", "[abc]"),
        ("", "a-z", "[a-z]"),
    ],
)
def test_one_of_means_the_set(signs: str, inside: str, written: str) -> None:
    every = "".join(map(chr, range(0x3100)))
    assert re.findall(one_of(signs, inside), every) == re.findall(written, every)
    repeated = rf"x{one_of(signs, inside)}{{2,3}}|y"
    assert re.fullmatch(repeated, "x" + (signs or "b")[0] * 2)


@pytest.mark.parametrize("text", ["Straße", "İstanbul", "ΣΑΣ", "Plain Text, 3 × ǅ"])
def test_small_letters_keep_their_places(text: str) -> None:
    small = small_letters(text)
    assert len(small) == len(text)
    assert not any(sign.isupper() for sign in small)


@pytest.mark.parametrize("text", ["Reviewed", "REVıEWED", "Reviſed", "İs"])
def test_folded_letters_are_those_that_expressions_fold(text: str) -> None:
    folded = folded_letters(text)
    assert len(folded) == len(text)
    for sign, small in zip(text, folded, strict=True):
        assert re.fullmatch(re.escape(small), sign, re.IGNORECASE)


def test_larger_expressions_can_be_written_with_one_that_is_broken() -> None:
    assert later("(").pattern == "("
    with pytest.raises(re.error):
        later("(").search("")
