"""markdown-it's block rules, asked only where their sign stands and noted when they match.

markdown-it tries every rule at every line. Most rules can begin with a few signs only, so the
first sign of a line decides which of them are asked; their order stays. Behind each rule that
matched, a note of places is taken while the line table still belongs to its container.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate
from operator import add, sub
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

from ptlint.page.markdown.tokens import PlainToken
from ptlint.pattern import later

BlockRule = Callable[[StateBlock, int, int, bool], bool]
Note = Callable[[StateBlock, int, list[Token]], None]
Named = tuple[str, BlockRule]

#: The signs a line must begin with for a rule to match; other rules are asked at every line.
_SIGNS = {
    "fence": "`~",
    "container": ":",
    "blockquote": ">",
    "hr": "-*_",
    "simple_list": "-*+0123456789",
    "list": "-*+0123456789",
    "footnote": "[",
    "reference": "[",
    "html_block": "<",
    "tags": "<",
    "heading": "#",
}
#: The same where a rule is only asked whether it would end the block before it.
_ENDING_SIGNS = {**_SIGNS, "deflist": ":"}
#: The marker of a list item, or a ruler: what a line is that begins with their signs.
_MARKED = later(r"(?:[-*+]|[0-9]{1,9}[.)])(?=[ \t]|\Z)|[-*_][-*_ \t]++\Z")
_MARKER_SIGNS = frozenset("-*+_0123456789")
_CODE_INDENT = 4
_SPACE, _TAB = " \t", 4
_CHAINS = ("paragraph", "reference", "blockquote", "list")


class SignedRules:
    """Rules in order, looked up by the first sign of a line.

    Attributes:
        anywhere: those that need no sign.
    """

    def __init__(self, rules: Iterable[Named], signs: Mapping[str, str]) -> None:
        rules = tuple(rules)
        self.anywhere = _let_in(rules, signs, None)
        used = {sign for each in signs.values() for sign in each}
        self._by_sign = {sign: _let_in(rules, signs, sign) for sign in used}

    def at(self, state: StateBlock, line: int) -> list[Named]:
        """The rules that the first sign of a line lets in."""
        place, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        sign = state.src[place] if place < end else ""
        # Most of these signs begin bold words and numbers.
        if sign in _MARKER_SIGNS and not _MARKED.match(state.src, place, end):
            return self.anywhere
        return self._by_sign.get(sign, self.anywhere)

    def ends(self, state: StateBlock, line: int, end: int, _silent: bool) -> bool:
        """Would one of the rules end the block above the line?"""
        for _, rule in self.at(state, line):  # noqa: SIM110 - asked at every line: any() is slower
            if rule(state, line, end, True):
                return True
        return False


def _let_in(rules: tuple[Named, ...], signs: Mapping[str, str], sign: str | None) -> list[Named]:
    return [
        (name, rule) for name, rule in rules if name not in signs or (sign and sign in signs[name])
    ]


class SignedRuler(Ruler[BlockRule]):
    """A ruler whose chains are one rule each: the one that looks at the sign first."""

    def __init__(self, chains: Mapping[str, SignedRules], names: list[str]) -> None:
        super().__init__()
        self._chains: dict[str, list[BlockRule]] = {
            chain: [rules.ends] for chain, rules in chains.items()
        }
        self._names = names

    def getRules(self, chainName: str = "") -> list[BlockRule]:  # noqa: N802, N803
        return self._chains.get(chainName, [])

    def get_active_rules(self) -> list[str]:
        return self._names


class QuickState(StateBlock):
    """A block state that spends little on its lines and tokens, of which a page has hundreds.

    A closing token only says that something closes: one serves for all.
    """

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__("", md, env, tokens)
        self.src = src
        self._closing = PlainToken("close", "", -1, 0)
        lines = src.split("\n")
        if not lines[-1].strip(_SPACE):  # what stands behind the last line end is no line
            lines.pop()
        sizes = list(map(len, lines))
        begins = list(accumulate([size + 1 for size in sizes], initial=0))[:-1]
        shifts = list(map(sub, sizes, [len(line.lstrip(_SPACE)) for line in lines]))
        # Behind the last line the table has an empty one, which its readers run into.
        self.bMarks = [*begins, len(src)]
        self.eMarks = [*map(add, begins, sizes), len(src)]
        self.tShift = [*shifts, 0]
        self.sCount = [*(_indents(lines, shifts) if "\t" in src else shifts), 0]
        self.bsCount = [0] * (len(lines) + 1)
        self.lineMax = len(lines)

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        if nesting < 0:
            self.level -= 1
            token = self._closing
        else:
            token = PlainToken(ttype, tag, nesting, self.level)
            self.level += nesting
        self.tokens.append(token)
        return token


def _indents(lines: Iterable[str], shifts: Iterable[int]) -> list[int]:
    """How deep lines are indented, tabs written out; their text begins at the shifts."""
    return [len(line[:shift].expandtabs(_TAB)) for line, shift in zip(lines, shifts, strict=True)]


class NotedBlocks(ParserBlock):
    """A block parser that takes a note behind every rule that matched."""

    def __init__(self, made: ParserBlock, notes: Mapping[str, Note], otherwise: Note) -> None:
        super().__init__()
        ruler = made.ruler
        named = list(zip(ruler.get_active_rules(), ruler.getRules(""), strict=True))
        chains = {
            chain: SignedRules(
                (each for each in named if each[1] in ruler.getRules(chain)), _ENDING_SIGNS
            )
            for chain in _CHAINS
        }
        self._rules = SignedRules((each for each in named if each[0] != "paragraph"), _SIGNS)
        self._ending_paragraph = chains["paragraph"]
        self._notes = {name: notes.get(name, otherwise) for name, _ in named}
        self.ruler = SignedRuler(chains, [name for name, _ in named])

    def parse(
        self,
        src: str,
        md: MarkdownIt,
        env: EnvType,
        outTokens: list[Token],  # noqa: N803
    ) -> list[Token] | None:
        if not src:
            return None
        state = QuickState(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """The loop of ``ParserBlock.tokenize`` with the rules chosen by sign."""
        line, blank = startLine, False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= state.md.options["maxNesting"]:
                state.line = endLine
                break
            self._block(state, line, endLine)
            state.tight = not blank
            line = state.line
            if line - 1 < endLine and state.isEmpty(line - 1):
                blank = True
            if line < endLine and state.isEmpty(line):
                blank = True
                line += 1
                state.line = line

    def _block(self, state: StateBlock, line: int, end: int) -> None:
        rules = self._rules.at(state, line)
        if rules is self._rules.anywhere and _is_one_line(state, line, end):
            self._paragraph(state, line, line + 1)
            return
        count = len(state.tokens)
        for name, rule in rules:
            if rule(state, line, end, False):
                made = [each for each in state.tokens[count:] if "span" not in each.meta]
                self._notes[name](state, line, made)
                return
        self._paragraph(state, line, self._paragraph_end(state, line))

    def _paragraph(self, state: StateBlock, line: int, end: int) -> None:
        """The lines as a paragraph: one inline token that no opening and closing one enclose."""
        state.parentType = "paragraph"  # which the rule of underlined headings leaves behind
        state.line = end
        self._notes["paragraph"](state, line, [state.push("inline", "", 0)])

    def _paragraph_end(self, state: StateBlock, line: int) -> int:
        """The line behind a paragraph, found as the rule of paragraphs does."""
        state.parentType = "paragraph"
        after = line + 1
        while after < state.lineMax and not state.isEmpty(after):
            indent = state.sCount[after]
            # Deep lines go on with it, and so do lines of a quotation that lack its sign.
            goes_on = indent < 0 or indent - state.blkIndent >= _CODE_INDENT
            if not goes_on and self._ending_paragraph.ends(state, after, state.lineMax, True):
                break
            after += 1
        return after


def _is_one_line(state: StateBlock, line: int, end: int) -> bool:
    """Whether a line without any sign is a paragraph of its own.

    It is no heading, table or term of a definition then, so their rules need not be asked.
    """
    after = line + 1
    if state.is_code_block(line) or (after < state.lineMax and not state.isEmpty(after)):
        return False
    return not (after + 1 < end and _defines(state, after + 1))


def _defines(state: StateBlock, line: int) -> bool:
    return state.src.startswith(":", state.bMarks[line] + state.tShift[line])
