"""Is a DOI registered? The handle system answers for every registration agency.

DOI Handbook, "Proxy server REST API": HTTP 200 with responseCode 1 (found) or 200 (found, no such
value), HTTP 404 with responseCode 100 (not found). Everything else, a login page of a network
with HTTP 200 included, says nothing about the DOI.
"""

from __future__ import annotations

from typing import Any

from ptlint.online.answers import Answer, Kind, Question, Verdict
from ptlint.online.exchange import Inquiry, NoReply, Reply, Request, Steps, why
from ptlint.online.services import Service, in_path

#: A DOI that is registered for good. Until it is found, nothing is called missing.
PROBE = "10.1000/1"

#: The reason of every "missing" of this module.
NOT_KNOWN = "doi.org does not know it"

_FOUND, _FOUND_WITHOUT_VALUE, _NOT_FOUND = 1, 200, 100


def registered(doi: str, service: Service) -> Inquiry:
    """Asks whether a DOI is registered."""
    question = Question(Kind.DOI, doi)
    return Inquiry((question,), _steps(question, service))


def _steps(question: Question, service: Service) -> Steps:
    url = f"{service.base}/api/handles/{in_path(question.key)}?type=URL"
    reply = yield Request(url, accept="application/json", limit=200_000)
    return {question: _answer(reply, question.key)}


def _answer(reply: Reply | NoReply, doi: str) -> Answer:
    if isinstance(reply, NoReply):
        return Answer(Verdict.UNKNOWN, why(reply))
    body = reply.json()
    code = _code(body, doi)
    if reply.status == 200 and code in (_FOUND, _FOUND_WITHOUT_VALUE):
        return Answer(Verdict.OK, status=200)
    if reply.status == 404 and code == _NOT_FOUND:
        return Answer(Verdict.MISSING, NOT_KNOWN, status=404)
    return Answer(Verdict.UNKNOWN, why(reply), status=reply.status)


def _code(body: Any, doi: str) -> int | None:
    """The response code, if the body is about this DOI."""
    if not isinstance(body, dict) or str(body.get("handle", "")).lower() != doi.lower():
        return None
    code = body.get("responseCode")
    return code if isinstance(code, int) else None
