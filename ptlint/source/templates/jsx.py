"""``{expression}`` with elements inside: JSX, MDX, Astro and Svelte.

An expression may hold elements (``{open && <p>Words</p>}``); only the code around
them is masked, so that their words are checked like all others.
"""

from __future__ import annotations

from dataclasses import dataclass

from ptlint.pattern import later
from ptlint.source.templates.javascript import (
    TEMPLATE_PART,
    TOKEN,
    element_may_follow,
    regex_end,
)
from ptlint.source.templates.tag import Tag

_IN_ELEMENT = later(r"\{|<!--|<(/?)(?=[A-Za-z_$>])([\w.$:-]*+)")
_IN_TAG = later(r"""[^"'{/>]++|"[^"]*+"|'[^']*+'|(\{)|(/?>)|["'/]""")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
# Comments, blank strings, spread attributes, and Svelte's {#if}, {:else}, {/if}, {@const}.
_PRINTS_NOTHING = later(
    r"\{\s*+(?:(?:/\*[^*]*+(?:\*(?!/)[^*]*+)*+\*/|//[^\r\n]*+)\s*+)*+\}"
    r"|\{\s*+([\"'`])\s*+\1\s*+\}|\{(?:[#:]|\.\.\.|/[a-z]++\}|@(?!html\b|render\b))"
)


@dataclass(slots=True)
class _Frame:
    """What is open: ``code`` in braces, a ``template`` string, an ``element``, or its ``tag``.

    ``depth`` counts the braces open in code and the elements open in an element.
    """

    kind: str
    start: int
    depth: int = 0
    pure: bool = True
    name: str = ""
    last: str = ""


class JsxReader:
    """Reads code that begins at one place until it is closed; collects its tags."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tags: list[Tag] = []
        self._stack: list[_Frame] = []
        self._at = 0
        self._code_from = 0

    def expression(self, start: int, limit: int) -> int:
        """Read the expression whose brace opens at ``start``, no further than ``limit``.

        Returns:
            The offset after its closing brace; -1, and no tags, when it never closes.
        """
        known = len(self.tags)
        self._open_code(start, start + 1)
        self._run(limit)
        if self._stack:
            self._stack.clear()
            del self.tags[known:]
            return -1
        return self._at

    def program(self, start: int) -> None:
        """Read a whole file of code from ``start``; what is left open ends with the file."""
        self._open_code(start, start)
        self._stack[0].pure = False
        self._run(len(self.text))
        if self._stack and self._stack[-1].kind in ("code", "template"):
            self._emit(len(self.text), prints=False)
        self._stack.clear()

    def _run(self, limit: int) -> None:
        steps = {
            "code": self._code, "template": self._template,
            "element": self._element, "tag": self._tag,
        }  # fmt: skip
        while self._stack and self._at < limit:
            frame = self._stack[-1]
            steps[frame.kind](frame)

    def _open_code(self, start: int, after: int) -> None:
        self._stack.append(_Frame("code", start))
        self._code_from, self._at = start, after

    def _emit(self, end: int, prints: bool) -> None:
        if end > self._code_from:
            self.tags.append(Tag(self._code_from, end, prints))

    def _code(self, frame: _Frame) -> None:
        token = TOKEN.match(self.text, self._at)
        assert token is not None  # the last alternative takes any character
        start, self._at = token.span()
        kind, last = token.lastgroup, frame.last
        if kind == "skip":
            return
        frame.last = token[0]
        if kind == "close":
            self._close_brace(frame)
        elif kind == "open":
            frame.depth += 1
        elif kind == "template":
            self._stack.append(_Frame("template", start))
        elif kind == "element" and frame.name != "${" and element_may_follow(last):
            self._open_element(frame, start)
        elif token[0] == "/":
            self._at = regex_end(self.text, start, last)

    def _close_brace(self, frame: _Frame) -> None:
        if frame.depth:
            frame.depth -= 1
            return
        if frame.start == 0 and not self.text.startswith("{"):
            return  # one brace too many in a file of code
        self._stack.pop()
        if frame.name != "${":
            self._emit(self._at, frame.pure and self._prints(frame.start))

    def _prints(self, start: int) -> bool:
        return _PRINTS_NOTHING.match(self.text, start, self._at) is None

    def _open_element(self, frame: _Frame, start: int) -> None:
        self._emit(start, prints=False)
        frame.pure, frame.last = False, ")"
        self._stack.append(_Frame("element", start))
        self._at = start

    def _template(self, _frame: _Frame) -> None:
        part = TEMPLATE_PART.match(self.text, self._at)
        self._at = part.end() if part else len(self.text)
        if part and part[1] == "`":
            self._stack.pop()
        elif part and part[1]:
            self._stack.append(_Frame("code", part.start(1), name="${"))

    def _element(self, _frame: _Frame) -> None:
        sign = _IN_ELEMENT.search(self.text, self._at)
        if sign is None:
            self._at = len(self.text)
        elif sign[0] == "{":
            self._open_code(sign.start(), sign.end())
        elif sign[0] == "<!--":
            end = self.text.find("-->", sign.end())
            self._at = end + 3 if end != -1 else len(self.text)
        else:
            self._at = sign.end()
            self._stack.append(_Frame("tag", sign.start(), name=sign[1] + sign[2]))

    def _tag(self, frame: _Frame) -> None:
        part = _IN_TAG.match(self.text, self._at)
        assert part is not None  # the last alternative takes what the others leave
        if part[1]:
            self._open_code(part.start(), part.end())
            return
        self._at = part.end()
        if part[2]:
            self._stack.pop()
            self._count(frame.name, self_closed=part[2] == "/>")

    def _count(self, name: str, self_closed: bool) -> None:
        """Count an element opened or closed; after the outermost one code goes on."""
        element = self._stack[-1]
        if name.startswith("/"):
            element.depth -= 1
        elif not self_closed and name not in _VOID:
            element.depth += 1
        if element.depth <= 0:
            self._stack.pop()
            self._code_from = self._at
