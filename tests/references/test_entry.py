"""Reading reference entries into fields with their places."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.references.entry import REFERENCE, Entry, Field, is_reference, parse_entry

_FIELDS = ("year", "title", "container", "volume", "issue", "pages", "doi")


def cases() -> list[list[str]]:
    """Entries in many styles with the fields a reader finds in them."""
    lines = Path(__file__).with_name("entries.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def fields_of(entry: Entry) -> dict[str, Field]:
    found = {name: getattr(entry, name) for name in Entry.__slots__}
    return {name: field for name, field in found.items() if isinstance(field, Field)}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case[0][:40])
def test_fields_are_read(case: list[str]) -> None:
    text, author, *expected = case
    entry = parse_entry(text)
    values = {name: getattr(entry, name).value if getattr(entry, name) else "" for name in _FIELDS}
    assert entry.first_author == author
    assert values == dict(zip(_FIELDS, expected, strict=True))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case[0][:40])
def test_fields_stand_where_they_say(case: list[str]) -> None:
    text = case[0]
    for field in fields_of(parse_entry(text)).values():
        assert text[field.start : field.end] == field.value


@pytest.mark.parametrize("case", cases(), ids=lambda case: case[0][:40])
def test_entries_look_like_references(case: list[str]) -> None:
    assert is_reference(case[0]) >= REFERENCE


@pytest.mark.parametrize(
    "text",
    [
        "1. Lie on your back and bend both knees. Hold for 10 seconds (2 sets).",
        "Monday to Friday: 8:00 am – 6:00 pm; Saturday 9–1",
        "Riverside Physical Therapy, 12 Mill Lane, Springfield, IL 62704",
        "Phone: (555) 010-0199. Fax: (555) 010-0100.",
        "Physical Therapy for Kyphosis. Kyphosis is the rounding of the upper back. read more",
        "Understanding back pain. By Jane Doe, PT. March 3, 2020. Read more",
        "© 2024 Riverside Clinic. All rights reserved.",
        "Smith J. and his team have helped runners since 1998.",
        "Ice for 15 minutes, 3 times a day.",
        "“When may I drive again?” Ask your surgeon; most people wait 6 weeks.",
        "A 2019 trial by Okafor et al. (2019) found that walking helps people sleep better.",
        "https://example.org/contact",
        "Vitamin D. 1,000 IU a day in winter.",
        "First visit: $120. Follow-up: $80.",
        "Older age",
        "",
    ],
)
def test_other_lines_do_not(text: str) -> None:
    assert is_reference(text) < REFERENCE


def test_places_hold_in_marked_up_text() -> None:
    text = (
        "> 2. Müller Ö, Ångström B. Gait after stroke. *J Rehabil Med.* 2019;51(2):99–104. "
        "[DOI](https://doi.org/10.1000/jrm.1)"
    )
    entry = parse_entry(text)
    assert entry.first_author == "Müller"
    assert entry.label and entry.label.value == "2"
    assert entry.container and entry.container.value == "J Rehabil Med"
    assert entry.doi and text[entry.doi.start : entry.doi.end] == "10.1000/jrm.1"
    assert entry.authors and [author.family for author in entry.authors.authors][1] == "Ångström"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Okafor C. Gait. Spine. 2019;44(2):99-104.", "journal"),
        ("Okafor C. Gait and posture. New York: Springer; 2019.", "book"),
        ("Roy P. Gait. In: Lund M, ed. Walking. Leeds: Springer; 2019:1-9.", "chapter"),
        ("NHS. Gait. https://www.nhs.uk/gait. Accessed 3 May 2024.", "web page"),
        ("Okafor C. Gait. medRxiv. 2021. doi:10.1101/2021.01.01.21249000", "preprint"),
        ("Okafor, C. (2019). Gait [Doctoral dissertation, Leeds]. Leeds Online.", "thesis"),
        ("https://www.nhs.uk/gait", "bare address"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert parse_entry(text).kind == kind


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("Okafor C, Roy P. Gait. Spine. 2019;44(2):99-104.", "AMA"),
        ("Okafor, C., & Roy, P. (2019). Gait. Spine, 44(2), 99–104.", "APA"),
        ("Okafor, Chidi. “Gait.” Spine, vol. 44, no. 2, 2019, pp. 99–104.", "MLA"),
        ("Okafor, Chidi. “Gait.” Spine 44, no. 2 (2019): 99–104.", "Chicago"),
        ("Gait. Mayo Clinic. https://www.mayoclinic.org/gait", "web"),
    ],
)
def test_styles(text: str, style: str) -> None:
    assert parse_entry(text).style == style


def test_access_and_update_dates_are_no_publication_dates() -> None:
    entry = parse_entry(
        "NHS. Gait. Updated 4 May 2022. Accessed 3 June 2024. https://www.nhs.uk/gait"
    )
    assert entry.accessed and entry.accessed.value == "3 June 2024"
    assert entry.updated and entry.updated.value == "4 May 2022"
    assert entry.year and entry.year.value == "2022"


@given(st.text(alphabet="Aa ,.;:()[]“”\"'&0123456789-–éÖ/\\*_dDoOiI", max_size=200))
@settings(max_examples=200)
def test_any_text_is_read(text: str) -> None:
    entry = parse_entry(text)
    for field in fields_of(entry).values():
        assert 0 <= field.start <= field.end <= len(text)
    assert 0 <= entry.confidence <= 1
    assert 0 <= is_reference(text) <= 1


@pytest.mark.parametrize("size", [2_990, 100_000])
@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "[",
        "A. ",
        "Aa ",
        "Smith, J., ",
        "“",
        "1;",
        "2012;1(",
        "http://",
        "10.1000/",
        "doi: ",
        "a.b.",
        "de la ",
        " ",
    ],
)
def test_hostile_text_is_read_in_no_time(piece: str, size: int) -> None:
    text = "2012 " + piece * (size // len(piece))
    start = time.process_time()
    is_reference(text)
    parse_entry(text)
    assert time.process_time() - start < 0.5
