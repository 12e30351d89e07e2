"""How fast a host is asked."""

from __future__ import annotations

import email.utils
import time

import pytest

from ptlint.online.exchange import NoReply, Reply
from ptlint.online.pace import Limits, Pace, retry_after
from ptlint.online.services import Services, in_path, mail_of, user_agent

OK = Reply("https://a.org/", 200)


def paced(limits: Limits, *replies: Reply | NoReply, now: float = 100.0) -> Pace:
    pace = Pace(limits)
    for reply in replies:
        pace.started(now)
        pace.ended(reply, now, 0)
    return pace


def test_no_more_than_its_connections() -> None:
    pace = Pace(Limits(2, 0))
    pace.started(1.0)
    assert pace.wait(1.0) == 0.0
    pace.started(1.0)
    assert pace.wait(1.0) is None
    pace.ended(OK, 1.0, 0)
    assert pace.wait(1.0) == 0.0


def test_no_more_than_its_number_a_second() -> None:
    pace = Pace(Limits(9, 4))
    pace.started(10.0)
    assert pace.wait(10.0) == pytest.approx(0.25)
    assert pace.wait(10.3) == 0.0


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_heeded(status: int) -> None:
    pace = Pace(Limits())
    pace.started(5.0)
    assert pace.ended(Reply("https://a.org/", status, {"retry-after": "7"}), 5.0, 0)
    assert pace.wait(5.0) == pytest.approx(7.0)


def test_one_burst_slows_down_once() -> None:
    pace = Pace(Limits(8, 0))
    for _ in range(8):
        pace.started(5.0)
    for _ in range(8):
        pace.ended(Reply("https://a.org/", 429, {"retry-after": "1"}), 5.0, 0)
    for _ in range(4):
        assert pace.wait(7.0) == 0.0
        pace.started(7.0)
    assert pace.wait(7.0) is None


def test_tries_end() -> None:
    pace = Pace(Limits())
    pace.started(5.0)
    assert not pace.ended(Reply("https://a.org/", 429, {"retry-after": "1"}), 5.0, 3)


def test_who_wants_long_is_left_in_peace() -> None:
    pace = Pace(Limits())
    pace.started(5.0)
    assert not pace.ended(Reply("https://a.org/", 429, {"retry-after": "7200"}), 5.0, 0)
    assert pace.closed == "the server asked us to come back in 120 minutes"


def test_crossrefs_headers_are_read() -> None:
    said = {"x-rate-limit-limit": "10", "x-rate-limit-interval": "1s", "x-concurrency-limit": "1"}
    pace = paced(Limits(3, 5), Reply("https://a.org/", 200, said))
    pace.started(200.0)
    assert pace.wait(200.0) is None
    pace.ended(OK, 200.0, 0)
    assert pace.wait(200.0) == pytest.approx(0.1)


@pytest.mark.parametrize("value", ["", "x", "-1", "0", "1e9", "9" * 400])
def test_nonsense_in_headers_does_no_harm(value: str) -> None:
    said = ("x-rate-limit-limit", "x-rate-limit-interval", "x-concurrency-limit")
    pace = paced(Limits(2, 4), Reply("https://a.org/", 200, dict.fromkeys(said, value)))
    assert pace.wait(1000.0) == 0.0


def test_a_host_that_never_answers_is_given_up() -> None:
    silent = NoReply("https://a.org/", "a.org did not answer in time")
    assert paced(Limits(), *[silent] * 4).closed == ""
    assert paced(Limits(), *[silent] * 5).closed == "a.org did not answer in time"


def test_some_failures_are_not_tried_again() -> None:
    pace = Pace(Limits())
    pace.started(1.0)
    assert not pace.ended(NoReply("https://a.org/", "bad certificate", final=True), 1.0, 0)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("0", 0.0), ("120", 120.0), ("", None), ("soon", None), ("²", None), ("-5", None)],
)
def test_retry_after(written: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": written}) == seconds


def test_retry_after_as_a_date() -> None:
    written = email.utils.formatdate(time.time() + 30, usegmt=True)
    assert retry_after({"retry-after": written}) == pytest.approx(30, abs=2)
    assert retry_after({"retry-after": email.utils.formatdate(0, usegmt=True)}) == 0.0


def test_services_have_their_own_pace() -> None:
    services = Services()
    busy = services.pace("https://eutils.ncbi.nlm.nih.gov")
    busy.started(0.0)
    assert busy.wait(100.0) is None
    other = services.pace("https://www.nhs.uk")
    other.started(0.0)
    assert other.wait(0.0) == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("contact", "agent", "mail"),
    [
        (None, "ptlint/1.0", ""),
        ("web@clinic.org", "ptlint/1.0 (mailto:web@clinic.org)", "web@clinic.org"),
        ("https://clinic.org/about", "ptlint/1.0 (+https://clinic.org/about)", ""),
        ("a@b.org\r\nX-Evil: 1", "ptlint/1.0 (mailto:a@b.orgX-Evil: 1)", "a@b.org\r\nX-Evil: 1"),
    ],
)
def test_user_agent(contact: str | None, agent: str, mail: str) -> None:
    assert user_agent("1.0", contact) == agent
    assert mail_of(contact) == mail


def test_dois_in_addresses() -> None:
    sici = "10.1206/0003-0090(2003)277<0001:tssaaa>2.0.co;2"
    assert in_path(sici) == "10.1206/0003-0090(2003)277%3C0001:tssaaa%3E2.0.co;2"
    assert in_path("10.5555/a#b?c%d e") == "10.5555/a%23b%3Fc%25d%20e"
    assert in_path("10.5555/a,b", also=",") == "10.5555/a%2Cb"
