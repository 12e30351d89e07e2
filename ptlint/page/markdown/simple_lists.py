"""Lists whose items are one line of words each, as most lists of a page are.

markdown-it reads every item as a document of its own, as it may hold any block. What such a
list is made of shows at once, and comes out the same.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from ptlint.page.markdown.lines import Content
from ptlint.page.markdown.placing import fill, line, normalised
from ptlint.pattern import later
from ptlint.source.span import Span

_SPACE = " \t"
#: A marker with words behind it; no other block begins like them.
_ITEM = later(r"([-*+]|[0-9]{1,9}[.)]) {1,4}(?=[^\W\d_]|[\"“‘'(]|\*\*[^\s*])")
_MARKER = later(r"(?:[-*+]|[0-9]{1,9}[.)])(?=[ \t]|\Z)")
#: Containers markdown-it reads inside one another, of which a list and its item are two.
_DEEPEST = 38


def simple_list(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The rule of lists for those with items of one line.

    An item is one inline token that knows its places.
    """
    items = [] if silent or state.level >= _DEEPEST else _items(state, start, end)
    if not items:
        return False
    marker = items[0][1]
    tag = "ol" if len(marker) > 1 else "ul"
    opening = state.push("ordered_list_open" if tag == "ol" else "bullet_list_open", tag, 1)
    if tag == "ol" and int(marker[:-1]) != 1:
        opening.attrs = {"start": int(marker[:-1])}
    spans = [_push_item(state, start + number, found) for number, found in enumerate(items)]
    opening.meta["span"] = Span(spans[0].start, spans[-1].end)
    state.push("list_close", tag, -1)
    state.line = start + len(items)
    if state.line < end:
        state.line = state.skipEmptyLines(state.line)
    return True


def _items(state: StateBlock, start: int, end: int) -> list[re.Match[str]]:
    """The items' markers with the spaces behind them; none where the list is another one."""
    items: list[re.Match[str]] = []
    number, indent = start, state.sCount[start]
    while number < end and state.sCount[number] == indent:
        found = _ITEM.match(state.src, *line(state, number))
        if not found and state.isEmpty(number):
            break
        if not found or (items and found[1][-1] != items[0][1][-1]):
            return []
        items.append(found)
        number += 1
    reach = indent + items[-1].end() - items[-1].start()
    return items if _is_over(state, number, end, reach) else []


def _is_over(state: StateBlock, number: int, end: int, reach: int) -> bool:
    """Whether the line behind the items surely does not go on with the list.

    Args:
        reach: the indentation from which on a line belongs to the last item.
    """
    if number < end and state.isEmpty(number):
        number = state.skipEmptyLines(number)
        return number >= end or (state.sCount[number] < reach and not _is_item(state, number))
    # Of an outer list the next item may follow.
    return number >= end or (
        0 <= state.sCount[number] < state.blkIndent and _is_item(state, number)
    )


def _is_item(state: StateBlock, number: int) -> bool:
    return _MARKER.match(state.src, *line(state, number)) is not None


def _push_item(state: StateBlock, number: int, found: re.Match[str]) -> Span:
    """The token of an item; its span."""
    source = normalised(state).source
    text = state.src[found.end() : state.eMarks[number]].rstrip(_SPACE)
    place = source(found.end())
    item = state.push("inline", "", 0)
    item.info, item.markup = found[1][:-1], found[1][-1]
    fill(item, Content(text, (0,), (place,)))
    span = item.meta["span"] = Span(source(found.start()), place + len(text))
    return span
