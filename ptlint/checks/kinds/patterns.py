"""Rules that are a few regular expressions over the page's texts.

A rule page of this kind holds tables ``[[data.patterns]]``:

    find      the expression; a group named ``words`` is what is reported, if there is one
    message   with {words} and any named group
    unless    an expression that, found in the sentence, makes it right
    replace   a replacement (with \\g<name>), offered as a fix
    case      true: upper and lower case count

and in ``[data]``: ``kinds`` and ``parts`` of the page that are read, ``fix`` ("safe" or
"unsafe") for replacements, ``title`` of the fix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Edit, Fix, Observation
from ptlint.page.model import Page, Part, Style
from ptlint.page.passages import WRITTEN, Passage, passages


def check(page: Page, options: Options) -> Iterator[Observation]:
    """Every place that one of the rule's expressions finds."""
    data = options.data
    parts = tuple(Part(each) for each in data.get("parts", WRITTEN))
    for passage in passages(page, data.get("kinds", ()), parts):
        for pattern in data["patterns"]:
            for match in _expression(pattern["find"], pattern.get("case", False)).finditer(
                passage.text.text
            ):
                if match.group() and _means_it(passage, match, pattern):
                    yield _observation(passage, match, pattern, data)


@lru_cache(maxsize=512)
def _expression(written: str, case: bool) -> re.Pattern[str]:
    return re.compile(written, re.NOFLAG if case else re.I)


def _means_it(passage: Passage, match: re.Match[str], pattern: Mapping[str, Any]) -> bool:
    if any(
        inline.style is Style.CODE and inline.start <= match.start() and match.end() <= inline.end
        for inline in passage.inlines
    ):
        return False
    if "unless" not in pattern:
        return True
    sentence = passage.sentence_at(match.start())
    around = passage.text.text[sentence.start : sentence.end]
    return not _expression(pattern["unless"], pattern.get("case", False)).search(around)


def _observation(
    passage: Passage, match: re.Match[str], pattern: Mapping[str, Any], data: Mapping[str, Any]
) -> Observation:
    group = "words" if "words" in match.re.groupindex else 0
    start, end = match.span(group)
    named = {key: value or "" for key, value in match.groupdict().items()}
    message = pattern["message"].format(**{**named, "words": match.group(group)})
    return Observation(
        passage.text.span(start, end), message, fix=_fix(passage, match, pattern, data)
    )


def _fix(
    passage: Passage, match: re.Match[str], pattern: Mapping[str, Any], data: Mapping[str, Any]
) -> Fix | None:
    if "replace" not in pattern or not data.get("fix"):
        return None
    span = passage.text.span(*match.span())
    edit = Edit(span.start, span.end, match.expand(pattern["replace"]))
    title = str(data.get("title", f"Write '{edit.text}'"))
    return Fix(title, (edit,), safe=data["fix"] == "safe")
