"""Servers that are slow, broken, huge or not on the public internet."""

from __future__ import annotations

import contextlib
import gzip
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest

from ptlint.online.exchange import NoReply, Reply, Request
from ptlint.online.transport import Transport


@pytest.fixture
def send() -> Iterator[Transport]:
    transport = Transport(
        "ptlint/test", connect=1.0, total=1.5, allowed=lambda address: address == "127.0.0.1"
    )
    yield transport
    transport.close()


def reply_to(send, url: str, **more) -> Reply:
    reply = send(Request(url, **more))
    assert isinstance(reply, Reply), reply
    return reply


def no_reply_to(send, url: str, **more) -> NoReply:
    reply = send(Request(url, **more))
    assert isinstance(reply, NoReply), reply
    return reply


@pytest.mark.parametrize("status", [200, 204, 301, 304, 401, 403, 404, 410, 418, 429, 500, 503])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_every_status_is_a_reply(server, said, send, status, method) -> None:
    body = b"" if status in (204, 304) else b"words"
    url = server.says("/x", said(status, body, {"X-Some": "Thing"}))
    reply = reply_to(send, url, method=method)
    assert reply.status == status
    assert reply.headers["x-some"] == "Thing"
    assert reply.body == (b"" if method == "HEAD" else body)
    assert not reply.cut


def test_who_asks_is_said(server, said, send) -> None:
    reply_to(send, server.says("/x", said()), accept="application/json")
    headers = server.requests[0][2]
    assert headers["User-Agent"] == "ptlint/test"
    assert headers["Accept"] == "application/json"


def test_redirects_are_not_followed(server, said, send) -> None:
    url = server.says("/x", said(301, headers={"Location": "/y"}))
    assert reply_to(send, url).status == 301
    assert server.asked("/y") == []


def test_compressed_bodies_are_read(server, said, send) -> None:
    packed = gzip.compress(b"words")
    url = server.says("/x", said(200, packed, {"Content-Encoding": "gzip"}))
    assert reply_to(send, url).body == b"words"


def test_a_huge_body_is_cut(server, said, send) -> None:
    def flood(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(10**12))
        handler.end_headers()
        with contextlib.suppress(OSError):
            while True:
                handler.wfile.write(b"x" * 65536)

    reply = reply_to(send, server.says("/x", said(do=flood)), limit=100_000)
    assert len(reply.body) == 100_000
    assert reply.cut
    assert reply.json() is None


def test_a_bomb_of_zeros_is_cut(server, said, send) -> None:
    bomb = gzip.compress(b"\0" * 30_000_000, 9)
    url = server.says("/x", said(200, bomb, {"Content-Encoding": "gzip"}))
    reply = reply_to(send, url, limit=100_000)
    assert len(reply.body) == 100_000
    assert reply.cut


def test_the_connection_serves_again_after_a_cut(server, said, send) -> None:
    url = server.says("/x", said(200, b"y" * 500_000))
    assert reply_to(send, url, limit=10).body == b"y" * 10
    assert reply_to(send, server.says("/z", said(200, b"next"))).body == b"next"


def drips(header: bool):
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n")
        handler.wfile.write(b"" if header else b"\r\n")
        with contextlib.suppress(OSError):
            for _ in range(200):
                handler.wfile.write(b"X-A: b\r\n" if header else b"x")
                handler.wfile.flush()
                time.sleep(0.1)

    return drip


@pytest.mark.parametrize("header", [True, False])
def test_bytes_that_drip_in_do_not_hold_it_up(server, said, send, header) -> None:
    url = server.says("/x", said(do=drips(header)))
    start = time.monotonic()
    assert no_reply_to(send, url).reason == "127.0.0.1 did not answer in time"
    assert time.monotonic() - start < 3


def test_silence(server, said, send) -> None:
    url = server.says("/x", said(do=lambda handler: time.sleep(2)))
    assert no_reply_to(send, url).reason == "127.0.0.1 did not answer in time"


@pytest.mark.parametrize(
    "bytes_sent",
    [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort", b"SSH-2.0-X\r\n", b"\0" * 99],
)
def test_broken_replies(server, said, send, bytes_sent) -> None:
    def broken(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(bytes_sent)
        handler.close_connection = True

    assert no_reply_to(send, server.says("/x", said(do=broken))).reason == "127.0.0.1 broke off"


def test_nobody_listens(server, send) -> None:
    server.close()
    assert no_reply_to(send, f"{server.base}/x").reason == "127.0.0.1 takes no connections"


def test_no_such_host(send) -> None:
    reason = no_reply_to(send, "http://nobody.invalid/x").reason
    assert reason == "no host nobody.invalid was found"


def test_plain_http_where_tls_was_expected(server, said, send) -> None:
    url = server.says("/x", said()).replace("http:", "https:")
    assert "certificate" in no_reply_to(send, url).reason


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "169.254.169.254"])
def test_only_public_addresses_are_spoken_to(server, said, host) -> None:
    server.says("/x", said(200, b"secret"))
    send = Transport("ptlint/test", connect=1.0, total=1.5)
    port = server.base.rpartition(":")[2]
    reply = no_reply_to(send, f"http://{host}:{port}/x")
    assert reply.reason.endswith("is not on the public internet")
    assert reply.final
    assert server.requests == []


def test_the_address_in_use_is_judged_too(server, said, monkeypatch) -> None:
    """A name that leads elsewhere at the second look-up (DNS rebinding) gains nothing."""
    server.says("/x", said(200, b"secret"))
    monkeypatch.setattr("ptlint.online.connections._require_public", lambda *_: None)
    send = Transport("ptlint/test", connect=1.0, total=1.5)
    assert no_reply_to(send, f"{server.base}/x").final
    assert server.requests == []


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://a.org/x", "http://u:p@a.org/", "x"])
def test_other_schemes_are_not_asked(send, url) -> None:
    assert no_reply_to(send, url).final


def test_stopping_ends_what_is_under_way(server, said, send) -> None:
    url = server.says("/x", said(do=lambda handler: time.sleep(2)))
    send.stop()
    start = time.monotonic()
    no_reply_to(send, url)
    assert time.monotonic() - start < 0.9
