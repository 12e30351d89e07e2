"""What is reported of reference entries, and what is let be."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from ptlint.references.entry import parse_entry
from ptlint.references.entry.judgements import (
    Judgement,
    clean_address,
    judge_entry,
    judge_list,
    missing_fields,
    old,
    pmid_unlinked,
)

TODAY = datetime.date(2026, 5, 3)
WHOLE = "Okafor C, Roy P. Gait after stroke. Spine. 2024;49(2):99-104. doi:10.1000/spine.1"


def judged(text: str) -> list[Judgement]:
    return list(judge_entry(parse_entry(text), TODAY))


def rules(text: str) -> set[str]:
    return {judgement.rule for judgement in judged(text)}


def test_a_sound_entry_is_let_be() -> None:
    assert judged(WHOLE) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Okafor C, Roy P. Gait after stroke. Spine. 49(2):99-104.", "reference-incomplete"),
        ("“Gait After Stroke.” Spine, vol. 49, no. 2, 2024, pp. 99–104.", "reference-incomplete"),
        ("Okafor C, Roy P. Gait after stroke. Spine. 2024.", "reference-incomplete"),
        ("NHS. Gait after stroke. https://www.nhs.uk/gait", "ref-no-date"),
        ("Okafor C. Gait. Spine. 2024;49(2):214-124.", "reference-pages-malformed"),
        ("Okafor C. Gait. Spine. 2024;49(2):518-14.", "reference-pages-malformed"),
        ("Okafor, C. “Gait.” Spine, vol. 49, no. 2, 2024, p. 99–104.", "reference-pages-malformed"),
        ("Okafor, C. “Gait.” Spine, vol. 49, no. 2, 2024, pp. 99.", "reference-pages-malformed"),
        ("Okafor, C. “Gait.” Spine, vol. 9, 2024, pp. 9–14., www.a.org", "reference-punctuation"),
        ("Okafor C.. Gait. Spine. 2024;49(2):99-104.", "reference-punctuation"),
        ("Okafor C. Gait. Spine. 1999;49(2):99-104.", "reference-old"),
        ("Okafor C. Gait: a guideline. Spine. 2019;49(2):99-104.", "reference-old"),
        ("Okafor C. Gait. Spine. 2031;49(2):99-104.", "ref-future-year"),
        ("https://www.nhs.uk/conditions/gait/", "ref-bare-url"),
        ("NHS. Gait. 2024. https://www.nhs.uk/gait#:~:text=walk", "reference-url-fragment"),
        ("NHS. Gait. 2024. https://www.nhs.uk/gait?utm_campaign=x", "reference-url-fragment"),
        ("NHS. Gait. 2024. https://www.nhs.uk/gait?utm_source=chatgpt.com", "ref-url-chatgpt"),
        ("NHS. Gait. 2024. https://www.google.com/url?q=https://nhs.uk", "ref-url-search"),
        ("Roy P. Gait. 2024. https://www-jospt-org.ezproxy.uni.edu/gait", "ref-url-search"),
        ("Okafor C. Gait: a case report. Spine. 2024;49(2):99-104.", "reference-weak-evidence"),
        ("Gait. Wikipedia. 2026. https://en.wikipedia.org/wiki/Gait.", "ref-low-quality-host"),
        ("ChatGPT. Gait after stroke. OpenAI; 2025.", "ref-low-quality-host"),
        ("Okafor C. Gait. medRxiv. 2024. doi:10.1101/2024.01.01.24300000", "ref-preprint"),
        (
            "Delitto A, George SZ. Low back pain. J Orthop Sports Phys Ther. 2012;42(4):A1-A57. "
            "doi:10.2519/jospt.2012.42.4.a1",
            "reference-superseded",
        ),
        (
            "Okafor C. Gait. J Orthop Sports Phys Ther. 2019;49(3):99-104. "
            "doi:10.2519/jospt.2012.42.4.99",
            "ref-doi-field-mismatch",
        ),
    ],
)  # fmt: skip
def test_faults_are_reported(text: str, rule: str) -> None:
    assert rule in rules(text)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Okafor C. Gait. Spine. 2024;49(2):S12-S20.", "reference-pages-malformed"),
        ("Okafor C. Gait. Spine. 2024;49(2):e12345.", "reference-pages-malformed"),
        ("Okafor C. Gait. Spine. 2024;49(2):A1-A57.", "reference-pages-malformed"),
        ("Okafor C. Gait. Spine. 2024;49(2):123-9.", "reference-pages-malformed"),
        ("Okafor C. Gait. Spine. 2024;49(2):CPG1-CPG60.", "reference-pages-malformed"),
        ("Okafor C. Gait. Spine. 2024;49(2):816-36.e4.", "reference-pages-malformed"),
        ("Okafor C. Gait. Spine. 2024;49(2):1199.e1-1199.e10.", "reference-pages-malformed"),
        ("Okafor C. Gait. Nat Commun. 2024;17:s41467-026-72861-3.", "reference-pages-malformed"),
        ("Okafor, C., et al., “Gait.” Spine, vol. 49, 2024, pp. 9–14.", "reference-punctuation"),
        ("Roy, P., ... & Lund, M. (2024). Gait. Spine, 4(2), 9–14.", "reference-punctuation"),
        ("Okafor C. Gait in 1999. Spine. 2024;49(2):99-104.", "reference-old"),
        ("NHS. Gait. Accessed 3 May 2026. https://www.nhs.uk/gait", "ref-no-date"),
        ("“Gait.” Mayo Clinic, 3 May 2024, www.mayoclinic.org/gait", "reference-incomplete"),
        ("Lund et al. Gait after stroke. Spine. 2024;49(2):99-104.", "reference-incomplete"),
        ("Okafor C. Gait. Spine. Epub ahead of print.", "reference-incomplete"),
        ("NHS. Gait. 2024. https://www.nhs.uk/gait?page=2#walking", "reference-url-fragment"),
        (
            "Okafor C. Gait. Spine. 2014;49(2):99-104. doi:10.1016/j.gait.2013.11.004",
            "ref-doi-field-mismatch",
        ),
        (
            "George SZ. Low back pain guideline: revision 2021. JOSPT. 2021;51(11):CPG1-CPG60.",
            "reference-superseded",
        ),
    ],
)  # fmt: skip
def test_right_forms_are_let_be(text: str, rule: str) -> None:
    assert rule not in rules(text)


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("https://a.org/b#:~:text=walk", "https://a.org/b"),
        ("https://a.org/b#part:~:text=walk", "https://a.org/b#part"),
        ("https://a.org/b?utm_source=x&id=3&fbclid=9#part", "https://a.org/b?id=3#part"),
        ("https://a.org/b?gclid=9", "https://a.org/b"),
        ("https://a.org/b?id=3&amp;page=2", "https://a.org/b?id=3&amp;page=2"),
    ],
)
def test_addresses_are_cleaned_once_and_for_all(address: str, clean: str) -> None:
    assert clean_address(address) == clean
    assert clean_address(clean) == clean


def test_replacements_mend_what_they_are_for() -> None:
    text = (
        "Ross, M. “Fracture.” Spine, vol. 38, no. 4, 2024, pp. 214–214., https://a.org/b#:~:text=x"
    )
    for judgement in sorted(judged(text), key=lambda one: -one.start):
        if judgement.replacement is not None:
            text = text[: judgement.start] + judgement.replacement + text[judgement.end :]
    assert text == "Ross, M. “Fracture.” Spine, vol. 38, no. 4, 2024, p. 214, https://a.org/b"
    assert not any(judgement.replacement for judgement in judged(text))


def test_the_age_is_an_option() -> None:
    entry = parse_entry(WHOLE)
    assert list(old(entry, TODAY, years=1))
    assert not list(old(entry, TODAY, years=2))


def test_a_linked_pmid_is_let_be() -> None:
    entry = parse_entry("Okafor C. Gait. Spine. 2024;49(2):99-104. PMID: 30497440")
    assert not list(pmid_unlinked(entry, linked=True))
    assert "pubmed.ncbi.nlm.nih.gov/30497440/" in next(pmid_unlinked(entry, linked=False)).message


def test_nothing_is_missing_where_it_stands() -> None:
    lines = Path(__file__).with_name("entries.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        text, author, year, title, container, volume, issue, pages, doi = line.split("\t")
        there = {
            "author": author, "year": year, "title": title, "publisher": container,
            "place": volume or issue or pages or doi,
        }  # fmt: skip
        assert not [name for name in missing_fields(parse_entry(text)) if there[name]], text


def listed(*texts: str) -> list[tuple[str, int]]:
    found = judge_list([parse_entry(text) for text in texts])
    return [(one.judgement.rule, one.index) for one in found]


def test_lists_are_read_as_a_whole() -> None:
    other = "Lund M, Roy P. Balance in old age. Gait Posture. 2023;9(1):1-9. doi:10.1000/gait.7"
    mla = "Ross, Anna. “Pain at Night.” Pain, vol. 3, no. 1, 2023, pp. 9–14."
    capital = "Lee, Bo. “Pain by Day.” Pain, Vol. 4, no. 1, 2024, pp. 9–14."
    assert listed(WHOLE, other) == []
    assert listed(WHOLE, other, WHOLE.replace("doi:", "https://doi.org/")) == [
        ("reference-duplicate", 2)
    ]
    assert listed(WHOLE, other, mla) == [("reference-style-mixed", 2)]
    assert listed(mla, capital) == [("reference-style-mixed", 1)]
    assert listed(f"[1] {WHOLE}", f"[3] {other}") == [("ref-numbering-gap", 1)]
    assert listed(f"1. {WHOLE}", f"2. {other}") == []
