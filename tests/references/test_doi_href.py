"""Link targets that are, or should be, DOIs."""

from __future__ import annotations

import pytest

from ptlint.references.doi import canonical, differ, faults_in_href, safely_corrected
from ptlint.references.doi.single import Format


@pytest.mark.parametrize(
    ("href", "rules", "mended"),
    [
        ("10.1000/abc", ["doi-relative-href"], "https://doi.org/10.1000/abc"),
        (
            "10.1016/0735-1097(90)90282-t",
            ["doi-relative-href"],
            "https://doi.org/10.1016/0735-1097(90)90282-t",
        ),
        ("doi.org/10.1000/abc", ["doi-relative-href"], "https://doi.org/10.1000/abc"),
        ("dx.doi.org/10.1000/abc", ["doi-relative-href"], "https://doi.org/10.1000/abc"),
        ("www.doi.org/10.1000/abc", ["doi-relative-href"], "https://doi.org/10.1000/abc"),
        ("10.1000/abc.", ["doi-relative-href", "doi-trailing"], "https://doi.org/10.1000/abc"),
        ("doi:10.1000/abc", ["doi-scheme-href"], "https://doi.org/10.1000/abc"),
        ("DOI: 10.1000/abc", ["doi-scheme-href"], "https://doi.org/10.1000/abc"),
        ("info:doi/10.1000/abc", ["doi-scheme-href"], "https://doi.org/10.1000/abc"),
        ("doi:https://doi.org/10.1000/abc", ["doi-scheme-href"], "https://doi.org/10.1000/abc"),
        ("https://doi.org/10.1000/abc.", ["doi-trailing"], "https://doi.org/10.1000/abc"),
        ("https://doi.org/10.1000/abc)", ["doi-trailing"], "https://doi.org/10.1000/abc"),
        (
            "https://doi.org/https://doi.org/10.1000/abc",
            ["doi-doubled-resolver"],
            "https://doi.org/10.1000/abc",
        ),
        (
            "http://dx.doi.org/10.1000/abc",
            ["doi-http", "doi-legacy"],
            "https://doi.org/10.1000/abc",
        ),
        (
            "http://dx.doi.org10.1000/abc",
            ["doi-http", "doi-legacy", "doi-missing-slash"],
            "https://doi.org/10.1000/abc",
        ),
        ("https://doi.org//10.1000/abc", ["doi-doubled-slash"], "https://doi.org/10.1000/abc"),
        ("https:/doi.org/10.1000/abc", ["doi-scheme"], "https://doi.org/10.1000/abc"),
        ("https://doi.org/doi:10.1000/abc", ["doi-label-in-url"], "https://doi.org/10.1000/abc"),
    ],
)
def test_safe_mends(href: str, rules: list[str], mended: str) -> None:
    faults = faults_in_href(href)
    assert [fault.rule for fault in faults] == rules
    assert all(fault.safe for fault in faults)
    assert safely_corrected(href, faults) == mended
    assert faults_in_href(mended) == []


@pytest.mark.parametrize(
    ("href", "rule", "doi"),
    [
        ("/10.1000/abc", "doi-relative-href", "10.1000/abc"),
        ("../10.1000/abc", "doi-relative-href", "10.1000/abc"),
        ("https://10.1000/abc", "doi-malformed", "10.1000/abc"),
        ("https://doi:10.1000/abc", "doi-malformed", "10.1000/abc"),
        ("https://doi.org/10.1001%2Fjama.2016.1234", "doi-percent", "10.1001/jama.2016.1234"),
        ("https://doi.org/%2010.1000/abc", "doi-space", "10.1000/abc"),
        (
            "https://doi.org/10.1016/%20j.test.2014.01.001",
            "doi-space",
            "10.1016/j.test.2014.01.001",
        ),
        ("https://doi.org/10.1000/abc#part", "doi-suffix-junk", "10.1000/abc"),
        ("https://doi.org/10.1000/abc?a=1", "doi-suffix-junk", "10.1000/abc"),
        ("https://doi.org/10.1000/abc/full", "doi-suffix-junk", "10.1000/abc"),
        ("https://doi.org/j.test.2014.01.001", "doi-malformed", None),
        (
            "https://www.nature.com/articles/10.1038/nature12345",
            "doi-publisher-url",
            "10.1038/nature12345",
        ),
        (
            "https://www.sciencedirect.com/science/article/pii/S0140673609612345",
            "doi-publisher-url",
            None,
        ),
        (
            "https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(09)61234-5/fulltext",
            "doi-publisher-url",
            None,
        ),
    ],
)
def test_mends_that_are_only_suggested(href: str, rule: str, doi: str | None) -> None:
    (fault,) = faults_in_href(href)
    assert (fault.rule, fault.safe, fault.doi) == (rule, False, doi)


@pytest.mark.parametrize(
    ("href", "form"),
    [
        ("https://doi.org/10.1000/abc", "html"),
        (" https://doi.org/10.1000/abc\n", "html"),
        ("//doi.org/10.1000/abc", "html"),
        ("https://doi.org/10.1016/S1836-9553(11)70017-0", "html"),
        ("https://doi.org/10.1016/S1836-9553%2811%2970017-0", "markdown"),
        (r"https://doi.org/10.1016/S1836-9553\(11\)70017-0", "markdown"),
        (
            "https://doi.org/10.1002/(SICI)1096-8628(19960202)61:3%3C216::AID-AJMG5%3E3.0.CO;2-%23",
            "html",
        ),
        (
            "https://doi.org/10.1002/(SICI)1096-8628(19960202)61:3&lt;216::AID-AJMG5&gt;3.0.CO;2-X",
            "html",
        ),
        ("https://doi.org/", "html"),
        ("https://doi.org/10/hgcp", "html"),
        ("https://doi.org/{{ entry.doi }}", "html"),
        ("#10.1000/abc", "html"),
        ("mailto:a@b.example?subject=10.1000/abc", "html"),
        ("papers/10.1000/abc.pdf", "html"),
        ("http://10.153.82.94/x", "html"),
        ("10.123.0.25/accounts", "html"),
        ("10.123.0.25:8089/index.html", "html"),
        ("10.1.css", "html"),
        ("https://pubmed.ncbi.nlm.nih.gov/12345678/", "html"),
        ("", "html"),
    ],
)
def test_targets_without_fault(href: str, form: Format) -> None:
    assert faults_in_href(href, form) == []


@pytest.mark.parametrize(
    ("text", "href", "doi"),
    [
        ("10.1000/abc", "https://doi.org/10.1000/abd", None),
        ("https://doi.org/10.1000/abc", "https://www.example.org/articles/7", "10.1000/abc"),
        ("https://doi.org/https://doi.org/10.1000/abc", "https://www.example.org/7", "10.1000/abc"),
    ],
)
def test_text_and_target_differ(text: str, href: str, doi: str | None) -> None:
    fault = differ(text, href)
    assert fault is not None
    assert (fault.rule, fault.safe, fault.doi) == ("doi-text-href-differ", False, doi)
    assert (fault.start, fault.end) == (0, len(href))


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("10.1000/abc", "https://doi.org/10.1000/ABC"),
        ("doi:10.1000/abc.", "http://dx.doi.org/10.1000/abc"),
        ("10.1000/abc", "https://onlinelibrary.wiley.com/doi/10.1000/abc"),
        ("10.1000/abc", "#reference-3"),
        ("10.1000/abc…", "https://doi.org/10.1000/abcdef"),
        ("Smith 2010, doi 10.1000/abc", "https://www.example.org/7"),
        ("10.1000/abc and 10.1000/abd", "https://doi.org/10.1000/abc"),
        ("Read the trial", "https://doi.org/10.1000/abc"),
        ("10.1000/a<b", "https://doi.org/10.1000/a%3Cb"),
    ],
)
def test_text_and_target_agree(text: str, href: str) -> None:
    assert differ(text, href) is None


@pytest.mark.parametrize(
    "written",
    [
        "10.1000/ABC",
        "doi:10.1000/abc",
        "https://doi.org/10.1000/Abc",
        "http://dx.doi.org/10.1000%2Fabc",
        " DOI: 10.1000/abc ",
        "info:doi/10.1000/abc",
    ],
)
def test_one_doi_written_in_many_ways(written: str) -> None:
    assert canonical(written) == "10.1000/abc"
