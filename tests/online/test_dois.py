"""DOIs and PubMed numbers: what the services say, and what is made of it.

The replies are in the form that the services' documentation gives, about works that do not exist.
"""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from ptlint.online import crossref, csl, datacite
from ptlint.online.answers import Kind, Notice, Question, Verdict
from ptlint.online.handles import PROBE
from ptlint.online.session import ask
from ptlint.record import replace

DOI = "10.5555/elbow.21"
PORTAL = b"<!doctype html><html><title>Welcome to Cafe Wi-Fi</title><form>Log in</form></html>"
JSON = {"Content-Type": "application/json;charset=UTF-8"}


def handle(doi: str, code: int = 1) -> bytes:
    body: dict[str, object] = {"responseCode": code, "handle": doi}
    if code == 1:
        data = {"format": "string", "value": "https://www.oakstreet.org/elbow"}
        body["values"] = [{"index": 1, "type": "URL", "data": data, "ttl": 86400}]
    return json.dumps(body).encode()


def path_of(doi: str) -> str:
    return f"/api/handles/{doi}?type=URL"


@pytest.fixture
def probed(server, said):
    server.says(path_of(PROBE), said(200, handle(PROBE), JSON))
    return server


def answers(plan, *questions: Question):
    return ask(set(questions), plan).answers


@pytest.mark.parametrize(
    ("status", "body", "verdict"),
    [
        (200, handle(DOI), Verdict.OK),
        (200, handle(DOI.upper()), Verdict.OK),
        (200, handle(DOI, 200), Verdict.OK),
        (404, handle(DOI, 100), Verdict.MISSING),
        (200, handle(DOI, 100), Verdict.UNKNOWN),
        (404, handle(DOI, 1), Verdict.UNKNOWN),
        (404, handle("10.5555/other", 100), Verdict.UNKNOWN),
        (500, handle(DOI, 2), Verdict.UNKNOWN),
        (200, PORTAL, Verdict.UNKNOWN),
        (404, PORTAL, Verdict.UNKNOWN),
        (404, b"", Verdict.UNKNOWN),
        (403, b"", Verdict.UNKNOWN),
        (429, b"", Verdict.UNKNOWN),
        (302, b"", Verdict.UNKNOWN),
        (200, b"[]", Verdict.UNKNOWN),
        (200, b"[" * 100_000, Verdict.UNKNOWN),
        (404, b'{"responseCode": "100"}', Verdict.UNKNOWN),
    ],
)
def test_registered(probed, said, plan, *, status, body, verdict) -> None:
    probed.says(path_of(DOI), said(status, body, {"Retry-After": "0"}))
    found = answers(plan, Question(Kind.DOI, DOI)).to(Kind.DOI, DOI)
    assert found.verdict is verdict
    assert found.reason or verdict is Verdict.OK


@pytest.mark.parametrize(
    ("status", "body"), [(404, handle(PROBE, 100)), (200, PORTAL), (503, b""), (403, b"")]
)
def test_nothing_is_missing_where_the_probe_fails(server, said, plan, status, body) -> None:
    server.says(path_of(PROBE), said(status, body, {"Retry-After": "0"}))
    server.says(path_of(DOI), said(404, handle(DOI, 100), JSON))
    found = answers(plan, Question(Kind.DOI, DOI)).to(Kind.DOI, DOI)
    assert found.verdict is Verdict.UNKNOWN
    assert "known to exist" in found.reason


def test_signs_in_dois_are_encoded(probed, said, plan) -> None:
    doi = "10.5555/0003(2003)277<0001:ab>2.0.co;2"
    path = path_of("10.5555/0003(2003)277%3C0001:ab%3E2.0.co;2")
    probed.says(path, said(200, handle(doi), JSON))
    assert answers(plan, Question(Kind.DOI, doi)).verdict(Kind.DOI, doi) is Verdict.OK


MESSAGE = {
    "DOI": DOI,
    "type": "journal-article",
    "title": ["Walking and the <i>healing</i> of sore elbows"],
    "container-title": ["Journal of Elbow Care"],
    "author": [
        {"given": "Paula", "family": "Brand", "sequence": "first", "affiliation": []},
        {"name": "Elbow Trial Group", "sequence": "additional", "affiliation": []},
    ],
    "published-print": {"date-parts": [[2021, 4]]},
    "published-online": {"date-parts": [[2020, 12, 9]]},
    "issued": {"date-parts": [[2020, 12, 9]]},
    "volume": "14",
    "issue": "2",
    "page": "33-41",
}


def update(kind: str, doi: str = "10.5555/notice.1", source: str = "publisher", stamp: int = 1):
    return {
        "DOI": doi, "type": kind, "label": kind.title(), "source": source,
        "updated": {"date-parts": [[2022, 1, 5]], "timestamp": stamp},
    }  # fmt: skip


def record(**more: object):
    return crossref.work({"status": "ok", "message": {**MESSAGE, **more}}, DOI)


def test_crossrefs_record() -> None:
    work = record()
    assert work.title == "Walking and the healing of sore elbows"
    assert work.authors == ("Brand", "Elbow Trial Group")
    assert work.years == (2020, 2021)
    assert (work.volume, work.page) == ("14", "33")
    assert work.notices == ()


@pytest.mark.parametrize(
    ("more", "notices"),
    [
        ({"updated-by": [update("retraction")]}, [("retraction", "10.5555/notice.1", "Crossref")]),
        (
            {"updated-by": [update("retraction"), update("retraction", source="retraction-watch")]},
            [("retraction", "10.5555/notice.1", "Crossref")],
        ),
        (
            {"updated-by": [update("withdrawal", source="retraction-watch")]},
            [("retraction", "10.5555/notice.1", "Retraction Watch")],
        ),
        (
            {"updated-by": [update("expression_of_concern"), update("erratum", "10.5555/n.2")]},
            [
                ("concern", "10.5555/notice.1", "Crossref"),
                ("correction", "10.5555/n.2", "Crossref"),
            ],
        ),
        ({"updated-by": [update("new_version"), update("addendum")]}, []),
        ({"updated-by": [update("retraction"), update("reinstatement", stamp=9)]}, []),
        ({"update-to": [update("retraction", "10.5555/some.older.work")]}, []),
        ({"update-to": [update("retraction", DOI)]}, [("retraction", "", "Crossref")]),
        ({"title": ["RETRACTED ARTICLE: Walking"]}, [("retraction", "", "Crossref")]),
        ({"title": ["Retracted and corrected: a history of trust"]}, []),
        ({"updated-by": "nonsense"}, []),
        ({"updated-by": [None, 3, {}]}, []),
    ],
)
def test_crossrefs_notices(more, notices) -> None:
    assert [(each.kind, each.doi, each.source) for each in record(**more).notices] == notices


def test_a_preprint_that_was_published() -> None:
    relation = {
        "is-preprint-of": [{"id-type": "doi", "id": "10.5555/ELBOW.22", "asserted-by": "subject"}]
    }
    work = record(subtype="preprint", relation=relation)
    assert work.preprint
    assert work.published_as == "10.5555/elbow.22"


@pytest.mark.parametrize(
    "body",
    [None, [], {}, {"message": []}, {"message": {}}, {"message": {"DOI": "10.5555/other"}}],
)
def test_no_record_of_this_doi(body) -> None:
    assert crossref.work(body, DOI) is None
    assert datacite.work(body, DOI) is None
    assert csl.work(body, DOI) is None


@pytest.mark.parametrize(
    "broken",
    [
        {"title": []}, {"title": None}, {"author": None}, {"author": ["x"]}, {"page": None},
        {"issued": {"date-parts": [[None]]}}, {"issued": None}, {"relation": []},
        {"published-print": {"date-parts": []}},
    ],
)  # fmt: skip
def test_records_with_holes(broken) -> None:
    assert record(**broken) is not None


def datacite_body(**attributes: object):
    known = {
        "titles": [{"title": "Walking and the healing of sore elbows"}],
        "creators": [{"name": "Brand, Paula", "nameType": "Personal", "familyName": "Brand"}],
        "publicationYear": 2021,
        "container": {},
        "types": {"resourceTypeGeneral": "Preprint"},
        "relatedIdentifiers": [],
    }
    return {"data": {"id": DOI, "type": "dois", "attributes": {**known, **attributes}}}


def related(kind: str, doi: str) -> dict[str, str]:
    return {
        "relationType": kind, "relatedIdentifierType": "DOI", "relatedIdentifier": doi,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("attributes", "published"),
    [
        ({}, ""),
        ({"relatedIdentifiers": [related("IsVersionOf", "10.1234/e.1")]}, "10.1234/e.1"),
        ({"relatedIdentifiers": [related("IsVersionOf", "https://doi.org/10.1/e")]}, "10.1/e"),
        ({"relatedIdentifiers": [related("IsVersionOf", "10.5555/elbow.20")]}, ""),
        ({"relatedIdentifiers": [related("References", "10.1234/e.1")]}, ""),
        (
            {
                "relatedIdentifiers": [related("IsVersionOf", "10.1234/e.1")],
                "types": {"resourceTypeGeneral": "Dataset"},
            },
            "",
        ),
        ({"titles": None, "creators": None, "types": None, "container": None}, ""),
    ],
)
def test_datacites_record(attributes, published) -> None:
    work = datacite.work(datacite_body(**attributes), DOI)
    assert work.published_as == published
    assert work.years == (2021,)


def test_csl() -> None:
    body = {
        "DOI": DOI, "title": "Walking", "author": [{"family": "Brand"}, {"literal": "Group"}],
        "issued": {"date-parts": [["2021", 4]]}, "volume": 14, "page": "33-41",
    }  # fmt: skip
    work = csl.work(body, DOI)
    assert (work.title, work.authors, work.years) == ("Walking", ("Brand", "Group"), (2021,))
    assert (work.volume, work.page) == ("14", "33")


@pytest.mark.parametrize(
    ("agency", "path", "body"),
    [
        ("Crossref", f"/v1/works/{DOI}", {"message": MESSAGE}),
        ("DataCite", f"/dois/{DOI}", datacite_body()),
        ("mEDRA", f"/{DOI}", {"DOI": DOI, "title": MESSAGE["title"][0]}),
    ],
)
def test_each_agency_is_asked_in_its_own_way(probed, said, plan, *, agency, path, body) -> None:
    probed.says(path_of(DOI), said(200, handle(DOI), JSON))
    listed = json.dumps([{"DOI": DOI, "RA": agency}]).encode()
    probed.says(f"/doiRA/{DOI}", said(200, listed, JSON))
    probed.says(path, said(200, json.dumps(body).encode(), JSON))
    found = answers(plan, Question(Kind.DOI, DOI), Question(Kind.WORK, DOI)).to(Kind.WORK, DOI)
    assert found.verdict is Verdict.OK
    assert "healing" in found.work.title


@pytest.mark.parametrize(
    ("status", "body"),
    [(404, b"Resource not found."), (200, PORTAL), (429, b""), (500, b""), (200, b"{}")],
)
def test_a_record_that_cannot_be_had_is_unknown(probed, said, plan, status, body) -> None:
    probed.says(path_of(DOI), said(200, handle(DOI), JSON))
    probed.says(f"/doiRA/{DOI}", said(200, PORTAL))
    probed.says(f"/v1/works/{DOI}", said(status, body, {"Retry-After": "0"}))
    found = answers(plan, Question(Kind.DOI, DOI), Question(Kind.WORK, DOI))
    assert found.verdict(Kind.DOI, DOI) is Verdict.OK
    assert found.verdict(Kind.WORK, DOI) is Verdict.UNKNOWN


def test_no_record_is_asked_for_of_what_is_not_registered(probed, said, plan) -> None:
    probed.says(path_of(DOI), said(404, handle(DOI, 100), JSON))
    answers(plan, Question(Kind.DOI, DOI), Question(Kind.WORK, DOI))
    assert not any("doiRA" in path or "works" in path for _, path, _ in probed.requests)


def test_agencies_come_twenty_at_a_time(probed, said, plan) -> None:
    dois = [f"10.5555/a,{number:02}" for number in range(45)]
    for doi in dois:
        probed.says(path_of(doi), said(200, handle(doi), JSON))
    asked = {Question(kind, doi) for doi in dois for kind in (Kind.DOI, Kind.WORK)}
    ask(asked, plan)
    lists = [path for _, path, _ in probed.requests if path.startswith("/doiRA/")]
    assert sorted(path.count(",") + 1 for path in lists) == [5, 20, 20]
    assert all("%2C" in path for path in lists)


def article(pmid: str, extra: str = "", kinds: str = "<PublicationType>Journal Article"
            "</PublicationType>") -> str:  # fmt: skip
    return f"""<PubmedArticle><MedlineCitation><PMID Version="1">{pmid}</PMID><Article>
      <Journal><JournalIssue><Volume>14</Volume><PubDate><Year>2021</Year></PubDate></JournalIssue>
      <Title>Journal of Elbow Care</Title></Journal>
      <ArticleTitle>Walking and the <i>healing</i> of sore elbows.</ArticleTitle>
      <Pagination><MedlinePgn>33-41</MedlinePgn></Pagination>
      <AuthorList><Author><LastName>Brand</LastName></Author></AuthorList>
      <PublicationTypeList>{kinds}</PublicationTypeList></Article>{extra}
      </MedlineCitation></PubmedArticle>"""


def pubmed_path(*pmids: str) -> str:
    return f"/entrez/eutils/efetch.fcgi?db=pubmed&retmode=xml&tool=ptlint&id={','.join(pmids)}"


def pubmed_body(*articles: str) -> bytes:
    return (
        '<?xml version="1.0" ?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle//EN" '
        '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_190101.dtd">'
        f"<PubmedArticleSet>{''.join(articles)}</PubmedArticleSet>"
    ).encode()


RETRACTED = (
    '<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><RefSource>J Elbow Care. '
    "2022;15(1):9. doi: 10.5555/notice.1.</RefSource><PMID>32</PMID></CommentsCorrections>"
    '<CommentsCorrections RefType="CommentIn"><RefSource>x</RefSource></CommentsCorrections>'
    "</CommentsCorrectionsList>"
)


def test_pubmed(server, said, plan) -> None:
    body = pubmed_body(
        article("31", RETRACTED, "<PublicationType>Retracted Publication</PublicationType>"),
        article("32", kinds="<PublicationType>Retracted Publication</PublicationType>"),
        article("33"),
    )
    server.says(pubmed_path("31", "32", "33", "34"), said(200, body))
    found = answers(plan, *(Question(Kind.PMID, pmid) for pmid in ("31", "32", "33", "34")))
    works = {pmid: found.to(Kind.PMID, pmid).work for pmid in ("31", "32", "33")}
    assert works["31"].notices == (Notice("retraction", "10.5555/notice.1", "PubMed"),)
    assert works["32"].notices == (Notice("retraction", "", "PubMed"),)
    assert works["33"].notices == ()
    assert works["33"].title == "Walking and the healing of sore elbows"
    assert (works["33"].years, works["33"].volume, works["33"].page) == ((2021,), "14", "33")
    assert found.verdict(Kind.PMID, "34") is Verdict.MISSING


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, PORTAL),
        (200, b""),
        (200, b"<eFetchResult><ERROR>busy</ERROR></eFetchResult>"),
        (400, pubmed_body()),
        (429, b'{"error":"API rate limit exceeded"}'),
        (200, pubmed_body(article("31"))[:-30]),
    ],
)
def test_pubmed_that_cannot_be_asked(server, said, plan, status, body) -> None:
    server.says(pubmed_path("31"), said(status, body, {"Retry-After": "0"}))
    assert answers(plan, Question(Kind.PMID, "31")).verdict(Kind.PMID, "31") is Verdict.UNKNOWN


def test_pubmeds_xml_reaches_no_files(server, said, plan, tmp_path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET")
    body = (
        f'<!DOCTYPE PubmedArticleSet [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        f"<PubmedArticleSet>{article('31').replace('Walking', '&x;')}</PubmedArticleSet>"
    )
    server.says(pubmed_path("31"), said(200, body.encode()))
    found = answers(plan, Question(Kind.PMID, "31")).to(Kind.PMID, "31")
    assert found.work is None or "SECRET" not in found.work.title


def test_the_contact_is_named(probed, said, plan) -> None:
    probed.says(path_of(DOI), said(200, handle(DOI), JSON))
    wanted = {Question(Kind.DOI, DOI), Question(Kind.WORK, DOI), Question(Kind.PMID, "31")}
    ask(wanted, replace(plan, contact="web@clinic.org"))
    mail = quote("web@clinic.org")
    assert any(path.endswith(f"?mailto={mail}") for _, path, _ in probed.requests)
    assert any(f"email={mail.replace('@', '%40')}" in path for _, path, _ in probed.requests)
    assert all("mailto:web@clinic.org" in head["User-Agent"] for _, _, head in probed.requests)
