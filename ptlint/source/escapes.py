"""Signs that HTML writes as character references (``&amp;``), there and back.

Python's table of their 2,231 names takes 2 ms to load; most addresses need none of them.
"""

from __future__ import annotations

_WRITTEN_OTHERWISE = frozenset("&<>\"'")


def unescaped(text: str) -> str:
    """Text with every character reference decoded, as ``html.unescape`` does."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def escaped(text: str, quote: bool = True) -> str:
    """Text as HTML writes it, as ``html.escape`` does.

    Args:
        quote: write quotation marks as references too, as an attribute's value wants.
    """
    if _WRITTEN_OTHERWISE.isdisjoint(text):
        return text
    from html import escape

    return escape(text, quote)
