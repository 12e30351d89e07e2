"""Who wrote a page and when, as its text and its data say."""

from __future__ import annotations

import datetime

import pytest

from ptlint.page import read_page
from ptlint.source.source import from_text


@pytest.mark.parametrize(
    ("line", "role", "name", "credentials"),
    [
        ("Written by Ana Ruiz, PT, DPT", "author", "Ana Ruiz", "PT, DPT"),
        ("By Ana Ruiz Published on: 3 May 2025", "author", "Ana Ruiz", ""),
        ("Posted by Dr Ana Ruiz on August 3, 2025", "author", "Dr Ana Ruiz", ""),
        ("Medically reviewed by J. Lee, MD", "reviewer", "J. Lee", "MD"),
        ("Reviewed by: Maria van der Berg, PhD", "reviewer", "Maria van der Berg", "PhD"),
        ("Author: Oak Street Clinic. It is open daily.", "author", "Oak Street Clinic", ""),
        ("Ana Ruiz, PT, DPT", "author", "Ana Ruiz", "PT, DPT"),
        ("Ana Ruiz, PT,DPT", "author", "Ana Ruiz", "PT,DPT"),
        ("Ana Ruiz, Cert. MDT", "author", "Ana Ruiz", "Cert. MDT"),
        ("Ana Ruiz OTR/L", "author", "Ana Ruiz", "OTR/L"),
        ("Contributors: Ana Ruiz", "author", "Ana Ruiz", ""),
        ("PREPARED BY Ana Ruiz", "author", "Ana Ruiz", ""),
        ("Verified and approved by Ana Ruiz", "reviewer", "Ana Ruiz", ""),
        ("Fact-checked by Ana Ruiz", "reviewer", "Ana Ruiz", ""),
        ("Editorial reviewer: Ana Ruiz", "reviewer", "Ana Ruiz", ""),
    ],
)
def test_bylines(line: str, role: str, name: str, credentials: str) -> None:
    page = read_page(from_text(f"# Elbow\n\n{line}\n", "a.md"))
    assert [(each.role, each.name, each.credentials) for each in page.bylines] == [
        (role, name, credentials)
    ]


@pytest.mark.parametrize(
    "line", ["Injuries caused by Monday morning lifting.", "Stand by the wall.", "Supported by us"]
)
def test_no_byline(line: str) -> None:
    assert read_page(from_text(f"# Elbow\n\n{line}\n", "a.md")).bylines == ()


def test_a_patient_who_writes_a_review_is_no_author() -> None:
    script = '{"@type": "Review", "author": {"@type": "Person", "name": "Sam"}}'
    text = f'<h1>Elbow</h1><script type="application/ld+json">{script}</script>'
    assert read_page(from_text(text, "a.html")).bylines == ()


@pytest.mark.parametrize(
    ("line", "event", "day"),
    [
        ("Last reviewed: 4 March 2026", "reviewed", (2026, 3, 4)),
        ("Page last reviewed on March 4th, 2026", "reviewed", (2026, 3, 4)),
        ("Next review due: 04/15/2027", "next-review", (2027, 4, 15)),
        ("Updated 2026-03-04", "updated", (2026, 3, 4)),
        ("Published: March 2026", "published", (2026, 3, 1)),
        ("FACT CHECKED ON 4 March 2026", "reviewed", (2026, 3, 4)),
        ("Date of last revision: 4 March 2026", "updated", (2026, 3, 4)),
        ("Content edited 4 March 2026", "updated", (2026, 3, 4)),
        ("Modified: 4 March 2026", "updated", (2026, 3, 4)),
        ("Created 4 March 2026", "published", (2026, 3, 4)),
        ("Publication date: 4 March 2026", "published", (2026, 3, 4)),
        ("Date: 4 March 2026", "published", (2026, 3, 4)),
        ("By Ana Ruiz. Published on: 14 Nov 2019", "published", (2019, 11, 14)),
        (
            "Oak Street Clinic, the physiotherapists next to the old bridge in the middle of town, "
            "last updated 14 Nov 2019",
            "updated",
            (2019, 11, 14),
        ),
    ],
)
def test_dates(line: str, event: str, day: tuple[int, int, int]) -> None:
    page = read_page(from_text(f"# Elbow\n\n{line}\n", "a.md"))
    assert [(each.event, each.day) for each in page.dates] == [(event, datetime.date(*day))]


@pytest.mark.parametrize(
    "line",
    [
        "A large study of tennis players that many therapists still quote, published 2019 in a "
        "journal, found that strength training helps.",
        "© 2026 Oak Street Clinic",
        "Open since 4 March 2026",
    ],
)
def test_dates_of_other_things(line: str) -> None:
    assert read_page(from_text(f"# Elbow\n\n{line}\n", "a.md")).dates == ()


def test_an_ambiguous_day_is_not_guessed() -> None:
    page = read_page(from_text("# Elbow\n\nLast reviewed: 03/04/2026\n", "a.md"))
    assert [each.day for each in page.dates] == [None]
