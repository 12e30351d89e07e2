"""Statements that need a source and have none near (JAMA benchmarks: attribution; HONcode 4).

Which words make a sentence a claim is decided in ``ptlint.references.claims``; here is looked
whether a marker, a link or a named source stands by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ptlint.catalogue.options import Options
from ptlint.checks.citations import CITED_PARTS, cited_offsets
from ptlint.checks.kinds.holding import holding, holds_any
from ptlint.findings.finding import Observation, Severity
from ptlint.page.model import Page, Paragraph
from ptlint.page.passages import Passage, passages
from ptlint.pattern import later, one_of, small_letters
from ptlint.prose.segmentation import Sentence
from ptlint.record import record
from ptlint.references.claims import Claim, claim_in, may_claim, telling
from ptlint.references.claims.measures import holds_figures

_KINDS = ("paragraph", "item", "cell")
#: Shorter cells of tables are data, which a caption or a heading accounts for.
_CELL_WORDS = 8
_IN_NAME = one_of("’'.-", r"\w")
_NAME = rf"[A-Z]{_IN_NAME}{{1,30}}"
_SMALL = r"(?:(?:of|for|and|on|the|in|&) ){0,3}"
#: What answers for a statement: somebody who is credited, a body, a study or a journal; and what
#: a sentence holds that credits somebody or names a body.
_CREDITED = later(
    r"\b(?:[Aa]ccording to|[Bb]ased on|[Dd]ata from|[Rr]eported by|[Pp]ublished (?:in|by)|[Ff]rom)"
    r" (?:the |a |an )?(?:(?:\d{4}|[a-z]{3,12}) ){0,3}[A-Z]"
)
_CREDITS = ("ccording to ", "ased on ", "ata from ", "eported by ", "ublished ", "rom ")
_BODY = later(
    rf"\b{_NAME} {_SMALL}(?:{_NAME} {_SMALL}){{0,5}}"
    r"(?:Associations?|Institutes?|Foundation|Organi[sz]ation|Society|University|Centers?|Centre"
    r"|Academy|College|Survey|Study|Trial|Journal|Council|Committee|Agency|Review|Registry|Report"
    r"|Clinic|School)\b"
)
_BODIES = (
    "Association", "Institute", "Foundation", "Organi", "Society", "University", "Cent", "Academy",
    "College", "Survey", "Study", "Trial", "Journal", "Council", "Committee", "Agency", "Review",
    "Registry", "Report", "Clinic", "School",
)  # fmt: skip
_NAMED_SOURCE = later(
    r"\b(?:CDC|NHS|WHO|NIH|NICE|AAOS|FDA|USPSTF|IARC|NHANES|BMJ|JAMA|Cochrane|Lancet|CMS|APTA|AHA"
    r"|ACR|NEJM|StatPearls)\b"
    r"|\b[A-Z]{3,8}(?:-\d{1,2})? (?:trial|study|survey|guidelines?|data|report|review)\b"
    r"|\bet al\b|\b(?:19|20)\d\d;\s?\d{1,4}|\((?:[^()]{0,80}[ ,])?(?:19|20)\d\d[a-z]?\)"
)
_STUDY_WORDS = later(
    r"\b(?:stud(?:y|ies)|research\w*|experts?|scientists?|trials?|data|meta-analys[ie]s|reviews?"
    r"|literature|surveys?|clinically|scientifically|proven|shown|according)\b"
)
_RANKS = later(
    r"\b(?:most|least|leading|best|number one|top|major|main|primary|standard|first[- ]line|choice"
    r"|commonest|effective)\b"
)
_ONE_OF = later(r"\b(?:one|two|some|many|among|several)(?: of)?(?: the| our)?\s*$")
_CONDITION = later(r"\b(?:if|when|whether|unless|in case|once|until|before|after)\b")
_HEDGE = later(r"\b(?:may|might|can|could|sometimes|occasionally)\b")
_BEFORE = 30


@record
class PlacedClaim:
    """A claim, the sentence that makes it and where that stands."""

    claim: Claim
    sentence: Sentence
    passage: Passage

    @property
    def words(self) -> str:
        """The words that make the sentence a claim."""
        return self.passage.text.text[self.start : self.end]

    @property
    def start(self) -> int:
        return self.sentence.start + self.claim.start

    @property
    def end(self) -> int:
        return self.sentence.start + self.claim.end

    @property
    def said(self) -> str:
        return self.passage.text.text[self.sentence.start : self.sentence.end]


def page_claims(page: Page) -> tuple[PlacedClaim, ...]:
    """Every claim of the page's article; ask through ``page.once``."""
    return tuple(
        claim
        for passage in _statements(passages(page, _KINDS, CITED_PARTS))
        for claim in _claims_of(passage)
    )


def _claims_of(passage: Passage) -> Iterator[PlacedClaim]:
    text, signs = passage.text.text, telling(passage.unit_texts)
    if not (signs or holds_figures(text)):
        return
    small = small_letters(text).replace("’", "'")
    for sentence in passage.sentences:
        place = slice(sentence.start, sentence.end)
        if may_claim(small[place], signs) and (claim := claim_in(text[place])):
            yield PlacedClaim(claim, sentence, passage)


def _statements(texts: Iterable[Passage]) -> Iterator[Passage]:
    """Those of the texts that state something: no quotations or bare data."""
    for passage in texts:
        quoted = isinstance(passage.block, Paragraph) and passage.block.quoted
        data = passage.kind == "cell" and len(passage.text.text.split()) < _CELL_WORDS
        if not quoted and not data:
            yield passage


def statistics(page: Page, options: Options) -> Iterator[Observation]:
    """Figures about people and diseases without a source."""
    for each in _without_source(page, options):
        yield _observation(
            each,
            f"'{each.words}' is a figure without a source. Say where it comes from with a marker "
            "such as [1] or a link, or leave it out.",
        )


def superlatives(page: Page, options: Options) -> Iterator[Observation]:
    """ "Gold standard", "most common", "most effective" without a source."""
    for each in _without_source(page, options):
        # "The most common type" is often common knowledge, and "one of the best" claims little.
        mild = each.claim.kind == "superlative"
        mild = (
            mild
            or _ONE_OF.search(small_letters(each.said[: each.claim.start][-_BEFORE:])) is not None
        )
        ranks = _RANKS.search(small_letters(each.words)) is not None
        what = "ranks one thing above others" if ranks else "says how common something is"
        yield _observation(
            each,
            f"'{each.words}' {what} without a source. Cite one, or say it more plainly ('common', "
            "'doctors usually start with').",
            Severity.SUGGESTION if mild or "one of" in each.words.casefold() else None,
        )


def nameless_studies(page: Page, options: Options) -> Iterator[Observation]:
    """ "Studies show" without a study."""
    for each in _without_source(page, options):
        if not _STUDY_WORDS.search(small_letters(each.words)):
            continue
        yield _observation(
            each,
            f"'{each.words}': which ones? Name or cite the study, review or guideline, or state "
            "the matter in the page's own voice.",
        )


def other_claims(page: Page, options: Options) -> Iterator[Observation]:
    """Comparisons, risks and open questions without a source."""
    for each in _without_source(page, options):
        yield _observation(
            each, f"'{each.words}' is a statement that readers may want to check. Cite a source."
        )


def surgery(page: Page, options: Options) -> Iterator[Observation]:
    """Statements that an operation is common, needed or recommended, without a source."""
    texts = holding(page, options.data["words"], kinds=_KINDS, parts=CITED_PARTS)
    if not texts:
        return
    for passage in _statements(texts):
        small = small_letters(passage.text.text)
        for sentence in passage.sentences:
            said = small[sentence.start : sentence.end]
            match = _first(options.data["patterns"], said)
            if match is None or _asks(said, match) or _has_source(page, passage, sentence, options):
                continue
            span = passage.text.span(sentence.start + match.start(), sentence.start + match.end())
            words = passage.text.text[sentence.start + match.start() : sentence.start + match.end()]
            hedged = _HEDGE.search(match.group()) and _CONDITION.search(said)
            yield Observation(
                span,
                f"'{words}' tells readers that they may need an operation, without a "
                "source. Cite the guideline it rests on, and say who decides and what else "
                "there is.",
                severity=Severity.SUGGESTION if hedged else None,
            )


def _first(patterns: Iterable[Mapping[str, Any]], said: str) -> re.Match[str] | None:
    """The first match of any pattern of which the sentence holds a word."""
    found = (
        later(each["says"]).search(said) for each in patterns if holds_any(said, each["holding"])
    )
    return min(filter(None, found), key=lambda match: match.start(), default=None)


def _asks(said: str, match: re.Match[str]) -> bool:
    """Questions ("Do all tears need surgery?") and conditions ("if surgery is needed")."""
    before = said[: match.start()][-_BEFORE:]
    return said.rstrip(' ”"’)').endswith("?") or _CONDITION.search(before) is not None


def _without_source(page: Page, options: Options) -> Iterator[PlacedClaim]:
    kinds = frozenset(options.data["kinds"])
    for each in page.once(page_claims):
        if each.claim.kind in kinds and not _has_source(page, each.passage, each.sentence, options):
            yield each


def _has_source(page: Page, passage: Passage, sentence: Sentence, options: Options) -> bool:
    """Is the sentence cited, by itself or at the end of its paragraph, or is a source named?"""
    text = passage.text.text
    offsets = cited_offsets(page, passage)
    if any(sentence.start <= at <= sentence.end + 3 for at in offsets):
        return True
    last = passage.sentences[-1]
    if options.flag("paragraph") and any(at >= last.start for at in offsets):
        return True
    return _names_source(text[sentence.start : sentence.end])


def _names_source(said: str) -> bool:
    """Is a body, a study or a journal named that answers for what is said?"""
    return bool(
        (holds_any(said, _CREDITS) and _CREDITED.search(said))
        or (holds_any(said, _BODIES) and _BODY.search(said))
        or _NAMED_SOURCE.search(said)
    )


def _observation(each: PlacedClaim, message: str, severity: Severity | None = None) -> Observation:
    return Observation(each.passage.text.span(each.start, each.end), message, severity=severity)
