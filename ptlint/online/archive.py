"""Does the Internet Archive hold a copy of a page? (Wayback availability API)"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from ptlint.online.answers import Answer, Kind, Question, Verdict
from ptlint.online.exchange import Inquiry, NoReply, Request, Steps, why
from ptlint.online.services import Service


def copied(address: str, service: Service) -> Inquiry:
    """Asks for the copy nearest to today."""
    question = Question(Kind.COPY, address)
    return Inquiry((question,), _steps(question, service))


def _steps(question: Question, service: Service) -> Steps:
    url = f"{service.base}/wayback/available?url={quote(question.key, safe='')}"
    reply = yield Request(url, accept="application/json", limit=100_000)
    if isinstance(reply, NoReply) or reply.status != 200:
        return {question: Answer(Verdict.UNKNOWN, why(reply))}
    body = reply.json()
    snapshots = body.get("archived_snapshots") if isinstance(body, dict) else None
    if not isinstance(snapshots, dict):
        return {question: Answer(Verdict.UNKNOWN, why(reply))}
    return {question: _answer(snapshots.get("closest"))}


def _answer(closest: Any) -> Answer:
    """The copy, if it is one of a page and not of its error."""
    usable = (
        isinstance(closest, dict)
        and closest.get("available") is True
        and str(closest.get("status")) == "200"
        and str(closest.get("url", "")).startswith(("http://web.archive.org/", "https://"))
    )
    if not usable:
        return Answer(Verdict.MISSING, "the Internet Archive holds no copy", status=200)
    address = str(closest["url"]).replace("http://web.archive.org/", "https://web.archive.org/", 1)
    return Answer(Verdict.OK, str(closest.get("timestamp", ""))[:8], status=200, address=address)
