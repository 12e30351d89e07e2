"""markdown-it's block parser, with the place of every block's text.

markdown-it cuts block quote signs, indentation and markers away and keeps line numbers only.
Each of its rules is run here with a note taken right behind it, while its line table still
says where the text of a line begins inside its containers. The notes are in ``Token.meta``:
``span`` (of blocks), ``content`` (of text), ``lines`` (of raw HTML), ``anchor`` (of headings).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

from ptlint.page.markdown.dispatch import NotedBlocks
from ptlint.page.markdown.inline_parser import PlacedParser
from ptlint.page.markdown.lines import Normalised
from ptlint.page.markdown.marks import (
    barred,
    container_mark,
    heading,
    ruled,
    underlined,
    with_colons,
)
from ptlint.page.markdown.notes import NOTES, note_blocks
from ptlint.page.markdown.simple_lists import simple_list
from ptlint.page.markdown.tag_lines import component_line, markdown_element
from ptlint.record import record
from ptlint.source.span import Span

_DEEPEST = 40
_INTERRUPTS = ["paragraph", "reference", "blockquote", "list"]


@record
class Parsed:
    """What the parser made of a text.

    Attributes:
        definitions: the places of the reference definitions' targets by label.
        footnotes: the footnotes in the order they are first referred to.
    """

    tokens: tuple[Token, ...]
    definitions: Mapping[str, Span]
    footnotes: Mapping[int, Mapping[str, Any]]


class _Parser(MarkdownIt):
    """CommonMark that reports what is written: addresses are neither refused nor rewritten."""

    def validateLink(self, _url: str) -> bool:  # noqa: N802
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


@cache
def parser(mdx: bool = False) -> MarkdownIt:
    """The parser for Markdown, or for MDX, which has components but no indented code."""
    md = _Parser("commonmark", {"maxNesting": _DEEPEST, "store_labels": True}).enable("table")
    md.core.ruler.enableOnly(["block", "inline"])
    md.use(deflist_plugin)
    ruler = md.block.ruler
    rules = dict(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
    ruler.at("deflist", with_colons(rules["deflist"]), {"alt": _INTERRUPTS[:3]})
    ruler.at("hr", ruled(rules["hr"]), {"alt": _INTERRUPTS})
    ruler.at("heading", heading, {"alt": _INTERRUPTS[:3]})
    ruler.at("lheading", underlined(rules["lheading"]))
    ruler.at("table", barred(rules["table"]), {"alt": _INTERRUPTS[:2]})
    ruler.before("list", "simple_list", simple_list)
    ruler.before("reference", "footnote", footnote_def, {"alt": ["paragraph", "reference"]})
    ruler.before("fence", "container", container_mark, {"alt": _INTERRUPTS})
    tags = component_line if mdx else markdown_element
    ruler.before("html_block", "tags", tags, {"alt": _INTERRUPTS})
    if mdx:
        md.disable("code")
    md.block = NotedBlocks(md.block, NOTES, note_blocks)
    md.inline = PlacedParser()
    return md


def parse(text: Normalised, written: str, mdx: bool = False) -> Parsed:
    """The block tokens with their notes and what the page defines.

    Args:
        written: the source text before template code was masked.
    """
    definitions: dict[str, Span] = {}
    env: dict[str, Any] = {"normalised": text, "written": written, "definitions": definitions}
    tokens = parser(mdx).parse(text.text, env)
    return Parsed(tuple(tokens), definitions, env.get("footnotes", {}).get("list", {}))
