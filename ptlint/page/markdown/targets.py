"""Where the target of a link or image stands in the source.

markdown-it keeps the target but not its place. The place is behind the label the parser has
just ended, so its own reader of destinations is asked again from that offset.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from markdown_it.helpers import parseLinkDestination
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from ptlint.page.markdown.lines import Content
from ptlint.page.markdown.placing import content, stretches
from ptlint.pattern import later
from ptlint.source.span import Span

_SPACE = " \t\n"
#: A destination as most are: it ends at a blank or at the bracket around it.
_PLAIN = later(r"[^\x00-\x20\x7f\\()<]++(?![\\(<])")
_LABEL = later(r"\[(?:[^\]\\]|\\.)*+\]:", re.DOTALL)


def destination(words: Content, offset: int) -> Span:
    """The span of the destination behind ``offset``, without white space and < >."""
    text, end = words.text, len(words.text)
    while offset < end and text[offset] in _SPACE:
        offset += 1
    start = offset
    if plain := _PLAIN.match(text, offset):
        return Span(words.place(start), words.end(plain.end()))
    found = parseLinkDestination(text, offset, end)
    stop = found.pos if found.ok else offset
    if text.startswith("<", start) and stop > start:
        start, stop = start + 1, stop - 1
    place = words.place(start)
    return Span(place, words.end(stop) if stop > start else place)


def target_span(
    token: Token, words: Content, label_end: int, definitions: Mapping[str, Span]
) -> Span | None:
    """Where the target of a link or image token stands.

    Args:
        label_end: offset of the bracket that closes the label.
        definitions: the places of the reference definitions' targets.
    """
    label = token.meta.get("label")
    if label is not None:
        return definitions.get(label)
    return destination(words, label_end + 2)


def note_definition(state: StateBlock, start: int, _tokens: list[Token]) -> None:
    """Notes where the target of the reference definition just read stands."""
    label, found = next(reversed(state.env["references"].items()))
    words = content(stretches(state, start, state.line))
    opening = _LABEL.match(words.text)
    # Of two definitions with one label the first counts.
    if opening and found["map"] == [start, state.line]:
        state.env["definitions"][label] = destination(words, opening.end())
