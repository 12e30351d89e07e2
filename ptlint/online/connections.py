"""Connections that look whom they speak to before a word is said.

Imported only together with urllib3, for a run with ``--online``.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError

#: Is this IP address one that may be spoken to?
Allowed = Callable[[str], bool]
#: Told of each socket before it is read from.
Watch = Callable[[socket.socket], None]


class NotPublicError(HTTPError):
    """The host's name leads to an address that is not on the public internet."""


def pools(allowed: Allowed, watch: Watch) -> dict[str, Any]:
    """The connection pools by scheme, for ``PoolManager.pool_classes_by_scheme``."""

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = _guarded(HTTPConnection, allowed, watch)

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = _guarded(HTTPSConnection, allowed, watch)

    return {"http": PlainPool, "https": SecurePool}


def _guarded(kind: type[Any], allowed: Allowed, watch: Watch) -> type[Any]:
    """A kind of connection that asks whom it speaks to, and shows each socket before reading."""

    class Guarded(kind):  # type: ignore[misc]
        def _new_conn(self) -> socket.socket:
            _require_public(self._dns_host, self.port, allowed)
            return _checked(super()._new_conn(), allowed, watch)

        def getresponse(self) -> Any:
            watch(self.sock)
            return super().getresponse()

    return Guarded


def _require_public(host: str, port: int, allowed: Allowed) -> None:
    """Refuses a name if any of its addresses is not public: nothing is sent there at all."""
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return  # connecting fails for the same reason, and says so
    if not all(allowed(str(each[4][0])) for each in found):
        raise NotPublicError(host)


def _checked(sock: socket.socket, allowed: Allowed, watch: Watch) -> socket.socket:
    """The address in use may differ from the one looked up: it is judged once more."""
    if not allowed(str(sock.getpeername()[0])):
        sock.close()
        raise NotPublicError(str(sock))
    watch(sock)
    return sock
