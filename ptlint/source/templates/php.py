"""``<?php … ?>`` and ``<?= … ?>``."""

from __future__ import annotations

import re

from ptlint.pattern import later
from ptlint.source.templates.cursor import Cursor
from ptlint.source.templates.grammar import Grammar, Read
from ptlint.source.templates.tag import Tag

_OPENERS = later(r"<\?(?:php\b|=)", re.IGNORECASE)
_SHORT_OPENERS = later(r"<\?(?:php\b|=|(?=\s))", re.IGNORECASE)
# Code up to "?>", which counts in a line comment but not in strings or other comments.
# What is left open runs to the end of the text, as in PHP itself.
_CODE = later(
    r"""(?:[^'"/#<?]++
    |'(?:[^'\\]|\\.)*+(?:'|\Z) | "(?:[^"\\]|\\.)*+(?:"|\Z)
    |/\*[^*]*+(?:\*(?!/)[^*]*+)*+(?:\*/|\Z)
    |(?://|\#(?!\[))[^\r\n?]*+(?:\?(?!>)[^\r\n?]*+)*+
    |<<<[ \t]*+["']?(\w++)["']?\r?\n(?:(?![ \t]*+\1\b)[^\n]*+\n)*+(?:[ \t]*+\1\b|[^\n]*+\Z)
    |[/#<]|\?(?!>))*+""",
    re.VERBOSE | re.DOTALL,
)
_PRINTS = later(
    r"<\?(?:=|php\s++(?:echo|print|printf|the_\w++|_e|esc_\w++_e|bloginfo)\b)", re.IGNORECASE
)


def _reader(openers: re.Pattern[str], open_ended: bool) -> Read:
    def read(cursor: Cursor, start: int) -> Tag | None:
        opener = openers.match(cursor.text, start)
        if opener is None:
            return None
        end = _end(cursor, opener.end(), open_ended)
        return Tag(start, end, _PRINTS.match(cursor.text, start) is not None)

    return read


def _end(cursor: Cursor, start: int, open_ended: bool) -> int:
    if not open_ended and cursor.find("?>", start) == -1:
        return cursor.give_up(start)
    end = cursor.run(_CODE, start)
    if cursor.text.startswith("?>", end):
        return end + 2
    if open_ended:
        return cursor.length
    # A quote left open in a page that is no PHP file must not swallow the page.
    cursor.patience -= end - start
    return cursor.after("?>", start)


PHP = Grammar("<?", _reader(_SHORT_OPENERS, open_ended=True))
PHP_IN_PAGE = Grammar("<?", _reader(_OPENERS, open_ended=False))
