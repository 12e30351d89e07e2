"""markdown-it's flat block tokens put into their nesting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from ptlint.source.span import Span


@dataclass(slots=True)
class Node:
    """A block token with what stands between it and its closing token."""

    token: Token
    children: Sequence[Node] = ()

    @property
    def kind(self) -> str:
        return self.token.type.removesuffix("_open")

    @property
    def span(self) -> Span:
        span: Span = self.token.meta["span"]
        return span


def tree(tokens: Iterable[Token]) -> list[Node]:
    """The tokens nested as they open and close."""
    top: list[Node] = []
    here, around = top, list[list[Node]]()
    for token in tokens:
        if token.nesting < 0:
            here = around.pop()
            continue
        node = Node(token)
        here.append(node)
        if token.nesting > 0:
            around.append(here)
            here = node.children = []
    return top
