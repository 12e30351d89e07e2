"""``{{< … >}}`` and ``{{% … %}}``: shortcodes of Hugo."""

from __future__ import annotations

from ptlint.pattern import later
from ptlint.source.templates.cursor import Cursor
from ptlint.source.templates.grammar import Grammar, Read
from ptlint.source.templates.tag import Tag

_STRING = r'"(?:[^"\\]|\\[\s\S])*+"|`[^`]*+`'
_BODIES = {
    sign: later(rf'(?:[^"`{{{sign}]++|{_STRING}|\{{(?!\{{)|{sign}(?!\}}\}}))*+') for sign in "%>"
}
_END = later(r"\{\{[<%]\s*+/\s*+([\w./-]++)")
_NAME = later(r"\{\{[<%]\s*+(/?)\s*+([\w./-]++)")


def _reader(closer: str) -> Read:
    def read(cursor: Cursor, start: int) -> Tag:
        end = cursor.closing(start + 3, closer, _BODIES[closer[0]])
        if end == -1:
            return Tag(start, cursor.give_up(start + 3), prints=True)
        return Tag(start, end, _prints(cursor, start))

    return read


def _prints(cursor: Cursor, start: int) -> bool:
    """A shortcode prints something, unless it stands before or after words of the page."""
    name = _NAME.match(cursor.text, start)
    if name is None:
        return True
    return not name[1] and name[2] not in cursor.names(_END)


ANGLE_SHORTCODE = Grammar("{{<", _reader(">}}"))
PERCENT_SHORTCODE = Grammar("{{%", _reader("%}}"))
