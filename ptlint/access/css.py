"""Reading CSS: declarations of a ``style`` attribute and the rules of a ``style`` element.

Only what a cascade needs (CSS Syntax Level 3, reduced): comments, strings and brackets are
respected, at-rules other than media queries are dropped. A rule inside a media query that does
not hold for every screen is kept and marked as conditional.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ptlint.pattern import later
from ptlint.record import record

# What is left open at the end is taken as it is, so that no pattern is tried twice over one text.
_COMMENT = later(r"/\*[^*]*+(?:\*(?!/)[^*]*+)*+(?:\*/)?+")
_DECLARATION = later(
    r"""(?<![-\w])(--[-\w]++|-?[a-zA-Z][-\w]*+)\s*+:\s*+
        ((?:[^;"'()]++|"[^"]*+"|'[^']*+'|\((?:[^()"']++|"[^"]*+"|'[^']*+'|\((?:[^()]++|\([^()]*+\))*+\))*+\))*+)
        ([^;]*+)(?:;|$)""",
    re.VERBOSE,
)
_IMPORTANT = later(r"\s*+!\s*+important\s*+$", re.IGNORECASE)
_STRUCTURE = later(r"\"(?:[^\"\\\n]++|\\.)*+\"?+|'(?:[^'\\\n]++|\\.)*+'?+|[{};]")
_EVERY_SCREEN = later(r"(?:only\s++)?(?:all|screen)", re.IGNORECASE)


@record
class Value:
    """A declared value; ``important`` when it is marked so."""

    text: str
    important: bool = False


Declarations = dict[str, Value]


@record
class StyleRule:
    """A rule of a style sheet.

    Attributes:
        selectors: the selectors, as written and separated.
        body: the declarations, unread (most rules are never asked for).
        conditional: whether a media query decides if the rule holds.
    """

    selectors: tuple[str, ...]
    body: str
    conditional: bool = False


@lru_cache(maxsize=1024)
def declarations(text: str) -> Declarations:
    """The declarations of a ``style`` attribute or rule body, names in lower case.

    A later declaration wins over an earlier one unless only the earlier is important.
    """
    found: Declarations = {}
    for name, written, unread in _DECLARATION.findall(without_comments(text)):
        if unread:
            continue
        marked = _IMPORTANT.search(written) if "!" in written else None
        text = written[: marked.start()] if marked else written.strip()
        take(found, name if name.startswith("--") else name.lower(), Value(text, bool(marked)))
    return found


@lru_cache(maxsize=1024)
def layers(text: str) -> tuple[Declarations, Declarations]:
    """The declarations of a rule body: the ordinary ones, and those marked as important."""
    plain: Declarations = {}
    marked: Declarations = {}
    for name, value in declarations(text).items():
        (marked if value.important else plain)[name] = value
    return plain, marked


def take(held: Declarations, name: str, value: Value) -> None:
    """Lets a later declaration win, unless only the earlier one is important."""
    earlier = held.get(name)
    if earlier is None or value.important or not earlier.important:
        held[name] = value


def without_comments(text: str) -> str:
    return _COMMENT.sub(" ", text) if "/*" in text else text


@lru_cache(maxsize=64)
def style_rules(sheet: str) -> tuple[StyleRule, ...]:
    """The rules of a style sheet in order, those of nested at-rules included."""
    return tuple(_rules(without_comments(sheet)))


def _rules(sheet: str) -> Iterator[StyleRule]:
    """Walks the braces; ``open_blocks`` holds the prelude of every block that is open."""
    open_blocks: list[str] = []
    start = 0
    for sign in _STRUCTURE.finditer(sheet):
        char = sign.group()
        if char == "{":
            open_blocks.append(sheet[start : sign.start()].strip())
        elif char == "}" and open_blocks:
            prelude = open_blocks.pop()
            if prelude and not prelude.startswith("@") and _holds(open_blocks):
                body = sheet[start : sign.start()]
                yield StyleRule(_separated(prelude), body, _conditional(open_blocks))
        elif char[0] in "\"'" or (open_blocks and not open_blocks[-1].startswith("@")):
            continue
        start = sign.end()


def _holds(blocks: list[str]) -> bool:
    """Whether rules in these blocks can apply on a screen (not print, keyframes, fonts)."""
    return all(block.startswith(("@media", "@supports", "@layer")) for block in blocks) and not any(
        block.startswith("@media") and "print" in block and "screen" not in block
        for block in blocks
    )


def _conditional(blocks: list[str]) -> bool:
    return any(
        block.startswith("@media") and not _EVERY_SCREEN.fullmatch(block[6:].strip())
        for block in blocks
    )


def _separated(prelude: str) -> tuple[str, ...]:
    """Selectors at the commas outside brackets."""
    if "(" not in prelude:
        return tuple(part.strip() for part in prelude.split(",") if part.strip())
    parts, depth, last = [], 0, 0
    for place, char in enumerate(prelude):
        if char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif char == "," and depth == 0:
            parts.append(prelude[last:place].strip())
            last = place + 1
    return (*(part for part in parts if part), prelude[last:].strip())
