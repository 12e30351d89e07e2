"""How hard the page is to read, in school grades."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ptlint.catalogue.options import Options
from ptlint.checks.place import page_place
from ptlint.findings.finding import Note, Observation, Severity
from ptlint.page.kinds import Part
from ptlint.page.model import Page
from ptlint.page.passages import Passage, passages
from ptlint.prose.readability import Readability, grade

_GRADED = ("paragraph", "item", "cell")
#: A paragraph is graded by itself when it is long enough for a steady figure, and reported when
#: it is this much harder than the page may be.
_PARAGRAPH_WORDS, _PARAGRAPH_SENTENCES, _PARAGRAPH_MARGIN = 60, 4, 3.0


def too_hard(page: Page, options: Options) -> Iterator[Observation]:
    """The article's grade over the limit, and single paragraphs far over it.

    Flesch-Kincaid (Kincaid 1975) decides; SMOG (McLaughlin 1969) is shown beside it, as an
    estimate under the thirty sentences it is defined for. List items count as sentences.
    """
    limit = options.number("limit")
    graded = passages(page, _GRADED, (Part.ARTICLE,))
    score = grade([each.text.text for each in graded], ignoring=_terms(page))
    if score.words >= options.whole("words") and _over(score, limit):
        yield _whole_page(page, graded, score, options)
    if options.flag("paragraphs"):
        for passage in passages(page, ("paragraph",)):
            yield from _paragraph(passage, limit)


def _over(score: Readability, limit: float) -> bool:
    """Over the limit even after the condition's own name is left out."""
    without = score.grade_without_terms
    return score.grade > limit and (without is None or without > limit)


def _whole_page(
    page: Page, graded: Sequence[Passage], score: Readability, options: Options
) -> Observation:
    smog = f"SMOG {score.smog_estimate:.1f}" + ("" if score.smog else " (estimate)")
    without = score.grade_without_terms
    apart = f", {without:.1f} without the condition's own name" if without is not None else ""
    return Observation(
        page_place(page),
        f"The page reads at grade {score.grade:.1f} (Flesch-Kincaid{apart}; {smog}; reading ease "
        f"{score.ease:.0f}; {score.words} words in {score.sentences} sentences). Aim for grade "
        f"{options.number('goal'):g}, at most {options.number('limit'):g}: shorter sentences and "
        "everyday words. The hardest sentences are marked.",
        related=tuple(_hard_sentences(graded, score)),
        about_page=True,
    )


def _hard_sentences(graded: Sequence[Passage], score: Readability) -> Iterator[Note]:
    for hard in score.hardest:
        passage = graded[hard.block]
        span = passage.text.span(hard.place.start, hard.place.end)
        yield Note(span, f"grade {hard.grade:.0f}, {hard.words} words")


def _paragraph(passage: Passage, limit: float) -> Iterator[Observation]:
    if not passage.has_words(_PARAGRAPH_WORDS) or len(passage.sentences) < _PARAGRAPH_SENTENCES:
        return
    score = grade([passage.text.text], hardest=0)
    if score.grade > limit + _PARAGRAPH_MARGIN:
        yield Observation(
            passage.text.span(),
            f"This paragraph reads at grade {score.grade:.1f} ({score.words} words in "
            f"{score.sentences} sentences). Split its sentences and use everyday words.",
            severity=Severity.SUGGESTION,
        )


def _terms(page: Page) -> tuple[str, ...]:
    names = [name for name in (page.condition, page.title and page.title.text) if name]
    return tuple(dict.fromkeys(names))
