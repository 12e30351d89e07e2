"""Places are exact whatever is typed: properties over made-up Markdown."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ptlint.page.draft import Draft
from ptlint.page.mapped import MappedText
from ptlint.page.markdown.read import read
from ptlint.page.model import Code, List, Table
from ptlint.source.source import Format, Source, from_text

FRAGMENTS = [
    "*", "**", "_", "`", "``", "~~", "[", "]", "(", ")", "](", "![", "<", ">", "&amp;", "&lt;",
    "\\", "!", "#", "# ", "## ", "\n", "\n\n", "  \n", "\\\n", "\n> ", "> ", ">", "\n- ", "- ",
    "1. ", "\n2) ", "    ", "\t", " ", "|", "\n|-|-|\n", "---\n", "===\n", "```\n", "[^1]",
    "[^1]: ", "[a]: /b\n", "[a]", "https://a.example/b_c", "www.a.example", "<b>", "</b>",
    "<br>", "<div>\n", "</div>\n", "<!-- c -->", '<a href="/x">', "</a>", "<sup>1</sup>",
    "{#id}", "{: .c}", ":::\n", "\n: ", "\0", "\u00a0", "é", "\U0001f600", "\x0b", "\u2028",
    "\ue000\ue000", "\ue001", "a", "word", "two words", "$$", "^[", "[x] ",
    "<https://b.example>", '"title"', "{{ x }}", "<script>", "<table><tr><td>",
    "</td></tr></table>\n",
]  # fmt: skip
PAGES = st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join)


def source(text: str, path: str = "page.md") -> Source:
    return Source(path, text, Format.MARKDOWN, (), text)


def texts(draft: Draft) -> Iterator[MappedText]:
    for block in draft.blocks:
        if isinstance(block, List):
            for item in block.all_items():
                yield from filter(None, (item.text, item.term))
        elif isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row)
        elif not isinstance(block, Code):
            yield block.text
    yield from (link.text for link in draft.links)


_WORDLESS = re.compile(r"<[^>]*>|\{[^}]*\}|\d+[.)]|\[\^1\]|!\[[^\]]*\]\([^)]*\)|\[[^\]]*\]: \S+")


def stands_for(written: str, visible: str) -> bool:
    """Whether source characters can be what the visible ones were made of."""
    if visible == " ":  # a line break with the signs and images around it, but no words
        return not re.search(r"[^\W_]", _WORDLESS.sub("", written))
    return (
        html.unescape(written) == visible
        or written == f"\\{visible}"
        or (written.strip("\ue000") == "" and visible == "\ue000")
        or (written.startswith(("[^", "^[")) and visible.isdigit())
    )


def _plain(text: str) -> str:
    """White space is one kind; characters that HTML forbids are shown as a sign."""
    return re.sub(r"[\0\x0b]", "\ufffd", re.sub(r"[\n\r\t\f]", " ", text))


def check_places(text: str, draft: Draft) -> None:
    for mapped in texts(draft):
        at = 0
        for run in mapped.runs:
            assert run.at == at
            at += run.length
            written, visible = text[run.start : run.end], mapped.text[run.at : at]
            if run.verbatim:
                assert _plain(written) == _plain(visible)
            else:
                assert stands_for(written, visible), (written, visible)
        assert at == len(mapped.text)
        assert mapped.text == mapped.text.strip(" \t\n\r")


def check_nodes(text: str, draft: Draft) -> None:
    for link in draft.links:
        assert 0 <= link.span.start < link.span.end <= len(text)
        assert text[link.span.start] in "[<hwHW!"
        if link.href_span and text[link.span.start] == "<" and link.text:
            assert link.span.contains(link.href_span)
    for image in draft.images:
        assert text[image.span.start : image.span.end].startswith(("![", "<"))
    for block in draft.blocks:
        assert 0 <= block.span.start <= block.span.end <= len(text)
        for mark in getattr(block, "inlines", ()):
            assert 0 <= mark.start < mark.end <= len(block.text)
            marked = block.text.span(mark.start, mark.end)
            if text[mark.span.start] != "<":  # tags may be left open
                assert mark.span.start <= marked.start
                assert marked.end <= mark.span.end


@settings(max_examples=300, deadline=None)
@given(PAGES)
@example("\n|-|-|\n![a]()\n2) ")
@example('<table><tr><td><a href="/x">*\n\n> [a]: /b\n**')
def test_every_visible_character_has_its_place(text):
    draft = read(source(text))
    check_places(text, draft)
    check_nodes(text, draft)


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_windows_line_ends_change_no_word(text):
    plain = text.replace("\r", "")
    windows = plain.replace("\n", "\r\n")
    draft = read(source(windows))
    check_places(windows, draft)
    expected = [each.text for each in texts(read(source(plain)))]
    assert [each.text for each in texts(draft)] == expected


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_mdx_has_its_places_too(text):
    draft = read(source(text, "page.mdx"))
    check_places(text, draft)
    check_nodes(text, draft)


INLINE = st.text(st.sampled_from("ab *_`[]()!\\&;#~\n"), max_size=30)


@settings(max_examples=400, deadline=None)
@given(INLINE)
def test_the_words_are_those_of_commonmark(text):
    """The stock parser shows the same characters, in the same order."""
    text = f"x{text}"
    stock = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    stock.validateLink = lambda url: True  # type: ignore[method-assign]
    shown = re.sub(r"<code>(.*?)</code>", r"\1", stock.render(text), flags=re.S)
    shown = html.unescape(re.sub(r"<[^>]*>", "", shown))
    ours = " ".join(each.text for each in texts(Draft(read(source(text)).blocks)))
    assert re.sub(r"\s", "", ours) == re.sub(r"\s", "", shown)


HOSTILE = {
    "stars": "*", "emphasis": "*a ", "strong": "**a ", "brackets": "[", "images": "![",
    "links": "[a](", "backticks": "`", "tags": "<a ", "comments": "<!--", "entities": "&a;",
    "braces": "{", "attributes": "{.a ", "addresses": "https://",
    "closing": "https://a.b/" + ")" * 50, "quotes": "> ", "bullets": "- ", "numbers": "1. ",
    "bars": "|", "notes": "[^", "in-text notes": "^[", "colons": ":::\n", "hashes": "# a\n",
    "lines": "a\n", "divs": "<div>\n\n", "bold tags": "<b>", "code lines": "\ue001\n",
    "escapes": "\\", "breaks": "a  \n", "nul": "\0", "returns": "\r", "tabs": "\t",
    "spaces": " ", "maths": "$$", "terms": "a\n: b\n\n", "rows": "a|b\n-|-\n",
}  # fmt: skip


@pytest.mark.parametrize("sign", HOSTILE.values(), ids=HOSTILE)
def test_long_repeats_end_soon(sign):
    text = sign * (20_000 // len(sign))
    begun = time.process_time()
    read(source(text))
    read(source(text, "page.mdx"))
    assert time.process_time() - begun < 5  # a runaway pattern takes minutes


def test_many_links_in_one_paragraph_end_soon():
    begun = time.process_time()
    read(source("[a]: x\n\n" + "[a]" * 10_000))
    assert time.process_time() - begun < 5


def test_deep_nesting_ends():
    for sign in ("> ", "- ", "1. ", "[", "**a", "<div>"):
        assert read(from_text(sign * 10_000 + "word", "deep.md")) is not None
