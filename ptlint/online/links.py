"""Does an address work, has the page moved, is the named place on it?"""

from __future__ import annotations

import re
from collections.abc import Generator
from urllib.parse import urlsplit

from ptlint.online.addresses import same_page
from ptlint.online.answers import Answer, Kind, Question, Verdict
from ptlint.online.exchange import Inquiry, NoReply, Reply, Request, Steps, why
from ptlint.online.places import absent_place, is_html
from ptlint.online.redirects import Visit, followed
from ptlint.pattern import later

_HTML = "text/html,application/xhtml+xml,*/*;q=0.8"
_LARGEST = 4_000_000
_GONE = (404, 410)
_ERROR_PATH = later(
    r"/(?:[^/]{0,40}[-_])?(?:error|404|not-?_?found|page-?not-?found|missing-page)"
    r"(?:[-_.][^/]{0,40})?/?\Z",
    re.I,
)
#: Where a redirect leads for the sake of the visitor, not because the page has moved.
_DETOUR = later(
    r"log-?in|sign-?in|signon|sso\b|oauth|auth/|consent|cookie|captcha|challenge|geo|session"
    r"|/blocked|denied|paywall|subscribe|unsupported",
    re.I,
)


def checked(address: str, fragments: tuple[str, ...] = ()) -> Inquiry:
    """Asks for a page, and whether it has the places that fragments name.

    Args:
        address: absolute, without a fragment.
        fragments: what stands behind "#" in the links to it.
    """
    questions = (
        Question(Kind.LINK, address),
        *(Question(Kind.ANCHOR, f"{address}#{each}") for each in fragments),
    )
    return Inquiry(questions, _steps(address, questions))


def _steps(address: str, questions: tuple[Question, ...]) -> Steps:
    visit = yield from _visited(address, wants_body=len(questions) > 1)
    answers = {questions[0]: judged(address, visit)}
    for each in questions[1:]:
        answers[each] = _placed(each.key.partition("#")[2], visit, answers[questions[0]])
    return answers


def _visited(address: str, wants_body: bool) -> Generator[Request, Reply | NoReply, Visit]:
    """HEAD, then GET unless all is well: servers treat HEAD badly, and gone is gone twice."""
    if not wants_body:
        visit = yield from followed(Request(address, "HEAD", accept=_HTML, limit=0))
        fine = judged(address, visit).verdict in (Verdict.OK, Verdict.MOVED)
        if fine or (isinstance(visit.reply, NoReply) and visit.reply.final):
            return visit
    limit = _LARGEST if wants_body else 0
    visit = yield from followed(Request(address, accept=_HTML, limit=limit))
    if wants_body and isinstance(visit.reply, Reply) and visit.reply.status in _GONE:
        visit = yield from followed(Request(address, accept=_HTML, limit=0))
    return visit


def judged(address: str, visit: Visit) -> Answer:
    """The verdict on an address from where a visit to it ended."""
    reply = visit.reply
    if isinstance(reply, NoReply):
        return Answer(Verdict.UNKNOWN, reply.reason)
    status = reply.status
    if status in _GONE:
        return Answer(Verdict.MISSING, _gone(status), status=status)
    if not 200 <= status < 300:
        return Answer(Verdict.UNKNOWN, why(reply), status=status)
    if visit.hops and is_soft_404(address, reply.url):
        reason = f"the server sends visitors on to {reply.url}"
        return Answer(Verdict.SOFT_404, reason, status=status, address=reply.url)
    if visit.moved_to and not _is_detour(address, visit.moved_to):
        return Answer(Verdict.MOVED, status=status, address=visit.moved_to)
    return Answer(Verdict.OK, status=status)


def _gone(status: int) -> str:
    return "the server has no such page (404)" if status == 404 else "the page was removed (410)"


def is_soft_404(asked: str, ended: str) -> bool:
    """Does a redirect from a page deep in a site end at a start page or an error page?"""
    before, after = urlsplit(asked), urlsplit(ended)
    if _ERROR_PATH.search(after.path) and not _ERROR_PATH.search(before.path):
        return True
    deep = before.path.strip("/").count("/") >= 1
    return deep and after.path.strip("/") == "" and not after.query


def _is_detour(asked: str, target: str) -> bool:
    """Is the new address one that a writer would not put on a page?"""
    if same_page(asked, target):
        return False
    new = urlsplit(target)
    if _DETOUR.search(f"{new.netloc}{new.path}?{new.query}") and not _DETOUR.search(asked):
        return True
    # A start page is no new place of a page: whoever moved it has lost it.
    return new.path.strip("/") == "" and urlsplit(asked).path.strip("/") != ""


def _placed(fragment: str, visit: Visit, page: Answer) -> Answer:
    reply = visit.reply
    if page.verdict not in (Verdict.OK, Verdict.MOVED) or isinstance(reply, NoReply):
        return Answer(Verdict.UNKNOWN, page.reason)
    if reply.cut or not is_html(reply):
        return Answer(Verdict.UNKNOWN, "only web pages of a common size are read")
    reason = absent_place(reply, fragment)
    if reason is None:
        return Answer(Verdict.UNKNOWN, "the page builds its text in the browser")
    return Answer(Verdict.MISSING, reason, status=200) if reason else Answer(Verdict.OK, status=200)
