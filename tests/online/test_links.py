"""Links: alive, dead, moved, hidden errors, circles, and places on pages."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest

from ptlint.online.answers import Kind, Question, Verdict
from ptlint.online.session import ask
from ptlint.record import replace

HTML = {"Content-Type": "text/html; charset=utf-8"}
PAGE = (
    "<html><head><title>t</title></head><body><h2 id='rest'>Rest</h2><a name='ice'></a>"
    "<p>Half of <b>all</b> players rest.</p><h3 id='user-content-heat'>x</h3>"
    f"<p>{'Elbows heal slowly. ' * 40}</p></body></html>"
).encode()


def answer(plan, url: str, kind: Kind = Kind.LINK):
    question = Question(kind, url)
    return ask({question}, plan).answers.known[question]


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (200, Verdict.OK),
        (206, Verdict.OK),
        (404, Verdict.MISSING),
        (410, Verdict.MISSING),
        (400, Verdict.UNKNOWN),
        (401, Verdict.UNKNOWN),
        (402, Verdict.UNKNOWN),
        (403, Verdict.UNKNOWN),
        (405, Verdict.UNKNOWN),
        (418, Verdict.UNKNOWN),
        (451, Verdict.UNKNOWN),
        (500, Verdict.UNKNOWN),
        (999, Verdict.UNKNOWN),
    ],
)
def test_every_status(server, said, plan, status, verdict) -> None:
    found = answer(plan, server.says("/a/b", said(status)))
    assert found.verdict is verdict
    assert found.status == status
    assert found.reason or verdict is Verdict.OK


def test_alive_is_asked_once_and_with_head(server, said, plan) -> None:
    answer(plan, server.says("/a", said(200, b"page")))
    assert server.asked("/a") == ["HEAD"]


@pytest.mark.parametrize("status", [403, 404, 405, 501])
def test_head_is_not_trusted_when_it_says_no(server, said, plan, status) -> None:
    url = server.says("/a", said(status), said(200, b"page"))
    assert answer(plan, url).verdict is Verdict.OK
    assert server.asked("/a") == ["HEAD", "GET"]


def test_gone_means_gone_twice(server, said, plan) -> None:
    answer(plan, server.says("/a", said(404)))
    assert server.asked("/a") == ["HEAD", "GET"]


def test_waiting_when_asked_to(server, said, plan) -> None:
    url = server.says("/a", said(429, headers={"Retry-After": "0"}), said(200))
    assert answer(plan, url).verdict is Verdict.OK


def test_a_limit_that_does_not_end_is_unknown(server, said, plan) -> None:
    found = answer(plan, server.says("/a", said(429, headers={"Retry-After": "86400"})))
    assert found.verdict is Verdict.UNKNOWN
    assert "wait" in found.reason or "come back" in found.reason


@pytest.mark.parametrize("status", [301, 308])
def test_moved_for_good(server, said, plan, status) -> None:
    new = server.says("/new", said(200))
    found = answer(plan, server.says("/old", said(status, headers={"Location": "/new"})))
    assert (found.verdict, found.address) == (Verdict.MOVED, new)


@pytest.mark.parametrize("status", [302, 303, 307])
def test_moved_for_now(server, said, plan, status) -> None:
    server.says("/new", said(200))
    found = answer(plan, server.says("/old", said(status, headers={"Location": "/new"})))
    assert found.verdict is Verdict.OK


def test_moved_as_far_as_it_is_for_good(server, said, plan) -> None:
    server.says("/2", said(302, headers={"Location": "/3"}))
    server.says("/3", said(301, headers={"Location": "/4"}))
    server.says("/4", said(200))
    found = answer(plan, server.says("/1", said(301, headers={"Location": "/2"})))
    assert (found.verdict, found.address) == (Verdict.MOVED, f"{server.base}/2")


def test_moved_to_a_page_that_is_gone(server, said, plan) -> None:
    server.says("/new", said(404))
    found = answer(plan, server.says("/old", said(301, headers={"Location": "/new"})))
    assert found.verdict is Verdict.MISSING


@pytest.mark.parametrize(
    "target", ["/login?next=/old", "/consent", "/sso/start", "/cookie-notice?back=1", "/captcha"]
)
def test_detours_are_no_new_address(server, said, plan, target) -> None:
    server.says(target, said(200))
    found = answer(plan, server.says("/care/old", said(301, headers={"Location": target})))
    assert found.verdict is Verdict.OK


@pytest.mark.parametrize("status", [301, 302])
@pytest.mark.parametrize("target", ["/", "/404", "/errors/not-found.html", "/page-not-found"])
def test_soft_404(server, said, plan, target, status) -> None:
    server.says(target, said(200))
    found = answer(plan, server.says("/care/old", said(status, headers={"Location": target})))
    assert found.verdict is Verdict.SOFT_404


def test_a_soft_404_of_head_alone_is_none(server, said, plan) -> None:
    server.says("/", said(200))
    url = server.says("/care/old", said(302, headers={"Location": "/"}), said(200))
    assert answer(plan, url).verdict is Verdict.OK


def test_a_circle(server, said, plan) -> None:
    server.says("/b", said(302, headers={"Location": "/a"}))
    found = answer(plan, server.says("/a", said(302, headers={"Location": "/b"})))
    assert found.verdict is Verdict.UNKNOWN
    assert "circle" in found.reason


def test_redirects_without_end(server, said, plan) -> None:
    for number in range(40):
        server.says(f"/{number}", said(302, headers={"Location": f"/{number + 1}"}))
    found = answer(plan, f"{server.base}/0")
    assert found.verdict is Verdict.UNKNOWN
    assert "ten times" in found.reason
    assert len(server.requests) == 11


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://ftp.a.org/x",
        "gopher://a.org/",
        "javascript:alert(1)",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:169.254.169.254]/",
        "http://0x7f000002/",
        "http://user:pass@127.0.0.1/",
        "http://[bad",
    ],
)
@pytest.mark.parametrize("status", [301, 302])
def test_no_redirect_leaves_the_public_web(server, said, plan, target, status) -> None:
    url = server.says("/a/b", said(status, headers={"Location": target}))
    found = answer(plan, url)
    assert found.verdict is Verdict.UNKNOWN
    assert found.reason
    assert {path for _, path, _ in server.requests} == {"/a/b"}


def test_a_redirect_without_a_target(server, said, plan) -> None:
    assert answer(plan, server.says("/a", said(301))).verdict is Verdict.UNKNOWN


def test_hosts_to_skip(server, said, plan) -> None:
    url = server.says("/a", said(404))
    told = ask({Question(Kind.LINK, url)}, replace(plan, skip=("127.0.0.1",)))
    assert told.answers.known == {}
    assert server.requests == []


@pytest.mark.parametrize(
    ("fragment", "verdict"),
    [
        ("rest", Verdict.OK),
        ("ice", Verdict.OK),
        ("heat", Verdict.OK),
        ("Rest", Verdict.MISSING),
        ("cold", Verdict.MISSING),
        (":~:text=half%20of%20all,rest", Verdict.OK),
        (":~:text=one%20third", Verdict.MISSING),
        ("rest:~:text=players-,rest", Verdict.OK),
    ],
)
def test_places(server, said, plan, fragment, verdict) -> None:
    url = server.says("/p", said(200, PAGE, HTML))
    assert answer(plan, f"{url}#{fragment}", Kind.ANCHOR).verdict is verdict


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (PAGE, {"Content-Type": "application/pdf"}, 200),
        (b"<html><body><div id='app'></div><script>x</script></body></html>", HTML, 200),
        (b"", HTML, 200),
        (b"<", HTML, 200),
        (PAGE * 9000, HTML, 200),
        (PAGE, HTML, 403),
    ],
)
def test_places_that_cannot_be_looked_up(server, said, plan, *, body, headers, status) -> None:
    url = server.says("/p", said(status, body, headers))
    assert answer(plan, f"{url}#cold", Kind.ANCHOR).verdict is Verdict.UNKNOWN


def test_all_places_of_a_page_are_one_request(server, said, plan) -> None:
    url = server.says("/p", said(200, PAGE, HTML))
    keys = [f"{url}#{name}" for name in ("rest", "ice", "cold")]
    told = ask({Question(Kind.LINK, url), *(Question(Kind.ANCHOR, key) for key in keys)}, plan)
    assert len(told.answers.known) == 4
    assert server.asked("/p") == ["GET"]


@pytest.mark.parametrize(
    ("closest", "verdict"),
    [
        ({"status": "200", "available": True, "timestamp": "20240304101010"}, Verdict.OK),
        ({"status": "404", "available": True, "timestamp": "20240304101010"}, Verdict.MISSING),
        (None, Verdict.MISSING),
    ],
)
def test_copies_of_dead_pages(server, said, plan, closest, verdict) -> None:
    url = server.says("/care/gone", said(404))
    if closest:
        closest["url"] = f"http://web.archive.org/web/20240304101010/{url}"
    body = {"url": url, "archived_snapshots": {"closest": closest} if closest else {}}
    path = f"/wayback/available?url={quote(url, safe='')}"
    server.says(path, said(200, json.dumps(body).encode()))
    told = ask({Question(Kind.LINK, url), Question(Kind.COPY, url)}, plan)
    copy = told.answers.to(Kind.COPY, url)
    assert copy.verdict is verdict
    if verdict is Verdict.OK:
        assert copy.address.startswith("https://web.archive.org/web/2024")
        assert copy.reason == "20240304"


def test_copies_of_pages_that_live_are_not_asked_for(server, said, plan) -> None:
    url = server.says("/a", said(200))
    told = ask({Question(Kind.LINK, url), Question(Kind.COPY, url)}, plan)
    assert told.answers.to(Kind.COPY, url) is None
    assert len(server.requests) == 1
