"""Which link targets are asked, and in what form."""

from __future__ import annotations

import time

import pytest

from ptlint.online.addresses import asked_address, pmid_of_address, same_page
from ptlint.online.links import is_soft_404
from ptlint.online.places import named_place


@pytest.mark.parametrize(
    ("href", "asked"),
    [
        ("https://www.nhs.uk/conditions/", "https://www.nhs.uk/conditions/"),
        ("  https://www.nhs.uk/a ", "https://www.nhs.uk/a"),
        ("HTTPS://WWW.NHS.UK/A", "https://www.nhs.uk/A"),
        ("//www.nhs.uk/a", "https://www.nhs.uk/a"),
        ("www.nhs.uk/a", "https://www.nhs.uk/a"),
        ("https://www.nhs.uk", "https://www.nhs.uk/"),
        ("https://www.nhs.uk/a b?q=ü#s é", "https://www.nhs.uk/a%20b?q=%C3%BC#s%20%C3%A9"),
        ("https://www.nhs.uk/a%20b", "https://www.nhs.uk/a%20b"),
        ("https://münchen.de/x", "https://xn--mnchen-3ya.de/x"),
        ("/relative", None),
        ("page.html", None),
        ("#top", None),
        ("mailto:a@b.org", None),
        ("tel:123", None),
        ("javascript:void(0)", None),
        ("https://localhost/x", None),
        ("https://clinic/x", None),
        ("https://clinic.local/x", None),
        ("https://db.internal/x", None),
        ("https://www.example.org/x", None),
        ("https://oakstreet.example/x", None),
        ("https://notexample.org/x", "https://notexample.org/x"),
        ("https://u:p@host.org/", None),
        ("https://host.org:bad/", None),
        ("https://[::1/", None),
        ("https://" + "a" * 3000 + ".org/", None),
    ],
)
def test_asked_address(href: str, asked: str | None) -> None:
    assert asked_address(href) == asked


@pytest.mark.parametrize(
    ("address", "pmid"),
    [
        ("https://pubmed.ncbi.nlm.nih.gov/31234567/", "31234567"),
        ("https://pubmed.ncbi.nlm.nih.gov/31234567", "31234567"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/31234567", "31234567"),
        ("https://pubmed.ncbi.nlm.nih.gov/?term=elbow", None),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC31234567/", None),
        ("https://other.org/31234567/", None),
    ],
)
def test_pmid(address: str, pmid: str | None) -> None:
    assert pmid_of_address(address) == pmid


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("http://a.org/x", "https://www.a.org/x/", True),
        ("http://a.org/x", "https://a.org/y", False),
        ("http://a.org/x?q=1", "https://a.org/x", False),
    ],
)
def test_same_page(first: str, second: str, same: bool) -> None:
    assert same_page(first, second) is same


@pytest.mark.parametrize(
    ("asked", "ended", "soft"),
    [
        ("https://a.org/care/elbow", "https://a.org/", True),
        ("https://a.org/care/elbow", "https://a.org", True),
        ("https://a.org/elbow", "https://a.org/", False),
        ("https://a.org/care/elbow", "https://a.org/404", True),
        ("https://a.org/elbow", "https://a.org/en/not-found.html", True),
        ("https://a.org/elbow", "https://a.org/page-not-found/", True),
        ("https://a.org/elbow", "https://a.org/errors-in-medicine", False),
        ("https://a.org/elbow", "https://a.org/terror", False),
        ("https://a.org/elbow", "https://a.org/care/elbow-pain", False),
        ("https://a.org/care/elbow", "https://a.org/?page=7", False),
        ("https://a.org/medical-error", "https://www.a.org/medical-error", False),
    ],
)
def test_soft_404(asked: str, ended: str, soft: bool) -> None:
    assert is_soft_404(asked, ended) is soft


@pytest.mark.parametrize(
    ("fragment", "place"),
    [
        ("symptoms", ("symptoms", ())),
        ("sympt%C3%B4mes", ("symptômes", ())),
        ("", ("", ())),
        ("top", ("", ())),
        ("/route/3", ("", ())),
        ("!state", ("", ())),
        ("page=3", ("", ())),
        (":~:text=half%20of%20all", ("", ("half of all",))),
        ("s1:~:text=before-,start,end,-after", ("s1", ("start", "end"))),
        (":~:text=one&text=two", ("", ("one", "two"))),
    ],
)
def test_named_place(fragment: str, place: tuple[str, tuple[str, ...]]) -> None:
    assert named_place(fragment) == place


@pytest.mark.parametrize("sign", ["/", "a", ".", "not-", "error", "%", "#", ":~:text=", "www."])
def test_hostile_strings_take_no_time(sign: str) -> None:
    long = (sign * 100_000)[:100_000]
    start = time.process_time()
    asked_address(f"https://{long}")
    asked_address(f"https://a.org/{long}")
    pmid_of_address(f"https://a.org/{long}")
    is_soft_404("https://a.org/x/y", f"https://a.org/{long}")
    named_place(long)
    assert time.process_time() - start < 0.6
