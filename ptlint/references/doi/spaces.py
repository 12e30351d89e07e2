"""White space inside a DOI: which of it to take out, and where the DOI ends instead."""

from __future__ import annotations

import re

from ptlint.references.doi.shapes import is_whole
from ptlint.references.doi.tail import STRICT

_WORD = re.compile(r"\S+")
_PARTS = re.compile(r"[\dxX()\[\]:;.,/_<>-]+|[a-zA-Z]?[\d.()/_-]{2,}[a-zA-Z]?")
_BOOK = re.compile(r"97[89]-[\d-]{9,13}-[\dxX]")
_CHAPTER = re.compile(r"\d{1,3}[.,;]?")
_STOPS = ".,;:)]}>’”'\""


def joined_length(registrant: str, suffix: str) -> int:
    """How much of a suffix that stands alone in its field is one DOI in spite of white space."""
    words = list(_WORD.finditer(suffix))
    joined = ""
    end = 0
    for index, word in enumerate(words):
        rest = [following.group() for following in words[index:]]
        if index and not _goes_on(registrant, joined, rest):
            break
        joined += word.group()
        end = word.end()
    return end


def lost_sign(registrant: str, suffix: str) -> str:
    """The sign that white space inside a suffix stands for, by the publisher's shape; mostly none."""
    words = suffix.split()
    if len(words) < 2:
        return ""
    fitting = (sign for sign in ("", "_", "-", ".") if is_whole(registrant, sign.join(words)))
    return next(fitting, "")


def _goes_on(registrant: str, left: str, words: list[str]) -> bool:
    """Whether the first of the words continues the suffix `left`."""
    if _CHAPTER.fullmatch(words[0]) and len(words) == 1 and _BOOK.fullmatch(left):
        return True
    word = words[0]
    if left[-1:] in (",", ";") or STRICT.match(word):
        return False
    if left[-1:] not in tuple("./-_(") and is_whole(registrant, left.rstrip(_STOPS)):
        return False
    if completes(registrant, left, words):
        return True
    if is_whole(registrant, left.rstrip(_STOPS)):
        return False
    if not left or left[-1] in "/-_(." or word[0] in "/-_)":
        return any(char.isdigit() for char in word) or left[-1:] == "/"
    return word[0] in "." or bool(_PARTS.fullmatch(word))


def completes(registrant: str, left: str, words: list[str]) -> bool:
    """Whether one to three of the words make a whole suffix of `left` (a stop may follow)."""
    joined = left
    for word in words[:3]:
        joined += word
        if is_whole(registrant, joined) or is_whole(registrant, joined.rstrip(_STOPS)):
            return True
    return bool(lost_sign(registrant, " ".join((left, *words)).rstrip(_STOPS)))


def continues(registrant: str, left: str, words: list[str]) -> bool:
    """Whether, in running text, the first of the words is surely still the DOI.

    Sure is only what a registrant without a suffix or a trailing hyphen asks for, and what
    makes a publisher's shape whole; "10.1000/abc. 2018" goes on with the sentence.
    """
    word = words[0].rstrip(_STOPS)
    if not left:
        return len(word) > 3 and any(char.isdigit() for char in word) and "://" not in word
    whole = is_whole(registrant, left.rstrip(_STOPS + "-_"))
    if whole or not word:
        return False
    if left[-1] in "-_(/":
        return bool(_PARTS.fullmatch(word)) or completes(registrant, left, words)
    return completes(registrant, left, words)
