"""markdown-it's inline parser with the place of every token.

markdown-it's tokens carry line numbers only. This parser runs markdown-it's own rules and
notes, while they run, the offsets each token was made from: ``Token.map`` of an inline token
is ``[start, end]`` in the block's content. Nothing is searched for afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    html_inline,
    image,
    link,
    link_pairs,
    newline,
    strikethrough,
)
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote.index import footnote_inline, footnote_ref

from ptlint.page.markdown.emphasis import is_only_emphasised
from ptlint.page.markdown.extras import attributes, bare_url
from ptlint.page.markdown.tokens import PlainToken
from ptlint.pattern import later

Rule = Callable[[StateInline, bool], bool]

#: Where a rule may begin; everything between is plain text. Letters stand for bare addresses.
_CONSTRUCT = later(
    r"[\n\\`~*_\[\]!<&^{hHwW]"
    r"(?:(?<![hHwW])|(?<=[hH])[tT]{2}[pP][sS]?://|(?<=[wW])[wW]{2}\.)"
)
_SIGN = later(r"[\n\\`~*_\[\]<&^{]")
_BLANKS = " \t\n\r\f"

_RULES: dict[str, tuple[Rule, ...]] = {
    "\n": (newline,),
    "\\": (escape,),
    "`": (backtick,),
    "~": (strikethrough.tokenize,),
    "*": (emphasis.tokenize,),
    "_": (emphasis.tokenize,),
    "[": (link, footnote_ref),
    "!": (image,),
    "<": (autolink, html_inline),
    "&": (entity,),
    "^": (footnote_inline,),
    "{": (attributes,),
    "h": (bare_url,),
    "w": (bare_url,),
}
_UNKNOWN = -1


class PlacedState(StateInline):
    """An inline state whose tokens know where they begin.

    Attributes:
        text_start: where the text begins that no token holds yet.
    """

    text_start = 0
    pending = ""

    def append_pending(self, text: str) -> None:
        self.pending += text

    def pushPending(self) -> Token:  # noqa: N802
        token = PlainToken("text", "", 0, self.pendingLevel)
        token.content, self.pending = self.pending, ""
        token.map = [self.text_start, self.text_start + len(token.content)]
        self.tokens.append(token)
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        if self.pending:
            self.pushPending()
        if nesting < 0:
            self.level -= 1
            self.delimiters = self._prev_delimiters.pop()
        token = PlainToken(ttype, tag, nesting, self.level)
        token.map = [self.pos, _UNKNOWN]
        within: dict[str, Any] | None = None
        if nesting > 0:
            self.level += 1
            self._prev_delimiters.append(self.delimiters)
            self.delimiters = []
            within = {"delimiters": self.delimiters}
        self.pendingLevel = self.level
        self.tokens.append(token)
        self.tokens_meta.append(within)
        return token


class PlacedParser(ParserInline):
    """Tokenizes inline content and gives each token its place.

    Plain text and text with emphasis alone have no tokens.
    """

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        if _shows_as_it_stands(src) and (not _SIGN.search(src) or is_only_emphasised(src)):
            return tokens
        state = PlacedState(src, md, env, tokens)
        self.tokenize(state)
        if "*" in src or "_" in src or "~" in src:
            link_pairs(state)
            if "~" in src:
                strikethrough.postProcess(state)
            emphasis.postProcess(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        assert isinstance(state, PlacedState)
        end, deepest = state.posMax, state.md.options["maxNesting"]
        while state.pos < end:
            if not state.pending:
                state.text_start = state.pos
            stop = _next_construct(state.src, state.pos, end)
            if stop == state.pos and state.level < deepest and _run_rules(state):
                continue
            stop = max(stop, state.pos + 1)
            state.pending += state.src[state.pos : stop]
            state.pos = stop
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802
        start = state.pos
        if start in state.cache:
            state.pos = state.cache[start]
            return
        state.pos = _next_construct(state.src, start, state.posMax)
        if state.pos == start and not _skip_rules(state):
            state.pos += 1
        state.cache[start] = state.pos


def _shows_as_it_stands(src: str) -> bool:
    """Whether a text has no bare address, template code or outer blanks."""
    if "://" in src or "www." in src.lower():
        return False
    return not ("\ue000" in src or "\ue001" in src) and src == src.strip(_BLANKS)


def _next_construct(text: str, start: int, end: int) -> int:
    found = _CONSTRUCT.search(text, start, end)
    return found.start() if found else end


def _rules_at(state: StateInline) -> tuple[Rule, ...]:
    return _RULES.get(state.src[state.pos].lower(), ())


def _run_rules(state: PlacedState) -> bool:
    start, count = state.pos, len(state.tokens)
    for rule in _rules_at(state):
        if rule(state, False):
            _place([each for each in state.tokens[count:] if _unplaced(each)], start, state.pos)
            return True
    return False


def _skip_rules(state: StateInline) -> bool:
    if state.level >= state.md.options["maxNesting"]:
        state.pos = state.posMax
        return True
    for rule in _rules_at(state):
        state.level += 1
        matched = rule(state, True)
        state.level -= 1
        if matched:
            return True
    return False


def _unplaced(token: Token) -> bool:
    return token.map is not None and token.map[1] == _UNKNOWN


def _place(tokens: list[Token], start: int, end: int) -> None:
    """Closes the places of the tokens that one rule made from the characters start to end."""
    if len(tokens) == 1:
        tokens[0].map = [start, end]
    elif tokens and tokens[0].markup == "autolink":
        places = ([start, start + 1], [start + 1, end - 1], [end - 1, end])
        for token, place in zip(tokens, places, strict=True):
            token.map = place
    elif tokens and tokens[0].type == "link_open":
        # The rule pushes the opening at the label's start and the closing at its end.
        tokens[0].map = [start, _start(tokens[0])]
        tokens[-1].map = [_start(tokens[-1]), end]
    else:
        for token in tokens:  # a run of * _ or ~ signs
            token.map = [start, start + len(token.content)]
            start += len(token.content)


def _start(token: Token) -> int:
    assert token.map is not None
    return token.map[0]
