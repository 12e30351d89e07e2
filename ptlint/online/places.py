"""Is the place that the end of an address names on the page it leads to?

HTML Living Standard, "Scrolling to a fragment": an id, or the name of an ``a`` element. WICG,
"Scroll to Text Fragment": ``:~:text=[prefix-,]start[,end][,-suffix]``.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

from ptlint.online.exchange import Reply
from ptlint.pattern import later

_DIRECTIVE = ":~:"
#: Fragments that scripts or viewers read: "#/route", "#!state", "#page=3", "#t=30".
_FOR_PROGRAMS = later(r"\A[!/?]|=|\A\s*\Z")
_LEAST_TEXT = 400
_SPACES = later(r"\s+")
_SKIPPED = ("script", "style", "template", "noscript", "head")


def is_html(reply: Reply) -> bool:
    return "html" in reply.headers.get("content-type", "").lower()


def named_place(fragment: str) -> tuple[str, tuple[str, ...]]:
    """The id and the passages that a fragment names; both empty if nothing can be looked up."""
    ident, _, directive = fragment.partition(_DIRECTIVE)
    ident = unquote(ident)
    if _FOR_PROGRAMS.search(ident) or ident.lower() == "top":
        ident = ""
    passages: list[str] = []
    for each in directive.split("&"):
        if each.startswith("text="):
            pieces = each[5:].split(",")
            own = (one for one in pieces if not (one.startswith("-") or one.endswith("-")))
            passages += [unquote(one) for one in own]
    return ident, tuple(piece for piece in passages if piece.strip())


def absent_place(reply: Reply, fragment: str) -> str | None:
    """What of a fragment is not on the page, for a writer; "" if all is there.

    None where it cannot be told: the page's text comes from a script.
    """
    import lxml.html

    ident, passages = named_place(fragment)
    try:
        tree = lxml.html.document_fromstring(reply.body)
    except (ValueError, lxml.etree.LxmlError):
        return None
    text = _folded(_text(tree))
    if len(text) < _LEAST_TEXT:
        return None
    if ident and ident not in _names(tree):
        return f"the page has no place named '{ident}'"
    lost = next((each for each in passages if _folded(each) not in text), "")
    return f"the words '{lost}' are not on the page" if lost else ""


def _names(tree: Iterable[object]) -> set[str]:
    found: set[str] = set()
    for element in tree.iter():  # type: ignore[attr-defined]
        for attribute in ("id", "name"):
            value = element.get(attribute) if isinstance(element.tag, str) else None
            if value:
                found.update((value, value.removeprefix("user-content-")))
    return found


def _text(tree: object) -> str:
    """The page's words, those of scripts and styles left out."""
    pieces: list[str] = []
    for element in tree.iter():  # type: ignore[attr-defined]
        if isinstance(element.tag, str) and element.tag not in _SKIPPED:
            pieces.append(element.text or "")
        pieces.append(element.tail or "")
    return " ".join(pieces)


def _folded(text: str) -> str:
    """Words for comparison: one case, no spaces (markup may stand inside words)."""
    return _SPACES.sub("", text).casefold()
