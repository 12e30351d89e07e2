"""What counts as a source near a claim."""

from __future__ import annotations

import datetime

import pytest

from ptlint.catalogue.options import Options
from ptlint.checks.evidence.claims import nameless_studies, statistics
from ptlint.page import read_page
from ptlint.source.source import from_text

ENTRY = (
    "Lucado AM, Day JM, Vincent JI, et al. Lateral elbow pain. J Orthop Sports Phys Ther. "
    "2022;52(12):CPG1-CPG111. doi:10.2519/jospt.2022.0302"
)
PAGE = "# Tennis elbow\n\n{}\n\n## References\n\n1. " + ENTRY + "\n2. " + ENTRY + "\n"
CLAIM = "It affects about 3 percent of adults each year"


def found(text: str, *, paragraph: bool = True) -> list[str]:
    page = read_page(from_text(PAGE.format(text), "a.md"))
    options = Options(
        {"paragraph": paragraph}, {"kinds": ["stat", "prevalence"]}, datetime.date(2026, 3, 4)
    )
    return [page.source.slice(seen.span) for seen in statistics(page, options)]


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM} [1].",
        f"{CLAIM}.[1]",
        f"{CLAIM}.<sup>1</sup>",
        f"{CLAIM}[^1].\n\n[^1]: {ENTRY}",
        f"{CLAIM} ([survey](https://a.example/survey)).",
        f"{CLAIM} (Lucado et al., 2022).",
        f"{CLAIM}. Most of them are over forty [1].",
        f"According to the National Elbow Survey, {CLAIM.lower()}.",
        f"> {CLAIM}.",
        "Hold it for 30 seconds, 3 times a day.",
    ],
)
def test_cited_or_no_claim(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM}.",
        f"{CLAIM}. See [our services](/services).",
        f"{CLAIM}. Follow us on [Facebook](https://www.facebook.com/oak).",
        f"Grip strength falls [1]. {CLAIM}.",
    ],
)
def test_uncited(text: str) -> None:
    assert found(text) == ["3 percent"]


def test_the_end_of_the_paragraph_counts_only_if_asked() -> None:
    text = f"{CLAIM}. Most of them are over forty [1]."
    assert found(text, paragraph=False) == ["3 percent"]


def test_evidence_is_no_nameless_study() -> None:
    page = read_page(from_text(PAGE.format("There is little evidence that rest helps."), "a.md"))
    options = Options({"paragraph": True}, {"kinds": ["study"]}, datetime.date(2026, 3, 4))
    assert list(nameless_studies(page, options)) == []
