"""What a tag says of the words in it: whether they are shown, and what they are marked as."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ptlint.page.html.elements import NOT_TEXT
from ptlint.page.kinds import Style
from ptlint.pattern import later

STYLES = {
    "strong": Style.STRONG,
    "b": Style.STRONG,
    "em": Style.EMPHASIS,
    "i": Style.EMPHASIS,
    "cite": Style.EMPHASIS,
    "dfn": Style.EMPHASIS,
    "u": Style.UNDERLINE,
    "ins": Style.UNDERLINE,
    "code": Style.CODE,
    "kbd": Style.CODE,
    "samp": Style.CODE,
    "tt": Style.CODE,
    "var": Style.CODE,
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
    "a": Style.LINK,
    "q": Style.QUOTE,
    "abbr": Style.ABBREVIATION,
    "acronym": Style.ABBREVIATION,
}
#: The attribute that is the value of a mark.
_VALUES = {"a": "href", "abbr": "title", "acronym": "title"}
_ICON_FONT = later(r"(?:^|\s)(?:material-(?:icons|symbols)|ligature)", re.IGNORECASE)
_UNSHOWN = NOT_TEXT | {"template", "noscript"}

#: A style with its value, if it has one: where a link leads, what a text's language is.
Mark = tuple[Style, str | None]


def is_shown(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an inline element shows its text at all."""
    if name in _UNSHOWN:
        return False
    if "hidden" in attributes or ("style" in attributes and is_unseen(attributes["style"])):
        return False
    return "class" not in attributes or not _ICON_FONT.search(attributes["class"])


def is_unseen(style: str) -> bool:
    """Whether an inline style takes the element off the page."""
    plain = style.replace(" ", "").lower()
    return "display:none" in plain or "visibility:hidden" in plain


def marks_of(name: str, attributes: Mapping[str, str]) -> tuple[Mark, ...]:
    """What an inline element marks its words as."""
    marks: list[Mark] = []
    if name in STYLES:
        style = STYLES[name]
        value = attributes.get(_VALUES[name]) if name in _VALUES else None
        if value is not None or style is not Style.LINK:
            marks.append((style, value))
    if attributes.get("lang"):
        marks.append((Style.LANGUAGE, attributes["lang"]))
    return tuple(marks)
