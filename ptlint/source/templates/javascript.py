"""Just enough of JavaScript's grammar to find where an expression or a statement ends."""

from __future__ import annotations

import re

from ptlint.pattern import later

# One token of code. A quote that its line does not close is a character like any other.
TOKEN = later(
    r"""(?P<skip>\s++|//[^\r\n]*+|/\*[^*]*+(?:\*(?!/)[^*]*+)*+(?:\*/|\Z))
    |(?P<value>"(?:[^"\\\r\n]|\\.)*+"|'(?:[^'\\\r\n]|\\.)*+'|[\w$]++)
    |(?P<template>`)
    |(?P<open>\{)
    |(?P<close>\})
    |(?P<element><(?=[A-Za-z_$>])(?![\w.$:-]*+\s*+(?:,|extends\b)))
    |(?P<other>[\s\S])""",
    re.VERBOSE,
)
_REGEX = later(r"/(?![*/])(?:[^/\\\[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.)*+\])++/\w*+")
TEMPLATE_PART = later(r"(?:[^`\\$]++|\\[\s\S]|\$(?!\{))*+(`|\$\{|\Z)")

# After these an operand follows: an element or a regular expression may begin.
_BEFORE_OPERAND = frozenset("(,=?:&|{[>!;}+-*%~") | {"", "return", "default", "yield", "case"}
_BEFORE_ELEMENT = _BEFORE_OPERAND - frozenset(";}+-*%~")

# How an import or export begins, for use in a verbose pattern over many lines.
STATEMENT_START = r"""
    ^(?:import\s++(?:type\s++)?(?:["'{*]|[\w$]++\s*+(?:,\s*+[{*]|from\s*+["']))
    |export\s++(?:(?:default|const|let|var|function|async|class|type|interface)\b|[{*]))"""
_CONTINUES = frozenset("=,.?:+-*/%&|<>!~") | {"from", "import", "export", "default"}
_DEPTH = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
_BLANK_LINE = later(r"(?:\r\n?|\n)[ \t]*+(?=\r|\n)|\Z")


def element_may_follow(last: str) -> bool:
    """Whether ``<`` after the token ``last`` begins an element and is no comparison."""
    return last in _BEFORE_ELEMENT


def regex_end(text: str, start: int, last: str) -> int:
    """The offset after a regular expression at a slash, or after the slash itself."""
    match = _REGEX.match(text, start) if last in _BEFORE_OPERAND else None
    return match.end() if match else start + 1


def statement_end(text: str, start: int) -> int:
    """Where an import or export ends: at a line end outside all brackets.

    One whose brackets never close ends at the next blank line.
    """
    depth, last, at = 0, "", start
    while at < len(text):
        token = TOKEN.match(text, at)
        if token is None:
            break
        if token.lastgroup == "skip":
            if depth <= 0 and last not in _CONTINUES and _has_line_end(token[0]):
                return at
            at = token.end()
            continue
        at, last = _after(text, token, last), token[0]
        depth += _DEPTH.get(last, 0)
    if depth <= 0:
        return len(text)
    blank = _BLANK_LINE.search(text, start)
    return blank.start() if blank else len(text)


def _has_line_end(gap: str) -> bool:
    return "\n" in gap or "\r" in gap


def _after(text: str, token: re.Match[str], last: str) -> int:
    if token[0] == "/":
        return regex_end(text, token.start(), last)
    if token.lastgroup == "template":
        closing = text.find("`", token.end())
        return closing + 1 if closing != -1 else token.end()
    return token.end()
