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
        span = self.token.meta["span"]
        assert isinstance(span, Span)
        return span


def tree(tokens: Iterable[Token]) -> list[Node]:
    """The tokens nested as they open and close."""
    top: list[Node] = []
    levels = [top]
    for token in tokens:
        if token.nesting < 0:
            levels.pop()
            continue
        node = Node(token)
        levels[-1].append(node)
        if token.nesting > 0:
            inner: list[Node] = []
            node.children = inner
            levels.append(inner)
    return top
