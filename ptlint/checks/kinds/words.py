"""Rules that are a list of words or phrases, each with what to write instead.

A rule page of this kind holds tables ``[[data.words]]``:

    avoid       the phrases, each in every form that is to be found
    prefer      what to write instead ("" or left out: nothing to offer)
    why         added to the message
    not-after   words that, right before the phrase, make it right ("no" before "cure")
    not-before  the same right after it ("risk" after "fall")
    not-near    words that make it right anywhere in the sentence
    case        true: upper and lower case count

and in ``[data]``: ``message`` with {words}, {prefer} and {why}; ``kinds`` and ``parts`` of the
page that are read; ``once = true`` to report only the first place of each phrase.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Edit, Fix, Observation
from ptlint.page.model import Page, Part, Style
from ptlint.page.passages import WRITTEN, Passage, passages, units_of
from ptlint.prose.tokens import Word, words

_MESSAGE = "'{words}': {prefer}{why}"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase to find, as lower-case words, with its table of the rule page."""

    words: tuple[str, ...]
    entry: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Match:
    phrase: Phrase
    start: int
    end: int


def check(page: Page, options: Options) -> Iterator[Observation]:
    """Every place where a phrase of the rule stands."""
    data = options.data
    parts = tuple(Part(each) for each in data.get("parts", WRITTEN))
    skipped = {each.casefold() for each in options.values.get("allow", ())}
    seen: set[tuple[str, ...]] = set()
    for passage in passages(page, data.get("kinds", ()), parts):
        for match in matches(passage, _phrases_of(data)):
            key = match.phrase.words
            if " ".join(key) in skipped or (data.get("once") and key in seen):
                continue
            seen.add(key)
            yield _observation(passage, match, data)


def matches(passage: Passage, phrases: Mapping[str, list[Phrase]]) -> Iterator[Match]:
    """The places of phrases in a passage; the longest wins, none overlaps another."""
    tokens = passage.units
    lowered = [unit.text for unit in tokens]
    at = 0
    while at < len(tokens):
        found = _at(passage, tokens, lowered, at, phrases.get(lowered[at], ()))
        if found is None:
            at += 1
            continue
        yield found
        at += len(found.phrase.words)


def index_of(entries: list[Mapping[str, Any]]) -> dict[str, list[Phrase]]:
    """Phrases by their first word, the longest first."""
    index: defaultdict[str, list[Phrase]] = defaultdict(list)
    for entry in entries:
        for written in entry["avoid"]:
            tokens = tuple(unit.text for word in words(written) for unit in units_of(word))
            index[tokens[0]].append(Phrase(tokens, entry))
    for found in index.values():
        found.sort(key=lambda phrase: -len(phrase.words))
    return dict(index)


def _phrases_of(data: Mapping[str, Any]) -> Mapping[str, list[Phrase]]:
    return _cached_index(_Identity(data))


@dataclass(frozen=True, slots=True, eq=False)
class _Identity:
    """A rule's data as a cache key: the same table object is the same rule."""

    data: Mapping[str, Any]

    def __hash__(self) -> int:
        return id(self.data)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.data is self.data


@lru_cache(maxsize=256)
def _cached_index(key: _Identity) -> dict[str, list[Phrase]]:
    return index_of(list(key.data["words"]))


def _at(
    passage: Passage,
    tokens: list[Word],
    lowered: list[str],
    at: int,
    candidates: list[Phrase] | tuple[()],
) -> Match | None:
    for phrase in candidates:
        end = at + len(phrase.words)
        if tuple(lowered[at:end]) != phrase.words or not _adjacent(passage, tokens, at, end):
            continue
        match = Match(phrase, tokens[at].start, tokens[end - 1].end)
        if _means_it(passage, match, lowered, at, end):
            return match
    return None


def _means_it(
    passage: Passage, match: Match, lowered: list[str], at: int, end: int
) -> bool:
    """Is this use of the phrase the one the rule is about?"""
    entry = match.phrase.entry
    if _quoted(passage, match):
        return False
    if entry.get("case") and passage.text.text[match.start : match.end] not in entry["avoid"]:
        return False
    before, after = " ".join(lowered[max(0, at - 4) : at]), " ".join(lowered[end : end + 4])
    if any(f" {before}".endswith(f" {word}") for word in entry.get("not-after", ())):
        return False
    if any(f"{after} ".startswith(f"{word} ") for word in entry.get("not-before", ())):
        return False
    near = entry.get("not-near", ())
    return not near or not _near(passage, match, near)


def _near(passage: Passage, match: Match, near: list[str]) -> bool:
    sentence = passage.sentence_at(match.start)
    inside = [u.text for u in passage.units if sentence.start <= u.start < sentence.end]
    around = f" {' '.join(inside)} "
    return any(f" {word} " in around for word in near)


def _quoted(passage: Passage, match: Match) -> bool:
    """Quotations, code and titles of works are other people's words."""
    return any(
        inline.style in (Style.CODE, Style.QUOTE)
        and inline.start <= match.start
        and match.end <= inline.end
        for inline in passage.inlines
    )


def _adjacent(passage: Passage, tokens: list[Word], at: int, end: int) -> bool:
    text = passage.text.text
    return all(
        text[tokens[i].end : tokens[i + 1].start].strip(" \t\u00a0-‐‑–'’") == ""
        for i in range(at, end - 1)
    )


def _observation(passage: Passage, match: Match, data: Mapping[str, Any]) -> Observation:
    entry = match.phrase.entry
    written = passage.text.text[match.start : match.end]
    prefer = str(entry.get("prefer", ""))
    message = str(entry.get("message", data.get("message", _MESSAGE)))
    text = message.format(words=written, prefer=prefer, why=_why(entry))
    span = passage.text.span(match.start, match.end)
    return Observation(span, text.strip(), fix=_fix(passage, match, written, prefer, data))


def _why(entry: Mapping[str, Any]) -> str:
    return f" {entry['why']}" if entry.get("why") else ""


def _fix(
    passage: Passage, match: Match, written: str, prefer: str, data: Mapping[str, Any]
) -> Fix | None:
    """A replacement, where the rule offers them and there is one clear choice."""
    offered = data.get("fix")
    if not offered or not prefer or any(sign in prefer for sign in ";/(,"):
        return None
    span = passage.text.span(match.start, match.end)
    if len(span) != len(written):
        return None
    text = prefer[0].upper() + prefer[1:] if written[0].isupper() else prefer
    title = f"Write '{text}' instead of '{written}'"
    return Fix(title, (Edit(span.start, span.end, text),), safe=offered == "safe")
