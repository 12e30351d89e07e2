"""The fix that moves list items under the heading they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ptlint.checks.structure.promises import Promise, promises
from ptlint.findings.finding import Edit, Fix
from ptlint.page.model import Heading, Item, List, Page
from ptlint.source.source import Format
from ptlint.source.span import Span

_DEFAULT_LEVEL = 2


def move_fix(
    page: Page, promise: Promise, items: Sequence[Item | None], names: dict[str, Any]
) -> Fix | None:
    """Edits that move the items to the list of their section, or to a new section below.

    Args:
        items: the items to move; None stands for a sentence, which is not moved.
        names: the names of the role: "heading" for a new section, "sections" that hold it.

    Returns:
        None where it cannot be done cleanly: sentences, nested lists, a list that would be
        left empty, minified markup.
    """
    moved = [item for item in items if item is not None]
    home = next(
        (b for b in promise.blocks if isinstance(b, List) and moved and moved[0] in b.items), None
    )
    if home is None or len(moved) != len(items) or len(moved) == len(home.items):
        return None
    if any(item not in home.items or item.children for item in moved):
        return None
    ranges = [_lines(page, item.span) for item in moved]
    if not _are_separate(page, ranges, moved):
        return None
    texts = [page.source.text[span.start : span.end].rstrip("\r\n") for span in ranges]
    target = _target(page, promise, names)
    insert = (
        _appended(page, target, texts)
        if target
        else _new_section(page, promise, home, texts, names)
    )
    if insert is None:
        return None
    edits = tuple(sorted((*(Edit(span.start, span.end, "") for span in ranges), insert)))
    return Fix(f"Move them under '{names['heading']}'", edits, safe=False)


def _target(page: Page, promise: Promise, names: dict[str, Any]) -> List | None:
    """The last list of the section that the page has for the role, if it has one."""
    for other in page.once(promises):
        if other is not promise and other.roles & set(names["sections"]):
            lists = [block for block in other.blocks if isinstance(block, List)]
            if lists and not lists[-1].definitions:
                return lists[-1]
    return None


def _appended(page: Page, target: List, texts: Sequence[str]) -> Edit | None:
    last = _lines(page, target.items[-1].span)
    written = page.source.text[last.start : last.end]
    newline = _newline(page)
    if target.items[-1].children or not written.strip():
        return None
    ends_line = written.endswith(("\n", "\r"))
    block = newline.join(texts)
    text = block + newline if ends_line else newline + block
    return Edit(last.end, last.end, text)


def _new_section(
    page: Page, promise: Promise, home: List, texts: Sequence[str], names: dict[str, Any]
) -> Edit | None:
    newline = _newline(page)
    level = promise.heading.level if isinstance(promise.heading, Heading) else _DEFAULT_LEVEL
    block = newline.join(texts)
    end = _lines(page, Span(home.span.start, home.span.end)).end
    before = "" if page.source.text[:end].endswith(("\n", "\r")) else newline
    if page.source.format is Format.HTML:
        tag = "ol" if home.ordered else "ul"
        text = (
            f"{before}<h{level}>{names['heading']}</h{level}>{newline}<{tag}>{newline}{block}"
            f"{newline}</{tag}>{newline}"
        )
    elif page.source.format is Format.MARKDOWN:
        text = (
            f"{before}{newline}{'#' * level} {names['heading']}{newline}{newline}{block}{newline}"
        )
    else:
        text = f"{before}{newline}{names['heading']}{newline}{newline}{block}{newline}"
    return Edit(end, end, text)


def _lines(page: Page, span: Span) -> Span:
    """The whole lines that a node stands on, line ends included."""
    lines = page.source.lines
    first = lines.line_span(page.source.position(span.start).line)
    number = page.source.position(span.end).line
    last = lines.line_span(number)
    after = lines.line_span(number + 1).start if number < lines.count else last.end
    return Span(first.start, after)


def _are_separate(page: Page, ranges: Sequence[Span], moved: Sequence[Item]) -> bool:
    """Does each item stand on lines of its own?"""
    for span, item in zip(ranges, moved, strict=True):
        around = (
            page.source.text[span.start : item.span.start]
            + page.source.text[item.span.end : span.end]
        )
        if around.strip(" \t\r\n\u00a0"):
            return False
    return True


def _newline(page: Page) -> str:
    text = page.source.text
    return "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
