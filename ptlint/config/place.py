"""The line of a configuration file that a message is about."""

from __future__ import annotations

import re

_OWN_TABLE = re.compile(r"^\[+tool\.ptlint\b", re.MULTILINE)
_COMMENT = re.compile(r"^\s*+#.*$", re.MULTILINE)
_OF_SYNTAX = re.compile(r"\(at line (\d++), column \d++\)")
_AT_END = "(at end of document)"
_DOTTED = re.compile(r"\brules\.([\w.-]++)")
_QUOTED = re.compile(r"'([^'\n]++)'")


def line_of(content: str, message: str) -> int | None:
    """The 1-based line where the names stand that the message holds; ``None`` if they do not.

    Args:
        message: as the reading of the configuration words it: names of keys after "rules." or
            between quotation marks, the faulty one first.
    """
    syntax = _OF_SYNTAX.search(message)
    if syntax:
        return int(syntax[1])
    if _AT_END in message:
        return content.count("\n") + 1
    # The same length, so that positions stay.
    text = _COMMENT.sub(lambda found: " " * len(found[0]), content)
    own = _OWN_TABLE.search(text)
    at, found = own.start() if own else 0, False
    for name in _names(message):
        here = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])").search(text, at)
        if here:
            at, found = here.start(), True
    return content.count("\n", 0, at) + 1 if found else None


def _names(message: str) -> list[str]:
    """What to look for, each after the one before: a rule, its option, the faulty word."""
    dotted, quoted = _DOTTED.search(message), _QUOTED.search(message)
    names = dotted[1].strip(".").split(".") if dotted else []
    return names + ([quoted[1]] if quoted else [])
