from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.findings.finding import Edit, Finding, Fix, Place, Severity
from ptlint.findings.fixing import CannotFix, fix_source
from ptlint.source.source import Source, read
from ptlint.source.span import Span

Look = Callable[[Source], list[Finding]]


def replacing(*pairs: tuple[str, str], safe: bool = True) -> Look:
    """Findings wherever the first of a pair stands, whose fix writes the second."""
    return lambda source: [*_found(source.text, pairs, safe)]


def _found(text: str, pairs: tuple[tuple[str, str], ...], safe: bool) -> Iterator[Finding]:
    for old, new in pairs:
        at = text.find(old)
        while at >= 0:
            fix = Fix("Mend it", (Edit(at, at + len(old), new),), safe)
            place, span = Place(1, 1, 1, 1), Span(at, at + len(old))
            yield Finding(
                f"no-{old}", "c", Severity.ERROR, "a.md", place, "", "", "", span, "", (), fix
            )
            at = text.find(old, at + 1)


def source(data: bytes, name: str = "a.md") -> Source:
    return read(name, data)


@pytest.mark.parametrize(
    ("data", "pairs", "expected"),
    [
        (b"teh cat", [("teh", "the")], b"the cat"),
        (b"aaaa", [("aa", "b")], b"bb"),
        (b"aaa", [("aa", "a")], b"a"),  # in passes
        (b"abc", [("ab", "x"), ("bc", "y"), ("xc", "z")], b"z"),
        (b"\xef\xbb\xbfteh\r\n", [("teh", "the")], b"\xef\xbb\xbfthe\r\n"),
        ("teh\r\n".encode("utf-16"), [("teh", "the")], "the\r\n".encode("utf-16")),
        (b"caf\xe9 teh\r", [("teh", "the")], b"caf\xe9 the\r"),
        (b"caf\xe9 x", [("x", "\u2192")], b"caf\xe9 &#8594;"),
        (b"nothing", [("x", "y")], b"nothing"),
    ],
)
def test_what_fixing_makes(data: bytes, pairs: list[tuple[str, str]], expected: bytes) -> None:
    look = replacing(*pairs)
    fixed = fix_source(source(data), look)
    assert fixed.source.encode(fixed.source.text) == expected
    assert not fix_source(source(expected), look).applied


def test_what_was_fixed_is_listed() -> None:
    fixed = fix_source(source(b"aaa b"), replacing(("aa", "a"), ("b", "c")))
    assert sorted(each.rule for each in fixed.applied) == ["no-aa", "no-aa", "no-b"]


def test_fixes_that_undo_each_other_change_nothing() -> None:
    look = replacing(("colour", "color"), ("color", "colour"))
    fixed = fix_source(source(b"the colour"), look)
    assert fixed.source.text == "the colour"
    assert (fixed.applied, fixed.circle) == ((), ("no-color", "no-colour"))


def test_what_was_fixed_before_a_circle_stays_and_is_the_end() -> None:
    look = replacing(("zz", "x"), ("x", "y"), ("y", "x"))
    once = fix_source(source(b"zz"), look)
    assert once.source.text == "x"
    assert fix_source(once.source, look).source.text == "x"


def test_fixes_that_feed_on_each_other_change_nothing() -> None:
    fixed = fix_source(source(b"a"), replacing(("a", "aa")))
    assert (fixed.source.text, fixed.circle) == ("a", ("no-a",))


def test_plain_text_in_an_encoding_that_lacks_a_sign_stays() -> None:
    with pytest.raises(CannotFix, match=r"no sign '→'.*UTF-8"):
        fix_source(source(b"caf\xe9 x", "a.txt"), replacing(("x", "\u2192")))


def test_unsafe_fixes_are_made_on_request() -> None:
    look = replacing(("teh", "the"), safe=False)
    assert fix_source(source(b"teh"), look).source.text == "teh"
    assert fix_source(source(b"teh"), look, unsafe=True).source.text == "the"


_WORDS = st.text("ab", min_size=1, max_size=3)


@given(st.text("abc\n", max_size=20), st.lists(st.tuples(_WORDS, _WORDS), max_size=4))
@settings(max_examples=150, deadline=None)
def test_fixing_twice_is_fixing_once(text: str, pairs: list[tuple[str, str]]) -> None:
    look = replacing(*pairs)
    once = fix_source(source(text.encode()), look).source
    assert fix_source(once, look).source.text == once.text
