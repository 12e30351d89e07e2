"""Following redirects one hop at a time, so that every host on the way is treated politely.

RFC 9110 15.4: 301 and 308 say that a page has moved for good, 302, 303 and 307 that it has not.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import suppress
from urllib.parse import urldefrag, urljoin

from ptlint.online.addresses import sendable
from ptlint.online.exchange import NoReply, Reply, Request
from ptlint.online.guard import refusal
from ptlint.record import record, replace

_MOST = 10
_REDIRECTS = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)


@record
class Visit:
    """Where a request ended.

    Attributes:
        reply: the first that is no redirect, or why there is none.
        moved_to: where the permanent redirects before any temporary one lead, "" without any.
        hops: how many redirects were followed.
    """

    reply: Reply | NoReply
    moved_to: str = ""
    hops: int = 0

    @property
    def url(self) -> str:
        return self.reply.url


def followed(request: Request) -> Generator[Request, Reply | NoReply, Visit]:
    """Sends a request and follows its redirects, up to ten, never in a circle."""
    seen = {request.url}
    moved_to, lasting = "", True
    for hops in range(_MOST + 1):
        reply = yield request
        location = reply.headers.get("location") if isinstance(reply, Reply) else None
        if isinstance(reply, NoReply) or reply.status not in _REDIRECTS or not location:
            return Visit(reply, moved_to, hops)
        target = absolute(request.url, location)
        refused = refusal(target)
        if refused or target in seen:
            reason = refused or "its redirects lead in a circle"
            return Visit(NoReply(request.url, reason, final=True), moved_to, hops)
        lasting = lasting and reply.status in _FOR_GOOD
        moved_to = target if lasting else moved_to
        seen.add(target)
        request = replace(request, url=target)
    return Visit(NoReply(request.url, "it redirects more than ten times", final=True), moved_to)


def absolute(base: str, location: str) -> str:
    """The target of a redirect as an absolute address without fragment."""
    with suppress(UnicodeError):
        # Header bytes arrive as Latin-1; servers mean UTF-8.
        location = location.encode("latin-1").decode("utf-8")
    try:
        return sendable(urldefrag(urljoin(base, location.strip()))[0])
    except ValueError:
        return ""
