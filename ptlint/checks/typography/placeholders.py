"""Words that were to be replaced before the page went out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.kinds.holding import holding
from ptlint.findings.finding import Observation
from ptlint.page.kinds import Part, Style
from ptlint.page.model import Page
from ptlint.page.passages import Passage
from ptlint.pattern import later

_FORMS = later(
    r"(?P<lorem>\blorem ipsum\b(?: dolor sit amet\b)?)"
    r"|(?P<mark>\b(?:TODO|FIXME|TKTK|TBD|TBC|TBA)\b)"
    r"|(?P<xxx>(?<![\w-])X{3,5}(?![\w-]))"
    r"|(?P<slot>\[(?:insert|add|your|enter|clinic|city|state|phone|name|date|address|link|url|image"
    r"|photo|company|practice|doctor|author|placeholder|replace)\b[^\]\n]{0,60}\])"
    r"|(?P<filler>\b(?:placeholder (?:text|image|content)|text goes here|your (?:text|content) here"
    r"|content goes here|insert (?:text|content|image|link|citation|reference) here"
    r"|(?:add|write|put) (?:text|content) here|citation needed|sample text)\b)"
    r"|(?P<angle><(?:insert|your|clinic|name|date)\b[^>\n]{0,60}>)",
    re.I,
)
#: Every form outside brackets holds one of these words.
_WORDS = (
    "lorem", "todo", "fixme", "tktk", "tbd", "tbc", "tba", "xxx", "xxxx", "xxxxx", "placeholder",
    "text", "content", "insert", "citation", "sample",
)  # fmt: skip
_FEW = 2  # words that may stand beside filler: "Sample text 1"
_CASED = ("mark", "xxx")
_CHROMOSOME = later(r"\b(?:chromosome|syndrome|karyotype|size|triple)", re.I)
_PARTS = tuple(part for part in Part if part not in (Part.REFERENCES,))


def left_over(page: Page, options: Options) -> Iterator[Observation]:
    """Filler text, "TODO" marks and slots nobody filled."""
    for passage in holding(page, _WORDS, ("[", "<"), parts=_PARTS):
        for match in _FORMS.finditer(passage.text.text):
            if _is_left_over(passage, match):
                yield Observation(
                    passage.text.span(*match.span()),
                    f"'{match.group()}' looks like a note to the author that was never replaced. "
                    "Put the real text or delete it.",
                )


def _is_alone(passage: Passage, match: re.Match[str]) -> bool:
    """Filler fills a text; a sentence may speak of "placeholder text" and its like."""
    return passage.word_count <= len(match.group().split()) + _FEW


def _is_left_over(passage: Passage, match: re.Match[str]) -> bool:
    kind, word = str(match.lastgroup), match.group()
    if kind in _CASED and not word.isupper():
        return False
    if kind == "filler" and not _is_alone(passage, match):
        return False
    if kind == "xxx" and _CHROMOSOME.search(passage.text.text):
        return False
    return not any(
        inline.style in (Style.CODE, Style.LINK) and inline.start <= match.start() < inline.end
        for inline in passage.inlines
    )
