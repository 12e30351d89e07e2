"""Carrying out many inquiries at the same time, each host at its own pace."""

from __future__ import annotations

import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ptlint.online.answers import Answer, Question, unknown
from ptlint.online.exchange import Inquiry, NoReply, Reply, Request
from ptlint.online.pace import Pace

_TICK = 0.1

Answered = dict[Question, Answer]


@dataclass(slots=True)
class _Task:
    inquiry: Inquiry
    request: Request
    tries: int = 0


class _Host:
    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.waiting: deque[_Task] = deque()


class Conductor:
    """Sends the requests of inquiries from a few threads.

    Args:
        send: carries out one request; called from several threads.
        pace: the pace of a host, asked once a host.
        connections: requests under way at the same time, over all hosts.
        deadline: when to give up (``time.monotonic``).
    """

    def __init__(
        self,
        send: Callable[[Request], Reply | NoReply],
        pace: Callable[[str], Pace],
        connections: int = 20,
        deadline: float = float("inf"),
    ) -> None:
        self._send, self._pace = send, pace
        self._connections, self._deadline = connections, deadline
        self._hosts: dict[str, _Host] = {}
        self._changed = threading.Condition()
        self._done: queue.SimpleQueue[tuple[Inquiry, Answered]] = queue.SimpleQueue()
        self._open = 0
        self._stopped = ""

    def run(self, inquiries: Iterable[Inquiry], heard: Callable[[Answered], None]) -> bool:
        """Carries out inquiries; ``heard`` gets the answers of each, in the calling thread.

        Returns:
            False if the user pressed Ctrl-C: what was not answered by then is unknown.
        """
        pending = {id(each): each for each in inquiries}
        self._open = len(pending)
        for each in pending.values():
            self._advance(each, None)
        count = min(self._connections, len(pending))
        for _ in range(count):
            threading.Thread(target=self._work, daemon=True).start()
        untouched = True
        try:
            while pending and not self._stopped:
                self._hear(pending, heard)
        except KeyboardInterrupt:
            untouched = False
            self._stop("the run was stopped")
        while not self._done.empty():
            self._hear(pending, heard)
        for each in pending.values():
            heard(unknown(each.questions, self._stopped))
        return untouched

    def _hear(self, pending: dict[int, Inquiry], heard: Callable[[Answered], None]) -> None:
        left = self._deadline - time.monotonic()
        try:
            inquiry, answers = self._done.get(timeout=max(0.0, min(left, _TICK)))
        except queue.Empty:
            if left <= 0:
                self._stop("the time for online checks was used up")
            return
        del pending[id(inquiry)]
        heard(answers)

    def _stop(self, reason: str) -> None:
        with self._changed:
            self._stopped = reason
            self._changed.notify_all()

    def _work(self) -> None:
        while (taken := self._next()) is not None:
            task, closed = taken
            request = task.request
            reply = NoReply(request.url, closed, True) if closed else self._send(request)
            self._settle(task, reply)

    def _next(self) -> tuple[_Task, str] | None:
        """The next request whose host may be asked now, or why that host is not asked any more.

        None when there will be no further request.
        """
        with self._changed:
            while self._open and not self._stopped:
                now = time.monotonic()
                shortest: float | None = None
                for name, host in self._hosts.items():
                    if not host.waiting:
                        continue
                    wait = host.pace.wait(now)
                    if wait == 0.0 or host.pace.closed:
                        return self._taken(name, host, now)
                    if wait is not None:
                        shortest = wait if shortest is None else min(shortest, wait)
                self._changed.wait(shortest)
        return None

    def _taken(self, name: str, host: _Host, now: float) -> tuple[_Task, str]:
        task = host.waiting.popleft()
        host.pace.started(now)
        # The host goes to the end of the row, so that a busy one does not hold up the others.
        self._hosts[name] = self._hosts.pop(name)
        return task, host.pace.closed

    def _settle(self, task: _Task, reply: Reply | NoReply) -> None:
        with self._changed:
            host = self._hosts[task.request.host]
            again = host.pace.ended(reply, time.monotonic(), task.tries)
            if again:
                task.tries += 1
                host.waiting.appendleft(task)
            self._changed.notify()
        if not again:
            self._advance(task.inquiry, reply)

    def _advance(self, inquiry: Inquiry, reply: Reply | NoReply | None) -> None:
        """Hands a reply to its inquiry and queues what that asks next."""
        try:
            request = next(inquiry.steps) if reply is None else inquiry.steps.send(reply)
        except StopIteration as end:
            self._end(inquiry, end.value)
        except Exception as error:
            reason = f"a fault of ptlint ({type(error).__name__}: {error})"
            self._end(inquiry, unknown(inquiry.questions, reason))
        else:
            self._queue(_Task(inquiry, request))

    def _queue(self, task: _Task) -> None:
        with self._changed:
            host = self._hosts.get(task.request.host)
            if host is None:
                host = _Host(self._pace(task.request.host))
                self._hosts[task.request.host] = host
            host.waiting.append(task)
            self._changed.notify()

    def _end(self, inquiry: Inquiry, answers: Answered) -> None:
        with self._changed:
            self._open -= 1
            if not self._open:
                self._changed.notify_all()
        self._done.put((inquiry, answers))
