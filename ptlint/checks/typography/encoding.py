"""Signs of text that was read in the wrong encoding, and characters nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import holds_any, whole_text
from ptlint.findings.finding import Edit, Fix, Observation, Severity
from ptlint.page.kinds import Part
from ptlint.page.model import Page
from ptlint.page.passages import Passage, passages
from ptlint.pattern import later
from ptlint.source.span import Span

#: UTF-8 read as Windows-1252 or Latin-1, and what stands for lost characters.
_DAMAGE = later(
    r"(?:â(?:€[\u0080-\u00bf™œ\u009d“”˜¦¢šžŸ\u2018-\u203a]|\u0080[\u0080-\u00bf])"
    r"|Ã[\u0080-\u00bf©¨¡³±¤¶¼\u2018-\u203aƒ‚„…†‡ˆ‰Š‹Œ]|Â[\u00a0-\u00bf]|ï¿½|ï»¿|\ufffd)++"
)
#: Control characters, zero-width space, word joiner, byte order mark inside a text.
_UNSEEN = later(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u200b\u2060\ufeff]++")
_UNSEEN_SIGNS = (*map(chr, (*range(9), 0x0B, *range(0x0E, 0x20), 0x7F)), *"\u200b\u2060\ufeff")
_SIGNS = ("â", "Ã", "Â", "ï¿", "ï»", "\ufffd")
_PARTS = tuple(Part)


def damaged(page: Page, options: Options) -> Iterator[Observation]:
    """Encoding damage, and invisible characters as a suggestion."""
    whole = page.once(whole_text)
    if not holds_any(whole, _SIGNS) and not holds_any(whole, _UNSEEN_SIGNS):
        return
    for passage in passages(page, parts=_PARTS):
        text = passage.text.text
        if text.isascii() and text.isprintable():
            continue
        for match in _DAMAGE.finditer(text):
            yield _damage(passage, match)
        for match in _UNSEEN.finditer(text):
            yield _unseen(passage, match)


def _damage(passage: Passage, match: re.Match[str]) -> Observation:
    span = passage.text.span(*match.span())
    mended = _mended(match.group())
    meant = f" '{mended}' is probably meant." if mended else " Put the character that was meant."
    return Observation(
        span,
        f"'{match.group()}' is a character that was read in the wrong encoding.{meant}",
        fix=_replaced(span, mended, f"Write '{mended}'", safe=False) if mended else None,
    )


def _mended(text: str) -> str:
    """What the bytes say when they are read as UTF-8; empty when they say nothing."""
    for encoding in ("cp1252", "latin-1"):
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return ""


def _unseen(passage: Passage, match: re.Match[str]) -> Observation:
    span = passage.text.span(*match.span())
    name = ", ".join(f"U+{ord(sign):04X}" for sign in dict.fromkeys(match.group()))
    return Observation(
        span,
        f"An invisible character ({name}): it breaks searches and can be read out. Delete it.",
        fix=_replaced(span, "", "Delete the invisible character", safe=False),
        severity=Severity.SUGGESTION,
    )


def _replaced(span: Span, text: str, title: str, safe: bool) -> Fix:
    return Fix(title, (Edit(span.start, span.end, text),), safe=safe)
