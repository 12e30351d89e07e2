"""Our own page with every kind of defect, in three formats: what must be reported, and where."""

from __future__ import annotations

import datetime
import re
from functools import cache
from pathlib import Path

import pytest

from ptlint.api import check_text
from ptlint.config.settings import Settings
from ptlint.findings.finding import Finding

FOLDER = Path(__file__).resolve().parents[1] / "fixtures"
NAME = "sacral-insufficiency-fracture"
FORMATS = ("txt", "md", "html")
EVERY = FORMATS
CLOCK = Settings(today=datetime.date(2026, 3, 4))

#: rule, words on the line where it must be reported, formats.
DEFECTS = [
    ("mislabelled-section", "History of minor trauma", EVERY),
    ("breadcrumb-separator-item", "/", EVERY),
    ("breadcrumb-label-separator", "Lower Back/Sacral Pain", EVERY),
    ("doi-doubled-resolver", "https://doi.org/https://doi.org/", EVERY),
    ("references-heading-missing", "Childs, John", EVERY),
    ("reference-uncited", "Childs, John", EVERY),
    ("statistic-uncited", "90,000", EVERY),
    ("statistic-no-context", "90,000", EVERY),
    ("link-text-generic", "read more", EVERY),
    ("reference-pages-malformed", "488–488", EVERY),
    ("reference-punctuation", "488–488.,", EVERY),
    ("reference-url-fragment", "#:~:text=", EVERY),
    ("reference-weak-evidence", "A Case", EVERY),
    ("reference-old", "2008,", EVERY),
    ("nbsp-stray", "the sacrum.", EVERY),
    ("confused-word", "compressed bone quality", ("txt",)),
    ("confused-word", "compressed bone", ("md", "html")),
    ("superlative-unsourced", "gold standard", EVERY),
    ("jargon-unexplained", "Point tenderness", EVERY),
    ("jargon-unexplained", "corticosteroids", EVERY),
    ("capital-common-noun", "their Physician", ("txt", "html")),
    ("heading-lead-in", "Symptoms of a Sacral Insufficiency Fracture include:", EVERY),
    ("heading-lead-in", "Physical Therapy treatments include:", ("txt",)),
    ("wordy-phrase", "annually", EVERY),
    ("sentence-length", "In axial MRI sequences", EVERY),
    ("definition-missing", "Sacral insufficiency fractures are extremely common", EVERY),
]
#: Rules about the whole page: they point at its main heading.
MISSING = [
    "red-flag-advice-missing", "author-missing", "date-missing", "reading-grade",
    "section-missing", "no-direct-address", "reviewer-missing",
]  # fmt: skip
#: Right as it stands: never reported on these pages.
ACCEPTED = [
    ("acronym-undefined", "MRI"),
    ("spelling-variety-mixed", "Orthopaedic"),
    ("fake-list", "•"),
    ("gendered-language", "girls than boys"),
    ("heading-duplicate", "Physical Therapy for Sacral Insufficiency Fractures"),
    ("statistic-uncited", "vol. 38"),
    ("sensory-instruction", "parallel to"),
]


@cache
def page(ending: str) -> tuple[str, tuple[Finding, ...]]:
    text = (FOLDER / f"{NAME}.{ending}").read_text(encoding="utf-8")
    return text, check_text(text, f"{NAME}.{ending}", CLOCK)


def line_of(text: str, words: str) -> int:
    if words == "/":
        separator = re.compile(r"\s*(?:<li>|\d+\. )/(?:</li>)?")
        lines = text.split("\n")
        return next(n for n, line in enumerate(lines, start=1) if separator.fullmatch(line))
    return text[: text.index(words)].count("\n") + 1


@pytest.mark.parametrize(
    ("rule", "words", "ending"),
    [(rule, words, ending) for rule, words, formats in DEFECTS for ending in formats],
)
def test_defect_is_reported_at_its_line(rule: str, words: str, ending: str) -> None:
    text, findings = page(ending)
    lines = [each.place.line for each in findings if each.rule == rule]
    assert line_of(text, words) in lines, lines


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("rule", MISSING)
def test_what_is_missing_is_said(rule: str, ending: str) -> None:
    _, findings = page(ending)
    assert rule in {each.rule for each in findings}


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize(("rule", "words"), ACCEPTED)
def test_what_is_right_is_not_reported(rule: str, words: str, ending: str) -> None:
    _, findings = page(ending)
    assert not [each for each in findings if each.rule == rule and words in each.excerpt]


@pytest.mark.parametrize("ending", FORMATS)
def test_the_three_risk_factors_are_one_finding(ending: str) -> None:
    _, findings = page(ending)
    (found,) = [
        each for each in findings if each.rule == "mislabelled-section" and "3 of 5" in each.message
    ]
    assert found.severity == "error" and len(found.related) == 3
    assert "risk factors" in found.message and "'Advanced age'" in found.message


@pytest.mark.parametrize("ending", FORMATS)
def test_the_doi_has_a_safe_fix(ending: str) -> None:
    text, findings = page(ending)
    found = next(each for each in findings if each.rule == "doi-doubled-resolver")
    assert found.fix and found.fix.safe
    fixed = text
    for edit in sorted(found.fix.edits, reverse=True):
        fixed = fixed[: edit.start] + edit.text + fixed[edit.end :]
    assert "https://doi.org/10.5555/ocpt.2021.0417" in fixed
    assert "doi.org/https" not in fixed
