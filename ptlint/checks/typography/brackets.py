"""Brackets that do not close (copy-editing)."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part, Style
from ptlint.page.model import Page
from ptlint.page.passages import Passage, passages
from ptlint.pattern import later

_PAIRS = {")": "(", "]": "["}
#: "a)", "1)", "iv)" at the start of a text or after a space; smileys.
_LABEL = later(r"(?:^|[\s(;,])(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)$")
_SMILEY = later(r"[:;]-?[()]$|^[()]-?[:;]")


def unbalanced(page: Page, options: Options) -> Iterator[Observation]:
    """The first bracket of a text that has no partner in it."""
    for passage in passages(page, ("paragraph", "item"), (Part.ARTICLE, Part.ASIDE)):
        text = passage.text.text
        if text.count("(") == text.count(")") and text.count("[") == text.count("]"):
            continue
        at = _alone(passage)
        if at is not None and not _open_ended(text):
            sign = text[at]
            partner = "opening" if sign in _PAIRS else "closing"
            yield Observation(
                passage.text.span(at, at + 1),
                f"'{sign}' has no {partner} partner in this text. Add it, or delete this one.",
            )


def _alone(passage: Passage) -> int | None:
    text = passage.text.text
    waiting: list[int] = []
    for at, sign in enumerate(text):
        if sign in "([":
            if not (_SMILEY.search(text[max(0, at - 2) : at + 1]) or _in_code(passage, at)):
                waiting.append(at)
        elif sign in _PAIRS and not _in_code(passage, at):
            if waiting and text[waiting[-1]] == _PAIRS[sign]:
                waiting.pop()
            elif not (
                _LABEL.search(text[max(0, at - 6) : at + 1])
                or _SMILEY.search(text[max(0, at - 2) : at + 1])
            ):
                return at
    return waiting[0] if waiting else None


def _open_ended(text: str) -> bool:
    """A text that breaks off, or that is cut by markup the reader does not see."""
    return text.endswith((":", "…", "...", "http")) or "](" in text or "{{" in text


def _in_code(passage: Passage, offset: int) -> bool:
    return any(
        inline.style in (Style.CODE, Style.LINK) and inline.start <= offset < inline.end
        for inline in passage.inlines
    )
