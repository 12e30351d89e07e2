"""DOIs in running text: where they begin and end, and what is said about them."""

from __future__ import annotations

import pytest

from ptlint.references.doi import faults_in_text, find_dois
from ptlint.references.doi_presence import may_hold_doi

SICI = "10.1002/(SICI)1096-8628(19960202)61:3<216::AID-AJMG5>3.0.CO;2-"


@pytest.mark.parametrize(
    ("text", "words", "form"),
    [
        ("See 10.1000/abc.def.", "10.1000/abc.def", "bare"),
        ("See 10.1000/ABC;def, and", "10.1000/ABC;def", "bare"),
        ("(10.1000/abc(2)3).", "10.1000/abc(2)3", "bare"),
        ("(DOI: 10.1016/S1836-9553(11)70017-0)", "DOI: 10.1016/S1836-9553(11)70017-0", "label"),
        ("doi:10.1000.10/123!", "doi:10.1000.10/123", "label"),
        ("doi 10.1000/abc", "doi 10.1000/abc", "label"),
        ("info:doi/10.1000/abc", "info:doi/10.1000/abc", "label"),
        (f"doi:{SICI}#.", f"doi:{SICI}#", "label"),
        (f"See {SICI}X, then", f"{SICI}X", "bare"),
        ("https://doi.org/10.1000/abc.", "https://doi.org/10.1000/abc", "resolver"),
        ("at doi.org/10.1000/abc?", "doi.org/10.1000/abc", "resolver"),
        ("www.doi.org/10.1000/abc:", "www.doi.org/10.1000/abc", "resolver"),
        ("“10.1000/abc”", "10.1000/abc", "bare"),
        ("10.1000/abc's authors", "10.1000/abc", "bare"),
        ("10.1000/abc—a trial", "10.1000/abc", "bare"),
        ("*10.1000/abc*", "10.1000/abc", "bare"),
        ("| 10.1000/abc | 3 |", "10.1000/abc", "bare"),
        ('"doi": "10.1000/abc",', "10.1000/abc", "bare"),
        ("doi = {10.1000/abc},", "10.1000/abc", "bare"),
        ("[1] 10.1000/abc[2]", "10.1000/abc", "bare"),
        ("10.1000/abc。", "10.1000/abc", "bare"),
        ("10.1000/abc\u200b end", "10.1000/abc", "bare"),
        ("10.17605/OSF.IO/ABCDE", "10.17605/OSF.IO/ABCDE", "bare"),
        (
            "https://a.example/?url=https://doi.org/10.1000/abc",
            "https://a.example/?url=https://doi.org/10.1000/abc",
            "other-address",
        ),
        (
            "https://web.archive.org/web/2020/http://dx.doi.org/10.1000/abc.",
            "https://web.archive.org/web/2020/http://dx.doi.org/10.1000/abc",
            "other-address",
        ),
    ],
)
def test_a_doi_is_found_with_its_exact_end(text: str, words: str, form: str) -> None:
    (mention,) = find_dois(text)
    assert (mention.text, mention.form) == (words, form)
    assert text[mention.start : mention.end] == words
    assert mention.doi is not None
    assert faults_in_text(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Grade 10. 1234/5 of them came.",
        "In 10.2023/24 and on 5.10.2023/2024.",
        "Version 10.1234/5, a ratio of 10.5/10 or 10.25/100.",
        "http://10.1.2.3/admin and http://10.153.82.94/query?level=1",
        "The prefix 10.1016/ is a publisher’s.",
        "Look it up at https://doi.org/ or www.doi.org.",
        "DOI: pending. doi: n/a. DOI: not available",
        "https://doi.org/hgcp and https://doi.org/10/hgcp are short DOIs.",
        "See https://www.doi.org/the-identifier/resources/handbook/ for it.",
        "v10.1234/abc and a10.1234/abc and -10.1234/abc",
        "/uploads/10.2023/photo.jpg at https://clinic.example/uploads/10.2023/photo.jpg",
    ],
)
def test_numbers_dates_and_words_are_no_dois(text: str) -> None:
    assert [mention for mention in find_dois(text) if mention.form != "other-address"] == []
    assert faults_in_text(text) == []


@pytest.mark.parametrize(
    ("text", "dois"),
    [
        ("10.1000/abc,10.1000/def;10.1000/ghi", ["10.1000/abc", "10.1000/def", "10.1000/ghi"]),
        ("[10.1000/abc](https://doi.org/10.1000/abc)", ["10.1000/abc", "10.1000/abc"]),
        ("doi:10.1000/abc. doi:10.1000/def.", ["10.1000/abc", "10.1000/def"]),
    ],
)
def test_several_dois(text: str, dois: list[str]) -> None:
    assert [mention.doi for mention in find_dois(text)] == dois
    assert faults_in_text(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "doi:10.1000/abc. 2018;12(3):4-5.",
        "doi:10.1016/j.test.2014.01.001. 2018;12(3):4-5.",
        "doi:10.1000/abc. Epub 2014 Jan 3.",
        "doi:10.1000/abc- 12 people took part",
        "doi:10.1000/abc\nNext entry",
        "doi:10.1093/abc/def012 2015",
        "identified by its DOI https://doi.org/10.1000/abc",
        "DOI:10.1000/abc).Next sentence",
        "doi:10.1056/NEJMoa1501234 [Epub ahead of print]",
        "doi:10.1002/14651858.CD001234.pub3. www.example.org",
    ],
)
def test_what_follows_in_the_sentence_is_no_fault(text: str) -> None:
    assert faults_in_text(text) == []


@pytest.mark.parametrize(
    ("text", "rule", "part", "corrected", "doi"),
    [
        (
            "DOI: 10.1016/ j.test.2014.01.001. Epub.",
            "doi-space",
            " ",
            "",
            "10.1016/j.test.2014.01.001",
        ),
        ("doi:10.1016/j.test. 2014.01.001.", "doi-space", " ", "", "10.1016/j.test.2014.01.001"),
        (
            "doi:10.1371/journal.pone.0 123456.",
            "doi-space",
            " ",
            "",
            "10.1371/journal.pone.0123456",
        ),
        ("doi: 10.1007/s00586-\n012-2345-6", "doi-space", "\n", "", "10.1007/s00586-012-2345-6"),
        ("doi: 10. 1000/abc", "doi-space", ". ", ".", "10.1000/abc"),
        ("doi:10.10\u200b00/abc 10.1000/a\u200bb", "doi-space", "\u200b", "", "10.1000/ab"),
        ("https://doi.org/10.1000/abc/full", "doi-suffix-junk", "/full", "", "10.1000/abc"),
        ("https://doi.org/10.1000/abc/", "doi-trailing", "/", "", "10.1000/abc"),
        (
            "doi:10.1056/NEJMoa1501234.Copyright",
            "doi-suffix-junk",
            ".Copyright",
            None,
            "10.1056/NEJMoa1501234",
        ),
        ("doi:10.1000/abc12PMID: 123", "doi-suffix-junk", "PMID:", None, "10.1000/abc12"),
        ("doi:10.1001%2Fjama.2016.1234", "doi-percent", "%2F", "/", "10.1001/jama.2016.1234"),
        (
            "doi:10.1037/0022–3514.65.1.124",
            "doi-unicode-dash",
            "–",
            "-",
            "10.1037/0022-3514.65.1.124",
        ),
        (
            "doi:1O.1016/j.test.2014.01.001.",
            "doi-malformed",
            "1O.1016/j.test.2014.01.001",
            "10.1016/j.test.2014.01.001",
            "10.1016/j.test.2014.01.001",
        ),
        (
            "doi: 1016/j.test.2014.01.001",
            "doi-malformed",
            "1016/j.test.2014.01.001",
            "10.1016/j.test.2014.01.001",
            "10.1016/j.test.2014.01.001",
        ),
        (
            "doi: 10,1016/j.test.2014.01.001",
            "doi-malformed",
            ",",
            ".",
            "10.1016/j.test.2014.01.001",
        ),
        ("https://doi.org/j.test.2014.01.001.", "doi-malformed", "j.test.2014.01.001", None, None),
        ("https://doi.org/10.1016.", "doi-malformed", "10.1016", None, None),
        ("doi:10.1016/j.test.2014", "doi-truncated", "j.test.2014", None, None),
        (
            "doi:10.10007/s00586-012-2345-6",
            "doi-prefix",
            "10.10007",
            "10.1007",
            "10.1007/s00586-012-2345-6",
        ),
        ("doi:10.112/abc", "doi-prefix", "10.112", None, None),
        (
            "doi:10.1007/s00586-0122345-6",
            "doi-malformed",
            "s00586-0122345-6",
            "s00586-012-2345-6",
            "10.1007/s00586-012-2345-6",
        ),
        (
            "https://www.tandfonline.com/doi/full/10.1080/09638288.2016.1234567?src=x and",
            "doi-publisher-url",
            "https://www.tandfonline.com/doi/full/10.1080/09638288.2016.1234567?src=x",
            "https://doi.org/10.1080/09638288.2016.1234567",
            "10.1080/09638288.2016.1234567",
        ),
    ],
)
def test_faults_have_exact_places(
    text: str, rule: str, part: str, corrected: str | None, doi: str | None
) -> None:
    fault = next(fault for fault in faults_in_text(text) if fault.rule == rule)
    assert text[fault.start : fault.end] == part
    assert (fault.corrected, fault.doi) == (corrected, doi)
    assert fault.words in text
    assert not fault.safe


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org/doi/10.1000/abc#section-3",
        "https://journals.example.org/doi/suppl/10.1000/abc/suppl_file/a.pdf",
        "https://journals.example.org/papers/10.1000/abc/status.svg",
        "https://api.crossref.org/works/10.1000/abc",
        "https://scholar.google.com/scholar?q=10.1000/abc",
        "https://dl.acm.org/doi/10.5555/1234567.1234568",
    ],
)
def test_addresses_a_doi_link_cannot_replace(address: str) -> None:
    assert faults_in_text(f"See {address} for it.") == []


def test_html_codes_are_read_where_they_are_said_to_be() -> None:
    coded = "doi:10.1002/(SICI)1096-8628(19960202)61:3&lt;216::AID-AJMG5&gt;3.0.CO;2-X&nbsp;and"
    (mention,) = find_dois(coded, escaped=True)
    assert mention.doi == f"{SICI}X"
    assert coded[mention.end :] == "&nbsp;and"
    (mention,) = find_dois("<a href='https://doi.org/10.1000/a&amp;b'>", escaped=True)
    assert mention.doi == "10.1000/a&b"
    assert find_dois("<p>10.1000/abc</p>", escaped=True)[0].text == "10.1000/abc"


def test_offsets_count_from_the_source_with_codes() -> None:
    text = "doi:10.1000/a&amp;b/full"
    (fault,) = faults_in_text(text, escaped=True)
    assert (text[fault.start : fault.end], fault.doi) == ("/full", "10.1000/a&b")


@pytest.mark.parametrize(
    ("text", "may"),
    [("Rest for 3 days.", False), ("Do it 10 times", False), ("DOI: x", True), ("10.1000/a", True)],
)
def test_the_quick_look_misses_nothing(text: str, may: bool) -> None:
    assert may_hold_doi(text) is may


def test_the_message_says_what_to_do() -> None:
    (fault,) = faults_in_text("See https://doi.org/https://doi.org/10.1000/abc.")
    assert fault.message == (
        "This DOI link names the resolver twice (https://doi.org/https://doi.org/10.1000/abc), "
        "so it leads nowhere. Use https://doi.org/10.1000/abc."
    )


def test_long_words_are_shortened_in_messages() -> None:
    (fault,) = faults_in_text(f"https://doi.org/https://doi.org/10.1000/{'a' * 200}")
    assert "…" in fault.message
    assert len(fault.words) > 200
