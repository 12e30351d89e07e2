"""What PubMed has on record for its numbers (NCBI E-utilities, efetch; NLM's PubMed DTD).

One request serves up to a hundred numbers. A number is missing only if PubMed answered with a set
of articles that lacks it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

from ptlint.online.answers import Answer, Kind, Notice, Question, Verdict, Work
from ptlint.online.exchange import Inquiry, NoReply, Reply, Request, Steps, why
from ptlint.online.services import Service
from ptlint.pattern import later

_AT_ONCE = 100
_NOTICES = {
    "RetractionIn": "retraction",
    "ExpressionOfConcernIn": "concern",
    "ErratumIn": "correction",
    "CorrectedandRepublishedIn": "correction",
}
_TYPES = {"Retracted Publication": "retraction"}
_DOI = later(r"\b10\.\d{4,9}/[^\s;]{1,200}")
_ARTICLES = "PubmedArticle", "PubmedBookArticle"


def described(pmids: Sequence[str], service: Service, mail: str) -> Iterator[Inquiry]:
    """Asks what PubMed numbers name."""
    for start in range(0, len(pmids), _AT_ONCE):
        batch = tuple(Question(Kind.PMID, pmid) for pmid in pmids[start : start + _AT_ONCE])
        yield Inquiry(batch, _steps(batch, service, mail))


def _steps(batch: tuple[Question, ...], service: Service, mail: str) -> Steps:
    fields = {"db": "pubmed", "retmode": "xml", "tool": "ptlint"}
    fields |= {"email": mail} if mail else {}
    numbers = ",".join(each.key for each in batch)
    url = f"{service.base}/entrez/eutils/efetch.fcgi?{urlencode(fields)}&id={numbers}"
    reply = yield Request(url, accept="application/xml", limit=30_000_000)
    works = _works(reply)
    if works is None:
        return {each: Answer(Verdict.UNKNOWN, why(reply)) for each in batch}
    return {each: _answer(works.get(each.key)) for each in batch}


def _answer(work: Work | None) -> Answer:
    if work is None:
        return Answer(Verdict.MISSING, "PubMed does not know it", status=200)
    return Answer(Verdict.OK, status=200, work=work)


def _works(reply: Reply | NoReply) -> dict[str, Work] | None:
    """The articles of a reply by number; None if it is no set of articles."""
    if isinstance(reply, NoReply) or reply.status != 200 or reply.cut:
        return None
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(reply.body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None or root.tag != "PubmedArticleSet":
        return None
    found = {}
    for article in root:
        if article.tag in _ARTICLES:
            pmid = _text(article, ".//PMID")
            found[pmid] = _work(article)
    return found


def _work(article: Any) -> Work:
    title = _text(article, ".//ArticleTitle") or _text(article, ".//BookTitle")
    authors = [_text(each, "LastName") or _text(each, "CollectiveName")
               for each in article.findall(".//AuthorList/Author")]  # fmt: skip
    return Work(
        title=title.rstrip("."),
        authors=tuple(name for name in authors if name),
        years=tuple(sorted(set(_years(article)))),
        container=_text(article, ".//Journal/Title"),
        volume=_text(article, ".//JournalIssue/Volume"),
        page=re.split(r"[-–,;]", _text(article, ".//MedlinePgn"), maxsplit=1)[0].strip(),
        notices=tuple(_notices(article)),
        sources=("PubMed",),
    )


def _years(article: Any) -> Iterator[int]:
    for path in (".//JournalIssue/PubDate", ".//ArticleDate", ".//Book/PubDate"):
        for date in article.findall(path):
            match = re.search(r"\b(?:18|19|20)\d\d\b", "".join(date.itertext()))
            if match:
                yield int(match.group())


def _notices(article: Any) -> Iterator[Notice]:
    seen = set()
    for each in article.findall(".//CommentsCorrectionsList/CommentsCorrections"):
        kind = _NOTICES.get(each.get("RefType", ""))
        if kind:
            seen.add(kind)
            doi = _DOI.search(_text(each, "RefSource"))
            yield Notice(kind, doi.group().rstrip(".,)").lower() if doi else "", "PubMed")
    for each in article.findall(".//PublicationTypeList/PublicationType"):
        kind = _TYPES.get("".join(each.itertext()).strip())
        if kind and kind not in seen:
            yield Notice(kind, "", "PubMed")


def _text(node: Any, path: str) -> str:
    found = node.find(path)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""
