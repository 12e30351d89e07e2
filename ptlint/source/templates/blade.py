"""Blade, the templates of Laravel: ``@if (…)``, ``{!! … !!}``, ``{{-- … --}}``, ``@php``.

``{{ … }}`` is shared with other languages and PHP stands in its own module.
"""

from __future__ import annotations

import re

from ptlint.pattern import later
from ptlint.source.templates.cursor import Cursor, body_pattern, long_body_pattern
from ptlint.source.templates.expressions import EXPRESSION
from ptlint.source.templates.grammar import Grammar
from ptlint.source.templates.tag import Tag

_BODIES = (body_pattern("!!}"), long_body_pattern("!!}"))
_DIRECTIVE = later(r"@([A-Za-z_]\w*+)(?:::\w++)?")
_PART = later(r"^(?:end|else)")
_BEFORE = later(r"[\w@.+-]")
_ARGUMENTS = later(r"""[^()'"]++|'(?:[^'\\]|\\.)*+'|"(?:[^"\\]|\\.)*+"|[()'"]""", re.DOTALL)
_GAP = later(r"[ \t]*+(?=\()")
# Directives that print nothing, or other parts of the page, never words of a sentence.
_STATEMENTS = frozenset(
    (
        "if", "elseif", "else", "unless", "isset", "empty", "auth", "guest", "env", "production",
        "session", "context", "switch", "case", "default", "break", "continue", "foreach", "for",
        "forelse", "while", "section", "hassection", "sectionmissing", "show", "stop", "append",
        "overwrite", "push", "pushif", "pushonce", "prepend", "prependonce", "once", "component",
        "slot", "props", "aware", "extends", "extendsfirst", "use", "inject", "can", "cannot",
        "canany", "error", "fragment", "php", "verbatim", "include", "includeif", "includewhen",
        "includeunless", "includefirst", "includeisolated", "each", "csrf", "method", "vite",
        "vitereactrefresh", "livewire", "livewirestyles", "livewirescripts", "stack", "persist",
        "teleport", "script", "assets", "unset", "dump", "dd", "debug", "feature", "role",
    )
)  # fmt: skip
_PRINTING = frozenset(
    (
        "yield", "parent", "lang", "choice", "json", "js", "class", "style", "checked", "selected",
        "disabled", "readonly", "required", "old", "asset", "svg", "entangle", "this",
    )
)  # fmt: skip
# Rules of style sheets, which Blade leaves alone.
_CSS = frozenset(
    (
        "media", "supports", "import", "layer", "container", "page", "scope", "property", "counter",
        "charset", "keyframes", "namespace", "starting", "apply", "tailwind",
    )
)  # fmt: skip


def _read_directive(cursor: Cursor, start: int) -> Tag | None:
    match = _DIRECTIVE.match(cursor.text, start)
    if match is None or (start and _BEFORE.match(cursor.text, start - 1)):
        return None
    name = match[1].lower()
    known = name in _PRINTING or name in _STATEMENTS or _PART.sub("", name) in _STATEMENTS
    end = _after_arguments(cursor, match.end(), spaced=known)
    if name in _CSS or not (known or end > match.end()):
        return None
    prints = name in _PRINTING or not known
    if name == "verbatim":
        return Tag(start, end, prints, resume=cursor.find("@endverbatim", end))
    if name == "php" and end == match.end():
        end = max(end, cursor.after("@endphp", end))
    return Tag(start, end, prints)


def _after_arguments(cursor: Cursor, start: int, spaced: bool) -> int:
    """The offset after the parenthesis that closes a directive's arguments, if it has any."""
    gap = _GAP.match(cursor.text, start)
    if gap is None or (gap[0] and not spaced):
        return start
    depth, at = 0, gap.end()
    while at < cursor.length and cursor.patience > 0:
        token = _ARGUMENTS.match(cursor.text, at)
        if token is None:
            break
        at = token.end()
        depth += {"(": 1, ")": -1}.get(token[0], 0)
        if depth == 0:
            return at
    cursor.patience -= at - start
    return cursor.give_up(gap.end())


def _read_shown(cursor: Cursor, start: int) -> Tag | None:
    """``@{{ … }}`` leaves an expression to a script in the page."""
    tag = EXPRESSION.read(cursor, start + 1)
    return tag._replace(start=start) if tag else None


def _read_unescaped(cursor: Cursor, start: int) -> Tag:
    end = cursor.closing(start + 3, "!!}", *_BODIES)
    return Tag(start, end if end != -1 else cursor.give_up(start + 3), prints=True)


def _read_comment(cursor: Cursor, start: int) -> Tag:
    end = cursor.after("--}}", start + 4)
    return Tag(start, end if end != -1 else cursor.give_up(start + 4), prints=False)


DIRECTIVE = Grammar("@", _read_directive)
SHOWN = Grammar("@{{", _read_shown)
UNESCAPED = Grammar("{!!", _read_unescaped)
COMMENT = Grammar("{{--", _read_comment)
