"""Which agency a DOI belongs to, and what that has on record for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ptlint.online import crossref, csl, datacite
from ptlint.online.answers import Answer, Kind, Question, Verdict, Work
from ptlint.online.exchange import Inquiry, NoReply, Reply, Request, Steps, why
from ptlint.online.redirects import followed
from ptlint.online.services import Service, Services, in_path
from ptlint.record import record

_AT_ONCE = 20


@record
class Desk:
    """Where to ask, and in whose name."""

    services: Services
    mail: str = ""


def agencies(dois: Sequence[str], service: Service) -> Iterator[Inquiry]:
    """Asks which agencies registered DOIs (DOI Handbook, doiRA), twenty at a time."""
    for start in range(0, len(dois), _AT_ONCE):
        batch = tuple(Question(Kind.AGENCY, doi) for doi in dois[start : start + _AT_ONCE])
        yield Inquiry(batch, _agencies(batch, service))


def _agencies(batch: tuple[Question, ...], service: Service) -> Steps:
    listed = ",".join(in_path(each.key, also=",") for each in batch)
    reply = yield Request(f"{service.base}/doiRA/{listed}", accept="application/json")
    found: dict[str, str] = {}
    body = _json(reply)
    for each in body if isinstance(body, list) else ():
        if isinstance(each, dict) and isinstance(each.get("RA"), str):
            found[str(each.get("DOI", "")).lower()] = each["RA"]
    return {
        each: Answer(Verdict.OK, source=found[each.key])
        if each.key in found
        else Answer(Verdict.UNKNOWN, why(reply))
        for each in batch
    }


def described(doi: str, agency: str, desk: Desk) -> Inquiry:
    """Asks what a DOI names; of a DOI that is registered only.

    Args:
        agency: who registered it; Crossref, which has nearly all articles, when it is not known.
    """
    question = Question(Kind.WORK, doi)
    return Inquiry((question,), _record(question, agency or "Crossref", desk))


def _record(question: Question, agency: str, desk: Desk) -> Steps:
    doi, services = question.key, desk.services
    reply: Reply | NoReply
    if agency == "Crossref":
        reply = yield crossref.request(doi, services.crossref, desk.mail)
        work = crossref.work(_json(reply), doi)
    elif agency == "DataCite":
        reply = yield datacite.request(doi, services.datacite)
        work = datacite.work(_json(reply), doi)
    else:
        visit = yield from followed(csl.request(doi, services.doi))
        reply = visit.reply
        work = csl.work(_json(reply), doi)
    return {question: _answer(reply, work)}


def _json(reply: Reply | NoReply) -> Any:
    return reply.json() if isinstance(reply, Reply) and reply.status == 200 else None


def _answer(reply: Reply | NoReply, work: Work | None) -> Answer:
    if work is not None:
        return Answer(Verdict.OK, status=200, work=work)
    status = reply.status if isinstance(reply, Reply) else None
    return Answer(Verdict.UNKNOWN, why(reply), status=status)
