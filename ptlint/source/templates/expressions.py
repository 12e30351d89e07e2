"""``{{ … }}``: expressions of Jinja, Nunjucks, Twig, Liquid, Vue, Handlebars and Go templates."""

from __future__ import annotations

from ptlint.pattern import later
from ptlint.source.templates.cursor import Cursor, body_pattern, long_body_pattern
from ptlint.source.templates.grammar import Grammar
from ptlint.source.templates.tag import Tag

_BODIES = (body_pattern("}}"), long_body_pattern("}}"))
_BRACES = later(r"\{{2,4}+")
# Blocks and comments of Handlebars, statements and assignments of Go templates.
_CONTROL = later(
    r"[-~]?\s*+(?:[#/^!*]|(?:else|end)\b\s*+(?:if\b|with\b|[-~]?\}\})"
    r"|(?:if|range|with|define|block|return|break|continue|template)\s++[^\s}|]"
    r"|\$\w*+\s*+:?=)"
)
_COMMENTS = (("{{!--", "--}}"), ("{{~!--", "--}}"), ("{{/*", "*/}}"), ("{{- /*", "*/ -}}"))


def _read(cursor: Cursor, start: int) -> Tag:
    for opener, closer in _COMMENTS:
        if cursor.text.startswith(opener, start):
            end = cursor.after(closer, start)
            if end != -1:
                return Tag(start, end, prints=False)
    braces = _braces_at(cursor.text, start)
    end = _end(cursor, start, braces)
    prints = not _CONTROL.match(cursor.text, start + braces)
    return Tag(start, end if end != -1 else cursor.give_up(start + braces), prints)


def _braces_at(text: str, start: int) -> int:
    match = _BRACES.match(text, start)
    return len(match[0]) if match else 2


def _end(cursor: Cursor, start: int, braces: int) -> int:
    end = cursor.closing(start + braces, "}}", *_BODIES)
    # {{{ … }}}: the braces that open are the braces that close.
    extra = braces - 2
    return end + extra if end != -1 and cursor.text.startswith("}" * extra, end) else end


EXPRESSION = Grammar("{{", _read)
