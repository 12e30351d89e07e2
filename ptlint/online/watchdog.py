"""A limit on the whole of a request: the server that sends a byte now and then is cut off.

The time limits of sockets start anew with every byte that arrives.
"""

from __future__ import annotations

import contextlib
import heapq
import itertools
import socket
import threading
import time
from collections.abc import Iterator


class Watchdog:
    """Shuts sockets at their deadline, from a thread of its own that starts when needed."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._due: list[tuple[float, int]] = []
        self._held: dict[int, socket.socket] = {}
        self._number = itertools.count()
        self._thread: threading.Thread | None = None
        self._over = False

    @contextlib.contextmanager
    def over(self, sock: socket.socket, deadline: float) -> Iterator[None]:
        """Shuts ``sock`` if the block is not done at ``deadline`` (``time.monotonic``)."""
        number = next(self._number)
        with self._changed:
            self._held[number] = sock
            heapq.heappush(self._due, (deadline, number))
            self._start()
            if self._over:
                _shut(sock)
            elif self._due[0][1] == number:
                self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                self._held.pop(number, None)

    def cut_all(self) -> None:
        """Shuts every socket now, and those that come."""
        with self._changed:
            self._over = True
            for sock in self._held.values():
                _shut(sock)
            self._changed.notify()

    def _start(self) -> None:
        if self._thread is None and not self._over:
            self._thread = threading.Thread(target=self._watch, daemon=True)
            self._thread.start()

    def _watch(self) -> None:
        with self._changed:
            while not self._over:
                while self._due and self._due[0][1] not in self._held:
                    heapq.heappop(self._due)
                left = self._due[0][0] - time.monotonic() if self._due else None
                if left is None or left > 0:
                    self._changed.wait(left)
                else:
                    _shut(self._held.pop(heapq.heappop(self._due)[1]))


def _shut(sock: socket.socket) -> None:
    # Whatever state it is in: the thread that reads from it sees the end.
    with contextlib.suppress(OSError, ValueError):
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
