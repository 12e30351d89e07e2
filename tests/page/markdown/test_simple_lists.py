"""Lists with items of one line come out as markdown-it's own rule of lists reads them."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.page.markdown import simple_lists
from ptlint.page.markdown.read import read
from ptlint.source.source import from_text

LINES = [
    "- rest", "- **ice** packs", "-  two spaces", "-     five", "- ", "-", "-no item", "* rest",
    "+ rest", "1. one", "2. two", "1) one", "10. ten", "- [x] done", "- 'said'", "- # heading",
    "- - inner", "  - inner", "   1. inner", "    - deep", "- \ttab", "\t- tab", "text", "  text",
    "    code", "", "", "---", "***", "===", "# Heading", "> quoted", "> - quoted", "Term",
    ": said", "- | a | b |", "|---|---|", "```", "- ```", "[^1]: - note", "[a]: /b", "<div>",
    "1. one \t",
]  # fmt: skip
CONTAINERS = ["", "> ", "- ", "1. ", "  "]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8), st.sampled_from(CONTAINERS))
def test_they_are_read_as_all_lists_are(lines: list[str], container: str) -> None:
    page = from_text("".join(f"{container}{line}\n" for line in lines), "page.md")
    with patch.object(simple_lists, "_items", lambda *_: []):
        expected = read(page)
    found = read(page)
    assert found.blocks == expected.blocks
    assert found.links == expected.links
