"""Who wrote the page and who checked it (JAMA benchmarks: authorship; HONcode: authority)."""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.place import missing
from ptlint.findings.finding import Observation
from ptlint.page.model import Page
from ptlint.pattern import later, small_letters

_ROLE = later(
    r"\b(?:therapist|physio(?:therapist)?|doctor|physician|nurse|surgeon|specialist|professor|consultant|clinic"
    r"|hospital|team|editor|writer|university|health|medical|nhs|association|society)\b"
)


def author_missing(page: Page, options: Options) -> Iterator[Observation]:
    """No author in the text, the head, the structured data or the front matter."""
    if not any(byline.role == "author" for byline in page.bylines):
        yield missing(
            page,
            "The page does not say who wrote it. Name the author with credentials, for example "
            "'Written by Ana Ruiz, PT, DPT'.",
        )


def credentials_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A visible byline that gives only a name."""
    for byline in page.bylines:
        if byline.origin != "visible" or byline.role != "author" or byline.span is None:
            continue
        around = page.source.text[byline.span.end : byline.span.end + 120].split("\n", 1)[0]
        if not byline.credentials and not _ROLE.search(small_letters(byline.name + around)):
            yield Observation(
                byline.span,
                f"'{byline.name}' is named without credentials. Add what qualifies the author, "
                "for example 'PT, DPT' or 'physiotherapist'.",
            )


def reviewer_missing(page: Page, options: Options) -> Iterator[Observation]:
    """Nobody is named who checked the page."""
    if not any(byline.role == "reviewer" for byline in page.bylines):
        yield missing(
            page,
            "No clinician is named who checked this page. Add a line such as 'Medically reviewed "
            "by J. Lee, MD'.",
        )
