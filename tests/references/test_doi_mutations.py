"""Well-written DOIs spoilt in every way seen on pages, and what must be proposed for them."""

from __future__ import annotations

import pytest

from ptlint.references.doi import canonical, faults_in_doi, faults_in_text, safely_corrected

# Numbers made up in the shapes of real publishers.
DOIS = (
    "10.1016/j.jbiomech.2014.07.123",
    "10.1016/j.eclinm.2021.101234",
    "10.1016/S0140-6736(09)61234-5",
    "10.1016/0268-0033(95)91394-x",
    "10.1007/s00586-012-2345-6",
    "10.1007/978-3-319-12345-6_12",
    "10.1007/BF01234567",
    "10.1371/journal.pone.0123456",
    "10.3389/fneur.2019.01234",
    "10.1002/acr.22345",
    "10.1002/14651858.CD001234.pub3",
    "10.1111/j.1365-2702.2009.02812.x",
    "10.1111/jan.12345",
    "10.1080/09638288.2016.1234567",
    "10.1177/0269215511423456",
    "10.3390/ijerph17010123",
    "10.1001/jama.2016.1234",
    "10.1001/archinte.168.3.123",
    "10.1056/NEJMoa1501234",
    "10.1136/bmj.l1234",
    "10.1136/bjsports-2017-098765",
    "10.1093/ptj/pzz012",
    "10.1093/occmed/51.2.124",
    "10.2519/jospt.2012.42.4.A1",
    "10.2519/jospt.2019.8765",
    "10.1097/BRS.0000000000001234",
    "10.1097/00007632-200012150-00013",
    "10.1186/1471-2474-11-123",
    "10.1186/s12891-017-1234-5",
    "10.1038/nature12345",
    "10.1038/s41598-019-41234-5",
    "10.1073/pnas.1234567109",
    "10.1126/science.1234567",
    "10.5281/zenodo.1234567",
    "10.48550/arXiv.2101.01234",
    "10.1089/acm.2010.0123",
    "10.1161/CIR.0000000000000123",
    "10.7554/eLife.12345",
    "10.2307/1234567",
    "10.1037/0022-3514.65.1.124",
    "10.1146/annurev-psych-012345-054321",
    "10.5194/abc-12-3456-2012",
    "10.1000.10/123",
    "10.4103/0971-5916.123456",
    "10.12968/bjom.2014.22.3.123",
)

BEFORE = (
    ("https://doi.org/https://doi.org/", "doi-doubled-resolver"),
    ("https://doi.org/http://dx.doi.org/", "doi-doubled-resolver"),
    ("http://dx.doi.org/https://doi.org/", "doi-doubled-resolver"),
    ("https://doi.org/doi.org/", "doi-doubled-resolver"),
    ("https://doi.org/https://", "doi-doubled-resolver"),
    ("doi.org/https://www.doi.org/", "doi-doubled-resolver"),
    ("https://doi.org/https%3A%2F%2Fdoi.org/", "doi-doubled-resolver"),
    ("https://doi.org/doi:https://doi.org/", "doi-doubled-resolver"),
    ("https://doi.org/doi:", "doi-label-in-url"),
    ("https://doi.org/DOI: ", "doi-label-in-url"),
    ("http://dx.doi.org/doi:", "doi-label-in-url"),
    ("https://doi.org/DOI ", "doi-label-in-url"),
    ("https://doi.org/doi/", "doi-label-in-url"),
    ("DOI: DOI: ", "doi-doubled-label"),
    ("doi:doi:", "doi-doubled-label"),
    ("DOI DOI ", "doi-doubled-label"),
    ("doi: https://doi.org/", "doi-label-before-url"),
    ("doi = https://doi.org/", "doi-label-before-url"),
    ("https:/doi.org/", "doi-scheme"),
    ("https//doi.org/", "doi-scheme"),
    ("https:doi.org/", "doi-scheme"),
    ("https:///doi.org/", "doi-scheme"),
    ("http:/dx.doi.org/", "doi-scheme"),
    ("htps://doi.org/", "doi-scheme"),
    ("htttps://doi.org/", "doi-scheme"),
    ("https;//doi.org/", "doi-scheme"),
    ("ttps://doi.org/", "doi-scheme"),
    ("https://https://doi.org/", "doi-scheme"),
    ("https:\\\\doi.org/", "doi-scheme"),
    ("https://d0i.org/", "doi-scheme"),
    ("https://dxdoi.org/", "doi-scheme"),
    ("https://doi.org", "doi-missing-slash"),
    ("http://dx.doi.org", "doi-missing-slash"),
    ("https://doi.org:", "doi-missing-slash"),
    ("https://doi.org.", "doi-missing-slash"),
    ("https://doi.org//", "doi-doubled-slash"),
    ("http://dx.doi.org//", "doi-doubled-slash"),
    ("https://doi.org/ ", "doi-space"),
    ("https://doi.org /", "doi-space"),
    ("https:// doi.org/", "doi-space"),
    ("https://doi. org/", "doi-space"),
    ("https://doi.\norg/", "doi-space"),
    ("http://doi.org/", "doi-http"),
    ("https://dx.doi.org/", "doi-legacy"),
    ("https://", "doi-malformed"),
    ("https://doi:", "doi-malformed"),
)

AFTER = (
    (".", "doi-trailing"),
    (",", "doi-trailing"),
    (";", "doi-trailing"),
    (":", "doi-trailing"),
    (")", "doi-trailing"),
    ("]", "doi-trailing"),
    (">", "doi-trailing"),
    ("*", "doi-trailing"),
    (").", "doi-trailing"),
    ("].", "doi-trailing"),
    (".”", "doi-trailing"),
    ("|", "doi-trailing"),
    ("/", "doi-trailing"),
    ("&", "doi-trailing"),
    ("(", "doi-trailing"),
    ("/full", "doi-suffix-junk"),
    ("/abstract", "doi-suffix-junk"),
    ("/pdf", "doi-suffix-junk"),
    ("/epdf", "doi-suffix-junk"),
    ("/meta", "doi-suffix-junk"),
    ("/summary", "doi-suffix-junk"),
    ("/fulltext.html", "doi-suffix-junk"),
    (".pdf", "doi-suffix-junk"),
    ("/-/dcsupplemental", "doi-suffix-junk"),
    ("/suppinfo", "doi-suffix-junk"),
    ("?utm_source=newsletter", "doi-suffix-junk"),
    ("?journalCode=abcd", "doi-suffix-junk"),
    ("&rfr_id=ori:rid", "doi-suffix-junk"),
    (";jsessionid=0A1B2C", "doi-suffix-junk"),
    ("#abstract", "doi-suffix-junk"),
    ("#", "doi-suffix-junk"),
    (".pmid:12345678", "doi-suffix-junk"),
    ("pmid:12345678", "doi-suffix-junk"),
    (";pmcid:pmc1234567", "doi-suffix-junk"),
    (".PMC1234567", "doi-suffix-junk"),
    (" PMID: 12345678", "doi-suffix-junk"),
    ("[doi]", "doi-suffix-junk"),
    (" [doi]", "doi-suffix-junk"),
    ("[pii]", "doi-suffix-junk"),
    ("[pubmed]", "doi-suffix-junk"),
    ("(2015)", "doi-suffix-junk"),
    ("(2015", "doi-suffix-junk"),
    (".(2015).", "doi-suffix-junk"),
    ("(epubaheadofprint)", "doi-suffix-junk"),
    ("[epubaheadofprint]", "doi-suffix-junk"),
    (".epub2015jan12", "doi-suffix-junk"),
    (".ecollection2015", "doi-suffix-junk"),
    ("advanceonlinepublication", "doi-suffix-junk"),
    (".articlepublishedonlinebeforeprint", "doi-suffix-junk"),
    (">accessed12", "doi-suffix-junk"),
    (".accessed12may2020", "doi-suffix-junk"),
    (" (accessed 12 May 2020)", "doi-suffix-junk"),
    (",retrievedfrom", "doi-suffix-junk"),
    (".availableat", "doi-suffix-junk"),
    ("http://www.example.org/a/b", "doi-suffix-junk"),
    (",http://www.example.org/a?id=3", "doi-suffix-junk"),
    (".www.example.org", "doi-suffix-junk"),
    (",pp.12-23", "doi-suffix-junk"),
    (",vol.3,no.4", "doi-suffix-junk"),
    (",12,345(2010)", "doi-suffix-junk"),
    (".......12,345(2010)", "doi-suffix-junk"),
    ("<br/>", "doi-suffix-junk"),
    ("</a>", "doi-suffix-junk"),
    ("issn:1234-5678", "doi-suffix-junk"),
)

TWICE = ("{0}.http://dx.doi.org/{0}", "{0}https://doi.org/{0}", "{0},doi:{0}", "{0}; {0}", "{0}{0}")


def _proposals(string: str) -> set[str | None]:
    return {fault.doi for fault in faults_in_doi(string)}


@pytest.mark.parametrize("doi", DOIS)
def test_well_written_dois_are_left_alone(doi: str) -> None:
    for string in (doi, f"https://doi.org/{doi}", f"doi:{doi}", f"DOI: {doi}", doi.upper()):
        assert faults_in_doi(string) == [], string
        assert faults_in_text(f"Shown in a trial ({string}).") == []


@pytest.mark.parametrize(("before", "rule"), BEFORE)
def test_what_stands_before_a_doi(before: str, rule: str) -> None:
    for doi in DOIS:
        faults = faults_in_doi(before + doi)
        assert rule in {fault.rule for fault in faults}, before + doi
        assert {fault.doi for fault in faults} == {doi}


@pytest.mark.parametrize(("after", "rule"), AFTER)
def test_what_hangs_on_a_doi(after: str, rule: str) -> None:
    for doi in DOIS:
        faults = faults_in_doi(doi + after)
        assert rule in {fault.rule for fault in faults}, doi + after
        assert {fault.doi for fault in faults} == {doi}, doi + after


@pytest.mark.parametrize("form", TWICE)
def test_the_same_doi_twice(form: str) -> None:
    for doi in DOIS:
        faults = faults_in_doi(form.format(doi))
        assert [(fault.rule, fault.doi) for fault in faults] == [("doi-glued-second", doi)], doi


@pytest.mark.parametrize("dash", "‐‑‒–—−")
def test_dashes_that_are_no_hyphens(dash: str) -> None:
    for doi in DOIS:
        if "-" in doi:
            faults = faults_in_doi(doi.replace("-", dash))
            assert [(fault.rule, fault.doi) for fault in faults] == [("doi-unicode-dash", doi)]


def test_white_space_inside() -> None:
    for doi in DOIS:
        for spoilt in (
            doi.replace("/", "/ ", 1),
            doi.replace("/", " /", 1),
            doi.replace(".", ". ", 1),
        ):
            faults = faults_in_doi(f"https://doi.org/{spoilt}")
            assert {fault.rule for fault in faults} == {"doi-space"}, spoilt
            assert {fault.doi for fault in faults} == {doi}


def test_white_space_after_each_sign_of_a_known_shape() -> None:
    for doi in DOIS[:-3]:
        for place, char in enumerate(doi):
            if char in ".-(" and place > 8:
                spoilt = doi[: place + 1] + " " + doi[place + 1 :]
                assert _proposals(spoilt) == {doi}, spoilt


def test_percent_codes() -> None:
    for doi in DOIS:
        faults = faults_in_doi(doi.replace("/", "%2F"))
        assert [(fault.rule, fault.doi) for fault in faults][:1] == [("doi-percent", doi)]


def test_doubled_points_and_backslashes() -> None:
    for doi in DOIS:
        for spoilt in (doi.replace(".", "..", 1), doi[:-1] + "\\" + doi[-1], f"{doi}\\"):
            assert _proposals(spoilt) == {doi}, spoilt


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("10.1016/S0140-67360961234-5", "10.1016/S0140-6736(09)61234-5"),
        ("10.1016/S0140673609612345", "10.1016/S0140-6736(09)61234-5"),
        ("10.1016/j.jbiomech2014.07.123", "10.1016/j.jbiomech.2014.07.123"),
        ("10.1016/j.jbiomech,2014.07.123.", "10.1016/j.jbiomech.2014.07.123"),
        ("10.1016/jjbiomech.2014.07.123", "10.1016/j.jbiomech.2014.07.123"),
        ("10.1016j.jbiomech.2014.07.123", "10.1016/j.jbiomech.2014.07.123"),
        ("10.1016.j.jbiomech.2014.07.123", "10.1016/j.jbiomech.2014.07.123"),
        ("10.1016./j.jbiomech.2014.07.123", "10.1016/j.jbiomech.2014.07.123"),
        ("10,1016/j.jbiomech.2014.07.123", "10.1016/j.jbiomech.2014.07.123"),
        ("1O.1016/j.jbiomech.2014.07.123", "10.1016/j.jbiomech.2014.07.123"),
        ("10.106/j.jbiomech.2014.07.123", "10.1016/j.jbiomech.2014.07.123"),
        ("10.10116/j.jbiomech.2014.07.123", "10.1016/j.jbiomech.2014.07.123"),
        ("10.1007/s005860122345-6", "10.1007/s00586-012-2345-6"),
        ("10.1007/s00586 012 2345 6", "10.1007/s00586-012-2345-6"),
        ("10.1007/s00586-012-2345-6s00586-012-2345-6", "10.1007/s00586-012-2345-6"),
        ("10.1007/978-3-319-12345-6__12", "10.1007/978-3-319-12345-6_12"),
        ("10.1007/978-3-319-12345-6 12", "10.1007/978-3-319-12345-6_12"),
        ("10.1007/978-3-319-12345-6-12", "10.1007/978-3-319-12345-6_12"),
        ("10.1007/BF-01234567", "10.1007/BF01234567"),
        ("10.1371/journalpone.0123456", "10.1371/journal.pone.0123456"),
        ("10.1371/journal.pone0123456", "10.1371/journal.pone.0123456"),
        ("10.3389/fneur201901234", "10.3389/fneur.2019.01234"),
        ("10.1111/j.13652702.2009.02812.x", "10.1111/j.1365-2702.2009.02812.x"),
        ("10.1111/j.1365-2702.2009.02812x", "10.1111/j.1365-2702.2009.02812.x"),
        ("10.1155/2014:123456", "10.1155/2014/123456"),
        ("10.1037/00223514.65.1.124", "10.1037/0022-3514.65.1.124"),
        ("10.1080/0963-8288.2016.1234567", "10.1080/09638288.2016.1234567"),
        ("10.1097/0000763220001215000013", "10.1097/00007632-200012150-00013"),
        ("10.48550/arXiv:2101.01234", "10.48550/arXiv.2101.01234"),
        ("10.48550/arXiv.2101.01234v3", "10.48550/arXiv.2101.01234"),
        ("10.1101/123987v2.full", "10.1101/123987"),
        ("10.1093/nar/abc1234abc1234[pii]", "10.1093/nar/abc1234"),
        ("abc1234[pii]10.1093/nar/abc1234[doi]", "10.1093/nar/abc1234"),
        ("10.1073/pnas.12345671091234567109", "10.1073/pnas.1234567109"),
        ("10.1016/<i>j.spinee</i>.2014.07.123", "10.1016/j.spinee.2014.07.123"),
        ("10.1016/j.spinee<add>x</add>.2014.07.123", "10.1016/j.spinee.2014.07.123"),
        ("10.1016/10.1016/j.jbiomech.2014.07.123", "10.1016/j.jbiomech.2014.07.123"),
        ("10.1016/doi:10.1016/j.jbiomech.2014.07.123", "10.1016/j.jbiomech.2014.07.123"),
        ("10.1016/j.jbiomech.2014.07.123\\n", "10.1016/j.jbiomech.2014.07.123"),
        ("10.1016/j.jbiomech.2014.07.123.©elsevier", "10.1016/j.jbiomech.2014.07.123"),
        ("10.1016/j.jbiomech.2014.07.123\ufffd", "10.1016/j.jbiomech.2014.07.123"),
        ("10.1007/s00586\ufffd012\ufffd2345\ufffd6", "10.1007/s00586-012-2345-6"),
        ("10.1037/0022-351×.65.1.124", "10.1037/0022-351x.65.1.124"),
        (
            "10.1002/(SICI)1097-4571(199806)49:8&lt;693::AID-ASI4&gt;3.0.CO;2-O",
            "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
        ),
        (
            "10.1002/(SICI)1097-4571(199806)49:8 <693::AID-ASI4>3.0.CO;2-O",
            "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
        ),
        (
            "10.1002/(SICI)1097-4571(199806)49:8〈693::AID-ASI4〉3.0.CO;2-O/abstract",
            "10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O",
        ),
    ],
)
def test_the_publishers_shape_tells_what_is_meant(written: str, meant: str) -> None:
    assert _proposals(written) == {meant}


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("10.1016/j", "doi-truncated"),
        ("10.1016/j.jbiomech.2014", "doi-truncated"),
        ("10.1016/j.jbiomech.2014.07.1", "doi-truncated"),
        ("10.1016/S0140-6736(09", "doi-truncated"),
        ("10.1007/s", "doi-truncated"),
        ("10.1007/s00586-012-2345", "doi-truncated"),
        ("10.1371/journal.pone.0", "doi-truncated"),
        ("10.1002/acr", "doi-truncated"),
        ("10.1016/", "doi-truncated"),
        ("10.251/12345", "doi-prefix"),
        ("10.1007/s005861-012-2345-6", "doi-malformed"),
        ("10.1371/journal.pone.01234567", "doi-malformed"),
        ("not a DOI", "doi-malformed"),
        ("https://doi.org/https://www.example.org/page", "doi-malformed"),
    ],
)
def test_what_cannot_be_repaired_gets_no_proposal(written: str, rule: str) -> None:
    faults = faults_in_doi(written)
    assert rule in {fault.rule for fault in faults}
    assert {fault.doi for fault in faults} == {None}


@pytest.mark.parametrize(("before", "rule"), BEFORE)
def test_faults_before_a_doi_are_found_in_text(before: str, rule: str) -> None:
    text = "Smith J. A trial. J Test. 2012. {}10.1016/j.jbiomech.2014.07.123. Later text."
    faults = faults_in_text(text.format(before))
    assert rule in {fault.rule for fault in faults}
    assert {fault.doi for fault in faults} == {"10.1016/j.jbiomech.2014.07.123"}


@pytest.mark.parametrize(("before", "rule"), BEFORE)
@pytest.mark.parametrize("after", [".", "/full", " PMID: 12345678", "(2015)"])
def test_safe_corrections_are_final(before: str, rule: str, after: str) -> None:
    for doi in DOIS[:6]:
        string = before + doi + after
        mended = safely_corrected(string, faults_in_doi(string))
        again = faults_in_doi(mended)
        assert not any(fault.safe for fault in again), mended
        assert all(canonical(fault.doi or "") == canonical(doi) for fault in again)
