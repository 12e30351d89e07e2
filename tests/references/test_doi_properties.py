"""What holds for every string: exact places, corrections that are final, bounded time."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.references.doi import (
    DoiFault,
    differ,
    faults_in_doi,
    faults_in_href,
    faults_in_text,
    fields_in_suffix,
    find_dois,
    safely_corrected,
)

PIECES = (
    "https://doi.org/",
    "http://dx.doi.org/",
    "doi.org/",
    "https:/doi.org/",
    "https//",
    "doi:",
    "DOI ",
    "DOI: ",
    "10.",
    "10.1016/",
    "10.1000.10/",
    "1000",
    "j.test.2014.01.001",
    "s00586-012-2345-6",
    "(SICI)1096-8628(19960202)61:3<216::AID-AJMG5>3.0.CO;2-X",
    "abc",
    "2015",
    "/",
    "//",
    ".",
    "..",
    ",",
    ";",
    ":",
    "(",
    ")",
    "[",
    "]",
    "<",
    ">",
    "-",
    "–",
    "\u200b",
    " ",
    "\n",
    "#",
    "?a=1",
    "&amp;",
    "&lt;",
    "%2F",
    "%20",
    "\\",
    "_",
    "__",
    "/full",
    "PMID: 123456",
    "<br/>",
    "https://www.example.org/doi/",
    "\ufffd",
    "é",
    "10,",
    "1O.",
    "'",
    "…",
)
STRINGS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=60)
READERS = (
    faults_in_text,
    faults_in_doi,
    faults_in_href,
    lambda text: faults_in_text(text, escaped=True),
    lambda text: faults_in_href(text, "markdown"),
)


@pytest.mark.parametrize("reader", READERS)
@given(text=STRINGS)
@settings(max_examples=250, deadline=None)
def test_places_are_exact_and_safe_corrections_final(reader: object, text: str) -> None:
    faults: list[DoiFault] = reader(text)  # type: ignore[operator]
    for fault in faults:
        assert 0 <= fault.start <= fault.end <= len(text)
        assert fault.words in text
        assert fault.message.isprintable() or "\n" not in fault.message
        assert not fault.safe or fault.corrected != text[fault.start : fault.end]
    mended = safely_corrected(text, faults)
    again: list[DoiFault] = reader(mended)  # type: ignore[operator]
    assert [fault for fault in again if fault.safe] == []


@given(STRINGS)
@settings(max_examples=250, deadline=None)
def test_mentions_are_in_order_and_apart(text: str) -> None:
    mentions = find_dois(text)
    assert all(text[one.start : one.end] == one.text for one in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))


@given(STRINGS)
@settings(max_examples=150, deadline=None)
def test_only_the_places_of_safe_faults_change(text: str) -> None:
    faults = [fault for fault in faults_in_text(text) if fault.safe]
    mended = safely_corrected(text, faults)
    grown = sum(len(fault.corrected or "") - (fault.end - fault.start) for fault in faults)
    assert len(mended) == len(text) + grown
    if faults:
        assert mended.startswith(text[: faults[0].start])
        assert mended.endswith(text[faults[-1].end :])
    else:
        assert mended == text


@given(STRINGS, STRINGS)
@settings(max_examples=150, deadline=None)
def test_nothing_raises(one: str, other: str) -> None:
    differ(one, other)
    fields_in_suffix(one)


HOSTILE = (
    "10." * 33_000,
    "10.1000/" * 12_500,
    "10.1000/a," * 10_000,
    "10.1000/a " * 10_000,
    "10.1000/" + "a" * 100_000,
    "10.1000/" + "(" * 100_000,
    "10.1000/" + "<a>" * 33_000,
    "10.1000/" + "&lt;" * 25_000,
    "10.1000/" + "%41" * 33_000,
    "10.1000/" + "a. " * 33_000,
    "10.1000/" + " " * 100_000,
    "doi:" * 25_000,
    "doi:" * 25_000 + "10.1000/abc",
    "https://doi.org/" * 6_250,
    "https://doi.org/" * 6_250 + "10.1000/abc",
    "h" + "t" * 100_000 + "ps://doi.org/10.1000/abc",
    "doi: 10 " * 12_500,
    "doi 1O.1016 " * 8_300,
    " " * 100_000 + "10.1000/abc",
    "." * 100_000 + "/10.1000/abc",
    "a." * 50_000 + "org/10.1000/abc",
    "\\" * 100_000,
    "10.1016/j." + "test." * 20_000,
    "10.1007/s" + "-1" * 50_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:16])
def test_hostile_strings_take_bounded_time(text: str) -> None:
    for read in (faults_in_text, faults_in_doi, faults_in_href):
        start = time.process_time()
        read(text)
        # A tenth of a millisecond a DOI, and one string holds 12,500 of them.
        assert time.process_time() - start < (5 if text.count("10.1000/") > 100 else 0.5)
