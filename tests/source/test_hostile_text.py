"""Texts made to be slow to read: 100,000 characters must stay a matter of moments."""

from __future__ import annotations

import time

import pytest

from ptlint.source.format import format_of_content
from ptlint.source.lines import LineIndex
from ptlint.source.source import from_text, read

SIZE = 100_000
# Ten times what this takes on a slow machine, a hundredth of what quadratic time takes.
SECONDS = 4.0
PIECES = (
    "{{", "{{ ", "{%", "{% if ", "{% raw %}", "{% comment %}", "{#", "<%", "<?php ", "<?php '",
    "<?php /*", "<<<A\n", "@if(", "@php ", "@verbatim", "{!!", "{{--", "{{<", '{{< a "', "{{{ {",
    "{{ <b", "{{ '", '{{ "\n', "{{ ' }}", "{", "{ {", "{`${", "{a => <b ", "a={<b>", "{/*", "{/",
    "<a {", "import {", "export {", "`", "`` ` ", "```\n", "~~~\n", "](", "[a", "<p ", "---\n",
)  # fmt: skip


def timed(name: str, text: str) -> float:
    start = time.process_time()
    source = from_text(text, name)
    assert len(source.clean) == len(text)
    return time.process_time() - start


@pytest.mark.parametrize("name", ["a.blade.php", "a.md", "a.mdx"])
@pytest.mark.parametrize("piece", PIECES)
def test_repeated_signs(name: str, piece: str) -> None:
    text = piece * (SIZE // len(piece))
    assert timed(name, text + " }} %} ?> %> #} --}} >}} ) ` } ' \"") < SECONDS


@pytest.mark.parametrize("name", ["a.html", "a.tsx", "a.astro", "-"])
@pytest.mark.parametrize("piece", PIECES)
def test_repeated_signs_that_nothing_closes(name: str, piece: str) -> None:
    assert timed(name, piece * (SIZE // 4 // len(piece))) < SECONDS / 4


@pytest.mark.parametrize("pattern", ["{{% a{} %}}", "{{{{< a{} >}}}}", "{{{{ a{} }}}}", "@a{}(x)"])
def test_many_different_names(pattern: str) -> None:
    text = "".join(pattern.format(number) for number in range(SIZE // 10))
    assert timed("a.blade.php", text) < SECONDS


@pytest.mark.parametrize(
    "data",
    [
        b"<meta " * 20_000 + b"\xe9",
        b"<meta charset=" * 9_000 + b"\xe9",
        b"<?xml " * 20_000 + b"\xe9",
        b"\xc3\xa9\xe9" * 30_000,
        b"<" * SIZE + b"\x80",
    ],
)
def test_bytes_in_no_clear_encoding(data: bytes) -> None:
    start = time.process_time()
    assert read("a.html", data).text
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("piece", PIECES)
def test_telling_the_format(piece: str) -> None:
    start = time.process_time()
    format_of_content(piece * (SIZE // len(piece)))
    assert time.process_time() - start < SECONDS / 4


def test_many_lines() -> None:
    index = LineIndex("\r" * SIZE)
    assert index.count == SIZE + 1
    assert sum(index.position(offset).column for offset in range(SIZE)) == SIZE
