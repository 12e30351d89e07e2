"""Sending one request and reading its reply, within limits of size and time.

Imported only together with urllib3, for a run with ``--online``.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from urllib.parse import urlsplit

import urllib3
from urllib3 import exceptions
from urllib3.response import BaseHTTPResponse

from ptlint.online.connections import NotPublicError, pools
from ptlint.online.exchange import NoReply, Reply, Request
from ptlint.online.guard import is_public, refusal
from ptlint.online.watchdog import Watchdog

_PIECE = 65_536
#: A little more than is wanted is read so that the connection can be used again.
_DRAIN = 65_536

#: What went wrong, in words, and whether asking again would be in vain; the first that fits.
_REASONS: tuple[tuple[type[Exception], str, bool], ...] = (
    (NotPublicError, "{} is not on the public internet", True),
    (exceptions.NameResolutionError, "no host {} was found", False),
    (exceptions.SSLError, "the certificate of {} could not be verified", True),
    (exceptions.NewConnectionError, "{} takes no connections", False),
    (exceptions.TimeoutError, "{} did not answer in time", False),
    (exceptions.LocationValueError, "the address of {} cannot be read", True),
    (UnicodeError, "the address of {} cannot be read", True),
)


class Transport:
    """Speaks HTTP; follows no redirects, tries nothing twice.

    Args:
        user_agent: who asks, with a way to reach them.
        connections: kept open to one host at most.
        connect: seconds to connect, and to wait for each piece.
        total: seconds for a whole exchange.
        allowed: which IP addresses may be spoken to; tests allow their own machine.
    """

    def __init__(
        self,
        user_agent: str,
        connections: int = 20,
        connect: float = 8.0,
        total: float = 20.0,
        allowed: Callable[[str], bool] = is_public,
    ) -> None:
        self._total = total
        self._dog = Watchdog()
        self._mine = threading.local()
        self._pool = urllib3.PoolManager(
            num_pools=200,
            maxsize=connections,
            headers={"User-Agent": user_agent, "Accept-Encoding": "gzip, deflate"},
            timeout=urllib3.Timeout(connect=connect, read=connect),
            retries=False,
        )
        self._pool.pool_classes_by_scheme = pools(allowed, self._watch)

    def __call__(self, request: Request) -> Reply | NoReply:
        """The reply to a request, or why there is none; never raises for what servers do."""
        refused = refusal(request.url)
        if refused:
            return NoReply(request.url, refused, final=True)
        try:
            with ExitStack() as self._mine.watched:
                self._mine.deadline = time.monotonic() + self._total
                return self._exchange(request)
        except (exceptions.HTTPError, OSError, ValueError) as error:
            return _no_reply(request, error, late=time.monotonic() >= self._mine.deadline)

    def stop(self) -> None:
        """Ends every exchange that is under way, and those that come."""
        self._dog.cut_all()

    def close(self) -> None:
        self.stop()
        self._pool.clear()

    def _watch(self, sock: socket.socket) -> None:
        self._mine.watched.enter_context(self._dog.over(sock, self._mine.deadline))

    def _exchange(self, request: Request) -> Reply:
        response = self._pool.request(
            request.method,
            request.url,
            headers={**self._pool.headers, "Accept": request.accept},
            redirect=False,
            preload_content=False,
        )
        try:
            body, whole = self._body(response, request)
        except BaseException:
            response.close()
            raise
        if whole:
            response.release_conn()
        else:
            # What is left unread must not be taken for the next reply.
            response.close()
        headers = {name.lower(): value for name, value in response.headers.items()}
        cut = not whole or len(body) > request.limit
        return Reply(request.url, response.status, headers, body[: request.limit], cut)

    def _body(self, response: BaseHTTPResponse, request: Request) -> tuple[bytes, bool]:
        if request.method == "HEAD":
            response.drain_conn()
            return b"", True
        pieces: list[bytes] = []
        size = 0
        while size <= max(request.limit, _DRAIN):
            piece = response.read1(_PIECE)
            if not piece:
                return b"".join(pieces), True
            if time.monotonic() > self._mine.deadline:
                raise exceptions.ReadTimeoutError(None, request.url, "too slow")  # type: ignore[arg-type]
            size += len(piece)
            pieces.append(piece)
        return b"".join(pieces), False


def _no_reply(request: Request, error: Exception, late: bool) -> NoReply:
    host = urlsplit(request.url).hostname or request.url
    while isinstance(error, exceptions.MaxRetryError) and error.reason:
        error = error.reason
    if late:
        error = exceptions.TimeoutError()
    for kind, what, final in _REASONS:
        if isinstance(error, kind):
            return NoReply(request.url, what.format(host), final)
    return NoReply(request.url, f"{host} broke off")
