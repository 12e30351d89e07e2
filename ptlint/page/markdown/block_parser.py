"""markdown-it's block parser, with the place of every block's text.

markdown-it cuts block quote signs, indentation and markers away and keeps line numbers only.
Each of its rules is run here with a note taken right behind it, while its line table still
says where the text of a line begins inside its containers. The notes are in ``Token.meta``:
``lines`` (for blocks) and ``content`` (for text).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote.index import footnote_def

from ptlint.page.markdown.inline_parser import PlacedParser
from ptlint.page.markdown.lines import Normalised
from ptlint.page.markdown.marks import container_mark, module_line
from ptlint.page.markdown.notes import NOTES, note_blocks
from ptlint.source.span import Span

Rule = Callable[[StateBlock, int, int, bool], bool]
Note = Callable[[StateBlock, int, list[Token]], None]

_DEEPEST = 40
_INTERRUPTS = ["paragraph", "reference", "blockquote", "list"]
_CHAINS = _INTERRUPTS


@dataclass(frozen=True, slots=True)
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

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link


@cache
def parser(mdx: bool = False) -> MarkdownIt:
    """The parser for Markdown, or for MDX, which has modules but no indented code."""
    md = _Parser("commonmark", {"maxNesting": _DEEPEST, "store_labels": True}).enable("table")
    md.core.ruler.enableOnly(["block", "inline"])
    md.use(deflist_plugin)
    ruler = md.block.ruler
    ruler.before("reference", "footnote", footnote_def, {"alt": ["paragraph", "reference"]})
    ruler.before("fence", "container", container_mark, {"alt": _INTERRUPTS})
    if mdx:
        ruler.before("fence", "module", module_line)
        md.disable("code")
    _take_notes(md)
    md.inline = PlacedParser()
    return md


def parse(text: Normalised, mdx: bool = False) -> Parsed:
    """The block tokens with their notes and what the page defines."""
    definitions: dict[str, Span] = {}
    env: dict[str, Any] = {"normalised": text, "definitions": definitions}
    tokens = parser(mdx).parse(text.text, env)
    return Parsed(tuple(tokens), definitions, env.get("footnotes", {}).get("list", {}))


def _take_notes(md: MarkdownIt) -> None:
    ruler = md.block.ruler
    named = list(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
    chains = {name: [each for each in _CHAINS if rule in ruler.getRules(each)] for name, rule in named}
    for name, rule in named:
        ruler.at(name, _noted(rule, NOTES.get(name, note_blocks)), {"alt": chains[name]})


def _noted(rule: Rule, note: Note) -> Rule:
    def run(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if silent:
            return rule(state, start, end, True)
        count = len(state.tokens)
        if not rule(state, start, end, False):
            return False
        note(state, start, [each for each in state.tokens[count:] if "span" not in each.meta])
        return True

    return run
