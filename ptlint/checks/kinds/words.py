"""Rules that are a list of words or phrases, each with what to write instead.

A rule page of this kind holds tables ``[[data.words]]``:

    avoid       the phrases, each in every form that is to be found
    prefer      what to write instead ("" or left out: nothing to offer)
    why         added to the message
    not-after   words that, right before the phrase, make it right ("no" before "cure")
    not-before  the same right after it ("risk" after "fall")
    not-near    words that make it right anywhere in the sentence
    near        words of which the sentence must hold one
    case        true: upper and lower case count
    severity    where this phrase is graver or milder than the rule
    names       true: also where it is capitalised like a name
    fix         "safe" or "unsafe" where this phrase differs from the rule, "none": no fix

and in ``[data]``: ``message`` with {words}, {prefer} and {why}; ``kinds`` and ``parts`` of the
page that are read; ``once = true`` to report only the first place of each phrase; ``quoted =
true`` to read quotations too; ``names = true`` to read names ("The Arthritis Foundation") too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.quotes import is_quoted
from ptlint.findings.finding import Edit, Fix, Observation, Severity
from ptlint.page.kinds import Part
from ptlint.page.model import Page
from ptlint.page.passages import WRITTEN, Passage, page_words, passages_by_word
from ptlint.prose.units import unit_texts
from ptlint.record import record

_MESSAGE = "'{words}': {prefer}{why}"


@record
class Phrase:
    """A phrase to find, as lower-case words, with its table of the rule page.

    Attributes:
        key: index of the word it is looked up by, the longest.
        capital: it is written with a capital, so a capital makes no name of it.
    """

    words: tuple[str, ...]
    entry: Mapping[str, Any]
    key: int = 0
    capital: bool = False


@record
class Match:
    phrase: Phrase
    start: int
    end: int


@record
class _Wording:
    """What a rule looks for, read off its data once.

    Attributes:
        phrases: by their longest word (the rarest, as a rule), the longest phrase first.
        keys: these words.
        skipped: phrases that the settings allow.
    """

    phrases: Mapping[str, list[Phrase]]
    keys: frozenset[str]
    kinds: frozenset[str]
    parts: frozenset[Part]
    skipped: frozenset[str]


def _wording(options: Options) -> _Wording:
    data, phrases = options.data, index_of(options.data["words"])
    return _Wording(
        phrases,
        frozenset(phrases),
        frozenset(data.get("kinds", ())),
        frozenset(map(Part, data.get("parts", WRITTEN))),
        frozenset(each.casefold() for each in options.values.get("allow", ())),
    )


def check(page: Page, options: Options) -> Iterator[Observation]:
    """Every place where a phrase of the rule stands."""
    wording, data = options.once(_wording), options.data
    if wording.keys.isdisjoint(page.once(page_words)):
        return
    seen: set[tuple[str, ...]] = set()
    for passage, match in _in_reading_order(page, wording, data):
        key = match.phrase.words
        if " ".join(key) in wording.skipped or (data.get("once") and key in seen):
            continue
        seen.add(key)
        yield _observation(passage, match, data)


def _in_reading_order(
    page: Page, wording: _Wording, data: Mapping[str, Any]
) -> list[tuple[Passage, Match]]:
    present, by_word = page.once(page_words), page.once(passages_by_word)
    found = [
        (passage, match)
        for word in wording.keys & present
        if (likely := [each for each in wording.phrases[word] if present.issuperset(each.words)])
        for passage in by_word[word]
        if passage.stands_in(wording.kinds, wording.parts)
        for match in _matches(passage, word, likely, data)
    ]
    found.sort(key=lambda each: (each[0].span.start, each[1].start, -each[1].end))
    return list(_without_overlaps(found))


def _without_overlaps(
    found: list[tuple[Passage, Match]],
) -> Iterator[tuple[Passage, Match]]:
    """The longest match at each place; what begins inside it is part of it."""
    last: tuple[Passage, int] | None = None
    for passage, match in found:
        if last and last[0] is passage and match.start < last[1]:
            continue
        last = (passage, match.end)
        yield passage, match


def index_of(entries: Iterable[Mapping[str, Any]]) -> dict[str, list[Phrase]]:
    """Phrases by their longest word (the rarest, as a rule), the longest phrase first."""
    index: defaultdict[str, list[Phrase]] = defaultdict(list)
    for entry in entries:
        for written in entry["avoid"]:
            tokens = _tokens(written)
            key = max(tokens, key=len)
            phrase = Phrase(tokens, entry, tokens.index(key), written != written.lower())
            index[key].append(phrase)
    for found in index.values():
        if len(found) > 1:
            found.sort(key=lambda phrase: -len(phrase.words))
    return dict(index)


def _tokens(written: str) -> tuple[str, ...]:
    plain = written.isascii() and written.replace(" ", "").isalpha()
    return tuple(written.lower().split() if plain else unit_texts(written))


def _matches(
    passage: Passage, word: str, candidates: list[Phrase], data: Mapping[str, Any]
) -> Iterator[Match]:
    """Where the phrases that ``word`` is the key of stand in a text and count."""
    texts = passage.unit_texts
    for at in _places(texts, word):
        for phrase in candidates:
            first = at - phrase.key
            end = first + len(phrase.words)
            if first < 0 or texts[first:end] != phrase.words:
                continue
            match = Match(phrase, passage.units[first].start, passage.units[end - 1].end)
            if _adjacent(passage, first, end) and _means_it(passage, match, first, end, data):
                yield match


def _places(texts: tuple[str, ...], word: str) -> Iterator[int]:
    at = -1
    for _ in range(texts.count(word)):
        at = texts.index(word, at + 1)
        yield at


def _means_it(passage: Passage, match: Match, at: int, end: int, data: Mapping[str, Any]) -> bool:
    """Is this use of the phrase the one the rule is about?"""
    entry = match.phrase.entry
    if entry.get("case") and passage.text.text[match.start : match.end] not in entry["avoid"]:
        return False
    before = " ".join(passage.unit_texts[max(0, at - 4) : at])
    after = " ".join(passage.unit_texts[end : end + 4])
    if any(f" {before}".endswith(f" {word}") for word in entry.get("not-after", ())):
        return False
    if any(f"{after} ".startswith(f"{word} ") for word in entry.get("not-before", ())):
        return False
    if "not-near" in entry and _near(passage, match, entry["not-near"]):
        return False
    if "near" in entry and not _near(passage, match, entry["near"]):
        return False
    names = entry.get("names", data.get("names", False)) or match.phrase.capital
    if not names and _is_name(passage, match):
        return False
    return bool(data.get("quoted")) or not is_quoted(passage, match.start, match.end)


def _is_name(passage: Passage, match: Match) -> bool:
    """Is it capitalised where a common word would not be ("the Elderly Care Foundation")?"""
    text = passage.text.text
    written = text[match.start : match.end].split()
    capitals = [word[0].isupper() for word in written if len(word) > 3]
    if not capitals or not all(capitals):
        return False
    if not text[passage.sentence_at(match.start).start : match.start].strip(" “\"'(‘*•–—-:"):
        return _capital_follows(text, match.end)
    return not _is_title_case(passage)


def _capital_follows(text: str, at: int) -> bool:
    return text[at : at + 1] == " " and text[at + 1 : at + 2].isupper()


def _is_title_case(passage: Passage) -> bool:
    """Most longer words are capitalised, so a capital says nothing (headings, buttons)."""
    letters = [word.text for word in passage.words if len(word.text) > 3]
    return sum(word[0].isupper() for word in letters) * 2 > len(letters)


def _near(passage: Passage, match: Match, near: list[str]) -> bool:
    sentence = passage.sentence_at(match.start)
    inside = [u.text for u in passage.units if sentence.start <= u.start < sentence.end]
    around = f" {' '.join(inside)} "
    return any(f" {word} " in around for word in near)


def _adjacent(passage: Passage, at: int, end: int) -> bool:
    text, units = passage.text.text, passage.units
    return all(
        text[units[i].end : units[i + 1].start].strip(" \t\u00a0-‐‑–'’") == ""
        for i in range(at, end - 1)
    )


def _observation(passage: Passage, match: Match, data: Mapping[str, Any]) -> Observation:
    entry = match.phrase.entry
    written = passage.text.text[match.start : match.end]
    prefer = str(entry.get("prefer", ""))
    message = str(entry.get("message", data.get("message", _MESSAGE)))
    text = message.format(words=written, prefer=prefer, why=_why(entry))
    span = passage.text.span(match.start, match.end)
    severity = Severity(entry["severity"]) if "severity" in entry else None
    fix = _fix(passage, match, written, prefer, data)
    return Observation(span, text.strip(), fix=fix, severity=severity)


def _why(entry: Mapping[str, Any]) -> str:
    return f" {entry['why']}" if entry.get("why") else ""


def _fix(
    passage: Passage, match: Match, written: str, prefer: str, data: Mapping[str, Any]
) -> Fix | None:
    """A replacement, where the rule offers them and there is one clear choice."""
    offered = match.phrase.entry.get("fix", data.get("fix", "none"))
    if offered == "none" or not prefer or any(sign in prefer for sign in ";/(,"):
        return None
    span = passage.text.span(match.start, match.end)
    if len(span) != len(written):
        return None
    text = prefer[0].upper() + prefer[1:] if written[0].isupper() else prefer
    title = f"Write '{text}' instead of '{written}'"
    return Fix(title, (Edit(span.start, span.end, text),), safe=offered == "safe")
