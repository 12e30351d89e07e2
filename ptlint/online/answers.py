"""Questions to servers, and the answers that checks read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from ptlint.record import field, record


class Kind(StrEnum):
    """What is asked.

    DOI: is it registered? AGENCY: with whom? WORK: what does the DOI name, and was it retracted?
    PMID: the same for a PubMed number. LINK: does the address work? ANCHOR: is the place on the
    page that the part behind "#" names there? COPY: does an archive hold the page?
    """

    DOI = "doi"
    AGENCY = "agency"
    WORK = "work"
    PMID = "pmid"
    LINK = "link"
    ANCHOR = "anchor"
    COPY = "copy"


class Verdict(StrEnum):
    """What came of a question; UNKNOWN is never an accusation and never stored."""

    OK = "ok"
    MISSING = "missing"
    MOVED = "moved"
    SOFT_404 = "soft-404"
    UNKNOWN = "unknown"


@record(order=True)
class Question:
    """One thing to ask; ``key`` is a canonical DOI, a PMID or an absolute address."""

    kind: Kind
    key: str


@record
class Notice:
    """A published notice about a work.

    Attributes:
        kind: "retraction", "concern" or "correction".
        doi: the notice's own DOI, "" where it has none.
        source: who says so ("Crossref", "Retraction Watch", "PubMed").
    """

    kind: str
    doi: str
    source: str


@record
class Work:
    """What an agency or PubMed has on record for a work.

    Attributes:
        authors: family names, or names of organisations, in order.
        years: the years of print, of online publication and of issue.
        page: the first page or article number.
        published_as: the DOI of the article that a preprint has become.
        sources: which records were read.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    container: str = ""
    volume: str = ""
    page: str = ""
    notices: tuple[Notice, ...] = ()
    preprint: bool = False
    published_as: str = ""
    sources: tuple[str, ...] = ()


@record
class Answer:
    """A verdict with its reason.

    Attributes:
        reason: in words for a writer.
        asked: when, in seconds since 1970.
        source: the agency of a DOI.
        status: its HTTP status, if it answered by HTTP at all.
        address: where a link has moved to, or an archive's copy.
        work: what is on record, for WORK and PMID.
    """

    verdict: Verdict
    reason: str = ""
    asked: float = 0.0
    source: str = ""
    status: int | None = None
    address: str = ""
    work: Work | None = None


@record
class Answers:
    """All answers of a run, for checks to look up."""

    known: Mapping[Question, Answer] = field(default_factory=dict)

    def to(self, kind: Kind, key: str) -> Answer | None:
        """The answer to a question; None if it was not asked."""
        return self.known.get(Question(kind, key))

    def verdict(self, kind: Kind, key: str) -> Verdict | None:
        answer = self.to(kind, key)
        return answer.verdict if answer else None


def unknown(questions: Iterable[Question], reason: str) -> dict[Question, Answer]:
    """The same "could not be asked" for several questions."""
    return {each: Answer(Verdict.UNKNOWN, reason) for each in questions}
