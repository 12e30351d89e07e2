"""``<% … %>``: ERB, EJS and their kin. The first ``%>`` ends a tag, even in a string."""

from __future__ import annotations

from ptlint.source.templates.cursor import Cursor
from ptlint.source.templates.grammar import Grammar, Read
from ptlint.source.templates.tag import Tag


def _reader(printing_signs: str) -> Read:
    def read(cursor: Cursor, start: int) -> Tag | None:
        sign = cursor.text[start + 2 : start + 3]
        if sign == "%":
            return None
        end = cursor.after("%>", start + 2)
        if end == -1:
            end = cursor.give_up(start + 2)
        return Tag(start, end, bool(sign) and sign in printing_signs)

    return read


ERB = Grammar("<%", _reader("="))
# EJS prints unescaped with "<%-", which in ERB only trims the white space before it.
EJS = Grammar("<%", _reader("=-"))
