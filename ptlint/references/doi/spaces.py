"""White space inside a DOI: which of it to take out, and where the DOI ends instead."""

from __future__ import annotations

from ptlint.pattern import later
from ptlint.references.doi.shapes import is_whole
from ptlint.references.doi.tail import STRICT

_WORD = later(r"\S+")
_PARTS = later(r"[\dxX()\[\]:;.,/_<>-]+|[a-zA-Z]?[\d.()/_-]{2,}[a-zA-Z]?")
_BOOK = later(r"97[89]-[\d-]{9,13}-[\dxX]")
_CHAPTER = later(r"\d{1,3}[.,;]?")
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
    """The sign that stood where white space is now, by the publisher's shape; mostly none."""
    words = suffix.split()
    if len(words) < 2:
        return ""
    fitting = (sign for sign in ("", "_", "-", ".") if is_whole(registrant, sign.join(words)))
    return next(fitting, "")


def _goes_on(registrant: str, left: str, words: list[str]) -> bool:
    """Whether the first of the words continues the suffix `left`."""
    word, sign = words[0], left[-1:]
    if sign in (",", ";") or STRICT.match(word):
        return False
    whole = is_whole(registrant, left.rstrip(_STOPS))
    if completes(registrant, left, words):
        return not whole or sign in tuple("./-_(") or _is_chapter(left, words)
    if whole:
        return False
    if not left or sign in "/-_(." or word[0] in "/-_)":
        return sign == "/" or any(char.isdigit() for char in word)
    return word[0] == "." or bool(_PARTS.fullmatch(word))


def _is_chapter(left: str, words: list[str]) -> bool:
    """Whether a book's number is followed by nothing but a chapter's ("978-3-319-12345-6 12")."""
    return len(words) == 1 and bool(_CHAPTER.fullmatch(words[0]) and _BOOK.fullmatch(left))


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
        # "10.1000/abc- 12 people" goes on with the sentence.
        parts = len(word) > 3 and _PARTS.fullmatch(word)
        return bool(parts) or completes(registrant, left, words)
    return completes(registrant, left, words)
