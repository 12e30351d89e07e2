"""What the HTML Standard says of elements, from ``elements.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

_TABLES: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("elements.toml").read_text(encoding="utf-8")
)


def _names(key: str) -> frozenset[str]:
    return frozenset(_TABLES[key])


HEADINGS = _names("headings")
LISTS = _names("lists")
ITEMS = frozenset(("li", "dt", "dd"))
VOID = _names("void")
#: Elements whose content is text up to their end tag; True with character references in it.
RAW = {
    **dict.fromkeys(_names("raw"), False),
    **dict.fromkeys(_names("raw_with_references"), True),
}
HEAD = _names("head")
ENDS_PARAGRAPH = HEADINGS | _names("ends_paragraph")
SCOPE = _names("scope")
#: Elements that browsers lay out as blocks; the rest runs in the line.
BLOCKS = ENDS_PARAGRAPH | _names("other_blocks")
#: HTML start tags that end an open svg or math element.
BREAKS_OUT = ENDS_PARAGRAPH | _names("breaks_out")
NOT_TEXT = _names("not_text")
EMPTY = _names("empty")
#: Start tags that end open elements: of which names, and inside of which.
ENDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    name: (tuple(ended), tuple(limits)) for name, (ended, limits) in _TABLES["ends"].items()
}
