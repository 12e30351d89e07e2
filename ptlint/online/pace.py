"""How fast one host may be asked: its own limits first, ours where it names none."""

from __future__ import annotations

import email.utils
import re
import time
from collections.abc import Mapping

from ptlint.online.exchange import NoReply, Reply
from ptlint.pattern import later
from ptlint.record import record

#: Seconds: a host that wants longer is not asked again in this run.
LONGEST_WAIT = 60.0
#: Tries of one request that fails; who is asked to wait may try once more.
TRIES = 3
#: After so many failures on end a host is left in peace.
_FAILURES = 5
_NUMBER_WITH_UNIT = later(r"(\d{1,9}(?:\.\d{1,6})?)\s{0,3}(s|m|h|ms)?", re.I)
_UNITS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0}


@record
class Limits:
    """What a host is asked at most: at the same time, and a second (0: as fast as it answers)."""

    connections: int = 2
    per_second: float = 5.0


class Pace:
    """The state of one host. Used under its owner's lock.

    ``closed`` says why the host is not asked any more in this run, "" while it is.
    """

    def __init__(self, limits: Limits) -> None:
        self._connections = limits.connections
        self._interval = 1 / limits.per_second if limits.per_second else 0.0
        self._not_before = 0.0
        self._running = 0
        self._failures = 0
        self._slower_until = 0.0
        self.closed = ""

    def wait(self, now: float) -> float | None:
        """Seconds until the next request may start; None while all connections are busy."""
        if self._running >= self._connections:
            return None
        return max(0.0, self._not_before - now)

    def started(self, now: float) -> None:
        self._running += 1
        self._not_before = max(self._not_before, now + self._interval)

    def ended(self, reply: Reply | NoReply, now: float, tries: int) -> bool:
        """Takes the reply into account; returns whether to ask the same again.

        Sources: RFC 9110 10.2.3 (Retry-After), 15.5/15.6 (429, 503), and the headers
        X-Rate-Limit-Limit, X-Rate-Limit-Interval and X-Concurrency-Limit of Crossref.
        """
        self._running -= 1
        if isinstance(reply, NoReply):
            return not reply.final and self._failed(reply.reason, now, tries)
        self._learn(reply.headers)
        if reply.status in (429, 503):
            return self._slower(reply, now, tries)
        if reply.status in (500, 502, 504):
            return self._failed("", now, tries)
        self._failures = 0
        return False

    def _failed(self, reason: str, now: float, tries: int) -> bool:
        self._failures += 1
        if reason and self._failures >= _FAILURES:
            self.closed = reason
        self._not_before = max(self._not_before, now + 0.5 * 2 ** (tries - 1))
        return not self.closed and tries < TRIES - 1

    def _slower(self, reply: Reply, now: float, tries: int) -> bool:
        asked = retry_after(reply.headers)
        seconds = float(2**tries) if asked is None else asked
        if seconds > LONGEST_WAIT:
            minutes = round(seconds / 60)
            self.closed = f"the server asked us to come back in {minutes} minutes"
            return False
        self._not_before = max(self._not_before, now + seconds)
        if now >= self._slower_until:
            # Once a burst: the other requests under way will be told the same.
            self._connections = max(1, self._connections // 2)
            self._slower_until = self._not_before
        return tries < TRIES

    def _learn(self, headers: Mapping[str, str]) -> None:
        limit = _number(headers.get("x-rate-limit-limit", ""))
        interval = _seconds(headers.get("x-rate-limit-interval", ""))
        if limit and interval:
            self._interval = min(interval / limit, 10.0)
        at_once = _number(headers.get("x-concurrency-limit", ""))
        if at_once >= 1:
            self._connections = min(int(at_once), 20)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The seconds of a Retry-After header, given as a number or as a date (RFC 9110 10.2.3)."""
    written = headers.get("retry-after", "").strip()
    if written.isdecimal() and written.isascii():
        return float(written[:9])
    try:
        day = email.utils.parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return max(0.0, day.timestamp() - time.time())


def _number(written: str) -> float:
    match = _NUMBER_WITH_UNIT.match(written)
    return float(match[1]) if match else 0.0


def _seconds(written: str) -> float:
    match = _NUMBER_WITH_UNIT.match(written)
    return float(match[1]) * _UNITS[(match[2] or "s").lower()] if match else 0.0
