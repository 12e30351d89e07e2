"""One request, one reply, and inquiries: what is asked next in the light of what was replied.

An inquiry is a generator of requests. It says nothing of threads, waiting or retries, so it can
be read from top to bottom and tested by handing it replies.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from typing import Any
from urllib.parse import urlsplit

from ptlint.online.answers import Answer, Question
from ptlint.record import field, record


@record
class Request:
    """What to send.

    Attributes:
        limit: bytes of body to read at most; 0 reads none.
    """

    url: str
    method: str = "GET"
    accept: str = "*/*"
    limit: int = 2_000_000

    @property
    def host(self) -> str:
        """Scheme, host and port: what politeness is owed to."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"


@record
class Reply:
    """What a server sent: header names in lower case; ``cut`` when the body was longer."""

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: bool = False

    def json(self) -> Any:
        """The body as JSON; None if it is something else (a login page, a part of it)."""
        if self.cut:
            return None
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None


@record
class NoReply:
    """No answer by HTTP: a time limit, no such host, a certificate, a refusal of our own.

    Attributes:
        reason: in words for a writer.
        final: asking again would not help.
    """

    url: str
    reason: str
    final: bool = False


Steps = Generator[Request, "Reply | NoReply", dict[Question, Answer]]


@record
class Inquiry:
    """What answers some questions, together."""

    questions: tuple[Question, ...]
    steps: Steps


def why(reply: Reply | NoReply) -> str:
    """Why a reply settles nothing, for a writer."""
    host = urlsplit(reply.url).hostname or reply.url
    if isinstance(reply, NoReply):
        return reply.reason
    if reply.status == 429:
        return f"{host} asked us to wait"
    if reply.status in (401, 403):
        return f"{host} does not let programs in (HTTP {reply.status})"
    if reply.status >= 500:
        return f"{host} is out of order (HTTP {reply.status})"
    if 200 <= reply.status < 300:
        return f"{host} sent something else than was asked for"
    return f"{host} answered with HTTP {reply.status}"
