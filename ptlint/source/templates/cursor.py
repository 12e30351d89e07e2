"""Looking ahead in a text full of template code, in linear time whatever it holds."""

from __future__ import annotations

import re

from ptlint.pattern import later

# To the end of the line, but not into the next tag of HTML or of a template language.
_REST_OF_LINE = later(r"(?:[^\r\n<{]++|<(?![a-z/!?%])|\{(?![{%]))*+", re.IGNORECASE)
_STRING = r""""(?:[^"\\\r\n]|\\.)*+"|'(?:[^'\\\r\n]|\\.)*+'|`[^`]*+`"""
_LONG_STRING = r""""(?:[^"\\]|\\[\s\S])*+"|'(?:[^'\\]|\\[\s\S])*+'|`[^`]*+`"""


def body_pattern(closer: str, string: str = _STRING) -> re.Pattern[str]:
    """What may stand in a tag before ``closer``: strings whole, no other tag's opening.

    Objects in braces nest three deep, as far as real calls of macros go.
    """
    braces = r"[^{}\"'`]"
    for _ in range(3):
        braces = rf"(?:[^{{}}\"'`]++|{string}|\{{(?:{braces})*+\}})"
    first, rest = re.escape(closer[0]), re.escape(closer[1:])
    plain = rf"[^\"'`{{<{first}]++|{first}(?!{rest})|<(?!/?[a-zA-Z!])"
    return later(rf"(?:{plain}|{string}|\{{(?![{{%])(?:{braces})*+\}}|\{{(?![{{%]))*+")


def long_body_pattern(closer: str) -> re.Pattern[str]:
    """The same, with strings that run over several lines."""
    return body_pattern(closer, _LONG_STRING)


class Cursor:
    """A text that is read from its start to its end; look-ahead is remembered.

    Searches that fail cost ``patience``. A text that uses up its patience is no
    template but an accident or an attack, and gets the short answer from then on.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.length = len(text)
        self.patience = len(text) + 20_000
        self._next: dict[str, int] = {}
        self._names: dict[re.Pattern[str], frozenset[str]] = {}

    def find(self, needle: str, start: int) -> int:
        """As ``str.find``; starts must not decrease from call to call of one needle."""
        known = self._next.get(needle, 0)
        if known == -1 or (known >= start and needle in self._next):
            return known
        found = self._next[needle] = self.text.find(needle, start)
        return found

    def after(self, needle: str, start: int) -> int:
        """The offset after the next ``needle``, or -1."""
        found = self.find(needle, start)
        return found if found == -1 else found + len(needle)

    def names(self, pattern: re.Pattern[str]) -> frozenset[str]:
        """What the one group of a pattern matches anywhere in the text, such as block names."""
        if pattern not in self._names:
            self._names[pattern] = frozenset(pattern.findall(self.text))
        return self._names[pattern]

    def closing(self, start: int, closer: str, *bodies: re.Pattern[str]) -> int:
        """The offset after the ``closer`` that ends a tag's body, or -1.

        Strings are skipped whole. Where that fails (an apostrophe in a comment), the
        first closer of the same line is taken.
        """
        if self.find(closer, start) == -1:
            return -1
        for number, body in enumerate(bodies):
            end = self.run(body, start)
            if self.text.startswith(closer, end):
                return end + len(closer)
            self.patience -= end - start
            simple = self._closing_on_line(start, closer) if number == 0 else -1
            if simple != -1:
                return simple
        return -1

    def run(self, body: re.Pattern[str], start: int) -> int:
        """Where a match of ``body`` from ``start`` ends; ``start`` itself without patience."""
        match = body.match(self.text, start) if self.patience > 0 else None
        return match.end() if match else start

    def _closing_on_line(self, start: int, closer: str) -> int:
        found = self.find(closer, start)
        for barrier in ("\n", "\r", "{{", "{%", "</"):
            at = self.find(barrier, start)
            if at != -1 and at < found:
                return -1
        return found + len(closer)

    def give_up(self, start: int) -> int:
        """Where the code of a tag that is never closed is taken to end: within its line."""
        match = _REST_OF_LINE.match(self.text, min(start, self.length))
        return match.end() if match else start
