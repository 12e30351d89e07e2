"""Inline signs beyond CommonMark that site generators know: bare addresses and attributes."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from ptlint.pattern import later

_ADDRESS = later(
    r"""(?:https?://|www\.)(?=[^\s.])[^\s<>\[\]"`\\|{}“”«»。，、）」\uE001]++""", re.IGNORECASE
)
_NOT_BEFORE = frozenset("/@.-_=+#&%:")
_TRAILING = "?!.,:;*_~'’‘…"
_ENTITY_END = later(r"&[A-Za-z0-9]{1,10};\Z")

_PAIR = r"""[\w:-]++=(?:"[^"{}\n]*+"|'[^'{}\n]*+'|[^\s"'{}=]++)"""
#: kramdown's ``{: #id .class}``, Pandoc's, Hugo's and Quarto's ``{#id .class key=value}``.
ATTRIBUTES = later(
    rf"\{{:?[ \t]*+(?:[#.][\w:.-]++|{_PAIR}|(?<=:)[\w-]++)"
    rf"(?:[ \t]*+(?:[#.][\w:.-]++|{_PAIR}))*+[ \t]*+\}}"
)
_BEARERS = frozenset(("link_close", "image", "code_inline", "html_inline"))


def bare_url(state: StateInline, silent: bool) -> bool:
    """An address written without signs, which most sites turn into a link."""
    start = state.pos
    before = state.src[start - 1] if start else " "
    if before.isalnum() or before in _NOT_BEFORE:
        return False
    found = _ADDRESS.match(state.src, start, state.posMax)
    address = _without_trailing(found.group()) if found else ""
    if "." not in address[4:] and "localhost" not in address:
        return False
    if not silent:
        _push_address(state, address)
    state.pos = start + len(address)
    return True


def _without_trailing(address: str) -> str:
    """The address without the stops and brackets of the sentence around it."""
    end, surplus = len(address), address.count(")") - address.count("(")
    while end:
        last = address[end - 1]
        entity = _ENTITY_END.search(address, max(0, end - 12), end) if last == ";" else None
        if entity:
            end = entity.start()
        elif last in _TRAILING:
            end -= 1
        elif last == ")" and surplus > 0:
            end, surplus = end - 1, surplus - 1
        else:
            break
    return address[:end]


def _push_address(state: StateInline, address: str) -> None:
    if state.linkLevel > 0:
        state.pending += address
        return
    start, end = state.pos, state.pos + len(address)
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": address if "://" in address[:8] else f"https://{address}"}
    opening.markup, opening.map = "bare", [start, start]
    text = state.push("text", "", 0)
    text.content, text.map = address, [start, end]
    closing = state.push("link_close", "a", -1)
    closing.map = [end, end]


def attributes(state: StateInline, silent: bool) -> bool:
    """Attributes of the construct before them; they print nothing."""
    found = ATTRIBUTES.match(state.src, state.pos, state.posMax)
    if not found or not _bears_attributes(state, found.group()):
        return False
    if not silent:
        state.push("attributes", "", 0).content = found.group()
    state.pos = found.end()
    return True


def _bears_attributes(state: StateInline, written: str) -> bool:
    if written.startswith("{:"):
        return True
    last = state.tokens[-1].type if state.tokens and not state.pending else ""
    return last in _BEARERS
