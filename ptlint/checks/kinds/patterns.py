"""Rules that are a few regular expressions over the page's texts.

A rule page of this kind holds tables ``[[data.patterns]]``:

    find      the expression; a group named ``words`` is what is reported, if there is one
    message   with {words} and any named group, {first} or in small letters {first_small}
    unless    an expression that, found in the sentence, makes it right
    replace   a replacement (with \\g<name>), offered as a fix
    holds     strings of which a text must hold one, before the expression is tried
    needs     lists of words (one string each): a text must hold one of each list
    in-a-row  true: one of each list, each right after the one before
    case      true: upper and lower case count
    severity  where this expression is graver or milder than the rule

and in ``[data]``: ``kinds`` and ``parts`` of the page that are read, ``fix`` ("safe" or
"unsafe") for replacements, ``title`` of the fix, ``message`` for the patterns without one,
``once = true`` to report only the first place of each wording (``once = "text"``: the first in
each text), ``quoted = true`` to read quotations too. What makes it quick: ``words`` (a text must
hold one of these words) and
``signs`` (or one of these strings).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import contains
from typing import Any

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import holding, holds_any
from ptlint.checks.kinds.quotes import is_quoted
from ptlint.findings.finding import Edit, Fix, Observation, Severity
from ptlint.page.kinds import Part
from ptlint.page.model import Page
from ptlint.page.passages import WRITTEN, Passage, page_words, passages, passages_by_word
from ptlint.pattern import later
from ptlint.record import record


@record
class _Pattern:
    """An expression of a rule, with the words it needs: a text must hold one of each set."""

    table: Mapping[str, Any]
    needs: tuple[frozenset[str], ...]


@record
class _Wording:
    """What a rule looks for, read off its data once.

    Attributes:
        words, signs: a text must hold one of them.
        allowed: wordings that the settings allow.
    """

    patterns: tuple[_Pattern, ...]
    words: frozenset[str]
    signs: tuple[str, ...]
    kinds: tuple[str, ...]
    parts: tuple[Part, ...]
    allowed: frozenset[str]


def _wording(options: Options) -> _Wording:
    data = options.data
    return _Wording(
        tuple(
            _Pattern(each, tuple(map(_forms, each.get("needs", ())))) for each in data["patterns"]
        ),
        frozenset(data.get("words", ())),
        tuple(data.get("signs", ())),
        tuple(data.get("kinds", ())),
        tuple(map(Part, data.get("parts", WRITTEN))),
        frozenset(each.casefold() for each in options.values.get("allow", ())),
    )


def check(page: Page, options: Options) -> Iterator[Observation]:
    """Every place that one of the rule's expressions finds."""
    wording, data = options.once(_wording), options.data
    patterns = list(_likely(page, wording))
    if not patterns:
        return
    seen: set[str] = set()
    for passage in _candidates(page, wording, patterns):
        if data.get("once") == "text":
            seen.clear()
        for match, pattern in _matches(passage, patterns, data):
            words = passage.text.text[slice(*_place(match))].casefold()
            if words in wording.allowed or (data.get("once") and words in seen):
                continue
            seen.add(words)
            yield _observation(passage, match, pattern, data)


#: An expression with the texts that hold the words it needs, by their ids (None: it needs none).
_Likely = tuple[Mapping[str, Any], frozenset[int] | None]


def _likely(page: Page, wording: _Wording) -> Iterator[_Likely]:
    """The expressions whose words stand together in a text of the page."""
    present = page.once(page_words)
    for pattern in wording.patterns:
        if not pattern.needs:
            yield pattern.table, None
        elif not any(map(present.isdisjoint, pattern.needs)):
            texts = _holding_all(page, pattern.needs)
            if pattern.table.get("in-a-row"):
                texts = [text for text in texts if _in_a_row(text.unit_texts, pattern.needs)]
            if texts:
                yield pattern.table, frozenset(map(id, texts))


def _holding_all(page: Page, needs: Sequence[frozenset[str]]) -> list[Passage]:
    """The texts that hold a word of every set."""
    present, by_word = page.once(page_words), page.once(passages_by_word)
    first, *others = (
        {id(text): text for word in present & words for text in by_word[word]} for words in needs
    )
    return [text for key, text in first.items() if all(key in other for other in others)]


def _in_a_row(units: tuple[str, ...], needs: Sequence[frozenset[str]]) -> bool:
    """Does a word of every set stand right after one of the set before?"""
    last, before = needs[-1], len(needs) - 1
    return any(
        unit in last and all(map(contains, needs, units[at : at + before]))
        for at, unit in enumerate(units[before:])
    )


def _forms(words: str) -> frozenset[str]:
    """Words and their possessives: in "the doctor's" an expression finds "doctor"."""
    return frozenset(form for word in words.split() for form in (word, f"{word}'s"))


def _candidates(page: Page, wording: _Wording, patterns: Sequence[_Likely]) -> Iterable[Passage]:
    """The texts that hold what the rule or its expressions need, in reading order."""
    kinds, parts = wording.kinds, wording.parts
    wanted = [texts for _, texts in patterns if texts is not None]
    if len(wanted) == len(patterns):
        held = frozenset.union(*wanted)
        return [each for each in passages(page, kinds, parts) if id(each) in held]
    if not wording.words and not wording.signs:
        return passages(page, kinds, parts)
    return holding(page, wording.words, wording.signs, kinds, parts)


def _matches(
    passage: Passage, patterns: Iterable[_Likely], data: Mapping[str, Any]
) -> list[tuple[re.Match[str], Mapping[str, Any]]]:
    """What the expressions find in a text, in order, the first of those that overlap."""
    text = passage.text.text
    found = [
        (match, pattern)
        for pattern, texts in patterns
        if texts is None or id(passage) in texts
        if "holds" not in pattern or holds_any(text, pattern["holds"])
        for match in _expression(pattern["find"], pattern.get("case", False)).finditer(text)
        if match.group() and _means_it(passage, match, pattern, data)
    ]
    if len(found) < 2:
        return found
    found.sort(key=lambda each: _place(each[0]))
    return [
        each
        for index, each in enumerate(found)
        if not index or _place(each[0])[0] >= _place(found[index - 1][0])[1]
    ]


def _place(match: re.Match[str]) -> tuple[int, int]:
    return match.span("words" if "words" in match.re.groupindex else 0)


@lru_cache(maxsize=1024)
def _expression(written: str, case: bool) -> re.Pattern[str]:
    return later(written, re.NOFLAG if case else re.I)


def _means_it(
    passage: Passage, match: re.Match[str], pattern: Mapping[str, Any], data: Mapping[str, Any]
) -> bool:
    if not data.get("quoted") and is_quoted(passage, *match.span()):
        return False
    if "unless" not in pattern:
        return True
    sentence = passage.sentence_at(match.start())
    around = passage.text.text[sentence.start : sentence.end]
    return not _expression(pattern["unless"], pattern.get("case", False)).search(around)


def _observation(
    passage: Passage, match: re.Match[str], pattern: Mapping[str, Any], data: Mapping[str, Any]
) -> Observation:
    start, end = _place(match)
    named = {key: value or "" for key, value in match.groupdict().items()}
    named |= {f"{key}_small": value.lower() for key, value in named.items()}
    message = str(pattern.get("message", data.get("message", "'{words}'")))
    severity = pattern.get("severity")
    return Observation(
        passage.text.span(start, end),
        message.format(**{**named, "words": passage.text.text[start:end]}),
        fix=_fix(passage, match, pattern, data),
        severity=Severity(severity) if severity else None,
    )


def _fix(
    passage: Passage, match: re.Match[str], pattern: Mapping[str, Any], data: Mapping[str, Any]
) -> Fix | None:
    if "replace" not in pattern or not data.get("fix"):
        return None
    span = passage.text.span(*match.span())
    if len(span) != match.end() - match.start():
        return None
    text = match.expand(pattern["replace"])
    if match.group()[:1].isupper():
        text = text[:1].upper() + text[1:]
    title = str(data.get("title", f"Write '{text.strip()}'"))
    return Fix(title, (Edit(span.start, span.end, text),), safe=data["fix"] == "safe")
