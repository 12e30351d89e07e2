"""Counts and percentages that do not say where, when or among whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.findings.finding import Observation
from ptlint.page.model import Page, Part
from ptlint.page.passages import Passage, passages

_FIGURE = re.compile(
    r"(?:\b(?:about|around|nearly|almost|over|more than|up to|approximately|an estimated|some|roughly)"
    r" )?(?P<figure>\b\d{1,3}(?:[.,]\d{1,3}){0,3} ?(?:million|billion|thousand)\b"
    r"|\b\d{1,3}(?:,\d{3}){1,3}\b|\b\d{1,3}(?:\.\d{1,2})? ?(?:%|percent\b|per cent\b)"
    r"(?: (?:to|–|-) \d{1,3} ?(?:%|percent\b))?"
    r"|\b(?:one|1) (?:in|out of) (?:every )?(?:\d{1,5}|two|three|four|five|six|seven|eight|nine|ten)\b)",
    re.I,
)
_COUNTED = re.compile(
    r"\b(?:people|persons?|adults?|women|men|children|athletes|runners|fractures?|cases|injuries"
    r"|patients?|individuals|population|deaths|falls|Americans|births|pregnancies|infants|seniors"
    r"|workers|sufferers|hospitali[sz]ations|diagnos\w+|occur\w*|affect\w*)\b",
    re.I,
)
_CONTEXT = re.compile(
    r"\b(?:19|20)\d\d\b|\bU\.?S\.?A?\b|\bU\.?K\b|\b(?:United States|United Kingdom|America\w*|Britain"
    r"|British|England|English|Scotland|Wales|Ireland|Irish|Canada|Canadian|Australia\w*|Europe\w*"
    r"|Germany|German|France|French|India\w*|China|Chinese|Japan\w*|world\w*|global\w*|nation\w*"
    r"|countr(?:y|ies)|stud(?:y|ies)|trial|survey|review|according to|research\w*|Asia\w*|Africa\w*"
    r"|Iraq\w*|Brazil\w*|Spain|Spanish|Italy|Italian|states?|international\w*|western)\b"
    r"|\b(?:over|under|aged?|older than|younger than|between)(?: the age of)? \d{2}\b|\bages? \d"
    r"|\b(?:pre|post)-?menopausal\b|\bathletes\b|\brunners\b|\bworkers\b|\bpregnan\w+",
    re.I,
)
_NO_STATISTIC = re.compile(
    r"\b(?:mg|kg|ml|steps|calories|minutes?|hours?|reps?|repetitions|visits?|clients|reviews|bones"
    r"|muscles|nerves|joints|body ?weight|degrees|feet|miles|humidity|alcohol|discount|off)\b|[$£€]",
    re.I,
)


def without_context(page: Page, options: Options) -> Iterator[Observation]:
    """A figure about people in a sentence that names no place, year, group or study."""
    for passage in passages(page, ("paragraph", "item"), (Part.ARTICLE, Part.ASIDE)):
        for match in _FIGURE.finditer(passage.text.text):
            if _lacks_context(passage, match):
                figure = match.group("figure")
                yield Observation(
                    passage.text.span(*match.span("figure")),
                    f"'{figure}': where, when and among whom? Add the country and the year, or "
                    "the group that was counted.",
                )
                break


def _lacks_context(passage: Passage, match: re.Match[str]) -> bool:
    text = passage.text.text
    sentence = passage.sentence_at(match.start())
    own = text[sentence.start : sentence.end]
    before = [each for each in passage.sentences if each.end <= sentence.start]
    nearby = (text[before[-1].start : before[-1].end] if before else "") + " " + own
    return (
        _COUNTED.search(own) is not None
        and _CONTEXT.search(nearby) is None
        and _NO_STATISTIC.search(text[match.start() : match.end() + 40]) is None
    )
