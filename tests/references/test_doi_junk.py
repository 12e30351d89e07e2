"""What hangs on a DOI is found by its signs first: they must miss nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ptlint.references.doi.tables import junk_start, pattern
from ptlint.vocabulary import load

_FRAGMENTS = (
    *("/", ".", "-", ":", ";", ",", "(", ")", "[", "]", "?", "=", "&", "#", " ", "_", "…", "©"),
    *("1", "12", "2019", "1234567", "s00", "x", "a", "full", "abstract", "pdf", "html", "-/dc1"),
    *(
        "suppinf0",
        "download",
        "acprof-9781234567890",
        "utm",
        "jsessionid",
        "http://",
        "www.",
        "org",
    ),
    *("doi", "doi:10.", "ftp://", "example.com", "sagepub", "onlinelibrary.wiley", "pmid", "pmcid"),
    *("pmc12345", "pubmed", "medline", "epub", "issn", "arxiv", "mr1234567", "crossref", "scopus"),
    *("google scholar", "web of science", "ahead of print", "advance online", "first published"),
    *("onlinefirst", "early view", "e-collection", "inpress", "forthcoming", "eprint", "article"),
    *(
        "accessed",
        "retrieved",
        "lastvisited",
        "viewed",
        "consulté",
        "available",
        "cited",
        "zugriff",
    ),
    *("abgerufen", "acesso em", "aceso em", "disponible", "dostęp", "seenon", "readon", "march"),
    *("pp", "p", "vol", "no", "issue", "pages", "jan", "...", "®", "™"),
)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(_FRAGMENTS), max_size=9).map("".join))
def test_nothing_is_missed_for_want_of_a_sign(low: str) -> None:
    starts = [
        found.start()
        for kind in load("doi")["junk"].values()
        if (found := pattern("|".join(kind["parts"])).search(low, 1))
    ]
    assert junk_start(low, len(low)) == min(starts, default=len(low))
